"""The list of sources at the end of a page: every source once, numbered, and its address as paper shows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from composing.claims import Claim
from model.records import Source
from writing.facts import Mark, Speaker


@dataclass(frozen=True, slots=True)
class SourceView:
    """An entry of the list of sources."""

    anchor: str
    mark: Mark
    shown_url: str


def sources(speaker: Speaker, claims: Iterable[Claim]) -> tuple[SourceView, ...]:
    """Every source of these claims once, in the order of the page."""
    return tuple(
        SourceView(f"src-{number}", speaker.mark(source), shown_address(source.url))
        for number, source in enumerate(_listed(claims).values(), 1)
    )


def source_numbers(claim: Claim, claims: Iterable[Claim]) -> tuple[int, ...]:
    """The places of a claim's sources in the list of all these claims' sources, from 1."""
    order = list(_listed(claims))
    return tuple(order.index((source.url, source.title)) + 1 for source in claim.sources)


def _listed(claims: Iterable[Claim]) -> dict[tuple[str, str], Source]:
    """Every source once: files name the same page under keys of their own."""
    return {(source.url, source.title): source for claim in claims for source in claim.sources}


def shown_address(url: str) -> str:
    """An address as it is read and typed from paper: without https://, with the section sign of the law."""
    return url.removeprefix("https://").replace("%C2%A7", "§")
