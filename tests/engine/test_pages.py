"""What the templates make of a page."""

from pathlib import Path

import pytest
from lxml import etree, html

from engine.config import WORDS

PAGES = ["index.html", "carriers/index.html", "carriers/one/esim/index.html", "404.html"]
SHEET = "carriers/one/esim/checklist/index.html"


def page(site: Path, name: str, code: str = "zh") -> html.HtmlElement:
    return html.document_fromstring((site / code / name).read_text(encoding="utf-8"))


def found(site: Path, name: str, path: str, code: str = "zh") -> list[str]:
    return [str(hit) for hit in page(site, name, code).xpath(path)]


def first_in_head(site: Path, name: str) -> str:
    head = page(site, name).find("head")
    assert head is not None
    return etree.tostring(head[0], encoding="unicode")


@pytest.mark.parametrize("name", [*PAGES, SHEET])
def test_policy_is_the_first_element_of_the_head(built: Path, name: str) -> None:
    assert "Content-Security-Policy" in first_in_head(built, name)


@pytest.mark.parametrize("name", [*PAGES, SHEET])
def test_nothing_of_materials_script_is_left(built: Path, name: str) -> None:
    assert found(built, name, "//script[not(@src)] | //label | //meta[@name='generator']") == []
    # The one field is that of our search.
    assert found(built, name, "//input[not(@name='q')]") == []
    assert found(built, name, "//link[@rel='prev' or @rel='next']") == []


@pytest.mark.parametrize(("code", "tag"), [("zh", "zh-Hans"), ("zh-hant", "zh-Hant"), ("en", "en"), ("nb", "nb")])
def test_language_tag_is_that_of_the_language(built: Path, code: str, tag: str) -> None:
    for name in [*PAGES, SHEET]:
        assert found(built, name, "/html/@lang", code) == [tag]


@pytest.mark.parametrize("name", ["carriers/index.html", SHEET])
def test_hostile_heading_stays_text_in_the_title(built: Path, name: str) -> None:
    text = "X </title><script>alert(1)</script> - Si opp"
    assert found(built, name, "//title/text()") == [text]


def test_hostile_heading_stays_text_in_the_list_of_contents(built: Path) -> None:
    hits = found(built, "carriers/index.html", "//details[@class='toc']//a/text()")
    assert hits == ["X </title><script>alert(1)</script>", "Second", "Third"]


def test_hostile_summary_stays_text(built: Path) -> None:
    hits = found(built, "carriers/index.html", "//meta[@name='description']/@content")
    assert hits == ['"><script>alert(2)</script>']


def test_short_page_has_no_list_of_contents(built: Path) -> None:
    assert found(built, "index.html", "//details") == []


def test_skip_link_leads_to_the_title_in_the_pages_words(built: Path) -> None:
    skip = "//a[@class='md-skip']"
    assert found(built, "index.html", f"{skip}/@href") == ["#top"]
    assert page(built, "index.html").xpath(f"normalize-space({skip})") == "skip <词>"


def test_navigation_marks_the_page_itself(built: Path) -> None:
    name = "carriers/one/esim/index.html"
    assert found(built, name, "//nav[@id='nav']//a[@aria-current]/text()") == ["step <b>"]
    assert found(built, name, "//nav[@id='nav']/p/text()") == ["A <b>", "Si opp"]


def test_home_is_marked_at_home(built: Path) -> None:
    assert found(built, "index.html", "//nav[@id='nav']//a[@aria-current]/text()") == ["home <词>"]


def test_menu_link_leads_to_the_navigation(built: Path) -> None:
    for name in PAGES:
        assert found(built, name, "//header//a[@href='#nav']/text()") == ["menu <词>"]
        assert len(found(built, name, "//nav[@id='nav']/@id")) == 1


def test_language_links_lead_to_the_same_page(built: Path) -> None:
    links = "//nav[@id='languages']//a/@href"
    codes = ("zh", "zh-hant", "en", "nb")
    step, sheet = "carriers/one/esim/", "carriers/one/esim/checklist/"
    assert found(built, f"{step}index.html", links) == [f"../../../../{code}/{step}" for code in codes]
    assert found(built, f"{sheet}index.html", links) == [f"../../../../../{code}/{sheet}" for code in codes]


def test_language_links_name_their_language(built: Path) -> None:
    for name in [*PAGES, SHEET]:
        links = "//nav[@id='languages']//a"
        tags = ["zh-Hans", "zh-Hant", "en", "nb"]
        assert found(built, name, f"{links}/@hreflang") == found(built, name, f"{links}/@lang") == tags
        assert found(built, name, f"{links}[@aria-current]/text()") == ["简体中文"]


def test_one_script_on_pages_of_the_theme_and_none_on_a_checklist(built: Path) -> None:
    for name in PAGES:
        [script] = found(built, name, "//script[@defer][not(@type)]/@src")
        assert script.rpartition("/")[2].startswith("site.")
    assert found(built, SHEET, "//script") == []


def test_kind_robots_and_checklist_reach_the_page(built: Path) -> None:
    name = "carriers/one/esim/index.html"
    assert found(built, name, "//div[contains(@class, 'page--steps')]/@class")
    assert found(built, name, "//meta[@name='robots']/@content") == ["noindex"]
    assert found(built, name, "//link[@media='print']/@href") == ["../../../carriers/one/esim/checklist/"]
    assert found(built, "index.html", "//meta[@name='robots']/@content") == []


def test_checklist_has_one_style_sheet_and_a_footer(built: Path) -> None:
    sheets = found(built, SHEET, "//link[@rel='stylesheet']/@href")
    assert [sheet.split("/")[-1].split(".")[0] for sheet in sheets] == ["checklist"]
    assert found(built, SHEET, "//main[@class='sheet']/footer/p/text()") == ["footer_line <词>"]


def test_not_found_page_speaks_its_language(built: Path) -> None:
    assert found(built, "404.html", "//h1/text()") == ["not_found_title <词>"]
    assert found(built, "404.html", "//meta[@name='robots']/@content") == ["noindex"]


def test_not_found_page_leads_on(built_below_prefix: Path) -> None:
    links = page(built_below_prefix, "404.html").xpath("//article//a")
    assert [(link.text, link.get("href")) for link in links] == [
        ("home <词>", "/siopp/zh/"),
        ("carriers <词>", "/siopp/zh/carriers/"),
        ("topics <词>", "/siopp/zh/#topics"),
    ]


def test_not_found_page_needs_no_place(built_below_prefix: Path) -> None:
    links = found(built_below_prefix, "404.html", "//link[@rel='stylesheet']/@href | //a/@href")
    inner = [link for link in links if not link.startswith(("#", "https:"))]
    assert inner
    assert all(link.startswith("/siopp/") for link in inner)


def test_canonical_link_only_with_an_address(built: Path, built_below_prefix: Path) -> None:
    path = "//link[@rel='canonical']/@href"
    assert found(built, "carriers/index.html", path) == []
    assert found(built_below_prefix, "carriers/index.html", path) == ["https://example.org/siopp/zh/carriers/"]


def test_head_names_every_language_only_with_an_address(built: Path, built_below_prefix: Path) -> None:
    for name in [*PAGES, SHEET]:
        assert found(built, name, "//link[@hreflang]") == []
    assert found(built_below_prefix, "404.html", "//link[@hreflang]") == []
    for name in [*PAGES[:-1], SHEET]:
        links = page(built_below_prefix, name, "nb").xpath("//head/link[@rel='alternate'][@hreflang]")
        address = name.removesuffix("index.html")
        assert [(link.get("hreflang"), link.get("href")) for link in links] == [
            ("zh-Hans", f"https://example.org/siopp/zh/{address}"),
            ("zh-Hant", f"https://example.org/siopp/zh-hant/{address}"),
            ("en", f"https://example.org/siopp/en/{address}"),
            ("nb", f"https://example.org/siopp/nb/{address}"),
            ("x-default", "https://example.org/siopp/"),
        ]


def test_repository_link_only_when_set(built: Path, built_below_prefix: Path) -> None:
    path = "//footer//a[@rel]/@href"
    assert found(built, "index.html", path) == []
    assert found(built_below_prefix, "index.html", path) == ["https://example.org/code"]


def test_every_word_is_on_some_page(built_below_prefix: Path) -> None:
    pages = [page(built_below_prefix, name) for name in PAGES]
    text = " ".join(" ".join([str(one.text_content()), *one.xpath("//@placeholder")]) for one in pages)
    # These stand where their page exists; the small site has none of them.
    absent = {"guides", "about", "fix"}
    assert {word for word in WORDS if f"{word} <词>" not in text} == absent
