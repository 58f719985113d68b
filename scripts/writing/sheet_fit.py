"""Whether a checklist fits on one page, and what is left out first where it would not.

The length is reckoned from the number of characters, in the measures of docs/assets/checklist.css at 9.5 points; it
errs on the long side. A browser decides: tests/browser/test_paper.py prints every checklist.
"""

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
WIDTH = 186.0
COLUMN = 90.0
# A step's text stands beside its box.
BESIDE_BOX = COLUMN - 5.7
RULED = 6.0
HEADING = 9.2
GAP = 2.0
QR = 21.0
POINT = 0.3528
# Part of a line that stays empty where the next word does not fit; Han breaks anywhere.
LOST = 1.05


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type in points and its line height."""

    points: float
    spacing: float

    def height(self, text: str, width: float) -> float:
        """Millimetres of height of a text set in this width."""
        lines = max(1, ceil(ems(text) * self.points * POINT * LOST / width))
        return lines * self.points * POINT * self.spacing


def ems(text: str) -> float:
    """The width of a text: a Han character has one, Latin letters about half of it."""
    return sum(1.0 if east_asian_width(sign) in "WF" else _latin(sign) for sign in text)


def _latin(sign: str) -> float:
    if sign in "ijl.,:;|'!()[] ":
        return 0.3
    return 0.68 if sign.isupper() or sign in "mw_" else 0.53


def fitted(draft: Callable[[frozenset[Cut]], Sheet], *, han: bool) -> Sheet:
    """The sheet with as little left out, in the order of ORDER, as lets it fit; the last try where nothing does."""
    cuts: set[Cut] = set()
    sheet = draft(frozenset())
    for cut in ORDER:
        if height(sheet, han=han) <= HEIGHT:
            break
        cuts.add(cut)
        sheet = draft(frozenset(cuts))
    return sheet


def height(sheet: Sheet, *, han: bool) -> float:
    """About how many millimetres of a page the sheet takes; han: set as Chinese is."""
    body = Type(9.0 if sheet.small else 9.5, 1.45 if han else 1.35)
    around = _head(sheet, body) + _cells(sheet.cells, body) + _stop(sheet, body) + _sentence(sheet.sentence, body)
    lines = RULED * (ceil(len(sheet.who) / 2) + ceil(len(sheet.proof) / 2)) + HEADING
    columns = _columns([_part(part, body) for part in sheet.parts])
    return around + lines + columns + _sources(sheet) + GAP + 4.5


def _head(sheet: Sheet, body: Type) -> float:
    # Room for the QR code and the address is kept even where they are not set: a sheet is the same with and without.
    company = " · ".join([*map(_text, sheet.company), sheet.age])
    text = Type(15, 1.3).height(sheet.title, WIDTH - QR) + body.height(company, WIDTH - QR) + body.height("", WIDTH)
    return max(text, QR)


def _cells(cells: Iterable[Cell], body: Type) -> float:
    listed = list(cells)
    width = WIDTH / max(1, len(listed)) - 2.5
    heights = (sum(body.height(text, width) for text in _texts(cell)) for cell in listed)
    return GAP + 1.5 + max(heights, default=0) + body.height("", width)


def _texts(cell: Cell) -> Iterator[str]:
    if cell.text:
        yield cell.text
    # Bold is a little wider.
    yield from (_text(line) + "  " for line in cell.lines)


def _stop(sheet: Sheet, body: Type) -> float:
    if not sheet.stop:
        return 0
    return GAP + 3 + body.height("".join(f"{_text(line)}    " for line in sheet.stop) + "——" * 5, WIDTH - 4.5)


def _sentence(sentence: Sentence | None, body: Type) -> float:
    return GAP + 2.5 + _told(sentence, body, WIDTH - 4) if sentence else 0


def _part(part: Part, body: Type) -> float:
    boxes = sum(_box(box, body) for box in part.boxes)
    rules = sum(body.height(_text(rule), COLUMN) for rule in part.rules)
    return HEADING + boxes + rules + _told(part.told, body, COLUMN) + RULED * len(part.fields)


def _box(box: Box, body: Type) -> float:
    text = " · ".join([f"{box.number} {box.title}", *map(_text, box.lines)])
    return 0.9 + body.height(text, BESIDE_BOX) + _told(box.told, body, BESIDE_BOX - 2)


def _told(sentence: Sentence | None, body: Type, width: float) -> float:
    if not sentence:
        return 0
    said = body.height(sentence.say, width)
    return said + (body.height(sentence.means, width) if sentence.means else 0)


def _columns(parts: list[float]) -> float:
    """The browser fills two columns evenly and breaks no part."""
    return 1.5 + min(max(sum(parts[:cut]), sum(parts[cut:])) for cut in range(len(parts) + 1))


def _sources(sheet: Sheet) -> float:
    small = Type(8, 1.3)
    listed = [
        small.height(f"{s.mark.kind} · {s.mark.publisher} · {s.mark.date} · {s.shown_url}", COLUMN - 4.5)
        for s in sheet.sources
    ]
    return HEADING + sum(listed) / 2 + max(listed, default=0) / 2


def _text(line: Line) -> str:
    """A statement with its references, which are set small."""
    return line.text + "[1" * len(line.refs)
