"""The router in Python and in JavaScript leaves the same channels, for every choice of a reader."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain, combinations, product
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from composing.channels import ChannelView, Left, remaining
from composing.procedure import Situation
from composing.router import Have, needs_met
from model.vocabulary import Need
from support import project
from support.node import answer
from support.records import channel

SCRIPT = Path(__file__).with_name("router_twin.js")
CHOICES = [found for n in range(len(Have) + 1) for found in combinations(Have, n)]
Case = tuple[tuple[Have, ...], bool, list[ChannelView]]


def real() -> Iterator[tuple[bool, list[ChannelView]]]:
    """The channels of every contract of every carrier."""
    for page in project.site().steps_pages:
        for kind in page.ref.contracts:
            now = Situation(project.site().library, page.carrier, page.guide, kind)
            yield page.carrier.norwegian, list(now.channels)


def made() -> list[ChannelView]:
    """A channel for every way in which needs can be asked for, not asked for, or open."""
    views = []
    for number, states in enumerate(product("+-?", repeat=len(Need))):
        by = {sign: tuple(need for need, state in zip(Need, states, strict=True) if state == sign) for sign in "+-?"}
        one = channel(str(number), needs=by["+"], not_needed=by["-"])
        # Claims say nothing here.
        views.append(cast(ChannelView, SimpleNamespace(channel=one, open_needs=by["?"])))
    return views


def asked(case: Case) -> dict[str, object]:
    haves, norwegian, views = case
    channels = [{"id": v.channel.id, "needs": v.channel.needs, "open": v.open_needs} for v in views]
    return {"haves": haves, "norwegian": norwegian, "channels": channels}


def in_script(cases: Iterable[Case]) -> Any:
    return json.loads(answer(SCRIPT, json.dumps({"cases": [asked(case) for case in cases]})))


def plain(found: Iterable[Left]) -> list[list[object]]:
    """As the script prints it: needs in the order in which the channel names them."""
    return [[one.view.channel.id, sorted(one.lacking), sorted(one.unsure), sorted(one.open)] for one in found]


def sorted_needs(found: list[list[Any]]) -> list[list[Any]]:
    return [[name, *map(sorted, needs)] for name, *needs in found]


def compared(cases: list[Case]) -> None:
    answers = in_script(cases)["answers"]
    assert len(answers) == len(cases)
    for (haves, norwegian, views), shown in zip(cases, answers, strict=True):
        found = remaining(views, *needs_met(frozenset(haves), norwegian=norwegian))
        expected = [plain(found.known), plain(found.unknown), plain(found.impossible)]
        assert [sorted_needs(one) for one in shown] == expected, (haves, norwegian)


def test_both_ask_the_same_questions() -> None:
    assert in_script([])["haves"] == list(Have)


def test_every_choice_leaves_the_same_channels_of_every_carrier() -> None:
    contracts = [(norwegian, views) for norwegian, views in real() if views]
    cases = [(haves, norwegian, views) for haves in CHOICES for norwegian, views in contracts]
    assert len(contracts) > 10
    compared(cases)


@pytest.mark.parametrize("norwegian", [True, False])
def test_channels_that_no_carrier_has_yet_are_left_the_same(norwegian: bool) -> None:
    views = made()
    few = chain.from_iterable(combinations(Have, n) for n in (0, 1, len(Have)))
    compared([(haves, norwegian, views) for haves in few])


def test_a_script_that_takes_silence_for_permission_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    source = (project.ROOT / "docs" / "assets" / "router.js").read_text("utf-8")
    (tmp_path / "router.js").write_text(source.replace("unsure.length || open.length", "unsure.length"), "utf-8")
    twin = SCRIPT.read_text("utf-8").replace("../../docs/assets/router.js", "./router.js")
    (tmp_path / "twin.js").write_text(twin, "utf-8")
    monkeypatch.setitem(globals(), "SCRIPT", tmp_path / "twin.js")
    with pytest.raises(AssertionError):
        compared([((), True, made()[-1:])])
