"""Whether a checklist fits on one page, and what is left out first where it would not.

The length is reckoned from the number of characters, in the measures of docs/assets/checklist.css at 9.5 points; it
errs on the long side. A browser decides: tests/browser/test_paper.py prints every checklist.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from unicodedata import east_asian_width

from writing.sheet_parts import Box, Cell, Line, Part, Sheet
from writing.steps_view import Sentence


class Cut(StrEnum):
    """What a sheet can do without, in case of need."""

    MEANINGS = "meanings"
    LATER = "later"
    HOW = "how"
    ADDRESSES = "addresses"
    ROUTES = "routes"
    COUNTER = "counter"
    SMALL = "small"


# From the first to go to the last. Never among them: a step, a telephone number, a date, the sentence that cancels.
ORDER: dict[Cut, str] = {
    Cut.MEANINGS: "what the further sentences mean: who shows or reads them out needs only the Norwegian",
    Cut.LATER: "sentences on bills and complaints: they are written at home, where the steps page can be read",
    Cut.HOW: "the line for the way of contact: name and reference number show it",
    Cut.ADDRESSES: "addresses of sources: the steps page has them; who says it, and when, stays",
    Cut.ROUTES: "where to tap in an app: its name stays",
    Cut.COUNTER: "sentences for the counter: the steps page has them, the title says what they will answer",
    Cut.SMALL: "9 points instead of 9.5: nothing is lost, but it reads less well",
}

# Millimetres of the smaller page on which everything must fit: 267 less two margins of 10.
HEIGHT = 247.0
# What the reckoning may be wrong by.
RESERVE = 3.0
WIDTH = 186.0
COLUMN = 90.0
THIRD = 59.0
# A step's text stands beside its box.
BESIDE_BOX = COLUMN - 5.7
RULED = 6.0
RULED_SMALL = 5.5
HEADING = 9.2
HEADING_ROOM = 2.5
GAP = 2.0
QR = 23.0
# So far the code goes down beside what stands below the title.
BELOW_TITLE = 14.0
POINT = 0.3528
# Part of a line that stays empty where the next word does not fit; Han breaks anywhere.
LOST = 1.05
# Bold letters are wider, Han are not.
BOLD = 1.08


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type in points, its line height, and whether it is a Chinese fount, where · is as wide as a Han."""

    points: float
    spacing: float
    han: bool

    @property
    def bold(self) -> "Type":
        """The same in bold: wider, and no higher."""
        wider = 1.0 if self.han else BOLD
        return Type(self.points * wider, self.spacing / wider, self.han)

    def width(self, text: str) -> float:
        """Millimetres of a text in one line."""
        return sum(map((_HAN if self.han else _OTHERS).__getitem__, text)) * self.points * POINT

    def height(self, text: str, width: float) -> float:
        """Millimetres of height of a text set in this width."""
        length = self.width(text)
        lines = 1 if length <= width else ceil(length * LOST / width)
        return lines * self.points * POINT * self.spacing


# A run of letters without a blank; a Han character is one by itself.
UNBROKEN = re.compile(r"[^\s\u2e80-\uffef]+|[\u2e80-\uffef]")
# As long as the words before what does not cancel, in any language.
STOP_TITLE = "This does not cancel it:"
# Widths of Arial, whose like every system has, in classes.
_WIDTHS = {
    **dict.fromkeys("ijltfI.,:;|'!()[]/ ·", 0.28),
    **dict.fromkeys('r-"*', 0.35),
    **dict.fromkeys("ckJsvxyz", 0.5),
    **dict.fromkeys("mMwW%@–✕", 0.8),
}


class _Ems(dict[str, float]):
    """Sign -> its width in ems, found once for each; wide: the classes of Unicode that are as wide as a Han."""

    def __init__(self, wide: str) -> None:
        super().__init__()
        self._wide = wide

    def __missing__(self, sign: str) -> float:
        latin = _WIDTHS.get(sign, 0.69 if sign.isupper() else 0.556)
        return self.setdefault(sign, 1.0 if east_asian_width(sign) in self._wide else latin)


_HAN, _OTHERS = _Ems("WFA"), _Ems("WF")


def fitted(draft: Callable[[frozenset[Cut]], Sheet], *, han: bool) -> Sheet:
    """The sheet with as little left out, in the order of ORDER, as lets it fit; the last try where nothing does."""
    cuts: set[Cut] = set()
    sheet = draft(frozenset())
    for cut in ORDER:
        if height(sheet, han=han) <= HEIGHT - RESERVE:
            break
        cuts.add(cut)
        sheet = draft(frozenset(cuts))
    return sheet


def height(sheet: Sheet, *, han: bool) -> float:
    """About how many millimetres of a page the sheet takes; han: set as Chinese is."""
    body = Type(9.0 if sheet.small else 9.5, 1.45 if han else 1.35, han)
    around = _head(sheet, body) + _cells(sheet.cells, body) + _stop(sheet, body) + _sentence(sheet.sentence, body)
    ruled = RULED_SMALL if sheet.small else RULED
    lines = ruled * (ceil(len(sheet.who) / 2) + ceil(len(sheet.proof) / 3)) + HEADING
    columns = _columns([unit for part in sheet.parts for unit in _units(part, body)])
    rules = sum(body.height(_text(rule), WIDTH) for rule in sheet.rules) + _told(sheet.ask, body, WIDTH)
    return around + lines + columns + rules + _sources(sheet, han=han) + GAP + 4.5


def _head(sheet: Sheet, body: Type) -> float:
    # Room for the QR code and the address is kept even where they are not set: a sheet is the same with and without.
    company = " · ".join([*map(_text, sheet.company), sheet.age])
    title = Type(15, 1.3, body.han).bold.height(sheet.title, WIDTH - QR)
    return title + max(body.height(company, WIDTH - QR) + body.height("", WIDTH), BELOW_TITLE)


def _cells(cells: Iterable[Cell], body: Type) -> float:
    """A table: each column gets what it cannot do without, and a share of the rest by the length of its values."""
    listed = list(cells)
    least = [max(body.bold.width(word) for word in _words(cell)) for cell in listed]
    most = [max(body.bold.width(text) for text in _texts(cell)) for cell in listed]
    room, wish = WIDTH - 2.5 * len(listed) - sum(least), sum(most) - sum(least)
    share = max(0.0, min(1.0, room / wish)) if wish else 1.0
    widths = (one + share * (other - one) for one, other in zip(least, most, strict=True))
    heights = (
        sum(body.bold.height(text, width) for text in _texts(cell)) for cell, width in zip(listed, widths, strict=True)
    )
    return GAP + 1.5 + max(heights, default=0)


def _texts(cell: Cell) -> list[str]:
    """Label and values, each on a line of its own."""
    return [text for text in (cell.label, cell.text, *map(_text, cell.lines)) if text]


def _words(cell: Cell) -> Iterator[str]:
    """What a line cannot break: words, and numbers to call."""
    yield from (_text(line) for line in cell.lines if line.href)
    for text in (cell.label, cell.text, *(line.text for line in cell.lines if not line.href)):
        yield from UNBROKEN.findall(text)


def _stop(sheet: Sheet, body: Type) -> float:
    if not sheet.stop:
        return 0
    return GAP + 3 + body.height("".join(f" ✕ {_text(line)}" for line in sheet.stop) + STOP_TITLE, WIDTH - 4.5)


def _sentence(sentence: Sentence | None, body: Type) -> float:
    return GAP + 2.5 + _told(sentence, body, WIDTH - 4) if sentence else 0


def _box(box: Box, body: Type) -> float:
    text = " · ".join([f"{box.number} {box.title}", *map(_text, box.lines)])
    return 0.9 + body.height(text, BESIDE_BOX) + _told(box.told, body, BESIDE_BOX - 2)


def _told(sentence: Sentence | None, body: Type, width: float) -> float:
    if not sentence:
        return 0
    said = body.height(sentence.say, width)
    return said + (body.height(sentence.means.striptags(), width) if sentence.means else 0)


def _units(part: Part, body: Type) -> Iterator[float]:
    """What no column breaks: a heading with its first step, then each step."""
    for number, box in enumerate(part.boxes):
        yield _box(box, body) + (0 if number else HEADING)


def _columns(units: list[float]) -> float:
    """The browser fills two columns evenly; above the heading of the first there is no room."""
    return 1.5 - HEADING_ROOM + min(max(sum(units[:cut]), sum(units[cut:])) for cut in range(len(units) + 1))


def _sources(sheet: Sheet, *, han: bool) -> float:
    small = Type(8, 1.3, han)
    columns, width = (3, THIRD) if han and not sheet.addresses else (2, COLUMN)
    texts = (f"{s.mark.kind} · {s.mark.publisher} · {s.mark.date}" for s in sheet.sources)
    shown = (s.shown_url if sheet.addresses else "" for s in sheet.sources)
    listed = [small.height(f"{text} · {url}", width - 4.5) for text, url in zip(texts, shown, strict=True)]
    return HEADING + sum(listed) / columns + max(listed, default=0) / 2


def _text(line: Line) -> str:
    """A statement with its references, which are set small."""
    return line.text + "[1" * len(line.refs)
