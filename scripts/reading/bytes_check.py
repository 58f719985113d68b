"""What a file must be before it is parsed: small, UTF-8, NFC, one newline style, no invisible characters."""

import unicodedata
from collections.abc import Iterator

from model.problem import Problem

MAX_BYTES = 64 * 1024
BOM = b"\xef\xbb\xbf"
# Controls, format characters (bidi, zero-width, soft hyphen), separators, surrogates, private use, not assigned.
INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs", "Cs", "Co", "Cn"})
# Letters, marks and signs that show nothing: joiner, fillers, vowels without form, blank, variation selectors.
BLANKS = (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0)
SELECTORS = (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
INVISIBLE = frozenset(map(chr, (*BLANKS, *SELECTORS)))
ALLOWED = frozenset({" ", "\n"})


def is_invisible(character: str) -> bool:
    """True for characters that a person cannot see or tell apart in a data file."""
    hidden = character in INVISIBLE or unicodedata.category(character) in INVISIBLE_CATEGORIES
    return hidden and character not in ALLOWED


def bad_characters(text: str) -> Iterator[tuple[int, int, str]]:
    """Line, column (from 1) and name of each forbidden character."""
    # Most texts hold none, and are not looked at sign by sign: what has no category above is printable.
    if text.replace("\n", "").isprintable() and INVISIBLE.isdisjoint(text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        for column, character in enumerate(line, 1):
            if is_invisible(character):
                yield number, column, f"U+{ord(character):04X}"


def decoded(file: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """The file's text, or None and the problems that make it unreadable."""
    problems = list(_byte_problems(file, data))
    if problems:
        return None, problems
    text = data.decode("utf-8")
    problems = list(_text_problems(file, text))
    return (None if problems else text), problems


def _byte_problems(file: str, data: bytes) -> Iterator[Problem]:
    if len(data) > MAX_BYTES:
        yield Problem(
            file, 1, 1, "file-size", f"file must be at most 64 KB: {len(data)} bytes", "split or shorten the texts"
        )
    if data.startswith(BOM):
        yield Problem(file, 1, 1, "file-bom", "file must not start with a byte order mark", "save as UTF-8 without BOM")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").split("\n")
        line, col = len(before), len(before[-1]) + 1
        yield Problem(file, line, col, "file-encoding", "file must be UTF-8", "save the file as UTF-8")


def _text_problems(file: str, text: str) -> Iterator[Problem]:
    for line, col, name in bad_characters(text.replace("\r\n", "\n")):
        yield Problem(
            file, line, col, "file-character", f"file must not hold {name}", "delete it or type a blank instead"
        )
    if "\r\n" in text:
        line = text[: text.index("\r\n")].count("\n") + 1
        yield Problem(file, line, 1, "file-newline", "file must end its lines with LF", "save with Unix line ends")
    if not text.endswith("\n"):
        yield Problem(
            file, text.count("\n") + 1, 1, "file-newline", "file must end with a line end", "add an empty last line"
        )
    for line, row in enumerate(text.split("\n"), 1):
        if not unicodedata.is_normalized("NFC", row):
            yield Problem(file, line, 1, "file-normal-form", "file must be in Unicode form NFC", "retype the letters")
