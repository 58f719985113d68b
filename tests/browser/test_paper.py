"""Every checklist in every language is printed: one page, nothing cut, all of it black on white and selectable.

The site has a public address here: with its QR code and address a sheet is fullest.
"""

import re
from pathlib import Path

import pytest

from composing.site import StepsPage
from model.vocabulary import ContactKind, ContractKind
from settings import SiteSettings
from support import project
from support.paper import packed, stands_in
from support.printing import Printed, print_all
from support.project import staged
from writing import addresses
from writing.phrases import Phrases

SETTINGS = SiteSettings("https://siopp.example.org/", "", "")
DAY = re.compile(r"\d{4}-\d{2}")


def sheets() -> dict[str, tuple[Phrases, StepsPage, ContractKind | None]]:
    """Language, steps page and contract (None: the main one) of every checklist, by its address in the site."""
    return {
        f"{code}/{addresses.checklist(page.carrier, page.guide, kind)}": (phrases, page, kind)
        for code, phrases in project.inputs().phrases.items()
        for page in project.site().steps_pages
        for kind in (None, *(procedure.kind for procedure in page.procedures[1:]))
    }


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    out = tmp_path_factory.mktemp("paper") / "site"
    project.build(out, SETTINGS)
    return {one.address: one for one in print_all(out, list(sheets()))}


def test_every_checklist_was_printed(printed: dict[str, Printed]) -> None:
    written = {f"{code}/{address}" for code, pages in staged().items() for address in pages if "/checklist/" in address}
    assert printed.keys() == written


def test_every_checklist_is_one_page(printed: dict[str, Printed]) -> None:
    assert {address: one.pages for address, one in printed.items() if one.pages != 1} == {}


def test_nothing_is_cut_and_all_is_black_on_white(printed: dict[str, Printed]) -> None:
    assert {address: one.wrong for address, one in printed.items() if one.wrong} == {}


def test_every_step_has_its_box(printed: dict[str, Printed]) -> None:
    assert {address: one for address, one in printed.items() if one.boxes < 7 or one.drawn != one.boxes} == {}


def test_title_numbers_dates_and_address_can_be_selected(printed: dict[str, Printed]) -> None:
    lacking = {}
    for address, (phrases, page, kind) in sheets().items():
        text = printed[address].text
        slots = {"name": page.carrier.name, "guide": phrases.say(f"guide.{page.guide}")}
        if kind:
            slots["contract"] = phrases.say(f"contract.{kind}")
        title = phrases.say("checklist.title_contract" if kind else "checklist.title", **slots)
        wanted = [packed(one.printed) for one in page.carrier.contacts if one.kind == ContactKind.PHONE]
        wanted.append(packed(f"siopp.example.org/{phrases.language}/{addresses.steps(page.carrier, page.guide)}"))
        missing = [one for one in wanted if one not in text]
        # Where no source has a date the sheet says so.
        dated = DAY.search(text) or packed(phrases.say("mark.undated")) in text
        if missing or not dated or not stands_in(packed(title), text):
            lacking[address] = missing
    assert lacking == {}


def test_the_sentence_that_cancels_is_on_every_sheet(printed: dict[str, Printed]) -> None:
    said = {packed(text) for key, text in project.inputs().phrases["zh"].texts.items() if _cancels(key)}
    lacking = [
        address for address, one in printed.items() if not any(stands_in(sentence, one.text) for sentence in said)
    ]
    assert lacking == []


def _cancels(key: str) -> bool:
    return bool(re.fullmatch(r"sentence\.(cancel|close-prepaid|stop-renewal)-(nb|en)\.say", key))


def test_what_does_not_fit_is_seen(tmp_path: Path) -> None:
    body = "<p class=wide>word</p><p class=cut>longword</p><p class=grey>.</p>" + "<p>line</p>" * 80
    style = ".wide{width:900px} .cut{width:9px} .grey{color:#777}"
    page = f"<style>{style}</style><main class=sheet><ul class=boxes><li><input type=checkbox></ul>{body}</main>"
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    [one] = print_all(tmp_path, ["."])
    assert one.pages == 3
    assert {"wide leaves the page", "cut is cut", "grey is rgb(119, 119, 119)"} <= set(one.wrong)
    assert (one.boxes, one.drawn) == (1, 0)
