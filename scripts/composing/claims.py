"""A claim: a fact with its public address, its sources in full, its trust rung and its age."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from model.records import Carrier, Confirmation, Data, Fact, Source
from model.vocabulary import Caveat, CheckResult, CompanyKind, ReadAs, Rung, SourceKind

# For channels, notice and law; phone hours would be old sooner, but none are in the data yet.
AGE_LIMIT = timedelta(days=365)
DOUBTS = frozenset({Caveat.INFERRED, Caveat.DERIVED})
_RUNGS = {
    SourceKind.LAW: Rung.LAW,
    SourceKind.REGULATOR: Rung.LAW,
    SourceKind.OFFICIAL: Rung.OFFICIAL_ARCHIVED,
    SourceKind.PUBLIC_BODY: Rung.GUIDANCE,
    SourceKind.PRESS: Rung.THIRD_PARTY,
    SourceKind.THIRD_PARTY: Rung.THIRD_PARTY,
}
_STRENGTH = list(Rung)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a page prints of a fact.

    beside: shared claims that must stand with it; stale: past its limit; stale_from: the first day on which it is, None
    where no date is known.
    """

    address: str
    fact: Fact
    sources: tuple[Source, ...]
    rung: Rung
    stale: bool
    checked: date | None
    beside: tuple["Claim", ...] = ()
    stale_from: date | None = None

    def __hash__(self) -> int:
        # Equal claims have equal addresses, and a claim holds too much to be hashed whole.
        return hash(self.address)

    @property
    def owner(self) -> str:
        """The carrier or topic whose file holds the fact."""
        return self.address.partition(":")[0]

    @property
    def expected_only(self) -> bool:
        """True where nobody but a third party says it: "expected, get it in writing"."""
        return self.rung == Rung.THIRD_PARTY

    @property
    def doubtful(self) -> bool:
        """True where we concluded it ourselves."""
        return not DOUBTS.isdisjoint(self.fact.caveat)


class MissingShared(Exception):
    """A shared fact that the pages need is not in docs/facts; holds its address topic:id."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def rung_of(source: Source, *, confirmed_live: bool = False) -> Rung:
    """The trust rung of one source; a page read live moves an official source up."""
    rung = _RUNGS[source.kind]
    live = source.read_as == ReadAs.LIVE or confirmed_live
    return Rung.OFFICIAL_LIVE if rung == Rung.OFFICIAL_ARCHIVED and live else rung


def looked_again(confirmed: Sequence[Confirmation]) -> tuple[date, list[Confirmation]]:
    """The day a fact was last found changed (date.min: never), and the results `same` that still hold.

    A result `changed` cancels every `same` before it; on one day the later line counts.
    """
    since, same = date.min, list[Confirmation]()
    for check in sorted(confirmed, key=lambda check: check.on):
        if check.result == CheckResult.CHANGED:
            since, same = check.on, []
        elif check.result == CheckResult.SAME:
            same.append(check)
    return since, same


def newest_evidence(sources: Iterable[Source], confirmed: Sequence[Confirmation]) -> date | None:
    """The day from which a fact's age counts: that of its newest source, reading or confirmation; None if undated.

    What is older than the day the fact was found changed does not count.
    """
    since, same = looked_again(confirmed)
    days = [check.on for check in same]
    for source in sources:
        days += [source.dated.earliest()] if source.dated.known else []
        days += [source.read_on] if source.read_on else []
    return max((day for day in days if day >= since), default=None)


class Library:
    """Finds claims by carrier and fact or by shared address, as of one day."""

    def __init__(self, data: Data, today: date) -> None:
        self.data = data
        self.today = today
        self._shared = {
            f"{name}:{fact.id}": (topic, fact) for name, topic in data.topics.items() for fact in topic.facts
        }
        # Most claims are shown on several pages, in every language: each is made once.
        self._made: dict[str, Claim] = {}

    def claim(self, carrier: Carrier, fact: Fact) -> Claim:
        """The claim of a carrier's fact."""
        address = f"{carrier.slug}:{fact.id}"
        made = self._made.get(address)
        if made is None or made.fact is not fact:
            made = self._claim(address, fact, tuple(carrier.sources[key] for key in fact.source))
            self._made[address] = made
        return made

    def claims(self, carrier: Carrier, *facts: Fact) -> tuple[Claim, ...]:
        """The claims of several facts of a carrier."""
        return tuple(self.claim(carrier, fact) for fact in facts)

    def shared(self, *addresses: str) -> tuple[Claim, ...]:
        """The claims at these addresses (law:id-check-at-end); MissingShared for one that is not there."""
        return tuple(self._one_shared(address) for address in addresses)

    def named(self, address: str) -> Claim | None:
        """The claim at any address, a carrier's or shared; None for a carrier that is not in the data."""
        owner, _, name = address.partition(":")
        if owner in self.data.topics:
            return self._one_shared(address)
        carrier = self.data.carriers.get(owner)
        if carrier is None:
            return None
        fact = next((fact for fact in carrier.facts if fact.id == name), None)
        if fact is None:
            raise MissingShared(address)
        return self.claim(carrier, fact)

    def _one_shared(self, address: str) -> Claim:
        if address not in self._shared:
            raise MissingShared(address)
        if address not in self._made:
            topic, fact = self._shared[address]
            self._made[address] = self._claim(address, fact, tuple(topic.sources[key] for key in fact.source))
        return self._made[address]

    def _claim(self, address: str, fact: Fact, sources: tuple[Source, ...]) -> Claim:
        _, same = looked_again(fact.confirmed)
        live = any(check.by == ReadAs.LIVE for check in same)
        rungs = [rung_of(source, confirmed_live=live) for source in sources] or [Rung.UNKNOWN]
        newest = newest_evidence(sources, fact.confirmed)
        stale_from = newest + AGE_LIMIT + timedelta(days=1) if newest else None
        return Claim(
            address=address,
            fact=fact,
            sources=sources,
            rung=min(rungs, key=_STRENGTH.index),
            stale=stale_from is None or stale_from <= self.today,
            checked=max((check.on for check in same), default=None),
            beside=self.shared(*fact.beside),
            stale_from=stale_from,
        )


def company(library: Library, carrier: Carrier) -> tuple[Claim, ...]:
    """Who the contract is with, by name; nothing where no source says it."""
    return library.claims(carrier, *(fact for fact in carrier.company if fact.kind == CompanyKind.NAME))
