"""The door: what its commands print, and what they leave alone."""

import errno
import gc
import resource
import shutil
import sys
from pathlib import Path

import pytest

import build
from finishing.checksums import NAME as CHECKSUMS
from side_by_side import Died
from support import project
from support.small_site import tree


@pytest.fixture
def carriers(tmp_path: Path) -> Path:
    folder = tmp_path / "carriers"
    folder.mkdir()
    shutil.copy(project.ROOT / "carriers" / "ice.yml", folder)
    return folder


def break_ice(folder: Path) -> int:
    """Plant a wrong example; returns its line."""
    path = folder / "ice.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    number = next(n for n, line in enumerate(lines) if "ends: 2026-07-31" in line)
    lines[number] = lines[number].replace("ends: 2026-07-31", "ends: 2026-08-31")
    path.write_text("\n".join(lines), encoding="utf-8")
    return number + 1


def test_check_says_where_the_error_is_and_what_to_write(carriers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = break_ice(carriers)
    assert build.main(["check", "--carriers", str(carriers)]) == 1
    said = capsys.readouterr().out
    assert f"ice.yml:{line}:" in said
    assert "error [notice-example] notice.example.ends must be 2026-07-31 for rule end-of-next-month: " in said
    assert "    recompute the example from the rule" in said
    assert "1 file, 1 error" in said


def test_check_of_the_project_finds_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["check"]) == 0
    assert "0 errors" in capsys.readouterr().out


def test_a_build_with_bad_data_writes_nothing_and_keeps_the_old_site(carriers: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    arguments = ["build", "--carriers", str(carriers), "--out", str(out), "--languages", "zh"]
    assert build.main(arguments) == 0
    before = tree(out)
    break_ice(carriers)
    assert build.main(arguments) == 1
    assert tree(out) == before
    assert build.main(["build", "--carriers", str(carriers), "--out", str(tmp_path / "new")]) == 1
    assert not (tmp_path / "new").exists()


def test_the_collector_of_cycles_runs_again_after_a_build_that_failed(carriers: Path, tmp_path: Path) -> None:
    break_ice(carriers)
    assert build.main(["build", "--carriers", str(carriers), "--out", str(tmp_path / "site")]) == 1
    assert gc.isenabled()


def test_a_folder_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["check", "--carriers", "nowhere"]) == 2
    assert "nowhere: no such folder" in capsys.readouterr().err


def test_an_unknown_language_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build.main(["build", "--languages", "tlh"])
    assert "unknown language 'tlh'" in capsys.readouterr().err


def test_a_lost_shared_fact_is_missed_with_its_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(project.ROOT / "docs", docs)
    path = docs / "facts" / "sim-card.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("id: what-a-sim-holds", "id: what-it-holds"), encoding="utf-8"
    )
    assert build.main(["check", "--docs", str(docs)]) == 1
    said = capsys.readouterr().out
    assert "sim-card.yml:1:1: error [shared-missing] facts must hold the shared fact 'what-a-sim-holds'" in said


def test_a_phrase_with_an_unknown_slot_is_located(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(project.ROOT / "docs", docs)
    path = docs / "zh" / "phrases.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("直接看怎么通知{name}", "直接看{nme}"), encoding="utf-8")
    assert build.main(["check", "--docs", str(docs)]) == 1
    assert "error [phrase-slot] steps.go must use known slots: 'nme'" in capsys.readouterr().out


def test_a_relative_output_folder_is_built(carriers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert build.main(["build", "--carriers", carriers.name, "--out", "site"]) == 0
    assert (tmp_path / "site" / "zh" / "index.html").is_file()


@pytest.mark.parametrize("epoch", ["yesterday", "9" * 13, "9" * 20])
def test_an_epoch_that_is_no_day_is_named(
    epoch: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert build.main(["build"]) == 1
    assert capsys.readouterr().err == f"SOURCE_DATE_EPOCH must be seconds since 1970: '{epoch}'\n"


def test_a_killed_process_ends_a_build_with_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def plan(_options: object, _history: object) -> None:
        raise Died("a process ended without an answer (exit code -9)")

    monkeypatch.setattr(build, "_plan", plan)
    assert build.main(["build"]) == 1
    assert capsys.readouterr().err == "a process ended without an answer (exit code -9)\n"


def test_a_full_disk_ends_a_build_with_one_line_and_leaves_the_old_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Else Python itself could leave half a file of what it compiles.
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    out = tmp_path / "site"
    out.mkdir()
    (out / CHECKSUMS).write_text("", encoding="utf-8")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    # What is written beyond this is refused as by a full disk; Python ignores the signal that comes with it.
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        code = build.main(["build", "--languages", "zh", "--out", str(out)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert code == 1
    assert capsys.readouterr().err.startswith("the site stays as it was: [Errno 27] File too large")
    assert [path.name for path in out.iterdir()] == [CHECKSUMS]
    assert not (tmp_path / ".site.building").exists()


def test_another_error_of_the_system_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def plan(_options: object, _history: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "gone", "a")

    monkeypatch.setattr(build, "_plan", plan)
    with pytest.raises(FileNotFoundError):
        build.main(["build"])
