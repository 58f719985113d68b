"""Any text in any context comes out as text."""

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from writing.escape import for_front_matter, for_href, for_markdown, for_xml

EXTENSIONS = ["attr_list", "tables", "toc", "admonition", "def_list"]
HOSTILE = [
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "[a](javascript:alert(1))",
    "![x](https://example.org/t.png)",
    "{: onclick=alert(1) }",
    "# not a heading",
    "!!! note",
    "*[abbr]: text",
    "| a | b |",
    "&lt;b&gt; &#60;b>",
    "1. no list",
    "`code` ~~no~~ **no**",
    '--8<-- "file"',
]
SIGNS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp"))
WORDS = st.text(SIGNS, min_size=1, max_size=60)
# What the checks of bytes let into a text: no control signs, no separators of lines, nothing that YAML cannot hold.
YAML_SIGNS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff")


def rendered(text: str) -> html.HtmlElement:
    return html.fromstring("<div>" + markdown.markdown(text, extensions=EXTENSIONS) + "</div>")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_one_paragraph(text: str) -> None:
    tree = rendered(for_markdown(text))
    assert [node.tag for node in tree.iter()] == ["div", "p"]
    assert tree.text_content() == " ".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_one_heading(text: str) -> None:
    tree = rendered(f"## {for_markdown(text)} {{: #fixed }}")
    assert [(node.tag, dict(node.attrib)) for node in tree.iter()] == [("div", {}), ("h2", {"id": "fixed"})]


@settings(max_examples=300, deadline=None)
@given(WORDS)
def test_any_text_comes_back_from_a_paragraph(text: str) -> None:
    tree = rendered(f"x{for_markdown(text)}")
    assert [node.tag for node in tree.iter()] == ["div", "p"]
    assert tree.text_content() == "x" + " ".join(text.split())


@given(st.text(YAML_SIGNS, max_size=80))
def test_front_matter_reads_back_as_written(text: str) -> None:
    values = {"summary": text, "list": [{"a": text}]}
    assert yaml.safe_load(for_front_matter(values).strip("-\n")) == values


def test_an_address_keeps_its_percent_signs_and_loses_its_foreign_letters() -> None:
    assert (
        for_href("https://lovdata.no/lov/2024-12-13-76/%C2%A74-6") == "https://lovdata.no/lov/2024-12-13-76/%C2%A74-6"
    )
    assert for_href("https://example.org/використання?a=1&b=2").isascii()


def from_xml(text: str) -> etree._Element:
    escaped = for_xml(text)
    return etree.fromstring(f"<a b=\"{escaped}\" c='{escaped}'>{escaped}</a>".encode())


@pytest.mark.parametrize("text", [*HOSTILE, "]]>", "<![CDATA[x]]>", "\"' onload='x'", "<?xml?>", "&#0;&amp;", "a\nb"])
def test_hostile_text_stays_text_in_xml(text: str) -> None:
    node = from_xml(text)
    assert [node.text, len(node), set(node.attrib)] == [text, 0, {"b", "c"}]
    assert node.get("b") == node.get("c") == text.replace("\n", " ")


@given(st.text(max_size=80))
def test_any_text_comes_back_from_xml(text: str) -> None:
    node = from_xml(f"x{text}")
    assert node.text
    pairs = list(zip(node.text, f"x{text}", strict=True))
    assert all(read in {written, "\ufffd"} for read, written in pairs)
    assert all(read == written for read, written in pairs if written in "\t\n\r" or written.isprintable())


@pytest.mark.parametrize("sign", ["\0", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_replaced(sign: str) -> None:
    assert for_xml(f"a{sign}b") == "a\ufffdb"
