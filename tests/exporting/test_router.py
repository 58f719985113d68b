"""The router's file: every card of every carrier, the channels of its page in their order, addresses that exist."""

import json
from functools import cache
from typing import Any

import pytest
from lxml import html

from composing.procedure import Situation
from exporting import router
from support import project
from writing import addresses
from writing.facts import Speaker

LANGUAGES = list(project.inputs().phrases)


@cache
def made(language: str = "zh") -> dict[str, Any]:
    place, text = router.file(project.site(), Speaker(project.inputs().phrases[language]))
    assert place == f"{language}/router.json"
    found: dict[str, Any] = json.loads(text)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_is_a_page_and_its_fragment_stands_there(language: str) -> None:
    pages = project.staged()[language]
    found = made(language)
    topic, _, fragment = found["attorney"].partition("#")
    assert f"#{fragment} }}" in pages[topic]
    listed = [guide["address"] for one in found["carriers"].values() for guide in one["guides"].values()]
    listed += [one["address"] for one in found["carriers"].values()]
    assert {*listed, found["topic"], topic} <= set(pages)


def test_every_page_of_steps_is_reached() -> None:
    listed = {guide["address"] for one in made()["carriers"].values() for guide in one["guides"].values()}
    assert listed == {addresses.steps(page.carrier, page.guide) for page in project.site().steps_pages}
    assert list(made()["carriers"]) == [carrier.slug for carrier in project.site().carriers]


def test_channels_are_those_of_the_pages_in_their_order() -> None:
    for page in project.site().steps_pages:
        one = made()["carriers"][page.carrier.slug]
        assert one["guides"][page.guide]["contracts"] == list(page.ref.contracts)
        for kind in page.ref.contracts:
            views = Situation(project.site().library, page.carrier, page.guide, kind).channels
            channels = one["contracts"][kind]["channels"]
            assert [channel["needs"] for channel in channels] == [list(view.channel.needs) for view in views]
            assert [channel["open"] for channel in channels] == [list(view.open_needs) for view in views]
            facts = [html.fromstring(channel["html"]).xpath("string(.//@data-fact)") for channel in channels]
            assert facts == [view.claim.address for view in views]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_statement_of_a_carrier_has_its_source(language: str) -> None:
    for one in made(language)["carriers"].values():
        channels = [channel["html"] for contract in one["contracts"].values() for channel in contract["channels"]]
        for piece in [*channels, one["contacts"]]:
            for fact in html.fromstring(f"<div>{piece}</div>").xpath("//*[@data-fact]"):
                assert fact.xpath(".//*[@class='mark__source']"), fact.get("data-fact")
        assert "#kinds" not in json.dumps(one)


def test_who_has_no_channel_gets_a_sentence_and_the_known_contacts() -> None:
    for slug, one in made()["carriers"].items():
        assert 'class="sentence"' in one["sentence"], slug
        assert bool(one["contacts"]) == bool(project.inputs().data.carriers[slug].contacts), slug
        for contract in one["contracts"].values():
            assert 'class="sentence"' in contract["ask"] or contract["channels"], slug
