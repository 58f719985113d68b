"""One carrier file through reader, templates and Markdown: located problems, or pages with the tags of templates."""

import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import unified_diff
from functools import cache
from itertools import islice
from pathlib import Path
from types import FrameType

from lxml import etree

from composing.claims import Library
from composing.site import Site
from exporting import api, feeds, router
from exporting.export import Export
from fuzz.by_text import WIDE_AS
from fuzz.made import Made
from fuzz.parts import Parts, parts_of_html, parts_of_page, strange
from model.history import History
from model.records import Carrier, Data
from model.vocabulary import Guide
from reading.load import Shared, read_carriers, read_shared
from support import project
from support.located import misplaced
from writing import checklist_page, overview, print_page, tool_dates, tool_letter
from writing.behind import ALL_CURRENT
from writing.carrier_page import Around
from writing.carrier_page import page as carrier_page
from writing.pages import Book, Page, carrier_section, general_section, guide_page, home, steps_page

# What a file takes is a tenth of a second; a machine may be a hundred times slower.
SECONDS = 20
# Pieces of a page inside the router's data, which its script puts into the page as HTML.
PIECES = frozenset({"html", "contacts", "sentence", "ask"})


class Hangs(BaseException):
    """A file keeps the program longer than any file may; not an Exception, so that nothing on the way catches it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: refused with problems or rendered, and what is wrong with that."""

    made: Made
    refused: bool
    complaints: tuple[str, ...]

    def __str__(self) -> str:
        return "\n    ".join([f"{self.made.name} ({self.made.slug}: {self.made.done})", *self.complaints])


@cache
def shared() -> Shared:
    """The project's shared facts, which stand beside every carrier."""
    return read_shared(project.ROOT / "docs" / "facts", project.TODAY)


def tried(made: Made, folder: Path, language: str) -> Outcome:
    """The outcome of a file, in a folder that is emptied for it, with its pages in one language."""
    try:
        with _guard():
            return _tried(made, folder, language)
    except Hangs:
        return Outcome(made, refused=False, complaints=(f"hangs: {SECONDS} seconds were not enough",))
    except Exception as error:
        frames = []
        trace = error.__traceback__
        while trace:
            frames.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
            trace = trace.tb_next
        return Outcome(made, refused=False, complaints=(f"raises {error!r} in {' '.join(frames[-4:])}",))


@contextmanager
def _guard() -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise Hangs

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _tried(made: Made, folder: Path, language: str) -> Outcome:
    found, complaints = _read(made, made.content, folder)
    if found is None:
        return Outcome(made, True, tuple(complaints))
    parts = dict(_parts(found, language, made.name))
    complaints += [f"{address}: {what}" for address, one in parts.items() for what in strange(one)]
    if made.harmless and made.content != made.harmless:
        tame, said = _read(made, made.harmless, folder)
        complaints += said
        if tame:
            complaints += _differences(parts, dict(_parts(tame, language, made.name)))
    return Outcome(made, False, tuple(complaints))


def _read(made: Made, content: bytes, folder: Path) -> tuple[Data | None, list[str]]:
    """The data where there is no error, and every problem that is not in its place."""
    for old in folder.iterdir():
        old.unlink()
    file = folder / f"{made.slug}.yml"
    file.write_bytes(content)
    data, found = read_carriers(folder, shared())
    problems = [one for one in found if one not in shared().problems]
    wrong = [str(one) for one in problems if Path(one.file) != file or misplaced(one, content)]
    refused = any(one.severity == "error" for one in problems)
    return (None if refused else data), [f"misplaced: {one}" for one in wrong]


def _parts(data: Data, language: str, name: str) -> Iterator[tuple[str, Parts]]:
    """The pages of the one carrier, one of the pages that list carriers, and what programs read."""
    inputs = project.inputs()
    phrases = inputs.phrases[language]
    around = (inputs.terms, "", inputs.behind.get(language, ALL_CURRENT), inputs.norwegian, inputs.letters)
    book = Book(Site(Library(data, project.TODAY)), phrases, inputs.docs / phrases.source, History(), *around)
    [carrier] = book.site.carriers
    for address, text in (*_own_pages(book, carrier), _list_page(book, int(name.rpartition(" ")[2]))):
        yield address, parts_of_page(text)
    for html in _pieces(json.loads(router.file(book.site, book.speaker)[1])["carriers"]):
        yield "router", parts_of_html(html)
    export = Export(book.site, History(), project.NO_ADDRESS, project.TODAY, (language,))
    for _, text in islice(api.files(export), 2):
        json.loads(text)
    for _, text in feeds.files(export, inputs.phrases):
        etree.fromstring(text.encode())


def _own_pages(book: Book, carrier: Carrier) -> Iterator[Page]:
    around = Around(carrier_section(book, carrier), book.history, book.letters)
    yield carrier_page(book.speaker, book.site, carrier, around)
    for page in book.site.steps_pages:
        yield steps_page(book, page)
        yield from checklist_page.pages(book.speaker, page, book.url)


def _list_page(book: Book, number: int) -> Page:
    """One of the pages that list all carriers; another for the next file."""
    assert book.letters
    section = general_section(book)
    match number % 6:
        case 0:
            return home(book)
        case 1:
            return overview.directory(book.speaker, book.site, section)
        case 2:
            return print_page.page(book.speaker, book.site)
        case 3:
            return tool_dates.page(book.speaker, book.site, section)
        case 4:
            return tool_letter.page(book.speaker, book.site, book.letters, section)
        case _:
            return guide_page(book, list(Guide)[number // 6 % len(Guide)])


def _pieces(node: object, key: str = "") -> Iterator[str]:
    """Every piece of HTML in the router's data."""
    if isinstance(node, dict):
        for name, child in node.items():
            yield from _pieces(child, name)
    elif isinstance(node, list):
        for child in node:
            yield from _pieces(child, key)
    elif key in PIECES and node:
        yield str(node)


def _differences(hostile: dict[str, Parts], tame: dict[str, Parts]) -> Iterator[str]:
    """Where pages differ in more than the signs that hostile texts have in place of letters."""
    if hostile.keys() != tame.keys():
        yield f"other pages: {hostile.keys() ^ tame.keys()}"
    for address in hostile.keys() & tame.keys():
        got, wanted = hostile[address], tame[address]
        if _lines(got) != _lines(wanted):
            changed = list(unified_diff(_lines(wanted), _lines(got), n=0, lineterm=""))
            yield f"{address}: other tags: {' | '.join(changed[3:6])}"
        elif _plain(got.text) != _plain(wanted.text):
            yield f"{address}: text is lost or changed"


def _lines(parts: Parts) -> list[str]:
    """Each tag with its attributes, as far as hostile and harmless texts agree."""
    return [
        _plain(" ".join([tag, *(f"{name}={value}" for name, value in attributes)])) for tag, attributes in parts.bones
    ]


def _plain(text: str) -> str:
    """What hostile and harmless texts have in common; a language may begin either with a capital."""
    return text.translate(WIDE_AS).casefold()
