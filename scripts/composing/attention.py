"""What needs looking at again: the standing of each carrier's and topic's facts, and which to read live first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from composing.claims import Claim, newest_evidence
from composing.site import Site
from model.records import Carrier, Channel, Notice
from model.vocabulary import Caveat, Purpose, Rung

# How many facts the list to read live holds.
FIRST = 30
ON_PAPER = frozenset({Rung.OFFICIAL_ARCHIVED, Rung.THIRD_PARTY})
TO_END = frozenset({Purpose.CANCEL, Purpose.STOP_RENEWAL})


@dataclass(frozen=True, slots=True)
class Standing:
    """The facts of one owner, a carrier's slug or a topic's name, in numbers.

    oldest: the day of its oldest dated evidence; checked: the last day on which a fact was found unchanged.
    """

    owner: str
    rungs: Mapping[Rung, int]
    stale: int
    conflicts: int
    unknown: int
    oldest: date | None
    checked: date | None

    @property
    def total(self) -> int:
        """How many facts have a source."""
        return sum(self.rungs.values())


def standings(site: Site) -> list[Standing]:
    """The standing of every carrier, the one that needs attention most first."""
    return _by_need(
        _standing(carrier.slug, site.library.claims(carrier, *carrier.facts), _open(carrier))
        for carrier in site.carriers
    )


def topic_standings(site: Site) -> list[Standing]:
    """The standing of every topic of shared facts, likewise."""
    return _by_need(
        _standing(name, site.library.shared(*(f"{name}:{fact.id}" for fact in topic.facts)), 0)
        for name, topic in site.library.data.topics.items()
    )


def to_read_live(site: Site) -> list[Claim]:
    """The first facts of carriers that somebody should read on the carrier's own page, never read live so far.

    When it ends comes before how to end it, and that before the rest of the summaries; in each group what only a
    third party says comes first, then what most pages show. Each carrier has its turn before one has a second.
    """
    shown = Counter(claim.address for claim in _summed_up(site))
    found = {claim.address: claim for claim in (*_summed_up(site), *_ways(site)) if claim.rung in ON_PAPER}
    own = [claim for claim in found.values() if claim.owner in site.library.data.carriers]
    own.sort(key=lambda claim: (_group(claim), not claim.expected_only, -shown[claim.address]))
    return _in_turns(own)[:FIRST]


def _in_turns(claims: Iterable[Claim]) -> list[Claim]:
    """The first of each carrier and group, then the second of each, and so on."""
    seen = Counter[tuple[str, int]]()
    turns: list[tuple[int, Claim]] = []
    for claim in claims:
        key = claim.owner, _group(claim)
        turns.append((seen[key], claim))
        seen[key] += 1
    return [claim for _, claim in sorted(turns, key=lambda turn: turn[0])]


def never_live(claims: Iterable[Claim]) -> bool:
    """Whether rules of contracts are among these claims, and none of them was read on the carrier's own page."""
    rungs = {claim.rung for claim in claims if claim.fact.path.startswith("contracts.")}
    return Rung.OFFICIAL_LIVE not in rungs and not rungs.isdisjoint(ON_PAPER)


def _group(claim: Claim) -> int:
    return next((place for place, kind in enumerate((Notice, Channel)) if isinstance(claim.fact, kind)), 2)


def _summed_up(site: Site) -> Iterator[Claim]:
    for page in site.steps_pages:
        for procedure in page.procedures:
            for row in procedure.key_facts:
                yield from row.claims


def _ways(site: Site) -> Iterator[Claim]:
    for carrier in site.carriers:
        for contract in carrier.contracts.values():
            ways = (channel for channel in contract.channels if channel.purpose in TO_END)
            yield from site.library.claims(carrier, *ways)


def _open(carrier: Carrier) -> int:
    return len(carrier.unknown) + sum(len(contract.unknown) for contract in carrier.contracts.values())


def _standing(owner: str, claims: Iterable[Claim], unknown: int) -> Standing:
    sourced = [claim for claim in claims if claim.sources]
    days = [day for claim in sourced if (day := newest_evidence(claim.sources, claim.fact.confirmed))]
    return Standing(
        owner=owner,
        rungs=Counter(claim.rung for claim in sourced),
        stale=sum(claim.stale for claim in sourced),
        conflicts=sum(Caveat.CONFLICT in claim.fact.caveat for claim in sourced),
        unknown=unknown,
        oldest=min(days, default=None),
        checked=max((claim.checked for claim in sourced if claim.checked), default=None),
    )


def _by_need(found: Iterable[Standing]) -> list[Standing]:
    """Most facts past their limit first, then most that contradict each other, then most open questions."""
    return sorted(found, key=lambda one: (-one.stale, -one.conflicts, -one.unknown))
