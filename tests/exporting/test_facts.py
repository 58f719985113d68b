"""One fact as JSON: the values of each kind, and its evidence."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from composing.claims import Claim, Library
from exporting.api_schema import FACTS
from exporting.facts import KINDS, Json, fact_data
from model import records
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
    SourceKind,
)
from model.words import Text
from support.records import TODAY, carrier_with, data, fact, source

WORDS = Text("甲", "a", "b")
SAID = {"zh": "甲", "en": "a", "nb": "b"}
PLACE: dict[str, Any] = {"id": "x", "path": "contracts.subscription.channels.3"}
COMMON = {"address", "id", "section", "type", "caveats", "trust", "expected_only", "stale", "sources", "checked"}
RECEIVED = Example(start=date(2026, 6, 10), result=date(2026, 7, 31), start_name="received", result_name="ends")
RENEWS = Example(
    start=datetime(2026, 6, 30, 12), result=datetime(2026, 6, 28, 12), start_name="renews", result_name="latest"
)


def shown(one: Fact) -> Json:
    carrier = carrier_with([source(), source("review", kind=SourceKind.THIRD_PARTY)])
    return fact_data(Library(data(carrier), TODAY).claim(carrier, one), None)


@pytest.mark.parametrize(
    ("one", "kind", "values"),
    [
        (ValueFact(**PLACE, value="Nord AS"), "value", {"kind": CompanyKind.NAME, "value": "Nord AS"}),
        (TextFact(**PLACE, text=WORDS), "text", {"text": SAID}),
        (
            TextFact(**PLACE, text=WORDS, short=WORDS, about=About.PORTING, value={"days": "30"}),
            "text",
            {"about": "porting", "text": SAID, "short": SAID, "value": {"days": "30"}},
        ),
        (TextFact(**PLACE, text=WORDS, value="30"), "text", {"text": SAID, "value": "30"}),
        (
            Contact(**PLACE, kind=ContactKind.PHONE, value="+4791509000", printed="+47 915 09 000"),
            "contact",
            {"kind": "phone", "value": "+4791509000", "print": "+47 915 09 000"},
        ),
        (
            Contact(**PLACE, kind=ContactKind.CHAT, name="Ask", url="https://nord.example/chat"),
            "contact",
            {"kind": "chat", "url": "https://nord.example/chat", "name": "Ask"},
        ),
        (Channel(**PLACE, kind=ContactKind.CHAT), "channel", {"kind": "chat", "purpose": "cancel"}),
        (
            Channel(
                **PLACE,
                kind=ContactKind.PHONE,
                purpose=Purpose.PAUSE,
                name="Line",
                contact="phone",
                url="https://nord.example/",
                route=WORDS,
                needs=(Need.LOGIN,),
                not_needed=(Need.BANKID, Need.SIM),
            ),
            "channel",
            {
                "kind": "phone",
                "purpose": "pause",
                "name": "Line",
                "contact": "phone",
                "url": "https://nord.example/",
                "path": SAID,
                "needs": ["login"],
                "not_needed": ["bankid", "sim"],
            },
        ),
        (
            Notice(**PLACE, rule=Rule.END_OF_NEXT_MONTH, example=RECEIVED),
            "notice",
            {"rule": "end-of-next-month", "example": {"received": "2026-06-10", "ends": "2026-07-31"}},
        ),
        (Notice(**PLACE, rule=Rule.DAYS_AFTER_NOTICE, days=30), "notice", {"rule": "days-after-notice", "days": 30}),
        (
            Notice(**PLACE, rule=Rule.HOURS_BEFORE_RENEWAL, hours=48, example=RENEWS),
            "notice",
            {
                "rule": "hours-before-renewal",
                "hours": 48,
                "example": {"renews": "2026-06-30T12:00", "latest": "2026-06-28T12:00"},
            },
        ),
        (Binding(**PLACE, max_months=12), "binding", {"max_months": 12}),
        (Binding(**PLACE, max_months=6, special_months=24), "binding", {"max_months": 6, "special_months": 24}),
        (
            Separate(**PLACE, kind=SeparateKind.CREDIT, name="Bytte", text=WORDS),
            "separate",
            {"kind": "credit", "name": "Bytte", "text": SAID},
        ),
        (
            GuideRef(id="guide-5g", path="guides.5g", applies=Applies.YES, contracts=(ContractKind.PREPAID,)),
            "guide",
            {"guide": "5g", "applies": "yes", "contracts": ["prepaid"]},
        ),
        (
            GuideRef(id="guide-4g", path="guides.4g", applies=Applies.NO, plans=("Max",)),
            "guide",
            {"guide": "4g", "applies": "no", "plans": ["Max"]},
        ),
    ],
)
def test_values_of_each_kind(one: Fact, kind: str, values: Json) -> None:
    found = shown(one)
    assert found["type"] == kind
    assert {key: value for key, value in found.items() if key not in COMMON} == values


def test_every_kind_of_fact_has_a_form_and_a_schema() -> None:
    known = {one for one in vars(records).values() if isinstance(one, type) and issubclass(one, Fact)}
    assert set(KINDS) == known - {Fact}
    assert {name for name, _ in KINDS.values()} == set(FACTS)


def test_what_every_fact_carries() -> None:
    assert shown(fact()) == {
        "address": "nord:fact",
        "id": "fact",
        "section": "company",
        "type": "value",
        "kind": "name",
        "value": "x",
        "caveats": [],
        "trust": "official-archived",
        "expected_only": False,
        "stale": False,
        "sources": [
            {
                "key": "terms",
                "url": "https://nord.example/terms",
                "link": True,
                "title": "terms",
                "publisher": "Nord",
                "kind": "official",
                "dated": "2026-06-05",
                "read_as": "archived-copy",
            }
        ],
        "checked": None,
    }


def test_what_a_fact_may_carry() -> None:
    one = replace(
        fact(caveat=(Caveat.OLD, Caveat.CONFLICT)),
        note=WORDS,
        product="Kontant",
        section="§ 4-6",
        confidence=Confidence.LOW,
    )
    found = shown(one)
    told = {"note": SAID, "product": "Kontant", "law_section": "§ 4-6", "confidence": "low"}
    assert {key: found[key] for key in told} == told
    assert found["caveats"] == ["old", "conflict"]


def test_section_has_no_positions() -> None:
    assert shown(replace(fact(), path="contracts.subscription.notice.0"))["section"] == "contracts.subscription.notice"


def test_third_party_alone_is_only_expected() -> None:
    found = shown(fact(source=("review",)))
    assert (found["trust"], found["expected_only"]) == ("third-party", True)


def test_checked_is_the_day_it_was_found_the_same() -> None:
    same = Confirmation(on=date(2026, 10, 1), by=ReadAs.LIVE, result=CheckResult.SAME)
    later = Confirmation(on=date(2026, 11, 1), by=ReadAs.LIVE, result=CheckResult.COULD_NOT_LOOK)
    found = shown(fact(confirmed=(same, later)))
    assert (found["checked"], found["trust"]) == ("2026-10-01", "official-live")


def test_source_that_must_not_be_linked_keeps_its_address_as_evidence() -> None:
    live = replace(source(), link=False, read_as=ReadAs.LIVE, read_on=date(2026, 6, 7))
    carrier = carrier_with([live])
    [found] = fact_data(Library(data(carrier), TODAY).claim(carrier, fact()), None)["sources"]
    assert (found["url"], found["link"]) == ("https://nord.example/terms", False)
    assert (found["read_as"], found["read_on"]) == ("live", "2026-06-07")


def test_beside_are_addresses_and_changed_is_a_day() -> None:
    carrier = carrier_with([source()])
    claim = Library(data(carrier), TODAY).claim(carrier, fact())
    with_beside: Claim = replace(claim, fact=replace(claim.fact, beside=("law:billing",)))
    found = fact_data(with_beside, date(2026, 9, 1))
    assert (found["beside"], found["changed"]) == (["law:billing"], "2026-09-01")
