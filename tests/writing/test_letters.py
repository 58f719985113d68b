"""Letters on pages: complete, in two languages line by line, with no slot left over and no Chinese in what is sent."""

import re

import pytest
from lxml import html

from composing.letters import NoLetter, letter_for
from model.letters import BLANK, LetterKind, Letters
from support import project
from writing.facts import Speaker
from writing.languages import HAN
from writing.letter_view import LetterSpeaker, law, written

PAGE = "tools/letter/"
LANGUAGES = tuple(project.inputs().phrases)


def letters() -> Letters:
    found = project.inputs().letters
    assert found is not None
    return found


def tree(language: str) -> html.HtmlElement:
    return html.fromstring(f"<div>{project.staged()[language][PAGE].split('---', 2)[2]}</div>")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_slot_is_left_over_and_no_line_is_empty(language: str) -> None:
    for pair in tree(language).xpath("//div[@data-letter]/div"):
        columns = pair.xpath("p")
        assert all(column.text_content().strip() for column in columns)
        assert not any(re.search(r"[{}]", column.text_content()) for column in columns)
        # What the reader fills in stands in both columns.
        assert len({frozenset(column.xpath(".//@data-slot")) for column in columns}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_sent_says_its_language_and_has_no_chinese(language: str) -> None:
    sent = tree(language).xpath("//div[@data-letter]/div/p[1]")
    assert {one.get("lang") for one in sent} == {"nb", "en"}
    assert not any(HAN.search(one.text_content()) for one in sent)


def test_what_is_sent_is_the_same_in_every_language() -> None:
    texts = {
        language: [one.text_content() for one in tree(language).xpath("//div[@data-letter]/div/p[1]")]
        for language in LANGUAGES
    }
    assert all(found == texts["zh"] for found in texts.values())


def test_who_reads_the_language_of_a_letter_sees_it_once() -> None:
    for language, shown in {"nb": {"nb": 1, "en": 2}, "en": {"nb": 2, "en": 1}, "zh": {"nb": 2, "en": 2}}.items():
        for sent, columns in shown.items():
            pairs = tree(language).xpath(f"//div[@data-letter][@data-sent='{sent}']/div")
            assert {len(pair.xpath("p")) for pair in pairs} == {columns}, (language, sent)


def test_traditional_chinese_is_converted_beside_the_letter() -> None:
    text = tree("zh-hant").text_content()
    assert "客戶編號" in text
    assert "客户编号" not in text


def test_every_kind_has_its_section() -> None:
    text = project.staged()["zh"][PAGE]
    for kind in LetterKind:
        assert f"{{: #{kind} }}" in text


def test_every_statement_about_a_carrier_or_law_has_a_mark() -> None:
    page = tree("zh")
    for block in page.xpath("//div[@data-fact]"):
        assert block.xpath(".//p[contains(@class, 'mark')]"), html.tostring(block, encoding="unicode")[:200]
    cited = set(page.xpath("//div[@data-letter]//span/@data-fact")) - {"complaints:which-body"}
    assert cited == set(letters().cited) <= set(page.xpath("//div/@data-fact"))


def test_a_law_is_named_by_its_source_and_section() -> None:
    found = {claim.address: law(claim) for claim in project.site().library.shared(*letters().cited)}
    assert found["law:id-check-at-end"] == "ekomloven § 2-8"
    assert found["identity:power-of-attorney"] == "avtaleloven §§ 10, 16"
    assert found["privacy:erasure"] == "personvernforordningen art. 17(1), 17(3)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_of_every_carrier_is_whole(language: str) -> None:
    """What the data fill in is there, and what only the reader knows is a blank."""
    library = project.site().library
    writer = LetterSpeaker(Speaker(project.inputs().phrases[language]), library, letters())
    for carrier in project.site().carriers:
        for kind in LetterKind:
            made = letter_for(library, letters(), kind, carrier)
            if isinstance(made, NoLetter):
                continue
            pairs = list(writer.ready(made))
            text = "\n".join(written(pair.sent) for pair in pairs)
            assert "{" not in text, (carrier.slug, kind)
            assert not HAN.search(text), (carrier.slug, kind)
            assert (carrier.name in text) == (" / " not in carrier.name), (carrier.slug, kind)
            blanks = {piece.slot for pair in pairs for piece in pair.sent if piece.text == BLANK}
            assert blanks <= {
                *made.version.fields,
                "today",
                "",
                *({"carrier", "company"} if " / " in carrier.name else ()),
            }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_carrier_page_has_a_cancellation_and_leads_to_the_tool(language: str) -> None:
    for carrier in project.site().carriers:
        page = project.staged()[language][f"carriers/{carrier.slug}/"]
        assert "{: #letter }" in page
        assert f'../../tools/letter/?carrier={carrier.slug}&amp;kind=cancellation"' in page
        sent = "Jeg sier opp" if carrier.norwegian else "Please do not charge my card"
        assert sent in page


def test_the_letter_on_a_carrier_page_has_the_company_and_the_rule() -> None:
    page = project.staged()["zh"]["carriers/telenor/"]
    assert "Til: Telenor Norge AS" in page
    assert "avsluttes ved utgangen av måneden etter den dere mottar dette i." in page
    assert "automatisk fornyelse" in project.staged()["zh"]["carriers/lycamobile/"]
