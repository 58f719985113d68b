"""What feeds tell: a change of one fact, or of a whole file at once, so that a new carrier is one entry."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from model.history import Change, ChangeKind, History


@dataclass(frozen=True, slots=True)
class Event:
    """One entry. `address` is that of the fact, or the carrier's or topic's name where all its facts came or went."""

    address: str
    kind: ChangeKind
    changes: tuple[Change, ...]

    @property
    def first(self) -> Change:
        """One of the changes; commit and time are those of all."""
        return self.changes[0]

    @property
    def whole(self) -> bool:
        """True where all facts of the file came or went."""
        return ":" not in self.address


def events(history: History, owner: str) -> tuple[Event, ...]:
    """The events of a carrier or topic, newest first."""
    return tuple(reversed(list(_events(history, owner))))


def all_events(history: History) -> tuple[Event, ...]:
    """The events of all of them, newest first."""
    owners = sorted({address.partition(":")[0] for address in history.changes})
    found = (event for owner in owners for event in events(history, owner))
    return tuple(sorted(found, key=lambda event: -event.first.number))


def _events(history: History, owner: str) -> Iterator[Event]:
    """Oldest first: the facts there were tell whether a commit brought the first or took the last."""
    there: set[str] = set()
    changes = sorted(history.of(owner), key=lambda change: change.number)
    for _, together in groupby(changes, key=lambda change: change.number):
        commit = tuple(together)
        none_before = not there
        there -= {change.address for change in commit if change.after is None}
        there |= {change.address for change in commit if change.after is not None}
        if none_before or not there:
            yield Event(owner, commit[0].kind, commit)
        else:
            yield from (Event(change.address, change.kind, (change,)) for change in reversed(commit))
