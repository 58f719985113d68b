"""Every text a file of data holds, one by one, with its language and its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.problem import Problem
from reading.strict_yaml import Mapping, Node, Scalar, Sequence

LANGUAGES = {"zh": "zh", "en": "en", "nb": "nb", "zh_hant": "zh-hant"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A text in a language ("" for names and values), the field it stands in, and where it begins, from 1.

    `parent`: the field around that one.
    `exact`: the text stands in the file sign by sign, so that a place inside it can be told.
    """

    file: str
    line: int
    col: int
    language: str
    text: str
    field: str = ""
    parent: str = ""
    exact: bool = False

    def problem(self, rule: str, at: int, text: str, advice: str) -> Problem:
        """A problem at a place of the text, from 0."""
        return Problem(self.file, self.line, self.col + at * self.exact, rule, text, advice)


def tree_pieces(file: str, node: Node | None, field: str = "", parent: str = "") -> Iterator[Piece]:
    """The texts of a tree; the keys zh, en, nb and zh_hant tell a text's language."""
    match node:
        case Mapping():
            for key, (_, child) in node.entries.items():
                yield from tree_pieces(file, child, key, field)
        case Sequence():
            for child in node.items:
                yield from tree_pieces(file, child, field, parent)
        case Scalar():
            yield Piece(file, node.line, node.col, LANGUAGES.get(field, ""), node.text, field, parent)
