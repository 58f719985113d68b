"""What carriers' pages say of their history."""

from pathlib import Path

from exporting import history_pages
from support import project
from support.carriers import changed
from support.repository import FIRST, Repository, exported

RULE = changed("ends: 2026-07-31", "ends: 2026-06-30", changed("rule: end-of-next-month", "rule: end-of-month"))


def history(repository: Repository) -> dict[tuple[str, str], str]:
    """Language and address -> page."""
    one = exported(repository, languages=("zh", "en"))
    return {(language, address): text for language, address, text in history_pages.pages(one, project.inputs().phrases)}


def test_a_changed_carrier_has_a_page_of_what_it_said(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "repository")
    repository.commit(FIRST)
    assert history(repository) == {}
    repository.commit({"carriers/nord.yml": RULE})
    found = history(repository)
    assert sorted(found) == [("en", "carriers/nord/history/"), ("zh", "carriers/nord/history/")]
    text = found["en", "carriers/nord/history/"]
    assert text.index("ends on 31 July 2026") < text.index("ends on 30 June 2026")
    assert "<time>2026-01-02</time>" in text
    assert "https://nord.example/vilkar" in text
