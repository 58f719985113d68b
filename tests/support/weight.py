"""What each page of a built site weighs for a reader whose cache is empty; `make weight` prints it by kind.

Bytes are those that travel: every file alone by gzip -9. Headers, which a host adds, are not among them.
"""

import gzip
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from statistics import median
from urllib.parse import urljoin, urlsplit

from finishing.page import read_page
from settings import read_settings


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that a page may weigh: bytes of all its files, and how many files it asks for, itself included."""

    total: int
    requests: int


@dataclass(frozen=True, slots=True)
class Weight:
    """One page: its file in the site, its kind, bytes of its HTML and of all it loads, number of requests."""

    file: str
    kind: str
    html: int
    total: int
    requests: int

    @property
    def within(self) -> bool:
        """Whether it keeps the budget of its kind."""
        budget = BUDGETS[self.kind]
        return self.total <= budget.total and self.requests <= budget.requests


BUDGETS = {
    "home": Budget(20_000, 6),
    "directory": Budget(30_000, 6),
    "guide": Budget(30_000, 6),
    "carrier": Budget(20_000, 6),
    "steps": Budget(20_000, 6),
    "checklist": Budget(9_000, 3),
    "print": Budget(20_000, 6),
    # Every letter, and every carrier's addresses: a little more than the tables of all carriers.
    "letter": Budget(32_000, 6),
    "tool": Budget(20_000, 6),
    "topic": Budget(20_000, 6),
}
# The first that fits counts; the rest are topics: pages written by hand, and those above the languages.
_KINDS = {
    "print": r"[\w-]+/print/index",
    "home": r"[\w-]+/index",
    "directory": r"[\w-]+/carriers/index",
    "guide": r"[\w-]+/guides/(?:unlimited|4g|5g|esim|smart-card)/index",
    "carrier": r"[\w-]+/carriers/[\w-]+/index",
    "steps": r"[\w-]+/carriers/[\w-]+/[\w-]+/index",
    "letter": r"[\w-]+/tools/letter/index",
    "tool": r"[\w-]+/tools/[\w-]+/index",
    "checklist": r"[\w-]+/(?:carriers/[\w-]+/[\w-]+/checklist/(?:[\w-]+/)?|topics/proof-sheet/)index",
}
# A page of documentation as others make it, measured once in the same way: bytes.
KNOWN = {"furo": 42_000, "Material as it comes": 150_000, "VitePress": 200_000}
_TABLE = "{:<12}{:>7}{:>13}{:>13}{:>10}{:>10}{:>10}{:>9}"
_TITLES = ("kind", "pages", "median HTML", "largest HTML", "median", "largest", "budget", "requests")


def weights(site: Path, prefix: str = "/") -> Iterator[Weight]:
    """The weight of every page of a site; prefix: its path on its host. FileNotFoundError where a page loads nothing.

    What a page's style sheets or scripts load is not counted.
    """
    packed = cache(partial(_packed, site))
    for path in sorted(site.rglob("*.html")):
        yield _weight(path.relative_to(site).as_posix(), path.read_text(encoding="utf-8"), prefix, packed)


def _weight(file: str, html: str, prefix: str, packed: Callable[[str], int]) -> Weight:
    addresses = (urljoin(f"{prefix}{file}", address.text) for address in read_page(html).addresses if address.loaded)
    loaded = {urlsplit(address).path for address in addresses if not address.startswith("data:")}
    size = packed(file)
    return Weight(
        file=file,
        kind=next((kind for kind, path in _KINDS.items() if re.fullmatch(rf"{path}\.html", file)), "topic"),
        html=size,
        total=size + sum(packed(path.removeprefix(prefix)) for path in loaded),
        requests=1 + len(loaded),
    )


def _packed(site: Path, file: str) -> int:
    content = (site / file).read_bytes()
    # What is packed already, such as a picture, is sent as it is.
    return min(len(content), len(gzip.compress(content, 9, mtime=0)))


def heaviest(found: Iterable[Weight]) -> str:
    """Lines about pages, the heaviest first."""
    pages = sorted(found, key=lambda page: (-page.total, page.file))
    lines = [
        f"{page.total:>7} of {BUDGETS[page.kind].total:<6} (HTML {page.html:>6})"
        f" {page.requests} of {BUDGETS[page.kind].requests} requests  {page.kind:<10} {page.file}"
        for page in pages
    ]
    return "\n".join([f"{len(pages)} pages", *lines])


def rows(found: Iterable[Weight]) -> Iterator[str]:
    """A table by kind, then what is known of others."""
    pages = list(found)
    yield _TABLE.format(*_TITLES)
    for kind, budget in BUDGETS.items():
        here = [page for page in pages if page.kind == kind]
        if here:
            html, total = [page.html for page in here], [page.total for page in here]
            numbers = (round(median(html)), max(html), round(median(total)), max(total), budget.total)
            yield _TABLE.format(kind, len(here), *numbers, max(page.requests for page in here))
    yield ""
    for name, size in KNOWN.items():
        yield f"for comparison: {name}, about {size}"


def main() -> None:
    """Print the table of the built site in the folder that the command names."""
    print("\n".join(rows(weights(Path(sys.argv[1]), read_settings().prefix))))


if __name__ == "__main__":
    main()
