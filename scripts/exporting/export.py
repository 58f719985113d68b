"""What the machine-readable files are made from."""

from dataclasses import dataclass
from datetime import date

from composing.site import Site
from model.history import History
from settings import SiteSettings

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
