"""Which channel comes first, and what is known of BankID and of being abroad."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from composing.claims import Claim, Library
from model.records import Carrier, Channel, Contact, Contract
from model.vocabulary import ContactKind, Need, Purpose

# What a channel cannot ask for by its nature, so that a page does not list it as an open question.
_REMOTE = frozenset({Need.IN_PERSON})
# No seller outside Norway asks for these.
_NORWEGIAN = frozenset({Need.BANKID, Need.IN_NORWAY})
_IMPOSSIBLE = dict.fromkeys(ContactKind, _REMOTE) | {ContactKind.SHOP: frozenset[Need]()}


class Known(StrEnum):
    """Three states: a filter must never take unknown for yes."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


_STATES = (Known.YES, Known.UNKNOWN, Known.NO)


@dataclass(frozen=True, slots=True)
class ChannelView:
    """A channel with its claim, the contact it uses, and its needs in three states."""

    channel: Channel
    claim: Claim
    contact: Contact | None
    contact_claim: Claim | None
    open_needs: tuple[Need, ...]


def weight(channel: Channel) -> tuple[int, int]:
    """Sort key: an unknown need weighs like a known one, so that silence is no merit; ties go to fewer known needs."""
    return len(Need) - len(channel.not_needed), len(channel.needs)


def ordered(library: Library, carrier: Carrier, contract: Contract, *purposes: Purpose) -> tuple[ChannelView, ...]:
    """The contract's channels for these purposes, fewest needs first."""
    chosen = [channel for channel in contract.channels if channel.purpose in purposes]
    return tuple(_view(library, carrier, channel) for channel in sorted(chosen, key=weight))


def _view(library: Library, carrier: Carrier, channel: Channel) -> ChannelView:
    contact = next((contact for contact in carrier.contacts if contact.id == channel.contact), None)
    foreign = frozenset() if carrier.norwegian else _NORWEGIAN
    settled = {*channel.needs, *channel.not_needed, *_IMPOSSIBLE[channel.kind], *foreign}
    return ChannelView(
        channel=channel,
        claim=library.claim(carrier, channel),
        contact=contact,
        contact_claim=library.claim(carrier, contact) if contact else None,
        open_needs=tuple(need for need in Need if need not in settled),
    )


@dataclass(frozen=True, slots=True)
class Left:
    """What stands between a reader and a channel: needs they lack, needs that may be met, needs nobody speaks of."""

    view: ChannelView
    lacking: tuple[Need, ...] = ()
    unsure: tuple[Need, ...] = ()
    open: tuple[Need, ...] = ()

    @property
    def usable(self) -> Known:
        """Yes only where every need is settled and met; a need nobody speaks of never counts as not needed."""
        if self.lacking:
            return Known.NO
        return Known.UNKNOWN if self.unsure or self.open else Known.YES


@dataclass(frozen=True, slots=True)
class Remaining:
    """Channels in three states, each in the order they came in."""

    known: tuple[Left, ...]
    unknown: tuple[Left, ...]
    impossible: tuple[Left, ...]


def remaining(views: Iterable[ChannelView], has: frozenset[Need], maybe: frozenset[Need] = frozenset()) -> Remaining:
    """What is left for a reader who has these needs; maybe: needs that somebody else may meet for them."""
    found = [_left(view, has, maybe) for view in views]
    return Remaining(*(tuple(one for one in found if one.usable == state) for state in _STATES))


def _left(view: ChannelView, has: frozenset[Need], maybe: frozenset[Need]) -> Left:
    unmet = [need for need in Need if need in view.channel.needs and need not in has]
    return Left(
        view=view,
        lacking=tuple(need for need in unmet if need not in maybe),
        unsure=tuple(need for need in unmet if need in maybe),
        open=tuple(need for need in view.open_needs if need not in has),
    )


def possible_without(channels: Iterable[Channel], need: Need) -> Known:
    """Whether the contract can be ended without a need: yes if a channel is said not to ask for it, no if all ask."""
    listed = list(channels)
    if any(need in channel.not_needed for channel in listed):
        return Known.YES
    if listed and all(need in channel.needs for channel in listed):
        return Known.NO
    return Known.UNKNOWN
