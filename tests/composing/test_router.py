"""What is left for a reader: three states, an unknown need never taken for "not needed"."""

from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composing.channels import ChannelView, Known, Left, Remaining, ordered, remaining
from composing.claims import Library
from composing.router import ASSUMED, PLACES, Have, needs_met
from model.records import Channel
from model.vocabulary import ContactKind, ContractKind, Need, Purpose
from support.records import TODAY, carrier_with, channel, data, source

ALL = frozenset(Need)
NOTHING: frozenset[Need] = frozenset()
NEEDS = st.frozensets(st.sampled_from(Need))


def view(one: Channel) -> ChannelView:
    carrier = carrier_with([source()], channels=[one])
    contract = carrier.contracts[ContractKind.SUBSCRIPTION]
    [found] = ordered(Library(data(carrier), TODAY), carrier, contract, Purpose.CANCEL)
    return found


def left(one: Channel, has: frozenset[Need], maybe: frozenset[Need] = NOTHING) -> Left:
    found = remaining([view(one)], has, maybe)
    [only] = (*found.known, *found.unknown, *found.impossible)
    return only


def settled(*needs: Need) -> Channel:
    """A shop that asks for these and nothing else."""
    return channel(kind=ContactKind.SHOP, needs=needs, not_needed=tuple(need for need in Need if need not in needs))


@pytest.mark.parametrize(
    ("one", "has", "state"),
    [
        (settled(), NOTHING, Known.YES),
        (settled(Need.BANKID), NOTHING, Known.NO),
        (settled(Need.BANKID), frozenset({Need.BANKID}), Known.YES),
        (settled(Need.BANKID, Need.SIM), frozenset({Need.BANKID}), Known.NO),
        (channel(), NOTHING, Known.UNKNOWN),
        (channel(), ALL, Known.YES),
        (channel(needs=(Need.LOGIN,)), frozenset({Need.LOGIN}), Known.UNKNOWN),
        # What is asked for and lacked decides, whatever else is open.
        (channel(needs=(Need.LOGIN,)), NOTHING, Known.NO),
    ],
)
def test_three_states(one: Channel, has: frozenset[Need], state: Known) -> None:
    assert left(one, has).usable == state


def test_the_reason_names_what_is_lacked_what_others_may_meet_and_what_nobody_says() -> None:
    found = left(channel(needs=(Need.SIM, Need.IN_NORWAY)), frozenset({Need.LOGIN}), frozenset({Need.IN_NORWAY}))
    assert found.lacking == (Need.SIM,)
    assert found.unsure == (Need.IN_NORWAY,)
    assert Need.LOGIN not in found.open
    assert Need.BANKID in found.open


def test_each_state_keeps_the_order() -> None:
    views = [view(channel("a")), view(settled()), view(channel("b")), view(settled(Need.SIM))]
    found = remaining(views, NOTHING)
    assert [one.view.channel.id for one in found.unknown] == ["a", "b"]
    assert (len(found.known), len(found.impossible)) == (1, 1)
    assert remaining([], ALL) == Remaining((), (), ())


@given(NEEDS, NEEDS, NEEDS, NEEDS)
@settings(deadline=None)
def test_silence_is_no_permission(
    needs: frozenset[Need], rest: frozenset[Need], has: frozenset[Need], maybe: frozenset[Need]
) -> None:
    one = channel(kind=ContactKind.SHOP, needs=tuple(needs), not_needed=tuple(rest - needs))
    found = left(one, has, maybe)
    silent = ALL - needs - rest
    assert (found.usable == Known.YES) == (needs | silent <= has)
    assert (found.usable == Known.NO) == bool(needs - has - maybe)


@given(NEEDS, NEEDS, st.sampled_from(Need))
@settings(deadline=None)
def test_having_more_never_takes_a_channel_away(needs: frozenset[Need], has: frozenset[Need], more: Need) -> None:
    order = [Known.NO, Known.UNKNOWN, Known.YES]
    one = channel(needs=tuple(needs))
    assert order.index(left(one, has | {more}).usable) >= order.index(left(one, has).usable)


def subsets() -> list[frozenset[Have]]:
    return [frozenset(found) for found in chain.from_iterable(combinations(Have, n) for n in range(len(Have) + 1))]


def test_every_need_has_its_question() -> None:
    has, maybe = needs_met(frozenset(Have), norwegian=True)
    assert (has, maybe) == (ALL, NOTHING)
    assert needs_met(frozenset(), norwegian=True) == (ASSUMED, NOTHING)


def test_somebody_in_norway_leaves_going_there_unsure() -> None:
    has, maybe = needs_met(frozenset({Have.SOMEBODY}), norwegian=True)
    assert (has, maybe) == (ASSUMED, PLACES)
    assert left(settled(Need.IN_PERSON, Need.IN_NORWAY), has, maybe).usable == Known.UNKNOWN
    has, maybe = needs_met(frozenset({Have.SOMEBODY, Have.IN_NORWAY}), norwegian=True)
    assert maybe == NOTHING


@pytest.mark.parametrize("haves", subsets())
def test_being_in_norway_says_nothing_about_a_shop_abroad(haves: frozenset[Have]) -> None:
    has, maybe = needs_met(haves, norwegian=False)
    assert Need.IN_PERSON not in has
    assert maybe == {Need.IN_PERSON}
