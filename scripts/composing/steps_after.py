"""Steps from the cancellation on: channels, the last day, what follows, what to do when it goes wrong."""

from collections.abc import Iterator

from composing.channels import ordered
from composing.claims import Claim
from composing.procedure import Situation, Step
from composing.steps_before import BROADBAND, CARDS, ENDS_ITSELF
from model.records import Question
from model.vocabulary import CarrierSection, ContactKind, ContractKind, Guide, Purpose, Section

REACHABLE = (ContactKind.PHONE, ContactKind.SHORT_CODE, ContactKind.CHAT, ContactKind.EMAIL, ContactKind.PAGE)
# Names that readers know as eSIM menus; each is a shared fact with its own source.
ESIM_MENUS = ("esim-devices:iphone-delete", "esim-devices:samsung-delete", "esim-devices:pixel-delete")


def do(now: Situation) -> Iterator[Step]:
    """The act itself: renewals first, then the channels, fewest needs first, then what to say."""
    yield from renewal_and_end(now)
    yield Step("choose-channel", channels=now.channels) if now.channels else find_channel(now)
    abroad = now.of(Section.ABROAD)
    if abroad:
        yield Step("abroad", claims=abroad)
    yield Step("say-it", sentence=_sentence(now))
    yield Step("ask-confirmation")


def renewal_and_end(now: Situation) -> Iterator[Step]:
    """What renews by itself comes before what ends by itself."""
    renewal = now.of(Section.RENEWAL)
    if renewal:
        yield Step("renewal", claims=renewal)
    ending = now.of(Section.ENDING)
    if ending:
        yield Step("ending", claims=ending)
    if now.kind == ContractKind.TRAVEL:
        yield Step("travel-all", claims=now.shared("travel:expires-by-itself", "travel:switch-off-three"))
    if now.kind == ContractKind.PREPAID and not (renewal or ending):
        yield Step("prepaid-unknown", questions=now.ask("prepaid-close", "renewal-off"))


def find_channel(now: Situation) -> Step:
    """No channel is known: the ways to reach the carrier, and the question to ask first."""
    contacts = now.own(*(contact for contact in now.carrier.contacts if contact.kind in REACHABLE))
    step = "ask-contact" if contacts else "find-carrier"
    return Step(step, claims=contacts, questions=now.ask("channels"))


def _sentence(now: Situation) -> str:
    language = "nb" if now.carrier.norwegian else "en"
    what = {ContractKind.PREPAID: "close-prepaid", ContractKind.TRAVEL: "stop-renewal"}.get(now.kind, "cancel")
    return f"{what}-{language}"


def when(now: Situation) -> Iterator[Step]:
    """The last day by each rule that is known, what is still billed, what comes back."""
    notice = now.contract.notice
    if notice:
        # The first rule is the one we go by; others, older or differing, stand under it.
        yield Step(f"rule-{notice[0].rule}", claims=now.own(*notice))
    elif now.kind not in ENDS_ITSELF:
        law = now.norwegian("law:notice-no-statutory-length")
        yield Step("rule-unknown", claims=law, questions=now.ask("notice"))
    expiry = now.of(Section.EXPIRY)
    if expiry:
        yield Step("expiry", claims=expiry)
    elif now.kind == ContractKind.PREPAID:
        yield Step("expiry-unknown", questions=now.ask("prepaid-life"))
    bills = now.of(Section.REFUND, Section.FINAL_BILL)
    ways = ordered(now.library, now.carrier, now.contract, Purpose.REFUND)
    if bills or ways:
        yield Step("refund", claims=bills, channels=ways)
    if now.kind == ContractKind.TRAVEL:
        yield Step("refund-travel", claims=now.shared("travel:refund-logic", "travel:refund-via-seller"))
    withdrawal = now.of(Section.WITHDRAWAL)
    if withdrawal:
        yield Step("withdrawal", claims=withdrawal)


def after(now: Situation) -> Iterator[Step]:
    """Proof, last bill, standing payments, the card or profile itself, equipment, data."""
    yield Step("confirmation")
    if now.kind not in ENDS_ITSELF:
        yield Step("last-bill")
        if now.carrier.norwegian:
            yield Step("standing-payments", claims=now.shared("leaving:avtalegiro", "leaving:efaktura"))
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
        travel = now.shared("travel:no-reinstall", "travel:delete-after-refund")
        yield Step("delete-esim", claims=(*own, *travel, *now.shared(*ESIM_MENUS)))
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
    return now.shared(
        "complaints:which-body", "complaints:order", "complaints:bkn-contact", "complaints:deadline", "complaints:cost"
    )


def unknown(now: Situation) -> Iterator[Step]:
    """Every open question once, those of the contract first."""
    codes = dict.fromkeys((*now.contract.unknown, *_lacking(now), *now.carrier.unknown))
    questions: tuple[Question, ...] = now.ask(*codes)
    if questions:
        yield Step("open-questions", questions=questions)


def _lacking(now: Situation) -> Iterator[str]:
    """Questions that follow from empty fields, so that a file need not repeat them."""
    ends_itself = now.kind in ENDS_ITSELF
    if not now.contract.notice and not ends_itself:
        yield "notice"
    if not any(channel.purpose == Purpose.CANCEL for channel in now.contract.channels) and not ends_itself:
        yield "channels"
    if not any(contact.kind == ContactKind.PHONE for contact in now.carrier.contacts) and now.carrier.norwegian:
        yield "phone"
