"""One page of each kind, as the staging folder holds it: small enough to read in review.

After a wanted change: `python -m support.golden` writes them anew, and the review shows what changed.
"""

from pathlib import Path

import pytest

from support.golden import FOLDER, PAGES, text_of


def as_reviewed(address: str, folder: Path = FOLDER) -> bool:
    """Whether a page is what its golden file holds."""
    return text_of(address) == (folder / PAGES[address]).read_text(encoding="utf-8")


@pytest.mark.parametrize("address", PAGES)
def test_page_is_as_reviewed(address: str) -> None:
    assert as_reviewed(address), "run: python -m support.golden, and read the change"


@pytest.mark.parametrize("address", PAGES)
def test_a_changed_line_is_seen(address: str, tmp_path: Path) -> None:
    lines = (FOLDER / PAGES[address]).read_text(encoding="utf-8").split("\n")
    lines[len(lines) // 2] += "."
    (tmp_path / PAGES[address]).write_text("\n".join(lines), encoding="utf-8", newline="\n")
    assert not as_reviewed(address, tmp_path)


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in FOLDER.glob("*.md")} == set(PAGES.values())
