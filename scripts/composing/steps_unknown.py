"""What is not known, as questions to ask."""

from collections.abc import Iterator

from composing.procedure import ENDS_ITSELF, Situation, Step
from model.vocabulary import ContactKind, ContractKind, Guide, Purpose


def unknown(now: Situation) -> Iterator[Step]:
    """Every open question once, those of the contract first."""
    codes = dict.fromkeys((*now.contract.unknown, *_lacking(now), *now.carrier.unknown))
    wanted = [code for code in codes if _concerns(now, code)]
    if wanted:
        yield Step("open-questions", questions=now.ask(*wanted))


def _concerns(now: Situation, code: str) -> bool:
    """Questions on eSIM belong to eSIMs, questions on the card to cards."""
    esim = now.guide == Guide.ESIM or now.kind == ContractKind.TRAVEL
    return not (code == "sim-return" if esim else code.startswith("esim-"))


def _lacking(now: Situation) -> Iterator[str]:
    """Questions that follow from empty fields, so that a file need not repeat them."""
    ends_itself = now.kind in ENDS_ITSELF
    if not now.contract.notice and not ends_itself:
        yield "notice"
    if not any(channel.purpose == Purpose.CANCEL for channel in now.contract.channels) and not ends_itself:
        yield "channels"
    if not any(contact.kind == ContactKind.PHONE for contact in now.carrier.contacts) and now.carrier.norwegian:
        yield "phone"
