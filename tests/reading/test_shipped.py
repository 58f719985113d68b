"""docs/shipped.yml: every planted fault is reported where it stands."""

from pathlib import Path

import pytest

from model.shipped import Shipped
from reading.shipped import read_shipped
from support import project

DOCS = project.ROOT / "docs"
TEXT = (DOCS / "shipped.yml").read_text(encoding="utf-8")


def problems_of(text: str, folder: Path) -> list[str]:
    (folder / "notices").mkdir()
    (folder / "notices" / "minisearch.txt").write_bytes((DOCS / "notices" / "minisearch.txt").read_bytes())
    path = folder / "shipped.yml"
    path.write_text(text, encoding="utf-8")
    _, problems = read_shipped(path)
    return [f"{one.line} [{one.rule}]" for one in problems]


def line_of(text: str) -> int:
    return TEXT[: TEXT.index(text)].count("\n") + 1


def test_the_file_is_right_and_complete() -> None:
    shipped, problems = read_shipped(DOCS / "shipped.yml")
    assert problems == []
    assert all(part.version and part.text for part in shipped.parts.values())


def test_without_a_file_nothing_is_said(tmp_path: Path) -> None:
    assert read_shipped(tmp_path / "shipped.yml") == (Shipped(), [])


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("licence: Unicode-3.0", "licence: Unicode", "value-choice"),
        ("package: opencc", "package: no-such-package", "package-missing"),
        ("notice: notices/minisearch.txt", "notice: notices/other.txt", "notice-missing"),
        ("notice: ../babel/locale-data/LICENSE.unicode", "notice: LICENSE.unicode", "notice-missing"),
        ("sha256: fce1", "sha256: FCE1", "value-hash"),
        ("asset: minisearch.min.js", "file: minisearch.min.js", "field-unknown"),
        ("- backrefs\n", "- brotli\n", "list-repeat"),
        ("  MPL-2.0:", "  MPL:", "field-unknown"),
    ],
)
def test_planted_faults_are_found(tmp_path: Path, old: str, new: str, rule: str) -> None:
    assert TEXT.count(old) == 1
    # What is wrong with a list is said where it begins.
    place = line_of("  MIT:" if rule == "list-repeat" else old)
    found = problems_of(TEXT.replace(old, new), tmp_path)
    assert [one for one in found if one.endswith(f"[{rule}]")] == [f"{place} [{rule}]"]


def test_a_part_without_version_is_found(tmp_path: Path) -> None:
    found = problems_of(TEXT.replace("    version: 7.2.0\n", ""), tmp_path)
    assert found == [f"{line_of('  minisearch:')} [field-missing]"]
