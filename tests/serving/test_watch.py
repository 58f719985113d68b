"""What counts as a change, and what each asks for."""

import threading
from pathlib import Path

import pytest

from paths import ASSETS, CONFIG, OVERRIDES, ROOT
from serving.areas import SCRIPTS, TEMPLATES, Work, watched, work_for
from serving.watch import Watcher, changes, states


@pytest.mark.parametrize(
    ("path", "work"),
    [
        (ROOT / "carriers" / "ice.yml", Work.PAGES),
        (ROOT / "docs" / "zh" / "phrases.yml", Work.PAGES),
        (ROOT / "docs" / "facts" / "law.yml", Work.PAGES),
        (ROOT / "docs" / "en" / "translated.yml", Work.PAGES),
        (TEMPLATES / "home.md.j2", Work.PAGES),
        (ASSETS / "site.css", Work.WHOLE),
        (OVERRIDES / "partials" / "nav.html", Work.WHOLE),
        (SCRIPTS / "build.py", Work.RESTART),
        (SCRIPTS / "finishing" / "frame.html", Work.RESTART),
        (CONFIG, Work.RESTART),
    ],
)
def test_a_file_asks_for(path: Path, work: Work) -> None:
    assert work_for([path]) == work
    assert any(path.is_relative_to(place) for place in watched(ROOT / "carriers", ROOT / "docs"))


def test_a_burst_asks_for_the_most() -> None:
    assert work_for([ROOT / "carriers" / "ice.yml", ASSETS / "site.css"]) == Work.WHOLE


def test_changed_new_and_removed_files_are_seen(tmp_path: Path) -> None:
    for name in ("same", "changed", "removed"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    before = states([tmp_path])
    (tmp_path / "changed").write_text("changed again", encoding="utf-8")
    (tmp_path / "removed").unlink()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "new").write_text("", encoding="utf-8")
    found = changes(before, states([tmp_path]))
    assert {path.relative_to(tmp_path).as_posix() for path in found} == {"changed", "removed", "folder/new"}


@pytest.mark.parametrize("name", [".ice.yml.swp", "ice.yml~", "#ice.yml#", "__pycache__/a.pyc", ".git/HEAD"])
def test_what_editors_and_python_put_there_is_not_seen(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("x", encoding="utf-8")
    assert states([tmp_path]) == {}


def test_a_burst_of_saves_is_one_change(tmp_path: Path) -> None:
    file = tmp_path / "file"
    watcher = Watcher([tmp_path], pause=0.2)

    def save() -> None:
        for text in ("a", "ab", "abc"):
            file.write_text(text, encoding="utf-8")
        (tmp_path / "other").write_text("", encoding="utf-8")

    saving = threading.Timer(0.05, save)
    saving.start()
    assert watcher.wait() == {file, tmp_path / "other"}
    saving.join()


def test_a_file_alone_is_watched(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text("a", encoding="utf-8")
    assert set(states([file])) == {file}
