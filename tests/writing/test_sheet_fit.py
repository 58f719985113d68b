"""What a checklist leaves out first, and that it never leaves out what one cannot cancel without."""

import re

import pytest
from markupsafe import Markup

from composing.site import StepsPage
from model.vocabulary import ContactKind
from support import project
from writing.sheet_fit import HEIGHT, ORDER, RESERVE, Cut, Type, fitted, height
from writing.sheet_parts import Box, Line, Part, Sheet
from writing.steps_view import Sentence

URL = "https://siopp.example.org/"
NUMBERED = re.compile(r'<b class="boxes__number">(\d+)</b>')


def sheet(cuts: frozenset[Cut], steps: int) -> Sheet:
    """A sheet of many steps, each with a sentence until sentences are cut."""
    told = None if {Cut.LATER, Cut.COUNTER} <= cuts else Sentence("Norwegian words " * 8, "nb", Markup())
    line = Line("+47 12 34 56 78", Markup("+47 12 34 56 78"), "a:b", (1,))
    boxes = tuple(Box(str(number), number, "A step", (line,), told) for number in range(steps))
    return Sheet(
        title="Title",
        company=(),
        age="Checked.",
        address="",
        cells=(),
        who=(),
        stop=(),
        parts=(Part("Part", boxes),),
        sentence=None,
        rules=(),
        ask=None,
        proof=(),
        sources=(),
        addresses=Cut.ADDRESSES not in cuts,
        small=Cut.SMALL in cuts,
    )


def tried(steps: int) -> list[frozenset[Cut]]:
    """What was cut at each try."""
    tries: list[frozenset[Cut]] = []

    def draft(cuts: frozenset[Cut]) -> Sheet:
        tries.append(cuts)
        return sheet(cuts, steps)

    fitted(draft, han=False)
    return tries


def test_what_fits_is_whole() -> None:
    assert tried(5) == [frozenset()]


def test_what_does_not_fit_loses_one_thing_after_another_in_the_written_order() -> None:
    order = list(ORDER)
    assert tried(1000) == [frozenset(order[:count]) for count in range(len(order) + 1)]


def test_nothing_more_is_lost_than_needed() -> None:
    tries = tried(30)
    assert 1 < len(tries) <= len(ORDER)
    assert height(sheet(tries[-1], 30), han=False) <= HEIGHT - RESERVE < height(sheet(tries[-2], 30), han=False)


def test_every_cut_has_its_reason() -> None:
    assert set(ORDER) == set(Cut)
    assert all(ORDER.values())


@pytest.mark.parametrize(
    ("text", "han", "lines"), [("汉" * 25, True, 1), ("汉" * 27, True, 2), ("word " * 40, False, 4)]
)
def test_lines_are_reckoned_as_the_paper_sets_them(text: str, *, han: bool, lines: int) -> None:
    body = Type(10, 1.0, han)
    assert round(body.height(text, 90 if han else 100) / body.height("", 90), 3) == lines


def pages() -> list[StepsPage]:
    return list(project.site().steps_pages)


@pytest.mark.parametrize("code", ["zh", "zh-hant", "en", "nb"])
def test_every_sheet_keeps_steps_numbers_lines_and_the_sentence(code: str) -> None:
    for page in pages():
        text = project.staged()[code][f"carriers/{page.carrier.slug}/{page.guide}/checklist/"]
        numbers = [int(number) for number in NUMBERED.findall(text)]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) > 6
        for contact in page.carrier.contacts:
            assert contact.kind != ContactKind.PHONE or contact.printed in text
        assert {"received", "end"} <= set(re.findall(r'<input type="text" name="(\w+)"', text))
        assert '<div class="sentence">' in text


def test_address_and_code_stand_on_a_sheet_only_with_a_public_address() -> None:
    address = "carriers/ice/5g/checklist/"
    without = project.staged()["nb"][address]
    assert 'class="qr"' not in without
    assert "<svg" not in without
    made = project.staged(URL)["nb"][address]
    assert '<svg viewBox="0 0 ' in made
    assert "siopp.example.org/nb/carriers/ice/5g/</p>" in made
    assert "style=" not in made
    kept = re.sub(r'<div class="qr".*</div>\n|<p class="paper">.*</p>\n', "", made)
    assert kept == without
