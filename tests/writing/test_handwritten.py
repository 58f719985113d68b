"""Hand-written pages name facts that exist."""

from pathlib import Path

import pytest

from support import project
from writing.handwritten import facts_named

DOCS = project.ROOT / "docs"
PAGES = sorted(DOCS.glob("*/**/*.md"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_every_fact_a_page_names_exists(path: Path) -> None:
    library = project.site().library
    for address in facts_named(path, project.inputs().phrases[path.relative_to(DOCS).parts[0]]):
        assert library.named(address), address


def test_there_are_pages_to_look_at() -> None:
    assert len(PAGES) >= 5
