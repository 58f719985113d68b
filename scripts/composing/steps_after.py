"""The steps after cancelling: proof, last bill, what remains, and what to do when it goes wrong."""

from collections.abc import Iterator

from composing.claims import Claim
from composing.procedure import BROADBAND, CARDS, ENDS_ITSELF, Situation, Step
from model.vocabulary import CarrierSection, ContractKind, Guide, Section

# Names that readers know as eSIM menus; each is a shared fact with its own source.
ESIM_MENUS = ("esim-devices:iphone-delete", "esim-devices:samsung-delete", "esim-devices:pixel-delete")


def after(now: Situation) -> Iterator[Step]:
    """Proof, last bill, standing payments, the card or profile itself, equipment, data."""
    yield Step(f"confirmation{now.variant}")
    if now.kind not in ENDS_ITSELF:
        yield Step("last-bill")
        if now.carrier.norwegian:
            # What holds of direct debit stands under what does not cancel.
            yield Step("standing-payments", claims=now.shared("leaving:efaktura"))
    ending = now.of(Section.ENDING)
    if ending and now.kind not in ENDS_ITSELF:
        yield Step("ends-too", claims=ending)
    yield from remains(now)
    if now.of(Section.EQUIPMENT):
        yield Step("equipment", claims=now.of(Section.EQUIPMENT))
    elif now.kind in BROADBAND:
        yield Step("equipment-unknown", questions=now.ask("router-return"))
    if now.carrier.norwegian:
        yield Step("privacy", claims=now.shared("privacy:erasure"))


def remains(now: Situation) -> Iterator[Step]:
    """The profile is deleted, or the card destroyed, last of all."""
    own = now.of(Section.ESIM)
    if now.kind == ContractKind.TRAVEL:
        yield Step("delete-esim", claims=(*own, *now.shared("travel:delete-tidies-phone", *ESIM_MENUS)))
    elif now.guide == Guide.ESIM:
        yield Step("delete-esim", claims=(*own, *now.shared(*ESIM_MENUS)))
    elif now.kind in CARDS:
        yield Step("destroy-sim", claims=now.shared("sim-card:what-a-sim-holds", "sim-card:destroy"))


def if_wrong(now: Situation) -> Iterator[Step]:
    """Refusals, long notice, bills that go on, and the way to the complaints board."""
    if now.carrier.norwegian:
        if now.kind != ContractKind.BUSINESS:
            yield from consumer_refusals(now)
        yield Step("complain", claims=_complaint(now), sentence="complaint-nb")
    else:
        yield Step("seller-first", sentence="complaint-en")
    warnings = now.wide(CarrierSection.WARNINGS)
    if warnings:
        yield Step("scams", claims=warnings)


def consumer_refusals(now: Situation) -> Iterator[Step]:
    """What a consumer can answer; these rules do not speak of companies."""
    bankid = now.shared("identity:bankid-not-only-way", "identity:email-copy")
    yield Step("refused-bankid", claims=bankid, sentence="no-bankid-nb")
    if now.kind != ContractKind.PREPAID:
        yield Step("one-way-only", claims=now.shared("law:form-requirements"), sentence="note-cancellation-nb")
        yield Step("still-billed", claims=now.shared("unpaid:dispute-the-bill"), sentence="dispute-nb")


def _complaint(now: Situation) -> tuple[Claim, ...]:
    return now.shared("complaints:which-body", "complaints:order", "complaints:bkn-contact", "complaints:deadline")
