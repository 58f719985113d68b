"""The glossary: docs/glossary.yml, read as strictly as the data."""

from pathlib import Path

from model.problem import Problem
from model.words import Term, Text
from reading.shapes import Field, Many, Record, Report, Words
from reading.strict_yaml import read_tree
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
FILE: Record[dict[str, tuple[Term, ...]]] = Record(dict, {"terms": Field(Many(TERM), required=True)})


def read_glossary(path: Path) -> tuple[tuple[Term, ...], list[Problem]]:
    """The terms in the order of the file, and every problem; no terms where the file is absent."""
    if not path.is_file():
        return (), []
    tree, problems = read_tree(path.as_posix(), path.read_bytes())
    if tree is None:
        return (), problems
    report = Report(path.as_posix())
    read = FILE.read(report, "", tree)
    terms = read["terms"] if read else ()
    seen: set[str] = set()
    for number, term in enumerate(terms):
        if term.id in seen:
            report.add(
                f"terms.{number}.id", "id-unique", f"must stand once in the file: {term.id!r}", "choose another id"
            )
        seen.add(term.id)
    return terms, report.problems
