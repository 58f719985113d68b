"""The project's own data and its built site, for tests that look at the real thing."""

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from composing.claims import Library
from composing.site import Site
from engine.settings import Language, SiteSettings, language_tags
from pipeline import build_site
from reading.load import Folders
from writing.pages import Book, pages
from writing.stage import Inputs, read_inputs, write_stage

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 20)
EPOCH = int(datetime(2026, 11, 20, tzinfo=UTC).timestamp())
NO_ADDRESS = SiteSettings("", "", "")


@cache
def inputs() -> Inputs:
    """The project's data and phrases, as of TODAY."""
    folders = Folders(ROOT / "carriers", ROOT / "docs" / "facts")
    return read_inputs(folders, ROOT / "docs", ["zh"], TODAY)


@cache
def site() -> Site:
    """The composed site."""
    return Site(Library(inputs().data, TODAY))


@cache
def written() -> dict[str, str]:
    """Address -> Markdown of every page in Simplified Chinese."""
    return dict(pages(Book(site(), inputs().phrases["zh"], ROOT / "docs" / "zh")))


def fill(stage: Path) -> list[Language]:
    """Write the staging folder of the real site."""
    words = write_stage(inputs(), stage, TODAY)
    tags = language_tags()
    return [Language(code, tags[code], words[code].name, words[code].chrome) for code in words]


def build(out: Path, settings: SiteSettings = NO_ADDRESS) -> None:
    """Build the real site into a folder."""
    build_site(fill, out, settings, EPOCH)
