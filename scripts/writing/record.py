"""docs/<language>/translated.yml: the hashes of the Chinese texts that a language's texts were made from."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from reading.shapes import Field, Named, Report, Words
from reading.shapes import Record as Shape
from reading.strict_yaml import read_tree
from writing.translated import PHRASES, Hashes, Place, Unit

FILE = "translated.yml"
HEAD = """\
# The Chinese texts that this language's texts were made from: the first digits of their SHA-256, of a page's section in
# the order of its passages. Written by `make translated`; `make check` names what has changed since.
"""
# Words that YAML takes for true and false.
TRUTHS = frozenset({"yes", "no", "on", "off", "true", "false"})


@dataclass(frozen=True, slots=True)
class _Read:
    phrases: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


_KEY = Words(200)
# A section's hashes in one line: a list would weigh more, and may not name one twice.
_HASHES = Named(_KEY, Words(10_000))
_SHAPE = Shape(_Read, {"phrases": Field(_HASHES, fallback={}), "pages": Field(Named(_KEY, _HASHES), fallback={})})


def read_record(path: Path) -> tuple[Hashes, Report]:
    """The recorded hashes, and the report with the problems of the file; nothing where there is no file."""
    report = Report(path.as_posix())
    if not path.is_file():
        return {}, report
    tree, problems = read_tree(path.as_posix(), path.read_bytes())
    report.problems += problems
    read = _SHAPE.read(report, "", tree) if tree else None
    return dict(_places(read or _Read())), report


def _places(read: _Read) -> Iterator[tuple[Place, tuple[str, ...]]]:
    for page, found in ((PHRASES, read.phrases), *read.pages.items()):
        for name, hashes in found.items():
            yield (page, name), tuple(hashes.split())


def report_stale(recorded: Hashes, units: Iterable[Unit], report: Report) -> None:
    """Report each place that holds more hashes than there are texts, as a warning."""
    texts = Counter(unit.place for unit in units)
    for place, hashes in recorded.items():
        if len(hashes) > texts[place]:
            page, name = place
            text = f"should hold a hash for each text, {texts[place]}: {len(hashes)}"
            where = f"phrases.{name}" if page == PHRASES else f"pages.{page}.{name}"
            report.add(where, "behind", text, "run: make translated", "warning")


def record_text(units: Iterable[Unit]) -> str:
    """The file that records these texts as made from their present originals."""
    lines = [HEAD]
    for page, texts in groupby(units, key=lambda unit: unit.place[0]):
        if page == PHRASES:
            lines.append("phrases:")
        else:
            lines += [] if "pages:" in lines else ["pages:"]
            lines.append(f"  {page}:")
        indent = "  " if page == PHRASES else "    "
        for (_, name), found in groupby(texts, key=lambda unit: unit.place):
            key = f'"{name}"' if name in TRUTHS else name
            # Quoted: else YAML takes some for numbers.
            lines.append(f'{indent}{key}: "{" ".join(unit.hash for unit in found)}"')
    return "\n".join(lines) + "\n"
