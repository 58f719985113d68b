"""The built pages are written in the characters of their language, and say where another language begins."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from reading.word_list import read_words
from reading.wording import foreign
from support import project

OTHER, _ = read_words(project.ROOT / "docs" / "words" / "other-script.txt")
KEPT = re.compile("|".join(map(re.escape, OTHER)))
HAN = re.compile("[\u3400-\u9fff]")


def written(site: Path, language: str) -> Iterator[tuple[str, str]]:
    """Path and text of every page and feed of a language, without the phrases that keep their own characters."""
    pages, feeds = site / language, site / "feeds" / language
    for path in (*sorted(pages.rglob("*.html")), *sorted(feeds.rglob("*.xml"))):
        yield path.relative_to(site).as_posix(), KEPT.sub("", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("language", "encoding"), [("zh", "gb2312"), ("zh-hant", "big5")])
def test_chinese_pages_hold_the_characters_of_their_script(real_site: Path, language: str, encoding: str) -> None:
    texts = dict(written(real_site, language))
    assert len(texts) > 300
    assert [(path, sign) for path, text in texts.items() for _, sign in foreign(text, encoding)] == []


@pytest.mark.parametrize("language", ["en", "nb"])
def test_other_pages_hold_no_chinese(real_site: Path, language: str) -> None:
    found = {path: HAN.findall(text) for path, text in written(real_site, language)}
    assert len(found) > 300
    assert {path: signs for path, signs in found.items() if signs} == {}


def words_of(site: Path, address: str) -> set[str]:
    """The Norwegian words that a page marks in its running text."""
    tree = html.parse(site / address / "index.html").getroot()
    return {node.text_content() for node in tree.xpath("//main//*[self::span or self::a][@lang='nb']")}


@pytest.mark.parametrize("language", ["zh", "zh-hant", "en"])
def test_norwegian_words_are_marked(real_site: Path, language: str) -> None:
    assert "kundenummer" in words_of(real_site, f"{language}/carriers/telenor/esim")
    assert "Mine Sider" in words_of(real_site, f"{language}/carriers/talkmore")
    assert {"ekomloven", "bindingstid"} & words_of(real_site, f"{language}/topics/rights")


def test_norwegian_pages_mark_none(real_site: Path) -> None:
    assert words_of(real_site, "nb/carriers/telenor/esim") == set()
    assert words_of(real_site, "nb/topics/rights") == set()


@pytest.mark.parametrize("language", ["zh", "zh-hant", "en", "nb"])
def test_titles_and_descriptions_are_plain(real_site: Path, language: str) -> None:
    for path in sorted((real_site / language).rglob("index.html")):
        tree = html.parse(path).getroot()
        [description] = tree.xpath("//meta[@name='description']/@content")
        assert "<" not in description, path
        assert tree.xpath("//h1//*[@lang]") == [], path
