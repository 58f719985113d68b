"""What `make stale` prints: the same as the status page, for a terminal and for the issue that the week opens."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from composing.attention import Standing, standings, to_read_live, topic_standings
from composing.claims import Claim
from composing.site import Site
from model.vocabulary import Rung
from writing.behind import Behind

_ROW = "{:<14}{:>6}{:>6}{:>9}{:>6}{:>6}{:>9}{:>7}{:>6}  {:<12}{}"
_TITLES = ("", "facts", "past", "conflict", "open", "live", "archived", "third", "rest", "oldest", "checked")
_RUNGS = (Rung.OFFICIAL_LIVE, Rung.OFFICIAL_ARCHIVED, Rung.THIRD_PARTY)


def report(site: Site, behind: Mapping[str, Behind]) -> Iterator[str]:
    """Lines: carriers and topics by need of attention, facts to read live, translations behind the original."""
    yield f"As of {site.library.today}. past: older than a year, or undated; open: questions without an answer."
    yield ""
    yield from _table("carriers", standings(site))
    yield ""
    yield from _table("docs/facts", topic_standings(site))
    yield ""
    yield "Read these on the carrier's own page first, then confirm them (CONTRIBUTING.md):"
    yield from (_line(number, claim) for number, claim in enumerate(to_read_live(site), 1))
    yield ""
    yield from (f"translations behind: {code} {one.total}" for code, one in behind.items())


def _table(title: str, found: Iterable[Standing]) -> Iterator[str]:
    yield _ROW.format(title, *_TITLES[1:]).rstrip()
    for one in found:
        by_rung = [one.rungs.get(rung, 0) for rung in _RUNGS]
        numbers = (one.total, one.stale, one.conflicts, one.unknown, *by_rung, one.total - sum(by_rung))
        yield _ROW.format(one.owner, *numbers, _day(one.oldest), _day(one.checked)).rstrip()


def _line(number: int, claim: Claim) -> str:
    source = claim.sources[0]
    return f"{number:>3}. {claim.address}  ({claim.rung}, {source.publisher}, {source.dated})  {source.url}"


def _day(day: date | None) -> str:
    return str(day) if day else "-"
