"""The steps of cancelling itself: renewals, channels, what to say, and the last day."""

from collections.abc import Iterator

from composing.channels import ordered
from composing.procedure import ASK_HOW_IT_ENDS, ENDS_ITSELF, Situation, Step
from model.records import Contact
from model.vocabulary import ContactKind, ContractKind, Purpose, Section

# In the order of use: a person first, a page behind a login or a letter last.
REACHABLE = (
    ContactKind.PHONE,
    ContactKind.SHORT_CODE,
    ContactKind.CHAT,
    ContactKind.EMAIL,
    ContactKind.FORM,
    ContactKind.PAGE,
    ContactKind.LOGIN,
    ContactKind.APP,
    ContactKind.POST,
)


def do(now: Situation) -> Iterator[Step]:
    """The act itself: renewals first, then the channels, fewest needs first, then what to say."""
    yield from renewal_and_end(now)
    yield Step("choose-channel", channels=now.channels) if now.channels else find_channel(now)
    abroad = now.of(Section.ABROAD)
    if abroad:
        yield Step("abroad", claims=abroad)
    yield Step("say-it", sentence=_sentence(now))
    yield Step(f"ask-confirmation{now.variant}")


def renewal_and_end(now: Situation) -> Iterator[Step]:
    """What renews by itself comes before what ends by itself."""
    renewal = now.of(Section.RENEWAL)
    if renewal:
        yield Step("renewal", claims=renewal)
    ending = now.of(Section.ENDING)
    if ending and now.kind in ENDS_ITSELF:
        yield Step("ending", claims=ending)
    if now.kind == ContractKind.TRAVEL:
        yield Step("travel-all", claims=now.shared("travel:expires-by-itself", "travel:switch-off-three"))
    if now.kind == ContractKind.PREPAID and not (renewal or ending):
        yield Step("prepaid-unknown", questions=now.ask(*ASK_HOW_IT_ENDS.values()))


def find_channel(now: Situation) -> Step:
    """No channel is known: the ways to reach the carrier, and the question to ask first."""
    contacts = now.own(*reachable(now))
    step = f"ask-contact{'-travel' if now.kind == ContractKind.TRAVEL else ''}" if contacts else "find-carrier"
    return Step(step, claims=contacts, questions=now.ask(ASK_HOW_IT_ENDS.get(now.kind, "channels")))


def reachable(now: Situation) -> list[Contact]:
    """The carrier's contacts in the order of use."""
    found = [contact for contact in now.carrier.contacts if contact.kind in REACHABLE]
    return sorted(found, key=lambda contact: REACHABLE.index(contact.kind))


def _sentence(now: Situation) -> str:
    what = {ContractKind.PREPAID: "close-prepaid", ContractKind.TRAVEL: "stop-renewal"}.get(now.kind, "cancel")
    return f"{what}-{now.carrier.language}"


def when(now: Situation) -> Iterator[Step]:
    """The last day by each rule that is known, what is still billed, what comes back."""
    notice = now.contract.notice
    if notice:
        # The first rule is the one we go by; others, older or differing, stand under it.
        yield Step(f"rule-{notice[0].rule}", claims=now.own(*notice))
    elif now.kind not in ENDS_ITSELF:
        # The law's silence on notice concerns consumers; a company has the notice it agreed to.
        law = () if now.kind == ContractKind.BUSINESS else now.norwegian("law:notice-no-statutory-length")
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
