"""Hand-written pages name facts that exist."""

from pathlib import Path

import pytest

from support import project
from writing.handwritten import facts_named

PAGES = sorted((project.ROOT / "docs").glob("*/**/*.md"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_fact_a_page_names_exists(path: Path) -> None:
    library = project.site().library
    for address in facts_named(path):
        assert library.named(address), address


def test_there_are_pages_to_look_at() -> None:
    assert len(PAGES) >= 5
