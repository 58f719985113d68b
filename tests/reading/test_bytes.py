import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading.bytes_check import MAX_BYTES, bad_characters, decoded, is_invisible
from support.carriers import Place, brief

LETTERS = "name: Elkjøp, Lycamobile, 挪威电信，解约：（见第2页） “ok” – § 4-6 …\n"
SIZED = b"#" * (MAX_BYTES - 1) + b"\n"


def found(data: bytes) -> list[Place]:
    text, problems = decoded("a.yml", data)
    assert (text is None) == bool(problems)
    return brief(problems)


@pytest.mark.parametrize(
    "data",
    [b"\n", b"a: b\n", LETTERS.encode(), SIZED, "é: Å\n".encode(), "𠮷野\n".encode()],
    ids=["nothing", "plain", "three languages", "64 KB", "composed", "beyond 16 bits"],
)
def test_text_is_read_as_it_stands(data: bytes) -> None:
    assert decoded("a.yml", data) == (data.decode(), [])


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        (SIZED + b"\n", [(1, 1, "file-size", "file must be at most 64 KB: 65537 bytes")]),
        (b"\xef\xbb\xbfa: b\n", [(1, 1, "file-bom", "file must not start with a byte order mark")]),
        ("a: b\n".encode("utf-16"), [(1, 1, "file-encoding", "file must be UTF-8")]),
        (b"a: b\nc: \xe5\n", [(2, 4, "file-encoding", "file must be UTF-8")]),
        (b"a: \xed\xa0\x80\n", [(1, 4, "file-encoding", "file must be UTF-8")]),
        (b"a: \xc0\xaf\n", [(1, 4, "file-encoding", "file must be UTF-8")]),
        (b"a: \xf8\x88\x80\x80\x80\n", [(1, 4, "file-encoding", "file must be UTF-8")]),
        (b"a: b", [(1, 1, "file-newline", "file must end with a line end")]),
        (b"", [(1, 1, "file-newline", "file must end with a line end")]),
        (b"a: b\r\nc: d\r\n", [(1, 1, "file-newline", "file must end its lines with LF")]),
        (b"a: b\nc: d\r\n", [(2, 1, "file-newline", "file must end its lines with LF")]),
        (b"a: b\rc: d\n", [(1, 5, "file-character", "file must not hold U+000D")]),
        (b"a:\tb\n", [(1, 3, "file-character", "file must not hold U+0009")]),
        (
            "a: e\u0301\nb: c\nd: A\u030a\n".encode(),
            [
                (1, 1, "file-normal-form", "file must be in Unicode form NFC"),
                (3, 1, "file-normal-form", "file must be in Unicode form NFC"),
            ],
        ),
        (
            b"\xef\xbb\xbf" + SIZED,
            [
                (1, 1, "file-size", "file must be at most 64 KB: 65539 bytes"),
                (1, 1, "file-bom", "file must not start with a byte order mark"),
            ],
        ),
        (
            "a: \u200bb\nc: \u202ed\u00a0e\nf: g".encode(),
            [
                (1, 4, "file-character", "file must not hold U+200B"),
                (2, 4, "file-character", "file must not hold U+202E"),
                (2, 6, "file-character", "file must not hold U+00A0"),
                (3, 1, "file-newline", "file must end with a line end"),
            ],
        ),
    ],
)
def test_bytes_that_are_refused(data: bytes, problems: list[Place]) -> None:
    assert found(data) == problems


@pytest.mark.parametrize(
    "character",
    [
        *map(chr, (0x00, 0x01, 0x08, 0x09, 0x0B, 0x0C, 0x0D, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F)),
        *map(chr, (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))),
        *map(chr, (0x00AD, 0x034F, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0x2063, 0xFEFF, 0xE0041)),
        *map(chr, (0x00A0, 0x1680, 0x2002, 0x2007, 0x2009, 0x202F, 0x205F, 0x2028, 0x2029, 0x3000)),
        *map(chr, (0x115F, 0x2800, 0x3164, 0xFFA0, 0x180B, 0xFE00, 0xFE0F, 0xE0100, 0xE000, 0xFFFE, 0x1FFFF)),
    ],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_character_that_nobody_sees_is_refused(character: str) -> None:
    text = f"file must not hold U+{ord(character):04X}"
    assert found(f"a: b\nc: d{character}e\n".encode()) == [(2, 5, "file-character", text)]


@pytest.mark.parametrize("character", [" ", "\n", "a", "å", "中", "，", "“", "–", "…", "§", "€", "+", "\u0301", "😀"])
def test_character_that_shows_is_accepted(character: str) -> None:
    assert not is_invisible(character)


@given(st.binary(max_size=200))
@settings(deadline=None, max_examples=300)
def test_any_bytes_give_text_or_problems(data: bytes) -> None:
    text, problems = decoded("a.yml", data)
    assert (text is None) == bool(problems)
    assert text is None or text.encode() == data


@given(st.text(max_size=80))
@settings(deadline=None, max_examples=300)
def test_any_text_is_read_unchanged_or_refused_at_a_place_in_it(text: str) -> None:
    text = unicodedata.normalize("NFC", text) + "\n"
    got, problems = decoded("a.yml", text.encode())
    rows = text.replace("\r\n", "\n").split("\n")
    assert got == text or problems
    assert all(problem.col <= len(rows[problem.line - 1]) + 1 for problem in problems)


@given(st.text(max_size=80))
@settings(deadline=None, max_examples=300)
def test_every_bad_character_is_named_at_its_place(text: str) -> None:
    rows = list(enumerate(text.split("\n"), 1))
    assert list(bad_characters(text)) == [
        (line, col, f"U+{ord(character):04X}")
        for line, row in rows
        for col, character in enumerate(row, 1)
        if is_invisible(character)
    ]
