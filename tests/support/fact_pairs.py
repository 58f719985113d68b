"""Facts of every kind, with changes of each that count and changes that do not."""

from dataclasses import replace
from datetime import date
from typing import Any

from model.records import (
    Binding,
    Channel,
    Confirmation,
    Contact,
    Example,
    Fact,
    GuideRef,
    Notice,
    Separate,
    TextFact,
    ValueFact,
)
from model.vocabulary import (
    About,
    Applies,
    Caveat,
    CheckResult,
    CompanyKind,
    Confidence,
    ContactKind,
    ContractKind,
    Need,
    Purpose,
    ReadAs,
    Rule,
    SeparateKind,
)
from model.words import Text

PLACE: dict[str, Any] = {
    "id": "x",
    "path": "contracts.subscription.fees.0",
    "source": ("terms",),
    "confidence": Confidence.MEDIUM,
}
SAID = Text("每月99克朗，14天内退。", "NOK 99 a month, refund in 14 days.", "99 kr i måneden, tilbake innen 14 dager.")
FIRST_DAY, LAST_DAY = date(2026, 6, 10), date(2026, 7, 31)
SHOWN = Example(start=FIRST_DAY, result=LAST_DAY, start_name="received", result_name="ends")
TEXT = TextFact(text=SAID, about=About.BLOCKING, value={"days": "14"}, **PLACE)
CONTACT = Contact(kind=ContactKind.PHONE, value="+4791509000", printed="+47 915 09 000", **PLACE)
CHANNEL = Channel(kind=ContactKind.CHAT, needs=(Need.SIM, Need.LOGIN), not_needed=(Need.BANKID,), route=SAID, **PLACE)
NOTICE = Notice(rule=Rule.DAYS_AFTER_NOTICE, days=14, example=SHOWN, **PLACE)
HOURS = Notice(rule=Rule.HOURS_BEFORE_RENEWAL, hours=24, **PLACE)
BINDING = Binding(max_months=12, special_months=6, **PLACE)
SEPARATE = Separate(kind=SeparateKind.INSURANCE, name="Trygg", text=SAID, **PLACE)
KINDS = (ContractKind.SUBSCRIPTION, ContractKind.PREPAID)
GUIDE = GuideRef(applies=Applies.YES, contracts=KINDS, plans=("Fri", "Mini"), **PLACE)
VALUE = ValueFact(value="Nord AS", **PLACE)
FACTS: tuple[Fact, ...] = (TEXT, CONTACT, CHANNEL, NOTICE, BINDING, SEPARATE, GUIDE, VALUE)
REWORDED = Text(
    "14天内可以退，每月99克朗。", "Within 14 days you get it back; it is NOK 99.", "Innen 14 dager. Det koster 99 kr."
)
OTHER_NUMBER = replace(SAID, zh="每月119克朗，14天内退。")


def _looked(result: CheckResult) -> tuple[Confirmation, ...]:
    return (Confirmation(on=date(2026, 11, 1), by=ReadAs.LIVE, result=result),)


# A fact and a change of some of its fields.
Pair = tuple[Fact, dict[str, Any]]
SAME: list[Pair] = [
    *((fact, {"note": SAID}) for fact in FACTS),
    *((fact, {"beside": ("law:billing",)}) for fact in FACTS),
    *((fact, {"path": "contracts.subscription.refund.3"}) for fact in FACTS),
    *((fact, {"source": ("terms-2026",)}) for fact in FACTS),
    *((fact, {"confirmed": _looked(CheckResult.SAME)}) for fact in FACTS),
    *((fact, {"confirmed": _looked(CheckResult.COULD_NOT_LOOK)}) for fact in FACTS),
    (TEXT, {"text": REWORDED}),
    (TEXT, {"text": replace(SAID, en="NOK 99 a month, refund in two weeks.")}),
    (TEXT, {"short": OTHER_NUMBER}),
    (CONTACT, {"printed": "+47 91 50 90 00"}),
    (CHANNEL, {"needs": (Need.LOGIN, Need.SIM)}),
    (CHANNEL, {"route": REWORDED}),
    (NOTICE, {"example": replace(SHOWN, start=LAST_DAY)}),
    (NOTICE, {"example": None}),
    (SEPARATE, {"text": REWORDED}),
    (SEPARATE, {"short": SAID}),
    (GUIDE, {"plans": ("Mini", "Fri")}),
]
DIFFERENT: list[Pair] = [
    *((fact, {"confidence": Confidence.LOW}) for fact in FACTS),
    *((fact, {"caveat": (Caveat.OLD,)}) for fact in FACTS),
    *((fact, {"product": "Fri"}) for fact in FACTS),
    *((fact, {"section": "§ 4-6"}) for fact in FACTS),
    *((fact, {"path": "contracts.prepaid.fees.0"}) for fact in FACTS),
    *((fact, {"path": "separate.0"}) for fact in FACTS),
    *((fact, {"confirmed": _looked(CheckResult.CHANGED)}) for fact in FACTS),
    (TEXT, {"text": OTHER_NUMBER}),
    (TEXT, {"text": Text("每月收费。", "A monthly fee.", "Månedlig gebyr.")}),
    (TEXT, {"about": About.PORTING}),
    (TEXT, {"value": {"days": "30"}}),
    (TEXT, {"value": "14"}),
    (CONTACT, {"value": "+4791509001"}),
    (CONTACT, {"kind": ContactKind.SHORT_CODE}),
    (CONTACT, {"url": "https://nord.example/chat"}),
    (CONTACT, {"name": "Chat"}),
    (CHANNEL, {"needs": (Need.SIM,)}),
    (CHANNEL, {"not_needed": ()}),
    (CHANNEL, {"purpose": Purpose.PAUSE}),
    (CHANNEL, {"kind": ContactKind.FORM}),
    (CHANNEL, {"contact": "phone"}),
    (CHANNEL, {"url": "https://nord.example/form"}),
    (CHANNEL, {"name": "Min side"}),
    (CHANNEL, {"route": OTHER_NUMBER}),
    (NOTICE, {"rule": Rule.NEXT_DAY}),
    (NOTICE, {"days": 30}),
    (HOURS, {"hours": 48}),
    (BINDING, {"max_months": 6}),
    (BINDING, {"special_months": 0}),
    (SEPARATE, {"kind": SeparateKind.CREDIT}),
    (SEPARATE, {"name": "Sikker"}),
    (SEPARATE, {"text": OTHER_NUMBER}),
    (GUIDE, {"applies": Applies.UNKNOWN}),
    (GUIDE, {"contracts": KINDS[::-1]}),
    (GUIDE, {"plans": ("Fri",)}),
    (VALUE, {"value": "Nord Mobil AS"}),
    (VALUE, {"kind": CompanyKind.ORG_NUMBER}),
]


def label(pair: Pair) -> str:
    """A pair's name in the list of tests."""
    return f"{type(pair[0]).__name__}-{next(iter(pair[1]))}"
