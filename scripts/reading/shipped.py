"""What others made: docs/shipped.yml, read as strictly as the data, with versions and notices as they are installed."""

import re
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from model.problem import Problem
from model.shipped import Licence, Part, Shipped
from reading.one_file import read_one
from reading.shapes import Choice, Field, Many, Named, Record, Report, Table, Words
from reading.values import IDENT, Pattern

_LINE = Words(100)
_SHA256 = Pattern(re.compile("[0-9a-f]{64}"), "value-hash", "must be a SHA-256", "write the 64 digits of sha256sum")
_PART = Record(
    Part,
    {
        "name": Field(_LINE, required=True),
        "licence": Field(Choice(Licence), required=True),
        "notice": Field(_LINE, required=True),
        "package": Field(IDENT),
        "asset": Field(_LINE),
        "version": Field(_LINE),
        "sha256": Field(_SHA256),
    },
)
_FILE = Record(
    Shipped,
    {
        "parts": Field(Named(IDENT, _PART), required=True),
        "tools": Field(Table(Licence, Many(IDENT)), required=True),
    },
)


def read_shipped(path: Path) -> tuple[Shipped, list[Problem]]:
    """What the file holds and every problem of it; nothing where it is absent."""

    def completed(read: Shipped, report: Report) -> Shipped:
        parts = {name: _found(report, f"parts.{name}", part, path.parent) for name, part in read.parts.items()}
        return replace(read, parts=parts)

    return read_one(path, _FILE, Shipped(), completed)


def _found(report: Report, path: str, part: Part, docs: Path) -> Part:
    """A part with its version and its notice; a problem where they are not to be found."""
    version, text = part.version, None
    if part.package:
        try:
            installed = distribution(part.package)
        except PackageNotFoundError:
            text = f"must be installed: {part.package!r}"
            report.add(f"{path}.package", "package-missing", text, "name a package of requirements/site.txt")
            return part
        version, text = installed.version, installed.read_text(part.notice)
    elif (docs / part.notice).is_file():
        text = (docs / part.notice).read_text(encoding="utf-8")
    if not version:
        report.add(path, "field-missing", "must name a package or a version", "add package: … or version: …")
    if not text:
        report.add(f"{path}.notice", "notice-missing", f"must be a file: {part.notice!r}", "name the notice's file")
    return replace(part, version=version, text=text or "")
