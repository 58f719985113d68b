"""One page of each kind, as the staging folder holds it: small enough to read in review.

After a wanted change: `python -m support.golden` writes them anew, and the review shows what changed.
"""

import pytest

from support.golden import FOLDER, PAGES, text_of


@pytest.mark.parametrize("address", PAGES)
def test_page_is_as_reviewed(address: str) -> None:
    reviewed = (FOLDER / PAGES[address]).read_text(encoding="utf-8")
    assert text_of(address) == reviewed, "run: python -m support.golden, and read the change"


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in FOLDER.glob("*.md")} == set(PAGES.values())
