"""What `make stale` prints, and what carriers' pages say of their history."""

from pathlib import Path

import pytest

import build
from composing.claims import Library
from composing.site import Site
from exporting import history_pages, stale
from exporting.export import Export
from reading.load import Folders, read_all
from support import project
from support.carriers import TODAY, changed
from support.planted import planted
from support.repository import FIRST, Repository
from writing.behind import Behind

RULE = changed("ends: 2026-07-31", "ends: 2026-06-30", changed("rule: end-of-next-month", "rule: end-of-month"))


def test_report_names_owners_facts_and_what_is_behind(tmp_path: Path) -> None:
    site = planted(tmp_path, nord=changed("dated: 2026-06-05", "dated: 2020"))
    lines = list(stale.report(site, {"en": Behind({"about.md": 2}, 3), "zh": Behind()}))
    [row] = [line.split() for line in lines if line.startswith("nord")]
    assert row == ["nord", "5", "5", "0", "1", "0", "5", "0", "0", "2020-01-01", "-"]
    assert "  1. nord:notice  (official-archived, Nord, 2020)  https://nord.example/vilkar" in lines
    assert lines[-2:] == ["translations behind: en 5", "translations behind: zh 0"]


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    folders = ["--carriers", str(project.ROOT / "carriers"), "--docs", str(project.ROOT / "docs")]
    assert build.main(["stale", *folders]) == 0
    printed = capsys.readouterr().out
    assert "\ntelenor " in printed
    assert "\n 30. " in printed


def history(repository: Repository) -> dict[tuple[str, str], str]:
    root = repository.root
    data, _ = read_all(Folders(carriers=root / "carriers", facts=root / "docs" / "facts"), TODAY)
    one = Export(Site(Library(data, TODAY)), repository.history(), project.NO_ADDRESS, TODAY, ("zh", "en"))
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
