"""The glossary: docs/glossary.yml, read as strictly as the data."""

from pathlib import Path

from model.problem import Problem
from model.words import Term, Text
from reading.one_file import read_one
from reading.shapes import Field, Many, Record, Report, Words
from reading.values import IDENT

_MEANING = Record(Text, {name: Field(Words(200), required=True) for name in ("zh", "en", "nb")})
_WORD = Field(Words(100), required=True)
TERM = Record(
    Term,
    {
        "id": Field(IDENT, required=True),
        "nb": _WORD,
        "en": _WORD,
        "zh": _WORD,
        "zh_hant": _WORD,
        "area": Field(IDENT, required=True),
        "meaning": Field(_MEANING, required=True),
    },
)
FILE: Record[tuple[Term, ...]] = Record(lambda terms: terms, {"terms": Field(Many(TERM), required=True)})


def read_glossary(path: Path) -> tuple[tuple[Term, ...], list[Problem]]:
    """The terms in the order of the file, and every problem; no terms where the file is absent."""
    return read_one(path, FILE, (), _ids_once)


def _ids_once(terms: tuple[Term, ...], report: Report) -> tuple[Term, ...]:
    seen: set[str] = set()
    for number, term in enumerate(terms):
        if term.id in seen:
            said = f"must stand once in the file: {term.id!r}"
            report.add(f"terms.{number}.id", "id-unique", said, "choose another id")
        seen.add(term.id)
    return terms
