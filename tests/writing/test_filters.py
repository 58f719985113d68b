"""The filters of the directory: three states where the data has three, and every value can be chosen."""

from dataclasses import replace

import pytest
from lxml import html

from composing.channels import Known
from composing.claims import Library
from composing.site import Site
from model.records import Carrier, Channel, GuideRef
from model.vocabulary import Applies, ContractKind, Guide, Need, Status
from support import project
from support.records import TODAY, carrier_with, channel, source
from writing import filters

PHRASES = project.inputs().phrases["zh"]


def offered() -> dict[str, set[str]]:
    """Filter -> the values that can be chosen."""
    return {
        field.name: {value for group in field.groups for value, _ in group.options} for field in filters.fields(PHRASES)
    }


def carrier_of(one: Channel, country: str = "NO") -> Carrier:
    contracts = (ContractKind.SUBSCRIPTION,)
    guides = {
        guide: GuideRef(id=f"guide-{guide}", path=f"guides.{guide}", applies=Applies.YES, contracts=contracts)
        for guide in Guide
    }
    return replace(carrier_with([source()], channels=[one]), country=country, guides=guides)


def values_of(carrier: Carrier) -> dict[str, str]:
    # Pages are composed with what holds for every carrier.
    found = replace(project.inputs().data, carriers={carrier.slug: carrier})
    return filters.values(Site(Library(found, TODAY)), carrier)


def test_every_value_of_every_row_can_be_chosen() -> None:
    for carrier in project.site().carriers:
        found = filters.values(project.site(), carrier)
        assert list(found) == list(offered())
        for name, values in found.items():
            assert set(values.split()) <= offered()[name], (carrier.slug, name)
            assert values, (carrier.slug, name)


@pytest.mark.parametrize("name", ["bankid", "abroad"])
def test_three_states_and_what_does_not_apply(name: str) -> None:
    assert offered()[name] == {*Known, filters.NOT_APPLICABLE}


def test_cards_have_three_states() -> None:
    assert offered()["guide"] == {f"{guide}:{state}" for guide in Guide for state in Applies}
    assert offered()["status"] == set(Status)


@pytest.mark.parametrize(
    ("one", "state"),
    [
        (channel(), Known.UNKNOWN),
        (channel(needs=(Need.BANKID,)), Known.NO),
        (channel(not_needed=(Need.BANKID,)), Known.YES),
    ],
)
def test_what_no_source_says_of_bankid_stays_unknown(one: Channel, state: Known) -> None:
    assert values_of(carrier_of(one))["bankid"] == state


def test_bankid_does_not_concern_a_seller_abroad() -> None:
    found = values_of(carrier_of(channel(), country="PH"))
    assert found["bankid"] == found["abroad"] == filters.NOT_APPLICABLE


@pytest.mark.parametrize("language", list(project.inputs().phrases))
def test_rows_of_the_directory_say_their_values(language: str) -> None:
    page = html.fromstring(project.staged()[language]["carriers/"].split("---\n", 2)[2])
    rows = page.xpath("//tbody/tr")
    assert len(rows) == len(project.site().carriers)
    for row in rows:
        slug = row.xpath("string(th/a[1]/@href)").rstrip("/")
        found = filters.values(project.site(), project.inputs().data.carriers[slug])
        assert {name: row.get(f"data-{name}") for name in found} == found
    # Without a script the form does not show, and the table is whole.
    assert page.xpath("//form[@hidden]//select/@name") == list(offered())
    assert not page.xpath("//tr[@hidden]")
