"""Steps up to the moment of cancelling: the right page, whether to cancel, what does not count, what to do first."""

from collections.abc import Iterator

from composing.claims import Claim
from composing.procedure import CARDS, ENDS_ITSELF, Situation, Step
from model.vocabulary import About, Applies, CarrierSection, ContractKind, Guide, Section, Status


def right_page(now: Situation) -> Iterator[Step]:
    """Whether the carrier still exists, what the reader holds, and why this guide concerns the carrier."""
    if now.carrier.status != Status.ACTIVE:
        shown = [fact for fact in now.carrier.get(CarrierSection.ABOUT) if fact.id == "status"]
        yield Step(f"status-{now.carrier.status}", claims=now.own(*shown))
    if now.ref.applies == Applies.UNKNOWN:
        yield Step("guide-unknown", questions=now.ask("esim-support") if now.guide == Guide.ESIM else ())
    yield Step(f"right-{now.kind}", claims=recognise(now))
    if now.ref.applies == Applies.YES:
        step = "guide-plans" if now.ref.plans else "guide-applies"
        yield Step(step, plans=now.ref.plans, claims=now.own(now.ref))


def recognise(now: Situation) -> tuple[Claim, ...]:
    """Facts by which a reader tells what the contract is."""
    return (*now.of(Section.PRODUCT), *(now.shared("travel:data-only") if now.kind == ContractKind.TRAVEL else ()))


def should_i(now: Situation) -> Iterator[Step]:
    """Keeping the number, pausing or paying less instead."""
    if now.kind in (*CARDS, ContractKind.BUSINESS) and now.carrier.norwegian:
        yield keep_number(now)
    pause = now.of(Section.PAUSE)
    if pause:
        yield Step("pause", claims=pause)
    elif now.kind not in ENDS_ITSELF:
        yield Step("pause-unknown", questions=now.ask("pause"))
    if now.kind == ContractKind.SUBSCRIPTION and now.carrier.norwegian:
        yield Step("downgrade", claims=(*now.of(Section.DOWNGRADE), *now.shared("law:plan-change")))


def keep_number(now: Situation) -> Step:
    """Porting ends the contract by itself; the law's month helps who has cancelled already."""
    law = now.shared("porting:after-cancelling", "porting:does-porting-cancel", "porting:debt-no-obstacle")
    return Step("keep-number", claims=unique((*law, *now.of(Section.PORT))))


def not_cancelling(now: Situation) -> Iterator[Step]:
    """What people take for a cancellation: the carrier's own words first, then what holds for every carrier."""
    said = set()
    for fact in now.contract.get(Section.DOES_NOT_CANCEL):
        if fact.about == About.DELETING_ESIM and now.guide == Guide.SMART_CARD:
            continue
        said.add(fact.about)
        yield Step(f"not-{fact.about}", claims=now.own(fact))
    for about, address in _shared_not_cancelling(now):
        if about not in said:
            yield Step(f"not-{about}", claims=now.shared(address))


def _shared_not_cancelling(now: Situation) -> Iterator[tuple[str, str]]:
    if now.kind == ContractKind.TRAVEL:
        yield "deleting-esim", "travel:delete-tidies-phone"
    elif now.guide == Guide.ESIM and now.kind not in ENDS_ITSELF:
        yield "deleting-esim", "esim-devices:delete-is-not-cancel"
    if now.carrier.norwegian and now.kind != ContractKind.PREPAID:
        if now.kind != ContractKind.BUSINESS:
            yield "moving-abroad", "leaving:unpaid-after-leaving"
        yield "removing-card", "leaving:avtalegiro"


def before(now: Situation) -> Iterator[Step]:
    """What to have done and in hand before cancelling."""
    if now.kind in CARDS and now.carrier.norwegian:
        yield move_logins(now)
    yield copy_details(now)
    if now.carrier.norwegian:
        yield identity(now)
    elif now.of(Section.IDENTITY):
        yield Step("identity", claims=now.of(Section.IDENTITY))
    yield from money(now)
    if now.kind == ContractKind.TRAVEL:
        yield Step("keep-esim-travel", claims=keep_for_refund(now))
    elif now.guide == Guide.ESIM:
        yield Step("keep-esim", claims=now.shared("esim-devices:switch-off-first"))


def keep_for_refund(now: Situation) -> tuple[Claim, ...]:
    """Why a travel eSIM is not deleted before the refund; the seller's own words on it replace the common ones."""
    own = {fact.id for fact in now.contract.get(Section.ESIM)}
    common = ("delete-after-refund", "no-reinstall")
    return now.shared(*(f"travel:{name}" for name in common if name not in own))


def copy_details(now: Situation) -> Step:
    """What customer service finds a contract by."""
    if not now.carrier.norwegian:
        return Step("copy-details-abroad")
    variants = {ContractKind.BUSINESS: "-business", ContractKind.PREPAID: "-prepaid"}
    return Step(f"copy-details{variants.get(now.kind, '')}")


def move_logins(now: Situation) -> Step:
    """Log-ins that hang on the number die with it."""
    return Step(
        "move-logins",
        claims=now.shared("leaving:vipps-needs-number", "leaving:chinese-apps", "leaving:bankid-and-sim"),
    )


def identity(now: Situation) -> Step:
    """The carrier must identify the customer at the end of the contract, and how it may."""
    how = "identity:business" if now.kind == ContractKind.BUSINESS else "identity:documents"
    law, documents = now.shared("law:id-check-at-end", how)
    own = now.of(Section.IDENTITY)
    questions = () if own else now.ask("id-without-bankid")
    return Step("identity", claims=unique((documents, *own, law)), questions=questions)


def money(now: Situation) -> Iterator[Step]:
    """Binding, fees, agreements that go on, credit that would be lost, bills that must still arrive."""
    binding = (*now.own(*now.contract.binding), *now.of(Section.FEES))
    if now.kind == ContractKind.PREPAID:
        yield from balance(now)
    if now.kind in ENDS_ITSELF:
        yield from [Step("fees", claims=binding)] if binding else []
    else:
        # The cap on binding protects consumers only.
        law = () if now.kind == ContractKind.BUSINESS else now.norwegian("law:binding-max-12-months")
        yield Step("binding", claims=unique((*binding, *law)), questions=now.ask(*open_binding(now)))
    if now.carrier.separate and now.kind not in ENDS_ITSELF:
        yield Step("separate", claims=now.own(*now.carrier.separate))
    payment = now.wide(CarrierSection.PAYMENT)
    if payment and now.kind != ContractKind.PREPAID:
        yield Step("payment", claims=payment)


def open_binding(now: Situation) -> list[str]:
    """What of the binding to ask: what the file leaves open, or all of it where the file says nothing."""
    silent = not now.contract.binding
    return [code for code in ("binding", "break-fee") if silent or code in now.contract.unknown]


def balance(now: Situation) -> Iterator[Step]:
    """What becomes of the credit on a prepaid card."""
    claims = unique((*now.of(Section.BALANCE), *now.norwegian("law:prepaid-refund-on-port")))
    yield Step("balance", claims=claims, questions=now.ask("balance-payout"))


def unique(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Each claim once, in order: a shared rule may also stand beside a carrier's fact."""
    beside = {one.address for claim in claims for one in claim.beside}
    kept = {claim.address: claim for claim in claims if claim.address not in beside}
    return tuple(kept.values())
