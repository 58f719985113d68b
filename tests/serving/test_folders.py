"""Single files brought up to date."""

from pathlib import Path

from serving.folders import Difference, difference, emptied, remove_files, write_files
from serving.headers import headers_for_all
from support.small_site import tree


def test_the_difference_names_what_is_new_other_and_gone() -> None:
    old = {"same": "1", "other": "1", "gone": "1"}
    new = {"same": "1", "other": "2", "new": "1"}
    assert difference(old, new) == Difference(frozenset({"other", "new"}), frozenset({"gone"}))


def test_files_are_written_and_nothing_beside_them(tmp_path: Path) -> None:
    write_files(tmp_path, {"a": b"1", "b/c/d": b"2"})
    write_files(tmp_path, {"a": b"3"})
    assert tree(tmp_path) == {"a": b"3", "b/c/d": b"2"}


def test_a_removed_file_takes_its_empty_folders_along(tmp_path: Path) -> None:
    write_files(tmp_path, {"a/b/c": b"", "a/d": b"", "e/f": b""})
    remove_files(tmp_path, ["a/b/c", "e/f", "not/there"])
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "d"]


def test_an_emptied_folder_is_there(tmp_path: Path) -> None:
    write_files(tmp_path / "x", {"a": b""})
    assert list(emptied(tmp_path / "x").iterdir()) == []
    assert emptied(tmp_path / "y").is_dir()


def test_only_headers_that_hold_for_every_file_are_read(tmp_path: Path) -> None:
    file = tmp_path / "_headers"
    assert headers_for_all(file) == ()
    file.write_text("/*\n  A: b: c\n  # no: header\n\n/assets/*\n  D: e\n", encoding="utf-8")
    assert headers_for_all(file) == (("A", "b: c"),)
