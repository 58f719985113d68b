"""What needs looking at again: planted ages, conflicts and confirmations are counted and ordered as they should."""

from pathlib import Path

import pytest

from composing.attention import FIRST, never_live, standings, to_read_live, topic_standings
from composing.claims import Library
from composing.site import Site
from model.vocabulary import Rung
from support import project
from support.carriers import CARRIER, TODAY, changed, read
from support.planted import planted

NOTICE = "        example: {received: 2026-06-10, ends: 2026-07-31}\n"
SAME = "        confirmed: [{on: 2026-11-02, by: live, result: same}]\n"
CHANGED = "        confirmed: [{on: 2026-11-02, by: live, result: same}, {on: 2026-11-09, by: live, result: changed}]\n"


def other(slug: str, text: str = CARRIER) -> str:
    return text.replace("slug: nord", f"slug: {slug}").replace(": Nord", f": {slug.title()}")


def with_notice(line: str, text: str = CARRIER) -> str:
    return changed(NOTICE, NOTICE + line, text)


def test_a_carrier_in_numbers(tmp_path: Path) -> None:
    [one] = standings(planted(tmp_path, nord=with_notice("        caveat: [conflict]\n")))
    assert (one.owner, one.total, dict(one.rungs)) == ("nord", 5, {Rung.OFFICIAL_ARCHIVED: 5})
    assert (one.stale, one.conflicts, one.unknown) == (0, 1, 1)
    assert (str(one.oldest), one.checked) == ("2026-06-05", None)


def test_old_sources_are_past_their_limit_and_come_first(tmp_path: Path) -> None:
    old = changed("dated: 2026-06-05", "dated: 2020", other("sor"))
    undated = changed("dated: 2026-06-05", "dated: unknown", other("vest"))
    contradicted = with_notice("        caveat: [conflict]\n", other("aust"))
    found = standings(planted(tmp_path, nord=CARRIER, sor=old, vest=with_notice(SAME, undated), aust=contradicted))
    assert [(one.owner, one.stale, one.conflicts) for one in found] == [
        ("sor", 5, 0),
        ("vest", 4, 0),
        ("aust", 0, 1),
        ("nord", 0, 0),
    ]


@pytest.mark.parametrize(("line", "live", "checked"), [(SAME, 1, "2026-11-02"), (CHANGED, 0, "None"), ("", 0, "None")])
def test_a_confirmation_moves_rung_and_day(tmp_path: Path, line: str, live: int, checked: str) -> None:
    [one] = standings(planted(tmp_path, nord=with_notice(line)))
    assert (one.rungs.get(Rung.OFFICIAL_LIVE, 0), str(one.checked)) == (live, checked)


def test_what_was_found_changed_is_past_its_limit(tmp_path: Path) -> None:
    assert [one.stale for one in standings(planted(tmp_path, nord=with_notice(CHANGED)))] == [1]


def test_topics_have_a_standing_too(tmp_path: Path) -> None:
    data, _ = read(tmp_path, {"nord.yml": CARRIER})
    [law] = topic_standings(Site(Library(data, TODAY)))
    assert (law.owner, dict(law.rungs), law.unknown) == ("law", {Rung.LAW: 2}, 0)


def test_rules_are_read_live_first_then_ways_then_the_rest_carrier_by_carrier(tmp_path: Path) -> None:
    hearsay = changed("kind: official", "kind: third-party", other("sor"))
    found = [claim.address for claim in to_read_live(planted(tmp_path, nord=CARRIER, sor=hearsay))]
    assert found == ["sor:notice", "nord:notice", "sor:cancel-phone", "nord:cancel-phone", "sor:phone", "nord:phone"]


def test_what_was_read_live_need_not_be_read_again(tmp_path: Path) -> None:
    found = [claim.address for claim in to_read_live(planted(tmp_path, nord=with_notice(SAME)))]
    assert found == ["nord:cancel-phone", "nord:phone"]
    again = [claim.address for claim in to_read_live(planted(tmp_path, nord=with_notice(CHANGED)))]
    assert again[0] == "nord:notice"


@pytest.mark.parametrize(("line", "expected"), [("", True), (SAME, False), (CHANGED, True)])
def test_the_note_goes_when_a_rule_was_read_live(tmp_path: Path, line: str, expected: bool) -> None:
    made = planted(tmp_path, nord=with_notice(line))
    carrier = made.carriers[0]
    assert never_live(made.library.claims(carrier, *carrier.facts)) is expected
    # A page without rules promises nothing of them.
    assert not never_live(made.library.claims(carrier, *carrier.contacts))


def test_the_project_says_thirty_and_begins_with_telenor_and_ice() -> None:
    found = [claim.address for claim in to_read_live(project.site())]
    assert len(found) == FIRST == len(set(found))
    assert {"telenor:notice", "ice:notice-postpaid"} <= set(found[:5])
    assert any(address.startswith("telia:") for address in found)
