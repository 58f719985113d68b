"""Ways to reach a carrier, in full for paper: the number as it is dialled from abroad, the address as it is typed."""

from composing.channels import ChannelView
from model.records import Contact
from model.vocabulary import ContactKind
from writing.facts import Speaker
from writing.source_list import shown_address


def way(speaker: Speaker, view: ChannelView, *, routes: bool) -> str:
    """A channel with its name, its number or address, and, where wanted, how one gets there."""
    channel, contact = view.channel, view.contact
    details = [channel.name, *(_details(contact) if contact else ()), shown_address(channel.url)]
    if contact and contact.kind not in (channel.kind, ContactKind.PHONE, ContactKind.EMAIL):
        # Its name says that the details are of another kind than the channel: a page that leads to a mail address.
        details.insert(0, speaker.phrases.say(f"contact.{contact.kind}"))
    if routes:
        details.append(speaker.text(channel.route))
    return _with(speaker, speaker.phrases.say(f"channel.{channel.kind}"), details)


def reached(speaker: Speaker, contact: Contact) -> str:
    """A contact with its number or address."""
    return _with(speaker, speaker.phrases.say(f"contact.{contact.kind}"), _details(contact))


def _details(contact: Contact) -> list[str]:
    # A number stays on one line; who has the address of a page needs no name for it.
    number = contact.printed.replace(" ", "\u00a0")
    return [number or contact.value, shown_address(contact.url) or contact.name]


def _with(speaker: Speaker, kind: str, details: list[str]) -> str:
    listed = [detail for detail in dict.fromkeys(details) if detail]
    if not listed:
        return kind
    return speaker.phrases.say("channel.with_name", kind=kind, name=", ".join(listed))
