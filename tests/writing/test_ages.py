"""The notice of age: what a script adds later is what a build of that day would have said."""

from datetime import date, timedelta

import pytest
from lxml import html

from composing.claims import Claim
from support import project
from writing.ages import Age, age
from writing.all_pages import composed
from writing.facts import Speaker
from writing.rendering import block

# So long after the build that some, most and all of what is not old yet has grown old.
LATER = [0, 1, 150, 200, 300, 366]


def claims(day: date) -> list[Claim]:
    """Everything the data says of all carriers, composed as of a day."""
    site = composed(project.inputs(), day)
    carriers = project.inputs().data.carriers.values()
    return [claim for carrier in carriers for claim in site.library.claims(carrier, *carrier.facts)]


def notice(day: date) -> Age:
    return age(Speaker(project.inputs().phrases["zh"]), claims(day))


@pytest.mark.parametrize("days", LATER)
def test_what_grows_old_later_is_counted_as_a_later_build_would(days: int) -> None:
    built, read = notice(project.TODAY), project.TODAY + timedelta(days=days)
    assert built.later
    added = sum(count for day, count in built.later.items() if day <= read)
    assert built.stale + added == notice(read).stale


def test_after_a_year_everything_is_old() -> None:
    built = notice(project.TODAY)
    assert built.stale + sum(built.later.values()) == len(claims(project.TODAY))
    assert not notice(project.TODAY + timedelta(days=366)).later


def test_the_sentence_is_whole_in_every_language() -> None:
    for phrases in project.inputs().phrases.values():
        one = age(Speaker(phrases), claims(project.TODAY))
        said = phrases.say("age.stale", total=len(claims(project.TODAY)), stale=one.stale)
        assert f"{one.before}{one.stale}{one.after}" == said


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (
            Age("Old: ", 2, ".", {date(2027, 1, 2): 3, date(2027, 1, 5): 1}, ""),
            ['<p class="age" data-later="3:2027-01-02 1:2027-01-05">Old: <span data-built="2">2</span>.</p>'],
        ),
        (
            Age("Old: ", 0, ".", {date(2027, 1, 2): 3}, "Checked."),
            [
                '<p class="age" data-later="3:2027-01-02" hidden>Old: <span data-built="0">0</span>.</p>',
                '<p class="age">Checked.</p>',
            ],
        ),
        (Age("Old: ", 4, ".", {}, ""), ['<p class="age">Old: <span data-built="4">4</span>.</p>']),
        (Age("Old: ", 0, ".", {}, ""), []),
    ],
)
def test_only_what_is_so_is_shown(one: Age, expected: list[str]) -> None:
    found = html.fromstring(f"<div>{block('age', one)}</div>")
    assert [html.tostring(line, encoding="unicode", with_tail=False) for line in found] == expected
