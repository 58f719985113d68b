"""YAML as text only: every scalar stays text, positions are kept, everything surprising is refused.

Built from the parser's event stream with a stack of our own: no types are guessed, nothing recurses.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from model.problem import Problem
from reading.bytes_check import bad_characters, decoded

MAX_DEPTH = 8
MERGE_KEY = "<<"


@dataclass(slots=True)
class Node:
    """A piece of YAML with the place where it begins, both from 1."""

    line: int
    col: int


@dataclass(slots=True)
class Scalar(Node):
    """Text as written, quotes and escapes resolved."""

    text: str


@dataclass(slots=True)
class Sequence(Node):
    """A list."""

    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping(Node):
    """Keys with their values, in the order of the file."""

    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    pending: Node | None = None


def read_tree(file: str, data: bytes) -> tuple[Node | None, list[Problem]]:
    """The file as a tree of nodes, or None; and every problem found. Never raises for bad data."""
    text, problems = decoded(file, data)
    if text is None:
        return None, problems
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
            if builder.too_deep:
                break
        else:
            builder.problems.extend(_comment_problems(file, text, builder.spans))
    except (yaml.YAMLError, ValueError) as error:
        builder.syntax(error)
    return (None if builder.problems else builder.root), builder.problems


class _Builder:
    """Turns events into nodes; `spans` are the stretches of text that scalars cover."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.documents = 0
        self.too_deep = False
        self.problems: list[Problem] = []
        self.spans: list[tuple[int, int]] = []
        self._stack: list[Sequence | Mapping] = []

    def report(self, node: Node, rule: str, text: str, advice: str) -> None:
        self.problems.append(Problem(self.file, node.line, node.col, rule, text, advice))

    def syntax(self, error: Exception) -> None:
        mark = getattr(error, "problem_mark", None)
        place = Node(mark.line + 1, mark.column + 1) if mark else Node(1, 1)
        what = getattr(error, "problem", None) or str(error).splitlines()[0]
        self.report(place, "yaml-syntax", f"file must be valid YAML: {what}", "check quotes, colons and indentation")

    def take(self, event: Any) -> None:
        place = Node(event.start_mark.line + 1, event.start_mark.column + 1)
        match event:
            case yaml.ScalarEvent():
                self._scalar(event, place)
            case yaml.DocumentStartEvent():
                self._document(place)
            case yaml.AliasEvent():
                self.report(place, "yaml-alias", "file must not use aliases (*name)", "write the text out again")
                self._add(Scalar(place.line, place.col, ""))
            case yaml.SequenceStartEvent():
                self._open(event, Sequence(place.line, place.col))
            case yaml.MappingStartEvent():
                self._open(event, Mapping(place.line, place.col))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._stack.pop()
            case _:
                pass

    def _document(self, place: Node) -> None:
        self.documents += 1
        if self.documents > 1:
            self.report(place, "yaml-documents", "file must hold one document", "remove the line with ---")

    def _refuse_marks(self, event: Any, place: Node) -> None:
        if event.anchor:
            self.report(place, "yaml-anchor", f"file must not use anchors: {event.anchor!r}", "write the text again")
        if event.tag:
            self.report(place, "yaml-tag", f"file must not use tags: {event.tag!r}", "remove it; all is text")

    def _scalar(self, event: Any, place: Node) -> None:
        self._refuse_marks(event, place)
        self.spans.append((event.start_mark.index, event.end_mark.index))
        for _, _, name in bad_characters(event.value):
            self.report(place, "file-character", f"text must not hold {name}", "delete the escaped character")
        self._add(Scalar(place.line, place.col, event.value))

    def _open(self, event: Any, node: Sequence | Mapping) -> None:
        self._refuse_marks(event, node)
        self._add(node)
        self._stack.append(node)
        if len(self._stack) > MAX_DEPTH:
            self.too_deep = True
            self.report(node, "yaml-depth", f"file must not nest deeper than {MAX_DEPTH}", "flatten the structure")

    def _add(self, node: Node) -> None:
        match self._stack[-1:]:
            case [Sequence() as parent]:
                parent.items.append(node)
            case [Mapping() as parent] if parent.pending is None:
                self._key(parent, node)
            case [Mapping() as parent]:
                self._value(parent, node)
            case _:
                self.root = node if self.root is None else self.root

    def _key(self, parent: Mapping, node: Node) -> None:
        parent.pending = node
        if not isinstance(node, Scalar) or "\n" in node.text:
            self.report(node, "yaml-key", "a key must be plain text", "write the key as one word before the colon")
        elif node.text == MERGE_KEY:
            self.report(node, "yaml-merge-key", "file must not use merge keys (<<)", "write the fields out again")
        elif node.text in parent.entries:
            first = parent.entries[node.text][0].line
            self.report(
                node, "yaml-duplicate-key", f"key must stand once: {node.text!r} is on line {first} too", "remove one"
            )

    def _value(self, parent: Mapping, node: Node) -> None:
        key = parent.pending
        parent.pending = None
        if isinstance(key, Scalar) and key.text not in parent.entries:
            parent.entries[key.text] = (key, node)


def _comment_problems(file: str, text: str, spans: list[tuple[int, int]]) -> Iterator[Problem]:
    """A `#` after a value loses text without a word (`price 99 # kr`), so comments need lines of their own."""
    rows = zip(text.split("\n"), _masked(text, spans).split("\n"), strict=True)
    for number, (line, masked) in enumerate(rows, 1):
        at = masked.find("#")
        if masked[: max(at, 0)].strip():
            said = f"a comment must stand on a line of its own: {line[at:]!r}"
            advice = "put the comment on its own line, or the text in quotes"
            yield Problem(file, number, at + 1, "yaml-comment", said, advice)


def _masked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with x for every `#` of a scalar, so that one left in it begins a comment."""
    pieces, at = [], 0
    for begin, end in spans:
        # The line that opens a block scalar (| or >) may bear a comment too.
        start = min(text.index("\n", begin), end) if text[begin : begin + 1] in ("|", ">") else begin
        pieces += [text[at:start], text[start:end].replace("#", "x")]
        at = end
    return "".join([*pieces, text[at:]])
