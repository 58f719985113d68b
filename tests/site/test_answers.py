"""What to reply to a carrier: nine answers, each with what is true, a sentence, proof, a date and the next rung."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from settings import language_tags
from support import project
from writing.languages import source_of
from writing.passages import page_files

Tree = html.HtmlElement
ANSWERS = (
    "must-use-bankid",
    "please-call",
    "not-your-number",
    "bound",
    "debt",
    "new-bill",
    "no-answer",
    "shop-only",
    "already-cancelled",
)
PARTS = ("true", "say", "proof", "wait", "next")
# How each language marks what was looked for and not found, and what is our advice.
UNKNOWN = {"zh": "没有查到", "zh-hant": "沒有查到", "en": "Not found", "nb": "Ikke funnet"}
ADVICE = {"zh": "我们的建议", "zh-hant": "我們的建議", "en": "Our advice", "nb": "Vårt råd"}
BOARD = "../../topics/complaints/#bkn"


@pytest.fixture(scope="module", params=language_tags())
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def page(real_site: Path, language: str) -> Tree:
    return read(real_site, language)


def read(site: Path, language: str) -> Tree:
    return html.parse(site / language / "tools" / "answers" / "index.html").getroot()


def parts(page: Tree) -> Iterator[tuple[str, list[Tree]]]:
    """(id of its heading, what stands between it and the next heading) of each part of the article."""
    for heading in page.xpath("//article//h3"):
        body = []
        for node in heading.itersiblings():
            if node.tag in ("h2", "h3"):
                break
            body.append(node)
        yield heading.get("id"), body


def found(body: list[Tree], query: str) -> list[Any]:
    return [one for node in body for one in node.xpath(f"descendant-or-self::{query}")]


def words(body: list[Tree]) -> str:
    return " ".join(node.text_content() for node in body)


def has_fact_or_unknown(body: list[Tree], language: str) -> bool:
    return bool(found(body, "div[@data-fact]")) or UNKNOWN[language] in words(found(body, "strong"))


def has_sentence(body: list[Tree], language: str) -> bool:
    """Norwegian to send, with its meaning for whoever does not read it."""
    sentences = found(body, "div[@class='sentence']")
    meant = [one.xpath("p[@class='sentence__meaning'][normalize-space()]") for one in sentences]
    spoken = [one.xpath("p[@lang='nb'][normalize-space()]") for one in sentences]
    return bool(sentences) and all(spoken) and all(bool(one) == (language != "nb") for one in meant)


def has_proof(body: list[Tree], _: str) -> bool:
    return len(found(body, "li")) > 1


def has_date(body: list[Tree], language: str) -> bool:
    """A deadline that a fact knows, and beside it what is only our advice."""
    advice = [node.text_content() for node in found(body, "p[@class='advice']")]
    return bool(found(body, "*[@data-fact]")) and len(advice) == 1 and advice[0].startswith(ADVICE[language])


def has_rung(body: list[Tree], _: str) -> bool:
    return BOARD in [link.get("href") for link in found(body, "a")]


HAS: dict[str, Callable[[list[Tree], str], bool]] = {
    "true": has_fact_or_unknown,
    "say": has_sentence,
    "proof": has_proof,
    "wait": has_date,
    "next": has_rung,
}


def missing(page: Tree, language: str) -> list[str]:
    """What an answer lacks, by the id of its part."""
    return [part for part, body in parts(page) if not HAS[part.rpartition("-")[2]](body, language)]


def test_nine_answers_stand_in_order(page: Tree) -> None:
    assert tuple(page.xpath("//article//h2/@id")) == (*ANSWERS, "kinds")


def test_the_list_at_the_top_leads_to_each_answer(page: Tree) -> None:
    links = page.xpath("//article/ul[@class='cards'][1]//a/@href")
    assert links == [f"#{answer}" for answer in ANSWERS]


def test_whoever_reads_no_norwegian_sees_what_the_carrier_says_in_norwegian(page: Tree, language: str) -> None:
    quotes = page.xpath("//article/ul[@class='cards'][1]//span[@lang='nb'][normalize-space()]")
    assert len(quotes) == (0 if language == "nb" else len(ANSWERS))


def test_every_answer_has_its_parts_in_order(page: Tree) -> None:
    assert [part for part, _ in parts(page)] == [f"{answer}-{part}" for answer in ANSWERS for part in PARTS]


def test_every_part_has_what_it_is_for(page: Tree, language: str) -> None:
    assert missing(page, language) == []


def test_a_value_in_a_sentence_has_its_fact_on_the_page(page: Tree) -> None:
    shown = set(page.xpath("//article//div[@data-fact]/@data-fact"))
    assert set(page.xpath("//article//span[@data-fact]/@data-fact")) <= shown


def test_every_language_says_the_same_with_the_same_sources(real_site: Path) -> None:
    def said(language: str) -> list[tuple[str, list[str], list[str]]]:
        return [
            (
                part,
                [node.get("data-fact") for node in found(body, "*[@data-fact]")],
                [node.text_content() for node in found(body, "div[@class='sentence']/p[@lang='nb']")],
            )
            for part, body in parts(read(real_site, language))
        ]

    assert {language: said(language) == said("zh") for language in language_tags()} == dict.fromkeys(
        language_tags(), True
    )


def test_home_and_three_topics_lead_to_the_answers(real_site: Path, language: str) -> None:
    ways = {
        "index.html": "tools/answers/",
        "topics/complaints/index.html": "../../tools/answers/",
        "topics/without-bankid/index.html": "../../tools/answers/#must-use-bankid",
        "topics/still-billed/index.html": "../../tools/answers/#new-bill",
    }
    for file, href in ways.items():
        assert href in html.parse(real_site / language / file).getroot().xpath("//article//a/@href"), file


def test_the_text_is_checked_for_figures_as_topics_are() -> None:
    for written in {source_of(language) for language in language_tags()}:
        folder = project.ROOT / "docs" / written
        assert folder / "tools" / "answers.md" in page_files(folder)


# What is taken out below the heading of a part.
FAULTS = {
    "must-use-bankid-true": "*[following::h3[@id='must-use-bankid-say']]",
    "please-call-say": "div[1]/p[@lang='nb']",
    "debt-proof": "ul[1]/li",
    "shop-only-wait": "p[1]/span",
    "bound-next": "p[1]/a",
}


@pytest.mark.parametrize("part", FAULTS)
def test_a_planted_fault_is_found(real_site: Path, part: str) -> None:
    tree = read(real_site, "zh")
    for node in tree.xpath(f"//h3[@id='{part}']/following-sibling::{FAULTS[part]}"):
        node.drop_tree()
    assert missing(tree, "zh") == [part]
