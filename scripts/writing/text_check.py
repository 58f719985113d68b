"""All texts, of the data and of every language's own files, under the checks of wording."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from model.problem import Problem
from model.words import Term
from reading.latin_words import NAMES, LatinWords
from reading.load import Folders, parsed
from reading.pieces import Piece, tree_pieces
from reading.word_list import read_words
from reading.wording import Rules, wording_problems
from writing.page_pieces import file_pieces
from writing.terms import norwegian_forms

WORDS = "words"


@dataclass(frozen=True, slots=True)
class Texts:
    """Where the texts lie; convert: Simplified to Traditional."""

    folders: Folders
    docs: Path
    languages: Sequence[str]
    terms: Sequence[Term]
    convert: Callable[[str], str] = str


def text_problems(texts: Texts) -> list[Problem]:
    """Every text that is not written as its language is, and every fault of the lists."""
    lists = {}
    problems: list[Problem] = []
    for name in ("other-script", "not-bokmaal", "latin-in-chinese", "norwegian"):
        lists[name], found = read_words(texts.docs / WORDS / f"{name}.txt")
        problems += found
    pieces = list(_pieces(texts))
    rules = Rules(tuple(lists["other-script"]), lists["not-bokmaal"], texts.convert)
    known = chain(lists["latin-in-chinese"], lists["norwegian"], norwegian_forms(texts.terms), _names(pieces))
    latin = LatinWords(known)
    problems += wording_problems(pieces, rules)
    for piece in pieces:
        problems += latin.problems(piece) if piece.language == "zh" else ()
    return problems


def _pieces(texts: Texts) -> Iterator[Piece]:
    """Every text of every file."""
    data = chain(texts.folders.carriers.glob("*.yml"), texts.folders.facts.glob("*.yml"))
    for path in (*sorted(data), texts.docs / "glossary.yml"):
        if path.is_file():
            yield from tree_pieces(path.as_posix(), parsed(path.as_posix(), path.read_bytes())[0])
    for language in texts.languages:
        yield from file_pieces(texts.docs / language)


def _names(pieces: Iterable[Piece]) -> Iterator[str]:
    """Names as their owners write them."""
    return (piece.text for piece in pieces if not piece.language and piece.field in NAMES)
