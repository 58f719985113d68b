"""Which channel comes first, and the three states of a need."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composing.channels import ChannelView, Known, ordered, possible_without, weight
from composing.claims import Library
from model.records import Channel, Contact
from model.vocabulary import ContactKind, ContractKind, Need, Purpose
from support.records import TODAY, carrier_with, channel, data, source

BANKID, LOGIN, SIM = Need.BANKID, Need.LOGIN, Need.SIM
ALL = tuple(Need)
NEEDS = st.lists(st.sampled_from(Need), unique=True)


def views(channels: Sequence[Channel], *purposes: Purpose, contacts: Sequence[Contact] = ()) -> tuple[ChannelView, ...]:
    """The channels as a page gets them."""
    carrier = carrier_with([source()], channels=channels, contacts=contacts)
    contract = carrier.contracts[ContractKind.SUBSCRIPTION]
    return ordered(Library(data(carrier), TODAY), carrier, contract, *(purposes or (Purpose.CANCEL,)))


def names(channels: Sequence[Channel], *purposes: Purpose) -> list[str]:
    return [view.channel.id for view in views(channels, *purposes)]


@pytest.mark.parametrize(
    "channels",
    [
        # Less is asked for where more is said not to be.
        [channel("a", not_needed=(BANKID, LOGIN)), channel("b", not_needed=(BANKID,)), channel("c")],
        # An unknown need weighs like a known one, so that silence is no merit.
        [channel("a", needs=(BANKID,), not_needed=(SIM,)), channel("b")],
        [channel("a", needs=(LOGIN, SIM), not_needed=(BANKID,)), channel("b", needs=(BANKID,))],
        # Of the same weight, fewer known needs come first.
        [channel("a"), channel("b", needs=(LOGIN,)), channel("c", needs=(LOGIN, SIM))],
        [channel("a", needs=(LOGIN,), not_needed=(SIM,)), channel("b", needs=(LOGIN, BANKID), not_needed=(SIM,))],
        [channel("a", not_needed=ALL), channel("b", not_needed=ALL[1:], needs=ALL[:1]), channel("c", needs=ALL)],
    ],
)
def test_channel_that_asks_for_least_comes_first(channels: list[Channel]) -> None:
    for order in permutations(channels):
        assert names(order) == [one.id for one in channels]


def test_equal_channels_keep_the_order_of_the_file() -> None:
    assert names([channel("b", needs=(SIM,)), channel("a", needs=(LOGIN,)), channel("c", needs=(BANKID,))]) == [
        "b",
        "a",
        "c",
    ]


@given(NEEDS, NEEDS)
@settings(deadline=None)
def test_unknown_need_weighs_like_a_known_one(needs: list[Need], not_needed: list[Need]) -> None:
    known = tuple(need for need in needs if need not in not_needed)
    one, silent = channel(needs=known, not_needed=tuple(not_needed)), channel(not_needed=tuple(not_needed))
    assert weight(one)[0] == weight(silent)[0] == len(Need) - len(not_needed)
    assert weight(silent) <= weight(one)


@given(NEEDS, st.sampled_from(Need))
@settings(deadline=None)
def test_learning_that_nothing_is_asked_never_moves_a_channel_back(not_needed: list[Need], more: Need) -> None:
    before = channel(not_needed=tuple(not_needed))
    assert weight(channel(not_needed=tuple({*not_needed, more}))) <= weight(before)


def test_only_channels_for_the_purpose_are_listed() -> None:
    channels = [channel(purpose.value, purpose=purpose) for purpose in Purpose]
    assert names(channels) == ["cancel"]
    assert names(channels, Purpose.STOP_RENEWAL, Purpose.REFUND) == ["stop-renewal", "refund"]


@pytest.mark.parametrize(
    ("channels", "known"),
    [
        ([], Known.UNKNOWN),
        ([channel()], Known.UNKNOWN),
        ([channel(needs=(LOGIN,))], Known.UNKNOWN),
        ([channel(needs=(BANKID,))], Known.NO),
        ([channel(not_needed=(BANKID,))], Known.YES),
        ([channel(needs=(BANKID,)), channel(needs=(BANKID, LOGIN))], Known.NO),
        ([channel(needs=(BANKID,)), channel()], Known.UNKNOWN),
        ([channel(needs=(BANKID,)), channel(not_needed=(BANKID,))], Known.YES),
        ([channel(), channel(not_needed=(BANKID,))], Known.YES),
        ([channel(), channel(not_needed=(LOGIN,))], Known.UNKNOWN),
    ],
)
def test_what_no_source_says_is_a_state_of_its_own(channels: list[Channel], known: Known) -> None:
    assert possible_without(channels, BANKID) == known


def test_channels_are_asked_about_even_as_a_stream() -> None:
    assert possible_without(iter([channel(needs=(BANKID,))]), BANKID) == Known.NO


@pytest.mark.parametrize("need", Need)
def test_silence_is_never_taken_for_not_needed(need: Need) -> None:
    others = tuple(other for other in Need if other != need)
    assert possible_without([channel(), channel(needs=others), channel(not_needed=others)], need) == Known.UNKNOWN


@pytest.mark.parametrize(
    ("one", "still_open"),
    [
        (channel(kind=ContactKind.SHOP), list(Need)),
        (channel(kind=ContactKind.PHONE), [need for need in Need if need != Need.IN_PERSON]),
        (channel(kind=ContactKind.SHOP, needs=(BANKID,), not_needed=(LOGIN,)), list(Need)[2:]),
        (channel(needs=ALL), []),
        (channel(not_needed=ALL), []),
    ],
)
def test_needs_that_no_source_settles_stay_open_questions(one: Channel, still_open: list[Need]) -> None:
    [view] = views([one])
    assert list(view.open_needs) == still_open


def test_seller_abroad_is_not_asked_about_bankid_or_being_in_norway() -> None:
    carrier = replace(carrier_with([source()], channels=[channel(kind=ContactKind.SHOP)]), country="PH")
    contract = carrier.contracts[ContractKind.SUBSCRIPTION]
    [view] = ordered(Library(data(carrier), TODAY), carrier, contract, Purpose.CANCEL)
    assert set(Need) - set(view.open_needs) == {BANKID, Need.IN_NORWAY}


def test_channel_brings_its_contact_and_the_evidence_of_both() -> None:
    phone = Contact(id="phone", path="contacts.0", kind=ContactKind.PHONE, value="+4791509000", source=("terms",))
    with_phone, without = views([replace(channel("call"), contact="phone"), channel("write")], contacts=[phone])
    assert (with_phone.contact, without.contact, without.contact_claim) == (phone, None, None)
    assert with_phone.claim.address == "nord:call"
    assert with_phone.contact_claim is not None
    assert with_phone.contact_claim.address == "nord:phone"
