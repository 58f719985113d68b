"""A data file as the checks see it, and the register of checks.

A check yields (path, text) pairs; its docstring is the advice printed on the next line.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from model.records import Carrier, Fact, Source
from reading.strict_yaml import Mapping as Tree
from reading.strict_yaml import Node, Scalar, Sequence

Finding = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Outside:
    """What lies outside one file: today, each shared fact's address with those beside it, the codes of questions.

    `unreadable` names the files of docs/facts that hold no data, so that nothing is said against what they may hold.
    """

    today: date
    shared: Mapping[str, tuple[str, ...]]
    questions: frozenset[str]
    unreadable: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One data file as the checks see it; `tree` tells what was declared even where it could not be read."""

    stem: str
    tree: Node
    slug: str
    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]
    outside: Outside
    carrier: Carrier | None = None

    def declared(self, field: str) -> list[str]:
        """The keys under a top-level field, or the ids in it."""
        value = self._child(self.tree, field)
        if isinstance(value, Tree):
            return list(value.entries)
        items = value.items if isinstance(value, Sequence) else []
        ids = (self._child(item, "id") for item in items)
        return [node.text for node in ids if isinstance(node, Scalar)]

    def cited(self) -> set[str]:
        """Every key named under a field `source`, also by facts that could not be read."""
        return set(_under(self.tree, "source"))

    def has(self, *keys: str) -> bool:
        """Whether a field stands in the file, readable or not."""
        node: Node | None = self.tree
        for key in keys:
            node = self._child(node, key)
        return node is not None

    @staticmethod
    def _child(node: Node | None, key: str) -> Node | None:
        return node.entries[key][1] if isinstance(node, Tree) and key in node.entries else None


def _under(node: Node, field: str) -> Iterator[str]:
    """The texts under a field, wherever it stands in a tree."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _under(item, field)
    elif isinstance(node, Tree):
        for key, (_, child) in node.entries.items():
            yield from _texts(child) if key == field else _under(child, field)


def _texts(node: Node) -> Iterator[str]:
    items = node.items if isinstance(node, Sequence) else [node]
    return (item.text for item in items if isinstance(item, Scalar))


Check = Callable[[Sheet], Iterator[Finding]]
CHECKS: dict[str, Check] = {}


def check(rule: str) -> Callable[[Check], Check]:
    """Register a check under its rule's id."""

    def keep(function: Check) -> Check:
        CHECKS[rule] = function
        return function

    return keep
