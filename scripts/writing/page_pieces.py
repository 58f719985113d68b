"""The texts of a language's own files, phrases and hand-written pages, one by one, for the checks of wording."""

import re
from collections.abc import Iterator
from pathlib import Path

from reading.one_file import parsed
from reading.pieces import Piece, tree_pieces
from writing.passages import page_files

# A sentence to say in a language of its own, inside a page in another.
_QUOTED = re.compile(r'<(?P<tag>\w+)[^>]*\blang="(?P<language>\w+)"[^>]*>(?P<text>.*?)</(?P=tag)>')
# What is no text: directives, slots, tags, targets of links, code, ids of headings, marks at the start of a line.
_NO_TEXT = re.compile(r"^---$|^summary: |^\s*(?:#+|[-*>]|\d+\.) +|\{[^}]*\}|<[^>]*>|\]\([^)]*\)|`[^`]*`", re.MULTILINE)
_SENTENCE = re.compile(r".*-(nb|en)\Z")


def file_pieces(folder: Path) -> Iterator[Piece]:
    """Every text of docs/<language>: phrases.yml first, then the pages."""
    language = folder.name
    phrases = folder / "phrases.yml"
    tree, _ = parsed(phrases.as_posix(), phrases.read_bytes())
    for piece in tree_pieces(phrases.as_posix(), tree):
        spoken = _SENTENCE.match(piece.parent) if piece.field == "say" else None
        own = spoken[1] if spoken else language
        yield Piece(piece.file, piece.line, piece.col, own, _bare(piece.text), piece.field)
    for path in page_files(folder):
        yield from page_pieces(path, language)


def page_pieces(path: Path, language: str) -> Iterator[Piece]:
    """Every line of a hand-written page, and each sentence in another language on its own."""
    file = path.as_posix()
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        for match in _QUOTED.finditer(line):
            yield Piece(file, number, match.start("text") + 1, match["language"], _bare(match["text"]), exact=True)
        yield Piece(file, number, 1, language, _bare(_QUOTED.sub(_nothing, line)), exact=True)


def _bare(text: str) -> str:
    """The text with a sign that no check looks for in place of what is no text, so that places stay."""
    return _NO_TEXT.sub(_nothing, text)


def _nothing(match: re.Match[str]) -> str:
    return "\0" * len(match[0])
