"""Small declarative shapes: each turns a node of text into a typed value, or reports why it cannot.

A shape's `read` returns None after reporting; shapes keep their limits as fields, so that a schema
for editors can be written from them.
"""

from collections import Counter
from collections.abc import Callable
from collections.abc import Mapping as Dict
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from model.problem import Problem, Severity
from reading.strict_yaml import Mapping, Node, Scalar, Sequence

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
E = TypeVar("E", bound=StrEnum)


class Report:
    """Collects the problems of one file and knows where each path stands."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        # Fields that stand in the file but could not be read: what is missing there is not missing.
        self.unread: set[str] = set()
        self._where: dict[str, tuple[int, int]] = {}

    def seen(self, path: str, node: Node) -> None:
        """Remember where a path begins, for checks that run later."""
        self._where[path] = (node.line, node.col)

    def add(self, path: str, rule: str, text: str, advice: str, severity: Severity = "error") -> None:
        """Report a problem at a path (or at the nearest known path above it); `text` goes on after the field's name."""
        known = path
        while known and known not in self._where:
            known = known.rpartition(".")[0]
        line, col = self._where.get(known, (1, 1))
        said = f"{shown(path)} {text}" if path else f"file {text}"
        self.problems.append(Problem(self.file, line, col, rule, said, advice, severity))


def shown(path: str) -> str:
    """A path as a volunteer says it: without list positions and without the contract around it."""
    parts = [part for part in path.split(".") if not part.isdecimal()] or [path]
    return ".".join(parts[2:] if parts[0] == "contracts" and len(parts) > 2 else parts)


def joined(path: str, key: str) -> str:
    """The path of a key inside a path; the file itself is the empty path."""
    return f"{path}.{key}" if path else key


class Shape(Protocol[T_co]):
    """Anything that can turn a node into a value."""

    def read(self, report: Report, path: str, node: Node) -> T_co | None:
        """The value, or None after reporting."""


def scalar(report: Report, path: str, node: Node) -> str | None:
    """The text of a scalar node."""
    if isinstance(node, Scalar):
        return node.text
    report.add(path, "field-kind", "must be one text", "write a single value after the colon")
    return None


def mapping(report: Report, path: str, node: Node) -> Mapping | None:
    """A node with keys and values."""
    if isinstance(node, Mapping):
        return node
    report.add(path, "field-kind", "must be a mapping", "write key: value lines")
    return None


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text, not empty, at most `limit` characters."""

    limit: int

    def read(self, report: Report, path: str, node: Node) -> str | None:
        """The text, stripped of nothing."""
        text = scalar(report, path, node)
        if text is None:
            return None
        if not text.strip() or "\n" in text or text != text.strip():
            report.add(path, "text-line", f"must be one line of text: {text[:40]!r}", "write the text on one line")
        elif len(text) > self.limit:
            report.add(path, "text-length", f"must be at most {self.limit} characters: {len(text)}", "say it shorter")
        else:
            return text
        return None


@dataclass(frozen=True, slots=True)
class Choice(Generic[E]):
    """One word of a closed list."""

    words: type[E]

    def read(self, report: Report, path: str, node: Node) -> E | None:
        """The member of the list."""
        text = scalar(report, path, node)
        if text is None:
            return None
        if text in [str(word) for word in self.words]:
            return self.words(text)
        allowed = ", ".join(self.words)
        report.add(path, "value-choice", f"must be one of the listed words: {text!r}", f"write one of: {allowed}")
        return None


@dataclass(frozen=True, slots=True)
class Many(Generic[T]):
    """A list; `single` allows one bare item, `least` asks for a number of items."""

    item: Shape[T]
    single: bool = False
    least: int = 0

    def read(self, report: Report, path: str, node: Node) -> tuple[T, ...] | None:
        """The items that could be read."""
        if not isinstance(node, Sequence):
            if self.single and isinstance(node, Scalar):
                value = self.item.read(report, path, node)
                return None if value is None else (value,)
            report.add(path, "field-kind", "must be a list", "write the items as - item lines or [a, b]")
            return None
        if len(node.items) < self.least:
            report.add(path, "list-empty", f"must hold at least {self.least} item", "add an item or remove the field")
        for text, times in Counter(child.text for child in node.items if isinstance(child, Scalar)).items():
            if times > 1:
                report.add(path, "list-repeat", f"must name each item once: {text!r}", "remove the repeated item")
        values = []
        for index, child in enumerate(node.items):
            report.seen(f"{path}.{index}", child)
            values.append(self.item.read(report, f"{path}.{index}", child))
        return tuple(value for value in values if value is not None)


@dataclass(frozen=True, slots=True)
class Table(Generic[E, T]):
    """Values under keys of a closed list, in the order of the file; `least` asks for a number of them."""

    keys: type[E]
    item: Shape[T]
    least: int = 0

    def read(self, report: Report, path: str, node: Node) -> Dict[E, T] | None:
        """The entries that could be read."""
        tree = mapping(report, path, node)
        if tree is None:
            return None
        if len(tree.entries) < self.least:
            report.add(path, "list-empty", f"must hold at least {self.least} item", "add one under its key")
        values: dict[E, T] = {}
        for key, (name, child) in tree.entries.items():
            report.seen(f"{path}.{key}", name)
            if key not in [str(word) for word in self.keys]:
                allowed = ", ".join(self.keys)
                report.add(f"{path}.{key}", "field-unknown", "must be a known key", f"write one of: {allowed}")
                continue
            value = self.item.read(report, f"{path}.{key}", child)
            if value is not None:
                values[self.keys(key)] = value
        return values


@dataclass(frozen=True, slots=True)
class Named(Generic[T]):
    """Values under keys of the file's own choosing (dashed lower case)."""

    key: Shape[str]
    item: Shape[T]

    def read(self, report: Report, path: str, node: Node) -> Dict[str, T] | None:
        """The entries that could be read."""
        tree = mapping(report, path, node)
        if tree is None:
            return None
        values: dict[str, T] = {}
        for key, (name, child) in tree.entries.items():
            here = joined(path, key)
            report.seen(here, name)
            self.key.read(report, here, name)
            value = self.item.read(report, here, child)
            if value is not None:
                values[key] = value
        return values


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: its shape, whether it must be there, and its name in the record where that differs."""

    shape: Shape[Any]
    required: bool = False
    into: str = ""
    fallback: Any = None


@dataclass(frozen=True, slots=True)
class Record(Generic[T]):
    """A mapping with known fields, turned into `make(**fields)`.

    A missing required field without fallback makes the record unreadable (None).
    """

    make: Callable[..., T]
    fields: Dict[str, Field]
    path_field: bool = False

    def read(self, report: Report, path: str, node: Node) -> T | None:
        """The record, or None where a required field is missing or unreadable."""
        tree = mapping(report, path, node)
        if tree is None:
            return None
        self._refuse_unknown(report, path, tree)
        values: dict[str, Any] = {"path": path} if self.path_field else {}
        complete = True
        for name, field in self.fields.items():
            value = self._field(report, path, tree, name, field)
            if value is not None:
                values[field.into or name] = value
            elif field.required:
                complete = False
        return self.make(**values) if complete else None

    def _refuse_unknown(self, report: Report, path: str, tree: Mapping) -> None:
        for key, (name, _) in tree.entries.items():
            if key not in self.fields:
                here = joined(path, key)
                report.seen(here, name)
                report.add(here, "field-unknown", "must be a known field", f"known here: {', '.join(self.fields)}")

    def _field(self, report: Report, path: str, tree: Mapping, name: str, field: Field) -> Any:
        here = joined(path, name)
        if name not in tree.entries:
            if field.required:
                report.seen(here, tree)
                report.add(here, "field-missing", "must be there", f"add {name}: …")
            return field.fallback
        _, child = tree.entries[name]
        report.seen(here, child)
        value = field.shape.read(report, here, child)
        if value is None:
            report.unread.add(here)
            return field.fallback
        return value
