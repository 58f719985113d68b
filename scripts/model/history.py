"""How facts changed in the repository: what feeds and changed dates are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import chain
from typing import Literal

from model.records import Fact, Source

ChangeKind = Literal["added", "changed", "removed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a fact's substance (not of its wording) in one commit.

    `seconds` is the commit's time; before and after are the fact then, None where it did not exist. `sources` are
    those it rests on now, or rested on when it was removed, `old_sources` those before the commit. `number` is the
    commit's place in the history, from 1: times may be equal or run backwards, numbers do not.
    """

    address: str
    kind: ChangeKind
    commit: str
    seconds: int
    before: Fact | None
    after: Fact | None
    sources: tuple[Source, ...]
    old_sources: tuple[Source, ...] = ()
    number: int = 0

    @property
    def owner(self) -> str:
        """The carrier or topic whose file holds the fact."""
        return self.address.partition(":")[0]

    @property
    def on(self) -> date:
        """The day of the commit, in UTC."""
        return datetime.fromtimestamp(self.seconds, UTC).date()


@dataclass(frozen=True)
class History:
    """Changes by address, newest first; empty where the repository's history is missing or shallow."""

    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)

    def changed_on(self, address: str) -> date | None:
        """The day a fact last changed or was added; None where the history does not tell."""
        found = self.changes.get(address, ())
        return found[0].on if found else None

    def of(self, owner: str) -> tuple[Change, ...]:
        """Every change of a carrier's or a topic's facts, newest commit first."""
        return tuple(sorted(self._by_owner.get(owner, ()), key=lambda change: -change.number))

    def tells_more(self, owner: str) -> bool:
        """Whether anything happened to a carrier's or topic's facts after the commit that brought the first."""
        return len({change.number for change in self._by_owner.get(owner, ())}) > 1

    @cached_property
    def _by_owner(self) -> dict[str, list[Change]]:
        """Sorted out once, since every carrier is asked for."""
        found: dict[str, list[Change]] = {}
        for change in chain.from_iterable(self.changes.values()):
            found.setdefault(change.owner, []).append(change)
        return found

    def owner_changed_on(self, owner: str) -> date | None:
        """The day the newest of these changes was made; None where the history does not tell."""
        found = self.of(owner)
        return found[0].on if found else None


NO_HISTORY = History()
