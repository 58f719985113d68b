"""Reduces Material's part of the style sheet to what the built pages use, under a name that follows its content."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from finishing.assets import PAGE, AssetError, Assets, hashed_name
from finishing.css import Block, read_css, write_css
from finishing.files import files_below
from finishing.markup import read_markup
from finishing.needed import needed

# What our own scripts add to a page, as start tags: '<a class="one two" data-three="four">'.
# A class or an attribute that no page is built with has its rules only if it stands here.
SET_BY_SCRIPTS: tuple[str, ...] = ('<body class="one-letter">', '<a class="report-link" title>', '<main class="copy">')
# Elements and classes of which all is said in our own sheets: Material's rules for them would only be overridden.
STYLED_BY_US = frozenset({"details", "summary", "question"})


def reduce_sheet(site: Path, assets: Assets) -> Assets:
    """Put the reduced sheet in the place of the whole one, on every page that links it; the assets as they are then.

    Call it when all pages are there. AssetError where a page links the sheet more than once.
    """
    whole = assets.names[PAGE]
    folder = site / "assets"
    links: dict[Path, int] = {}
    sheet = reduced(_text(folder / whole), _linking_pages(site, whole, links))
    name = hashed_name(PAGE, sheet)
    (folder / whole).unlink()
    (folder / name).write_bytes(sheet)
    for path, place in links.items():
        _write_at(path, place, name)
    return Assets({**assets.names, PAGE: name})


def reduced(sheet: str, pages: Iterable[str]) -> bytes:
    """Of Material's layer the part that pages need, and all of our own rules."""
    found = read_markup(chain(pages, SET_BY_SCRIPTS))
    markup = replace(found, tags=found.tags - STYLED_BY_US, classes=found.classes - STYLED_BY_US)
    items = read_css(sheet)
    layer = [item for item in items if isinstance(item, Block) and item.keyword == "layer"]
    ours = [item for item in items if item not in layer]
    return write_css([*needed(layer, markup, ours), *ours]).encode()


def _linking_pages(site: Path, name: str, links: dict[Path, int]) -> Iterator[str]:
    """The text of every page that links a sheet; links: takes up at which byte of which page its name stands."""
    for path in (site / name for name in sorted(files_below(site)) if name.endswith(".html")):
        content = path.read_bytes()
        count = content.count(name.encode())
        if count > 1:
            raise AssetError(f"{path.relative_to(site).as_posix()} must link {name} once, not {count} times")
        if count:
            links[path] = content.index(name.encode())
            yield content.decode()


def _write_at(path: Path, place: int, name: str) -> None:
    """Write a name over another; both have a hash of one length, so nothing else of the page is touched."""
    with path.open("r+b") as file:
        file.seek(place)
        file.write(name.encode())


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
