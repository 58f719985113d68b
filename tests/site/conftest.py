"""The real site, built once."""

from pathlib import Path

import pytest
from lxml import html

from support import project


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's site without an address; tests only read it."""
    out = tmp_path_factory.mktemp("real") / "site"
    project.build(out)
    return out


@pytest.fixture(scope="session")
def trees(real_site: Path) -> dict[str, html.HtmlElement]:
    """Every page of the Chinese site as a tree, by address inside the language."""
    folder = real_site / "zh"
    return {
        path.parent.relative_to(folder).as_posix(): html.parse(path).getroot()
        for path in sorted(folder.rglob("index.html"))
    }
