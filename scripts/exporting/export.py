"""What the machine-readable files are made from, and how they are put at the site's root."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from composing.site import Site
from engine.settings import SiteSettings
from model.history import History

# A file below the site's root: its path and its text.
RootFile = tuple[str, str]
LICENCE = "CC-BY-4.0"


@dataclass(frozen=True, slots=True)
class Export:
    """The composed site as of a day, the history of its facts, the public addresses, the languages built."""

    site: Site
    history: History
    settings: SiteSettings
    data_date: date
    languages: tuple[str, ...]


def write_root(root: Path, files: Iterable[RootFile]) -> None:
    """Write files below stage/root; the pipeline copies them unchanged to the site's root."""
    for name, text in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
