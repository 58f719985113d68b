"""What `make stale` prints."""

from pathlib import Path

import pytest

import build
from exporting import stale
from support import project
from support.carriers import changed
from support.planted import planted
from writing.behind import Behind


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
