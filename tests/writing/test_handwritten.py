"""Hand-written pages name facts that exist."""

from pathlib import Path

import pytest

from support import project
from writing.handwritten import facts_named
from writing.languages import by_hand

DOCS = project.ROOT / "docs"
PAGES = sorted(DOCS.glob("*/**/*.md"))


def named(path: Path) -> list[str]:
    """The addresses of the facts that a page prints."""
    return facts_named(path, project.inputs().phrases[path.relative_to(DOCS).parts[0]])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_every_fact_a_page_names_exists(path: Path) -> None:
    library = project.site().library
    assert [address for address in named(path) if not library.named(address)] == []


def test_there_are_facts_to_look_at_in_every_language_written_by_hand() -> None:
    assert {path.relative_to(DOCS).parts[0] for path in PAGES if named(path)} == set(by_hand(project.inputs().phrases))
