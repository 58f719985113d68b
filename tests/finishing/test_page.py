"""Reading a page fast finds what reading every tag of it finds."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finishing import page
from finishing.page import Page, read_page

NEVER = re.compile(r"(?!)")
# Of these, joined in any order, pages are made: right ones and every kind of wrong one.
PIECES = (
    "<p>", "</p>", '<p class="a">', '<div data-fact="a:b">', "</div>", "<br>", "<span>", '<input type="checkbox">',
    '<a href="b/">', '<a href="#x" rel="y">', '<a href="a&amp;b">', "</a>", '<li id="x">', "<a\nhref='z'>", "<a ",
    "<a title='<p> x' href=c>", '<img src="//e/x">', '<p onclick="x">', '<p style="a">', '<p class="a"id="q">',
    '<H2 ID="x">', "<p\nclass='a'>", "</p >", "/>", "<script>", "</script>", '<script src="q"></script>', "<h1>",
    "</h1>", "<svg><title>", "</title>", "<!--", "-->", "<![CDATA[", "]]>", "<?x", "text ", "a & b &amp; c", "\n",
    '"', "'", "<", ">", "-", "--", "=", "&",
)  # fmt: skip


def slowly(html: str) -> Page:
    """The page as the parser alone reads it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page, "_QUIET", NEVER)
        patch.setattr(page, "_PLAIN", NEVER)
        return read_page(html)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_nothing_is_missed_however_wrong_the_page(html: str) -> None:
    fast, slow = read_page(f"<h1>a</h1>{html}"), slowly(f"<h1>a</h1>{html}")
    assert [fault for fault in slow.faults if fault not in fast.faults] == []
    assert [address for address in slow.addresses if address not in fast.addresses] == []


def test_a_built_page_reads_the_same(built: Path) -> None:
    pages = [path.read_text(encoding="utf-8") for path in built.rglob("*.html")]
    assert [read_page(html) for html in pages] == [slowly(html) for html in pages]
    assert any(page.faults or page.addresses for page in map(read_page, pages))
