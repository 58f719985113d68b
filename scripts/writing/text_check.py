"""All texts, of the data and of every language's own files, under the checks of wording."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from model.problem import Problem
from model.words import Term
from reading.glossary import read_glossary
from reading.latin_words import NAMES, LatinWords
from reading.load import Folders
from reading.one_file import parsed
from reading.pieces import Piece, tree_pieces
from reading.traditional import converter, read_own
from reading.word_list import read_words
from reading.wording import Rules, wording_problems
from writing.languages import by_hand
from writing.page_pieces import file_pieces
from writing.terms import norwegian_forms

WORDS = "words"
LISTS = ("other-script", "not-bokmaal", "latin-in-chinese", "norwegian")


def text_problems(folders: Folders, docs: Path, languages: Sequence[str]) -> list[Problem]:
    """Every text that is not written as its language is, and every fault of the lists.

    languages: those of the site; the texts of a derived one are those that it is made from.
    """
    lists: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    for name in LISTS:
        lists[name], found = read_words(docs / WORDS / f"{name}.txt")
        problems += found
    terms, _ = read_glossary(docs / "glossary.yml")
    pieces = list(_pieces(folders, docs, languages))
    latin = LatinWords(chain(lists["latin-in-chinese"], lists["norwegian"], norwegian_forms(terms), _names(pieces)))
    convert = traditional(docs, terms) if "zh-hant" in languages else None
    problems += wording_problems(pieces, Rules(tuple(lists["other-script"]), lists["not-bokmaal"], convert))
    for piece in pieces:
        problems += latin.problems(piece) if piece.language == "zh" else ()
    return problems


def traditional(docs: Path, terms: Sequence[Term]) -> Callable[[str], str]:
    """Simplified to Traditional, as the site converts."""
    own, _ = read_own(docs / "zh-hant" / "terms.yml")
    return converter(own, terms)


def _pieces(folders: Folders, docs: Path, languages: Sequence[str]) -> Iterator[Piece]:
    """Every text of every file."""
    data = chain(folders.carriers.glob("*.yml"), folders.facts.glob("*.yml"))
    for path in (*sorted(data), docs / "glossary.yml"):
        if path.is_file():
            yield from tree_pieces(path.as_posix(), parsed(path.as_posix(), path.read_bytes())[0])
    for language in by_hand(languages):
        yield from file_pieces(docs / language)


def _names(pieces: Iterable[Piece]) -> Iterator[str]:
    """Names as their owners write them."""
    return (piece.text for piece in pieces if not piece.language and piece.field in NAMES)
