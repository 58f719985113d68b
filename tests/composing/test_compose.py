"""What is decided without a language: different rules give different steps, and nothing is borrowed."""

from dataclasses import replace

import pytest

from composing.claims import Library
from composing.compose import compose, differences
from composing.procedure import PhaseId, Procedure
from composing.site import Site
from model.vocabulary import CompanyKind, ContractKind, Guide
from support import project

NORWEGIAN_LAW = {"law", "identity", "porting", "unpaid", "complaints", "leaving", "privacy"}


def procedure(slug: str, guide: Guide, kind: ContractKind) -> Procedure:
    site: Site = project.site()
    return compose(site.library, site.library.data.carriers[slug], guide, kind)


def ids(found: Procedure, phase: PhaseId) -> list[str]:
    return [step.id for step in found.phase(phase).steps]


def everything() -> list[Procedure]:
    return [procedure for page in project.site().steps_pages for procedure in page.procedures]


def abroad() -> list[Procedure]:
    return [procedure for procedure in everything() if not procedure.carrier.norwegian]


def test_different_rules_give_different_steps() -> None:
    assert ids(procedure("telenor", Guide.ESIM, ContractKind.SUBSCRIPTION), PhaseId.WHEN)[0] == "rule-end-of-next-month"
    assert ids(procedure("ice", Guide.FIVE_G, ContractKind.SUBSCRIPTION), PhaseId.WHEN)[0] == "rule-next-day"
    assert ids(procedure("holafly", Guide.ESIM, ContractKind.TRAVEL), PhaseId.WHEN)[0] == "rule-days-before-renewal"


def test_a_rule_that_is_not_stated_is_asked_for_and_not_borrowed() -> None:
    found = procedure("telenor", Guide.FOUR_G, ContractKind.MOBILE_BROADBAND)
    assert ids(found, PhaseId.WHEN)[0] == "rule-unknown"
    assert [question.code for question in found.phase(PhaseId.WHEN).steps[0].questions] == ["notice"]


@pytest.mark.parametrize("found", everything(), ids=lambda one: f"{one.carrier.slug}-{one.guide}-{one.kind}")
def test_the_closing_list_repeats_no_question(found: Procedure) -> None:
    before = [q.code for p in found.phases for s in p.steps for q in s.questions if p.id != PhaseId.UNKNOWN]
    listed = [q.code for step in found.phase(PhaseId.UNKNOWN).steps for q in step.questions]
    assert set(listed) & set(before) == set()
    assert len(listed) == len(set(listed))


def test_older_rules_stand_under_the_one_we_go_by() -> None:
    step = procedure("telenor", Guide.ESIM, ContractKind.SUBSCRIPTION).phase(PhaseId.WHEN).steps[0]
    assert [claim.address for claim in step.claims] == ["telenor:notice", "telenor:notice-2016"]


def test_channels_come_with_fewest_needs_first() -> None:
    step = procedure("telenor", Guide.ESIM, ContractKind.SUBSCRIPTION).phase(PhaseId.DO).steps
    channels = next(one.channels for one in step if one.channels)
    assert channels[0].channel.kind == "phone"


def test_a_renewal_is_named_before_what_ends_by_itself() -> None:
    steps = ids(procedure("holafly", Guide.ESIM, ContractKind.TRAVEL), PhaseId.DO)
    assert steps.index("renewal") < steps.index("ending")


def test_a_prepaid_card_of_unknown_end_says_nothing_about_ending() -> None:
    steps = ids(procedure("lycamobile", Guide.SMART_CARD, ContractKind.PREPAID), PhaseId.DO)
    assert "ending" not in steps
    assert "prepaid-unknown" in steps


@pytest.mark.parametrize("found", abroad(), ids=lambda one: f"{one.carrier.slug}-{one.guide}-{one.kind}")
def test_norwegian_rules_stay_with_norwegian_carriers(found: Procedure) -> None:
    assert {claim.owner for claim in found.claims} & NORWEGIAN_LAW == set()


def test_the_norwegian_rules_are_topics_of_the_data() -> None:
    assert project.inputs().data.topics.keys() >= NORWEGIAN_LAW


@pytest.mark.parametrize("found", everything(), ids=lambda one: f"{one.carrier.slug}-{one.guide}-{one.kind}")
def test_no_procedure_borrows_a_fact_from_another_carrier(found: Procedure) -> None:
    owners = {claim.owner for claim in found.claims} & set(project.inputs().data.carriers)
    assert owners <= {found.carrier.slug}


@pytest.mark.parametrize("found", everything(), ids=lambda one: f"{one.carrier.slug}-{one.guide}-{one.kind}")
def test_every_procedure_helps(found: Procedure) -> None:
    do = ids(found, PhaseId.DO)
    assert {"choose-channel", "ask-contact", "ask-contact-travel", "find-carrier"} & set(do)
    assert do[-2] == "say-it"
    assert do[-1].startswith("ask-confirmation")
    if found.carrier.norwegian and found.kind != ContractKind.PREPAID:
        assert ids(found, PhaseId.NOT_CANCELLING)


def test_a_further_contract_says_only_what_differs() -> None:
    page = next(p for p in project.site().steps_pages if (p.carrier.slug, p.guide) == ("telenor", Guide.FOUR_G))
    main, other = page.procedures[:2]
    left = {step for phase in differences(main, other) for step in (s.id for s in phase.steps)}
    assert "rule-unknown" in left
    assert "copy-details" not in left


def test_an_organisation_number_that_stands_first_is_not_the_name_of_the_company() -> None:
    data = project.site().library.data
    telenor = data.carriers["telenor"]
    turned = replace(telenor, company=telenor.company[::-1])
    assert telenor.company[-1].kind != CompanyKind.NAME
    site = Site(Library(replace(data, carriers={"telenor": turned}), project.TODAY))
    assert {page.company[0].fact for page in site.steps_pages} == {telenor.company[0]}
