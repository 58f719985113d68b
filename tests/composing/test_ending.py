"""The contracts of the dates tool and the rules they end by."""

from dataclasses import replace
from datetime import date

import pytest

from composing.advice import ASK_AGAIN_DAYS
from composing.claims import Claim, Library
from composing.ending import RuleKey, by_rule, endings, is_expected, months, rule_key
from model.records import Notice
from model.vocabulary import Caveat, Guide, Rule, SourceKind
from support import project
from support.records import TODAY, carrier_with, data, fact, source


def claims() -> dict[str, Claim]:
    return {claim.address: claim for ending in endings(project.site()) for claim in ending.rules}


def test_every_contract_of_every_carrier_is_there() -> None:
    found = [(ending.carrier.slug, ending.kind) for ending in endings(project.site())]
    assert sorted(found) == sorted((one.slug, kind) for one in project.site().carriers for kind in one.contracts)


def test_a_card_has_the_contracts_that_its_steps_pages_speak_of() -> None:
    for guide in Guide:
        pages = [page for page in project.site().steps_pages if page.guide == guide]
        wanted = [(page.carrier.slug, kind) for page in pages for kind in page.ref.contracts]
        assert [(ending.carrier.slug, ending.kind) for ending in endings(project.site(), guide)] == wanted


def test_every_notice_of_the_data_is_a_rule_of_some_contract() -> None:
    notices = {f"{one.slug}:{fact.id}" for one in project.site().carriers for fact in one.facts if type(fact) is Notice}
    assert claims().keys() == notices


def test_every_contract_has_something_to_ask() -> None:
    assert all(ending.questions[0].code == "notice" for ending in endings(project.site()))


def test_rules_are_grouped_and_none_is_lost() -> None:
    groups = by_rule(endings(project.site()))
    assert [claim for members in groups.values() for _, claim in members] != []
    assert {claim.address for members in groups.values() for _, claim in members} == claims().keys()
    assert all(rule_key(claim) == key for key, members in groups.items() for _, claim in members)


@pytest.mark.parametrize(
    ("kind", "caveat", "product", "expected"),
    [
        (SourceKind.OFFICIAL, (), "", False),
        (SourceKind.OFFICIAL, (Caveat.OLD,), "", False),
        (SourceKind.THIRD_PARTY, (), "", True),
        (SourceKind.OFFICIAL, (Caveat.CONFLICT,), "", True),
        (SourceKind.OFFICIAL, (Caveat.OLD, Caveat.INFERRED), "", True),
        (SourceKind.OFFICIAL, (Caveat.DERIVED,), "", True),
        (SourceKind.OFFICIAL, (), "Nord 5 GB", True),
    ],
)
def test_third_parties_conflicts_conclusions_and_single_products_give_expected_dates(
    kind: SourceKind, caveat: tuple[Caveat, ...], product: str, expected: bool
) -> None:
    one = replace(fact(caveat=caveat), product=product)
    carrier = carrier_with([source(kind=kind)], one)
    assert is_expected(Library(data(carrier), TODAY).claim(carrier, one)) is expected


def test_a_year_of_months_begins_with_the_day_of_the_build() -> None:
    rows = months(RuleKey(Rule.END_OF_NEXT_MONTH, 0, 0), TODAY)
    assert len(rows) == 12
    assert (rows[0].start, rows[0].first, rows[0].last) == (date(2026, 11, 1), date(2026, 12, 31), date(2026, 12, 31))
    assert rows[-1].start == date(2027, 10, 1)


def test_days_after_notice_give_the_first_and_the_last_day() -> None:
    row = months(RuleKey(Rule.DAYS_AFTER_NOTICE, 30, 0), TODAY)[0]
    assert (row.first, row.last) == (date(2026, 12, 1), date(2026, 12, 30))


def test_what_words_say_better_has_no_rows() -> None:
    for rule in (Rule.NEXT_DAY, Rule.DAYS_BEFORE_RENEWAL, Rule.HOURS_BEFORE_RENEWAL):
        assert months(RuleKey(rule, 7, 48), TODAY) == ()


def test_the_steps_tell_the_same_number_of_days() -> None:
    words = {"zh": "七天", "en": "seven days", "nb": "sju dager"}
    assert ASK_AGAIN_DAYS == 7
    for language, text in words.items():
        assert text in project.inputs().phrases[language].say("step.confirmation.title")
