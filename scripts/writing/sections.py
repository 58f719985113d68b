"""A hand-written page as passages under headings: what a translation is compared by, without knowing its words."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile, zip_longest
from typing import NamedTuple

from writing.passages import MARK

# What stands before the first heading; no heading can have this id.
FRONT = "_summary"
SUMMARY = "summary"
DIRECTIVE = "directive"
SENTENCE = "sentence"
HEADING = re.compile(r"(#{1,6}) +")
ID = re.compile(r"\{: *#([^ }]*) *\}$")
_ITEM = re.compile(r" *(?:([-*])|\d+\.) +")
_LONE = re.compile(r"\{[a-z][^{}]*\}$")
_CLASS = re.compile(r'<\w+ class="(\w+)')
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_DIRECTIVE = re.compile(r"\{(?:fact|value|carrier|table|contact)\b[^{}]*\}")
_SPOKEN = re.compile(r'<p lang="([a-z-]+)">(.*?)</p>', re.DOTALL)
_MEANING = re.compile(r'<p class="sentence__meaning">(.+?)</p>', re.DOTALL)
_NOTED = re.compile(r"\{: *(\.[^}]*?) *\}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, paragraph, list item, directive or block of HTML.

    text: as written, without the sign of a list item; name: the id of a heading; spoken: language and words of each
    sentence to say; mark: its classes (`.advice`).
    """

    line: int
    text: str
    kind: str
    name: str = ""
    links: tuple[str, ...] = ()
    directives: tuple[str, ...] = ()
    spoken: tuple[tuple[str, str], ...] = ()
    meaning: str = ""
    mark: str = ""

    @property
    def words(self) -> str:
        """What is said in the language of the page; "" where only the build speaks, or only Norwegian is to be said."""
        if self.kind == SENTENCE:
            return self.meaning
        return "" if self.kind == DIRECTIVE else self.text

    @property
    def shape(self) -> tuple[Hashable, ...]:
        """All that is the same in every language."""
        return self.kind, self.name, self.links, self.directives, self.spoken, self.mark


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with all up to the next one of any level."""

    name: str
    passages: tuple[Passage, ...]


class Pair(NamedTuple):
    """A passage and its translation; where one is missing, the line after which it must stand.

    section: the name of the original's section; number: the passage's place in it, from 1.
    """

    section: str
    number: int
    original: Passage | None
    translated: Passage | None
    lines: tuple[int, int]


def sections(text: str, languages: frozenset[str]) -> list[Section]:
    """The page's sections in order, with the passages that stand in all these languages."""
    found: list[list[Passage]] = [[]]
    for line, piece in _pieces(_kept(text.split("\n"), languages)):
        passage = _passage(line, piece)
        if passage.kind.startswith("heading"):
            found.append([])
        found[-1].append(passage)
    return [Section(_name(passages), tuple(passages)) for passages in found if passages]


def _name(passages: Sequence[Passage]) -> str:
    return passages[0].name if passages[0].kind.startswith("heading") else FRONT


def _kept(lines: Sequence[str], languages: frozenset[str]) -> Iterator[str]:
    """The lines, blank where they are not meant for all of the languages, so that numbers stay."""
    kept = True
    for line in lines:
        mark = MARK.fullmatch(line)
        if mark:
            kept = mark[1] is None or languages <= set(mark[1].split())
        yield line.rstrip() if kept and not mark else ""


def _pieces(lines: Iterator[str]) -> Iterator[tuple[int, str]]:
    """Line and text of each passage."""
    start, piece = 0, ""
    for number, line in enumerate(lines, 1):
        # Only what is open goes on in the next line: headings and directives are one line each.
        if piece and (not line or _begins(line) or _begins(piece) == "closed"):
            yield start, piece
            piece = ""
        if line == "---":
            continue
        start, piece = (start, f"{piece}\n{line}") if piece else (number, line)
    if piece:
        yield start, piece


def _begins(text: str) -> str:
    """Whether a new passage begins here, "" for no: "closed" where no further line belongs to it, else "open"."""
    if HEADING.match(text) or _LONE.match(text):
        return "closed"
    return "open" if _ITEM.match(text) else ""


def _passage(line: int, text: str) -> Passage:
    kind = _kind(text)
    name, noted, meaning = ID.search(text), _NOTED.search(text), _MEANING.search(text)
    return Passage(
        line=line,
        text=_ITEM.sub("", text, count=1) if "item" in kind else text,
        kind=kind,
        name=name[1] if name and kind.startswith("heading") else "",
        links=tuple(_LINK.findall(text)),
        # A value stands where the sentence of the language needs it.
        directives=tuple(sorted(_DIRECTIVE.findall(text))),
        spoken=tuple(_SPOKEN.findall(text)) if kind == SENTENCE else (),
        meaning=meaning[1] if meaning else "",
        mark=noted[1] if noted else "",
    )


def _kind(text: str) -> str:
    heading, item, html = HEADING.match(text), _ITEM.match(text), _CLASS.match(text)
    if heading:
        return f"heading {len(heading[1])}"
    if _LONE.match(text):
        return DIRECTIVE
    if item:
        return "list item" if item[1] else "numbered item"
    if text.startswith(f"{SUMMARY}: "):
        return SUMMARY
    return html[1] if html else "paragraph"


def pairs(original: Sequence[Section], translated: Sequence[Section]) -> Iterator[Pair]:
    """Every passage beside its translation, section by section; of a section without its like only the heading."""
    last = (1, 1)
    for i, j in aligned([one.name for one in original], [one.name for one in translated]):
        ours = original[i].passages if i is not None else ()
        theirs = translated[j].passages if j is not None else ()
        name = (original[i] if i is not None else translated[j or 0]).name
        if not ours or not theirs:
            ours, theirs = ours[:1], theirs[:1]
        for pair in _within(name, ours, theirs, last):
            last = pair.lines
            yield pair


def _within(name: str, ours: Sequence[Passage], theirs: Sequence[Passage], last: tuple[int, int]) -> Iterator[Pair]:
    for i, j in aligned([one.shape for one in ours], [one.shape for one in theirs]):
        original = ours[i] if i is not None else None
        translated = theirs[j] if j is not None else None
        last = (original.line if original else last[0], translated.line if translated else last[1])
        yield Pair(name, i + 1 if i is not None else 0, original, translated, last)


def aligned(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> Iterator[tuple[int | None, int | None]]:
    """Places of what is the same in both, in order; what differs stands side by side, None where one has no more."""
    same = (one == other for one, other in zip(ours, theirs, strict=False))
    start = sum(takewhile(bool, same))
    same = (one == other for one, other in zip(reversed(ours[start:]), reversed(theirs[start:]), strict=False))
    end = sum(takewhile(bool, same))
    # The matcher takes the longest run first, so one change among texts alike could look like more.
    middle = SequenceMatcher(None, ours[start : len(ours) - end], theirs[start : len(theirs) - end], autojunk=False)
    yield from ((place, place) for place in range(start))
    for _, *places in middle.get_opcodes():
        i, i_end, j, j_end = (place + start for place in places)
        yield from zip_longest(range(i, i_end), range(j, j_end))
    yield from ((len(ours) - place, len(theirs) - place) for place in range(end, 0, -1))
