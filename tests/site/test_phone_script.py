"""What to say on the phone stands on every page of a Norwegian carrier whose number is known, and only there."""

import pytest
from lxml import html

from model.records import Carrier
from model.vocabulary import ContactKind
from support import project
from writing.phone_script import SAID, phone_script

Trees = dict[str, html.HtmlElement]
CARRIERS = project.site().carriers


def reached_by_phone(carrier: Carrier) -> bool:
    return any(contact.kind == ContactKind.PHONE for contact in carrier.contacts)


@pytest.mark.parametrize("carrier", CARRIERS, ids=lambda carrier: carrier.slug)
def test_the_script_stands_where_a_number_does(carrier: Carrier, trees: Trees) -> None:
    tree = trees[f"carriers/{carrier.slug}"]
    said = tree.xpath("//ol[@class='call']/li")
    assert len(said) == (len(SAID) if carrier.norwegian and reached_by_phone(carrier) else 0)
    assert bool(said) == bool(tree.xpath("//h2[@id='call']"))
    if said:
        assert tree.xpath("//article//a[starts-with(@href, 'tel:+47')]")


def test_there_are_pages_with_and_without() -> None:
    assert {bool(phone_script(one, project.inputs().phrases["zh"])) for one in CARRIERS} == {True, False}


@pytest.mark.parametrize(
    ("language", "english", "means"),
    [("zh", True, True), ("zh-hant", True, True), ("en", True, False), ("nb", False, False)],
)
def test_each_reader_gets_the_languages_they_need(language: str, english: bool, means: bool) -> None:
    carrier = next(one for one in CARRIERS if one.slug == "telenor")
    for one in phone_script(carrier, project.inputs().phrases[language]):
        assert one.nb
        assert (bool(one.en), bool(one.means)) == (english, means)
