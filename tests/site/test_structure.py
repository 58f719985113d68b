"""Structure that readers who listen rely on: headings, languages of parts, names of links, on every page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from settings import language_tags

Tree = html.HtmlElement
HAN = re.compile(r"[\u3400-\u9fff]")
# Four words in small letters are a sentence, no name.
SENTENCE = re.compile(r"(?:\b[a-zæøå]{2,}\b[^A-Za-zÆØÅæøå]+){3,}\b[a-zæøå]{2,}\b")
# A source's title and publisher are names and keep their own language; an address has none.
NAMES = re.compile(r"sources|mark|address")


@pytest.fixture(scope="module")
def pages(real_site: Path) -> dict[str, Tree]:
    """Every page of the site as a tree, by path."""
    found = sorted(real_site.rglob("*.html"))
    return {path.relative_to(real_site).as_posix(): html.parse(path).getroot() for path in found}


def leaps(tree: Tree) -> list[str]:
    """Headings that are more than one level below the one before; the first must be the only h1."""
    levels = [int(str(node.tag)[1]) for node in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    wrong = [f"h{new} after h{old}" for old, new in zip([0, *levels], levels, strict=False) if new > old + 1]
    return wrong + ["more than one h1"] * (levels.count(1) > 1)


def foreign(node: Tree, language: str = "") -> Iterator[str]:
    """Sentences that do not say that they are not in the page's language."""
    language = node.get("lang") or language
    if node.tag in ("pre", "title") or NAMES.match(node.get("class") or ""):
        return
    for text in (node.text, *(child.tail for child in node)):
        if text and language.startswith("zh") and SENTENCE.search(text) and not HAN.search(text):
            yield text.strip()
    for child in node.iterchildren("*"):
        yield from foreign(child, language)


def nameless(tree: Tree) -> Iterator[str]:
    """Links, boxes and folds that have no name to be read out."""
    for node in tree.iter("a", "button", "summary", "label"):
        if not node.text_content().strip() and not node.get("aria-label"):
            yield html.tostring(node, encoding="unicode")[:120]
    for box in tree.iter("input"):
        if not box.get("aria-label") and next(iter(box.iterancestors("label")), None) is None:
            yield html.tostring(box, encoding="unicode")[:120]


def test_headings_are_in_order(pages: dict[str, Tree]) -> None:
    assert {path: leaps(tree) for path, tree in pages.items() if leaps(tree)} == {}


def test_sentences_in_another_language_say_so(pages: dict[str, Tree]) -> None:
    found = {path: list(foreign(tree)) for path, tree in pages.items()}
    assert {path: texts for path, texts in found.items() if texts} == {}


def test_parts_are_in_the_languages_of_the_site(pages: dict[str, Tree]) -> None:
    assert {str(tag) for tree in pages.values() for tag in tree.xpath("//@lang")} == {*language_tags().values()}


def test_everything_to_press_has_a_name(pages: dict[str, Tree]) -> None:
    found = {path: list(nameless(tree)) for path, tree in pages.items()}
    assert {path: names for path, names in found.items() if names} == {}


def test_sentences_to_say_carry_their_language(pages: dict[str, Tree]) -> None:
    sentences = [(path, sentence) for path, tree in pages.items() for sentence in tree.find_class("sentence")]
    assert sentences
    assert [path for path, sentence in sentences if not sentence.xpath(".//p/@lang")] == []


def test_every_mark_leads_to_a_meaning_on_its_page(pages: dict[str, Tree]) -> None:
    explained = set()
    for path, tree in pages.items():
        words = {node.text_content() for node in tree.xpath("//dl[@class='kinds']//dt")}
        explained |= words
        shown = {node.text_content() for node in tree.xpath("//p//a[@href='#kinds']")}
        shown |= {node.text_content() for node in tree.xpath("//p//span[@class='caveat']")}
        assert shown == words, path
    assert explained


def test_planted_faults_are_found() -> None:
    tree = html.fromstring(
        "<html lang='zh-Hans'><main><h1>a</h1><h3>b</h3><p>Jeg vil gjerne si opp avtalen</p><a href='x'> </a>"
        "<input type='checkbox'><p lang='nb'>Jeg vil gjerne si opp avtalen</p></main></html>"
    )
    assert leaps(tree) == ["h3 after h1"]
    assert len(list(foreign(tree))) == 1
    assert len(list(nameless(tree))) == 2
