"""What stands on a checklist, in words: the parts that its template prints and its length is reckoned from."""

from dataclasses import dataclass

from markupsafe import Markup

from writing.source_list import SourceView
from writing.steps_view import Sentence


@dataclass(frozen=True, slots=True)
class Line:
    """A short statement, as HTML with its Norwegian words marked, and the numbers of its sources; href: a link."""

    text: str
    html: Markup
    address: str
    refs: tuple[int, ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A step to tick, its short statements, and the sentence to say there."""

    id: str
    number: int
    title: str
    lines: tuple[Line, ...]
    told: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A ruled line to fill: the name under which a device keeps it, and its label."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Part:
    """A headed part of the two columns: steps."""

    title: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A key fact: label, what is known without a source, and the statements."""

    label: str
    text: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A whole checklist; `address` is that of the steps, "" where the site has no public one.

    rules: when the contract ends, in words; ask: the question for it where that is not known.
    addresses: whether the sources are printed with theirs; small: whether the type is.
    """

    title: str
    company: tuple[Line, ...]
    age: str
    address: str
    cells: tuple[Cell, ...]
    who: tuple[Field, ...]
    stop: tuple[Line, ...]
    parts: tuple[Part, ...]
    sentence: Sentence | None
    rules: tuple[Line, ...]
    ask: Sentence | None
    proof: tuple[Field, ...]
    sources: tuple[SourceView, ...]
    addresses: bool
    small: bool
