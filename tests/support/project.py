"""The project's own data and its built site, for tests that look at the real thing."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from build import data_texts, feed_texts, frames, notice_texts, router_texts, search_texts
from composing.claims import Library
from composing.site import Site
from engine.settings import Language, SiteSettings, language_tags
from exporting.export import Export
from model.history import History
from pipeline import build_site
from plan import write_texts
from writing.stage import Inputs, Staged, read_inputs, staged_pages, write_stage

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


def build(out: Path, settings: SiteSettings = NO_ADDRESS) -> None:
    """Build the real site into a folder."""

    def fill(stage: Path) -> list[Language]:
        pages = staged(settings.url)
        write_stage(pages, stage)
        made = export(settings, tuple(inputs().phrases))
        texts = data_texts(made) | feed_texts(made, inputs().phrases) | search_texts(site(), inputs(), pages)
        texts |= router_texts(site(), inputs()) | notice_texts(inputs())
        write_texts(stage, texts.items())
        return frames(inputs())

    build_site(fill, out, settings, EPOCH)
