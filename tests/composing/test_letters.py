"""Every kind of letter and every carrier give a complete letter, or the reason why there is none."""

from dataclasses import replace

import pytest

from composing.letters import BOARD_WAYS, NoLetter, ReadyLetter, brand, letter_for, may_take, party
from model.letters import DATA_SLOTS, SLOT, EndWords, LetterKind, Letters, WhyNot
from model.records import Carrier
from model.vocabulary import ContactKind, ContractKind, Purpose
from support import project

CARRIERS = sorted(project.inputs().data.carriers)


def letters() -> Letters:
    found = project.inputs().letters
    assert found is not None
    return found


def made(kind: LetterKind, slug: str) -> ReadyLetter | NoLetter:
    return letter_for(project.site().library, letters(), kind, project.inputs().data.carriers[slug])


def ready(kind: LetterKind, slug: str) -> ReadyLetter:
    found = made(kind, slug)
    assert isinstance(found, ReadyLetter)
    return found


@pytest.mark.parametrize("slug", CARRIERS)
@pytest.mark.parametrize("kind", LetterKind)
def test_every_kind_and_carrier_give_a_letter_or_a_reason(kind: LetterKind, slug: str) -> None:
    found = made(kind, slug)
    if isinstance(found, NoLetter):
        check_reason(found)
    else:
        check_letter(found)


def check_reason(found: NoLetter) -> None:
    """The reason is true of the carrier."""
    contracts = set(found.carrier.contracts)
    holds = {
        WhyNot.NOT_NORWEGIAN: not found.carrier.norwegian,
        WhyNot.NOT_CONSUMER: contracts == {ContractKind.BUSINESS},
        WhyNot.NO_BILL: contracts == {ContractKind.PREPAID},
        WhyNot.NO_PREPAID: ContractKind.PREPAID not in contracts,
    }
    assert holds[found.why]


def check_letter(found: ReadyLetter) -> None:
    """It has whom it goes to, how, and nothing that nobody fills."""
    assert found.ways or found.asked
    assert found.contracts
    assert all(end.kind in found.carrier.contracts for end in found.contracts)
    filled = {*DATA_SLOTS, *found.version.fields, *found.version.cites}
    for line in found.version.lines:
        assert set(SLOT.findall(line.text.nb)) <= filled
    # Norwegian law is never put to a seller elsewhere.
    assert found.carrier.norwegian or not found.version.cites
    assert not found.mail or found.mail in {one.value for one in found.carrier.contacts}
    assert bool(party(found)) == bool(found.company or brand(found.carrier))


def test_a_rule_on_the_end_comes_from_the_contract_it_is_of() -> None:
    ends = {end.kind: end for end in ready(LetterKind.CANCELLATION, "telenor").contracts}
    assert ends[ContractKind.SUBSCRIPTION].words == EndWords.END_OF_NEXT_MONTH
    assert ends[ContractKind.HOME_BROADBAND].words == EndWords.END_OF_MONTH
    assert ends[ContractKind.PREPAID].words == EndWords.SOONEST
    assert ends[ContractKind.PREPAID].claim is None


def test_a_rule_on_renewals_gives_no_end_to_ask_for() -> None:
    [end] = ready(LetterKind.CANCELLATION, "holafly").contracts
    assert (end.words, end.claim is not None) == (EndWords.SOONEST, True)


def test_an_address_is_used_only_for_what_the_data_say() -> None:
    # Holafly's address stands in the data as a way to a refund.
    assert ready(LetterKind.WITHDRAWAL, "holafly").mail == "help@holafly.com"
    for kind in (LetterKind.CANCELLATION, LetterKind.ERASURE, LetterKind.COMPLAINT):
        letter = ready(kind, "holafly")
        assert letter.mail == ""
        assert all(getattr(way.claim.fact, "kind", None) != ContactKind.EMAIL for way in letter.ways)


def test_an_address_without_a_said_purpose_takes_every_letter_to_the_carrier() -> None:
    for kind in set(LetterKind) - {LetterKind.BOARD}:
        assert ready(kind, "chilimobil").mail == "kundeservice@chilimobil.no", kind


def test_a_purpose_that_the_data_add_takes_an_address_away() -> None:
    carrier: Carrier = project.inputs().data.carriers["chilimobil"]
    contact = next(one for one in carrier.contacts if one.kind == ContactKind.EMAIL)
    telenor = project.inputs().data.carriers["telenor"].contracts[ContractKind.SUBSCRIPTION]
    channel = replace(telenor.channels[0], contact=contact.id, purpose=Purpose.REFUND)
    contract = replace(carrier.contracts[ContractKind.SUBSCRIPTION], channels=(channel,))
    said = replace(carrier, contracts={ContractKind.SUBSCRIPTION: contract})
    assert may_take(LetterKind.CANCELLATION, carrier, contact)
    assert not may_take(LetterKind.CANCELLATION, said, contact)
    assert may_take(LetterKind.WITHDRAWAL, said, contact)


def test_channels_of_one_contract_are_not_offered_for_another() -> None:
    ways = ready(LetterKind.CANCELLATION, "telenor").ways
    forms = [way for way in ways if getattr(way.claim.fact, "kind", None) == ContactKind.FORM]
    assert forms
    assert all(ContractKind.SUBSCRIPTION not in way.contracts for way in forms)


def test_the_board_is_reached_by_the_shared_facts() -> None:
    assert tuple(way.claim.address for way in ready(LetterKind.BOARD, "telia").ways) == BOARD_WAYS


def test_where_nothing_is_known_there_is_a_question() -> None:
    letter = ready(LetterKind.CANCELLATION, "happybytes")
    assert letter.ways == ()
    assert [question.code for question in letter.asked] == ["channels"]


def test_a_page_behind_a_login_takes_no_letter_unless_nothing_else_is_known() -> None:
    kinds = {getattr(way.claim.fact, "kind", None) for way in ready(LetterKind.CANCELLATION, "telenor").ways}
    assert ContactKind.LOGIN not in kinds
    only = {getattr(way.claim.fact, "kind", None) for way in ready(LetterKind.CANCELLATION, "phonero").ways}
    assert only == {ContactKind.LOGIN}


def test_several_sellers_in_one_file_are_no_name_to_write_to() -> None:
    assert party(ready(LetterKind.CANCELLATION, "travel-esim")) == ""
