"""The dates tool as it is written: its form, its rules and its tables."""

import re
from datetime import date

import pytest
from lxml import html

from model.dates import last_day
from model.vocabulary import Guide, Rule
from paths import ASSETS
from support import project
from writing import addresses, languages
from writing.phrases import SLOT
from writing.tool_dates import NAME

Tree = html.HtmlElement
LANGUAGES = list(languages.LOCALES)
TOOL = addresses.tool(NAME)
PAGES = [TOOL, *map(addresses.guide, Guide)]
SCRIPT = (ASSETS / "dates.js").read_text(encoding="utf-8")
# What the script fills in, by the names it uses.
FILLED = {"date", "start", "days", "months", "weeks", "years", "name", "title"}


def tree(language: str, address: str) -> Tree:
    return html.fromstring(f"<div>{project.staged()[language][address].split('---', 2)[2]}</div>")


def words(page: Tree) -> dict[str, str]:
    return {node.get("data-word"): node.text_content() for node in page.xpath("//*[@data-word]")}


@pytest.mark.parametrize("address", PAGES)
def test_what_a_choice_names_stands_on_the_page(address: str) -> None:
    page = tree("zh", address)
    for kind in ("rules", "ask"):
        there = page.xpath(f"//div/@data-{ {'rules': 'notice'}.get(kind, kind) }")
        assert len(there) == len(set(there))
        assert {name for names in page.xpath(f"//option/@data-{kind}") for name in names.split()} == set(there)
    assert page.xpath("//div/@data-complaint") == ["complaints:order", "complaints:deadline", "complaints:scope"]


@pytest.mark.parametrize("address", PAGES)
def test_every_choice_leads_to_a_page(address: str) -> None:
    for target in tree("zh", address).xpath("//option/@data-page"):
        assert target.startswith("../")
        assert target.replace("../", "") in project.staged()["zh"]


def test_the_tool_has_a_choice_for_every_contract() -> None:
    values = tree("zh", TOOL).xpath("//option[@value!='']/@value")
    assert values == [f"{one.slug}:{kind}" for one in project.site().carriers for kind in one.contracts]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_finds_every_word_it_says_and_can_fill_it(language: str) -> None:
    found = words(tree(language, TOOL))
    said = set(re.findall(r'say\("([\w-]+)"', SCRIPT))
    assert said <= found.keys()
    assert {slot for text in found.values() for slot in SLOT.findall(text)} <= FILLED
    keys = {"received", "act", "renewal", "last", "confirmed", "bill", "again", "complain", "latest"}
    states = {"sure", "expected", "confirmed", "two", "renewal", "late", "renews-missing", "unknown"}
    assert {*keys, *(f"{key}_how" for key in keys), *(f"sum_{state}" for state in states)} <= found.keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", PAGES)
def test_no_slot_is_left_where_no_script_fills_it(language: str, address: str) -> None:
    page = tree(language, address)
    for template in page.xpath("//template"):
        template.drop_tree()
    assert "{" not in page.text_content().replace("{: #", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_hold_a_year_of_last_days(language: str) -> None:
    page = tree(language, TOOL)
    for rule in (Rule.END_OF_MONTH, Rule.END_OF_NEXT_MONTH):
        [table] = page.xpath(f"//div[@class='point'][div/@data-rule='{rule}']//tbody")
        rows = [[cell.text_content() for cell in row] for row in table]
        starts = [date(2026 + (10 + number) // 12, (10 + number) % 12 + 1, 1) for number in range(12)]
        assert rows == [
            [languages.month(start, language), languages.day(last_day(rule, start), language)] for start in starts
        ]


def test_rules_that_are_expected_say_so_to_the_script() -> None:
    page = tree("zh", TOOL)
    assert page.xpath("//div[@data-notice='telenor:notice'][@data-expected]")
    assert page.xpath("//div[@data-notice='saily:ultra-48-hours'][@data-expected]")


def test_numbers_of_the_board_are_those_of_the_data() -> None:
    [form] = tree("en", TOOL).xpath("//form")
    assert {name: form.get(f"data-{name}") for name in ("days", "months", "weeks", "years")} == {
        "days": "7",
        "months": "1",
        "weeks": "2",
        "years": "1",
    }
