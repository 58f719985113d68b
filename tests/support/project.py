"""The project's own data and its built site, for tests that look at the real thing."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from build import frames
from composing.claims import Library
from composing.site import Site
from exporting.export import Export
from model.history import History
from pipeline import build_site
from settings import Language, SiteSettings, language_tags
from staging import Source, fill_stage
from writing.all_pages import Staged, staged_pages
from writing.inputs import Inputs, read_inputs

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 20)
EPOCH = int(datetime(2026, 11, 20, tzinfo=UTC).timestamp())
NO_ADDRESS = SiteSettings("", "", "")


@cache
def inputs() -> Inputs:
    """The project's data and phrases in every language, as of TODAY."""
    return read_inputs(ROOT / "carriers", ROOT / "docs", list(language_tags()), TODAY)


@cache
def site() -> Site:
    """The composed site."""
    return Site(Library(inputs().data, TODAY))


def staged(url: str = "") -> Staged:
    """Language -> address -> Markdown of every page of a site with this public address."""
    return _staged(url)


@cache
def _staged(url: str) -> Staged:
    return staged_pages(inputs(), TODAY, settings=SiteSettings(url, "", ""))


def written() -> Mapping[str, str]:
    """Address -> Markdown of every page in Simplified Chinese."""
    return staged()["zh"]


def export(settings: SiteSettings = NO_ADDRESS, languages: tuple[str, ...] = ("zh",)) -> Export:
    """What the machine-readable files are made from, without history."""
    return Export(site(), History(), settings, TODAY, languages)


def filler(settings: SiteSettings = NO_ADDRESS) -> Callable[[Path], list[Language]]:
    """What fills a staging folder with the real site, for `build_site`."""

    def fill(stage: Path) -> list[Language]:
        fill_stage(Source(inputs(), TODAY, History(), settings), stage)
        return frames(inputs())

    return fill


def build(out: Path, settings: SiteSettings = NO_ADDRESS) -> None:
    """Build the real site into a folder."""
    build_site(filler(settings), out, settings, EPOCH)
