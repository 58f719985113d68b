"""The letters: docs/letters.yml, read as strictly as the data."""

from collections.abc import Mapping
from pathlib import Path

from model.letters import (
    Addressee,
    EndWords,
    FieldInput,
    Frame,
    Letter,
    LetterField,
    LetterKind,
    Letters,
    Line,
    Signature,
    Version,
    WhyNot,
)
from model.problem import Problem
from model.records import Topic
from model.vocabulary import ContractKind
from model.words import Text
from reading.letter_checks import check
from reading.one_file import read_one
from reading.shapes import Choice, Field, Many, Record, Report, Table, Words
from reading.values import SHARED, VALUE_NAME, Flag

LANGUAGES = ("nb", "zh", "en")
_IN_ALL = {name: Field(Words(300), required=True) for name in LANGUAGES}
TEXT = Record(Text, _IN_ALL)
_TEXT = Field(TEXT, required=True)


def _line(*, optional: bool = False, only: tuple[ContractKind, ...] = (), **words: str) -> Line:
    return Line(text=Text(**words), optional=optional, only=only)


LINE = Record(
    _line,
    {
        "optional": Field(Flag(), fallback=False),
        "for": Field(Many(Choice(ContractKind), least=1), into="only", fallback=()),
        **_IN_ALL,
    },
)
VERSION = Record(
    Version,
    {
        "fields": Field(Many(VALUE_NAME, least=1), required=True),
        "cites": Field(Many(SHARED, least=1), fallback=()),
        "sign": Field(Choice(Signature), fallback=Signature.NAME),
        "to": Field(Choice(Addressee), fallback=Addressee.COMPANY),
        "subject": _TEXT,
        "lines": Field(Many(LINE, least=1), required=True),
    },
)
LETTER = Record(
    Letter,
    {
        "id": Field(Choice(LetterKind), required=True),
        "title": _TEXT,
        "when": _TEXT,
        "suits": Field(Many(Choice(ContractKind), least=1), required=True),
        "unsuited": Field(Choice(WhyNot)),
        "norwegian": Field(VERSION, required=True),
        "abroad": Field(VERSION),
    },
)
FIELD = Record(
    LetterField,
    {
        "id": Field(VALUE_NAME, required=True),
        "label": _TEXT,
        "why": _TEXT,
        "input": Field(Choice(FieldInput), fallback=FieldInput.LINE),
        "detail": Field(Flag(), fallback=False),
        "optional": Field(Flag(), fallback=False),
    },
)
FRAME = Record(Frame, dict.fromkeys(("to", "board", "date", "details", "regards", "hand"), _TEXT))
FILE: Record[Letters | None] = Record(
    Letters,
    {
        "frame": Field(FRAME, required=True),
        "contracts": Field(Table(ContractKind, TEXT), required=True),
        "ends": Field(Table(EndWords, TEXT), required=True),
        "fields": Field(Many(FIELD, least=1), required=True),
        "letters": Field(Many(LETTER, least=1), required=True),
    },
)


def read_letters(path: Path, topics: Mapping[str, Topic]) -> tuple[Letters | None, list[Problem]]:
    """The letters and every problem; None where the file is absent or cannot be read whole."""

    def checked(letters: Letters | None, report: Report) -> Letters | None:
        # What could not be read would be reported a second time as missing.
        if letters and not report.problems:
            check(letters, topics, report)
        return letters

    return read_one(path, FILE, None, checked)
