"""What can be read of one version of a file, also of one written under other rules than today's."""

import pytest

from history.versions import Version, read_version
from reading.schema import CARRIER as CARRIER_SHAPE
from reading.schema import TOPIC as TOPIC_SHAPE
from support.carriers import CARRIER, TOPIC, changed

ALL = {"phone", "cancel-phone", "notice", "guide-unlimited", "guide-4g", "guide-5g", "guide-esim", "guide-smart-card"}
CITING = {"phone", "cancel-phone", "notice", "guide-unlimited", "guide-smart-card"}


def version(text: str) -> Version:
    found = read_version(CARRIER_SHAPE, text.encode())
    assert found
    return found


def test_every_fact_is_held_with_its_sources() -> None:
    found = version(CARRIER)
    assert (set(found.facts), set(found.unread)) == (ALL, set())
    assert [source.url for source in found.facts["notice"].sources] == ["https://nord.example/vilkar"]
    assert found.facts["guide-esim"].sources == ()


def test_shared_facts_are_held_too() -> None:
    found = read_version(TOPIC_SHAPE, TOPIC.encode())
    assert found
    assert set(found.facts) == {"billing", "binding"}


@pytest.mark.parametrize("data", [b"", b"a: &b c\n", b"- list\n", b"\xff\n", b"a: b", b"#" * 70_000 + b"\n", b"a\n"])
def test_file_that_is_no_data_file_is_not_read(data: bytes) -> None:
    assert read_version(CARRIER_SHAPE, data) is None


@pytest.mark.parametrize(
    ("old", "new", "unread"),
    [
        ("rule: end-of-next-month", "rule: after-a-while", {"notice"}),
        ("needs: [login]", "needs: [login, magic]", {"cancel-phone"}),
        ('value: "+4791509000"', "value: {a: b}", {"phone"}),
        ("  4g: {applies: unknown,", "  4g: {applies: perhaps,", {"guide-4g"}),
        ("    dated: 2026-06-05\n", "    dated: summer\n", CITING),
        ("  terms:\n", "  conditions:\n", CITING),
        ("contacts:\n", "persons:\n", {"phone"}),
        ("    notice:\n", "    rules:\n", {"notice"}),
        ("  subscription:\n", "  monthly:\n", {"cancel-phone", "notice"}),
        ("guides:\n", "cards:\n", set()),
    ],
)
def test_what_today_refuses_hides_only_itself(old: str, new: str, unread: set[str]) -> None:
    found = version(changed(old, new))
    assert (set(found.facts) & unread, set(found.unread)) == (set(), unread)
    if unread:
        assert set(found.facts) == ALL - unread


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("slug: nord\n", "slug: nord\nnetwork: telenor\n"),
        ("    kind: phone\n    value:", "    kind: phone\n    colour: red\n    value:"),
        ("country:", "land:"),
        ("unknown: [last-bill]", "unknown: [Last Bill]"),
        ("- {text: Nord Mobil}", "- {text: [Nord]}"),
    ],
)
def test_what_is_no_fact_hides_none(old: str, new: str) -> None:
    found = version(changed(old, new))
    assert (set(found.facts), set(found.unread)) == (ALL, set())
