"""The pages of the real site as trees."""

from pathlib import Path

import pytest
from lxml import html


@pytest.fixture(scope="session")
def trees(real_site: Path) -> dict[str, html.HtmlElement]:
    """Every page of the Chinese site as a tree, by address inside the language."""
    folder = real_site / "zh"
    return {
        path.parent.relative_to(folder).as_posix(): html.parse(path).getroot()
        for path in sorted(folder.rglob("index.html"))
    }
