"""What is a change of a fact, and what is only another way to say it."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from history.substance import numbers, substance
from model.records import Fact, PartialDate
from model.vocabulary import ReadAs
from support.fact_pairs import DIFFERENT, FACTS, LAST_DAY, SAME, Pair, label
from support.records import source

TERMS = source()


@pytest.mark.parametrize("pair", SAME, ids=label)
def test_another_way_to_say_it_is_no_change(pair: Pair) -> None:
    assert substance(replace(pair[0], **pair[1]), [TERMS]) == substance(pair[0], [TERMS])


@pytest.mark.parametrize("pair", DIFFERENT, ids=label)
def test_another_value_is_a_change(pair: Pair) -> None:
    assert substance(replace(pair[0], **pair[1]), [TERMS]) != substance(pair[0], [TERMS])


def test_every_field_of_every_fact_is_in_these_pairs() -> None:
    paired = {(type(fact), name) for fact, change in [*SAME, *DIFFERENT] for name in change}
    assert {(type(fact), field.name) for fact in FACTS for field in fields(fact)} - paired == {
        (type(fact), "id") for fact in FACTS
    }
    assert {type(fact).__name__ for fact in FACTS} == {kind.__name__ for kind in Fact.__subclasses__()}


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: type(fact).__name__)
def test_sources_count_by_address_and_date(fact: Fact) -> None:
    other = source("other")
    same = [replace(TERMS, key="new", title="Vilkår", publisher="Nord AS", read_as=ReadAs.LIVE, read_on=LAST_DAY)]
    assert substance(fact, same) == substance(fact, [TERMS])
    assert substance(fact, [other, TERMS]) == substance(fact, [TERMS, other])
    assert substance(fact, [TERMS, other]) != substance(fact, [TERMS])
    assert substance(fact, [replace(TERMS, dated=PartialDate(2026, 11))]) != substance(fact, [TERMS])
    assert substance(fact, [replace(TERMS, url="https://nord.example/2")]) != substance(fact, [TERMS])


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: type(fact).__name__)
def test_substance_can_be_a_key(fact: Fact) -> None:
    assert {substance(fact, [TERMS]): 1}[substance(fact, [TERMS])] == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每月99克朗", ["99"]),
        ("1 000 kr, 1,000 and 1.000", ["1000", "1000", "1000"]),
        ("1,5 or 1.5", ["1.5", "1.5"]),
        ("ring +47 915 09 000.", ["4791509000"]),
        ("14, 30 og 60 dager", ["14", "30", "60"]),
        ("2026-06-05", ["2026", "6", "5"]),
        ("§ 4-17", ["4", "17"]),
        ("0 kr, 0,5 GB, 00", ["0", "0.5", "0"]),
        ("９９", ["99"]),
        ("to måneder", []),
    ],
)
def test_numbers_have_one_form(text: str, expected: list[str]) -> None:
    assert list(numbers(text)) == expected


@given(st.integers(0, 10**9))
def test_grouping_of_a_number_is_wording(number: int) -> None:
    written = [f"{number}", f"{number:,}", f"{number:,}".replace(",", "."), f"{number:,}".replace(",", " ")]
    assert {tuple(numbers(f"til {one} kr")) for one in written} == {(str(number),)}
