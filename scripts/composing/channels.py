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


@dataclass(frozen=True, slots=True)
class ChannelView:
    """A channel with its claim, the contact it uses, and its needs in three states."""

    channel: Channel
    claim: Claim
    contact: Contact | None
    contact_claim: Claim | None
    open_needs: tuple[Need, ...]


def weight(channel: Channel) -> tuple[int, int]:
    """Sort key: an unknown need weighs like a known one; ties go to fewer known needs (design.md section 3)."""
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


def possible_without(channels: Iterable[Channel], need: Need) -> Known:
    """Whether the contract can be ended without a need: yes if a channel is said not to ask for it, no if all ask."""
    listed = list(channels)
    if any(need in channel.not_needed for channel in listed):
        return Known.YES
    if listed and all(need in channel.needs for channel in listed):
        return Known.NO
    return Known.UNKNOWN
