"""Every class our style sheets speak of stands on some page, or here with the reason why it need not."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from tinycss2.ast import IdentToken, Node

from finishing.css import Block, Item, inside, is_sign, read_css
from finishing.markup import read_markup
from paths import ASSETS

# The data or a setting brings them: what is on no page today may be on one tomorrow.
NOT_ON_A_PAGE = {
    "admonition": "for who writes a page by hand",
    "copy": "print.js puts it on the copy of a checklist",
    "cards__none": "a card that leads to no page",
    "footnote": "for who writes a page by hand",
    "languages": "with a second language",
    "mark--official-live": "a source read where it was published",
    "need--not": "what a source says is not asked for",
    "one-letter": "set by the script of letters",
    "paper": "with a public address",
    "qr": "with a public address",
}


def classes(items: Iterable[Item]) -> Iterator[str]:
    """The classes in the selectors of a sheet."""
    for item in items:
        if isinstance(item, Block):
            yield from () if item.keyword else named(list(item.head))
            yield from classes(item.body or ())


def named(nodes: list[Node]) -> Iterator[str]:
    for mark, node in zip([None, *nodes], nodes, strict=False):
        if isinstance(node, IdentToken) and is_sign(mark, "."):
            yield node.value
        yield from named(list(inside(node)))


def unused(sheets: Iterable[str], pages: Iterable[str]) -> set[str]:
    return {name for sheet in sheets for name in classes(read_css(sheet))} - read_markup(pages).classes


@pytest.fixture(scope="module")
def sheets() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in ASSETS.glob("*.css")]


def test_every_class_of_our_sheets_stands_on_some_page(real_site: Path, sheets: list[str]) -> None:
    pages = (path.read_text(encoding="utf-8") for path in real_site.rglob("*.html"))
    assert unused(sheets, pages) - NOT_ON_A_PAGE.keys() == set()


def test_only_classes_of_our_sheets_are_excused(sheets: list[str]) -> None:
    assert NOT_ON_A_PAGE.keys() <= unused(sheets, [])


def test_an_unused_class_is_found() -> None:
    sheet = "@media print { .a:is(.b, .c) > .d::before { e: f } }"
    assert unused([sheet], ['<p class="a c"><p class=d>']) == {"b"}
