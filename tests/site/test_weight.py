"""Every page of the real site is within the budget of its kind: `make weight` shows the numbers."""

import hashlib
from pathlib import Path

import pytest

from support.weight import BUDGETS, Weight, heaviest, rows, weights


@pytest.fixture(scope="session")
def weighed(real_site: Path) -> list[Weight]:
    return list(weights(real_site))


@pytest.mark.parametrize("kind", BUDGETS)
def test_every_page_keeps_the_budget_of_its_kind(weighed: list[Weight], kind: str) -> None:
    pages = [page for page in weighed if page.kind == kind]
    over = [page for page in pages if not page.within]
    assert pages
    assert not over, heaviest(over)


def test_the_table_has_a_line_for_every_kind_and_every_page(weighed: list[Weight]) -> None:
    lines = [line.split() for line in rows(weighed)]
    counts = {line[0]: line[1] for line in lines if line and line[0] in BUDGETS}
    assert list(counts) == list(BUDGETS)
    assert sum(map(int, counts.values())) == len(weighed)


def page(head: str, body: str = "") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


def planted(site: Path, file: str, text: str) -> Weight:
    """The weight of the one page of a site, which has seven small scripts beside it."""
    (site / file).parent.mkdir(parents=True)
    (site / file).write_text(text, encoding="utf-8")
    for number in range(7):
        (site / f"{number}.js").write_text("1", encoding="utf-8")
    [found] = weights(site)
    return found


def noise(size: int) -> str:
    """Text that no packing makes small: more than half as many bytes remain."""
    return "".join(hashlib.sha256(str(number).encode()).hexdigest() for number in range(size // 64))


def test_a_page_that_is_too_large_is_found(tmp_path: Path) -> None:
    found = planted(tmp_path, "zh/carriers/one/esim/index.html", page("", noise(40_000)))
    assert not found.within
    assert found.kind == "steps"
    assert "zh/carriers/one/esim/index.html" in heaviest([found])


def test_a_page_with_too_many_requests_is_found(tmp_path: Path) -> None:
    scripts = "".join(f'<script src="../{number}.js"></script>' for number in range(6))
    found = planted(tmp_path, "zh/index.html", page(scripts))
    assert (found.kind, found.requests, found.within) == ("home", 7, False)


def test_the_same_file_is_asked_for_once_and_links_and_data_never(tmp_path: Path) -> None:
    head = '<link rel="icon" href="data:,"><link rel="alternate" href="../2.js"><script src="../1.js"></script>'
    found = planted(tmp_path, "zh/index.html", page(head * 2, '<a href="../3.js">a</a>'))
    assert found.requests == 2
    assert found.total == found.html + 1
