from pathlib import Path

import pytest

from finishing import swap as module
from finishing.swap import repair, swap
from support.small_site import tree


def folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(text, encoding="utf-8")
    return path


def without_exchange(_new: Path, _site: Path) -> bool:
    return False


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two renames":
        monkeypatch.setattr(module, "_exchange", without_exchange)


@pytest.mark.usefixtures("way")
def test_new_and_old_change_places(tmp_path: Path) -> None:
    new, site = folder(tmp_path / "new", "new"), folder(tmp_path / "site", "old")
    swap(new, site)
    assert tree(site) == {"index.html": b"new"}
    assert tree(new) == {"index.html": b"old"}


@pytest.mark.usefixtures("way")
def test_first_site_is_moved_into_place(tmp_path: Path) -> None:
    new, site = folder(tmp_path / "new", "new"), tmp_path / "site"
    swap(new, site)
    assert tree(site) == {"index.html": b"new"}
    assert not new.exists()


@pytest.mark.usefixtures("way")
def test_missing_new_site_leaves_the_old_one(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", "old")
    with pytest.raises(OSError, match="No such file"):
        swap(tmp_path / "new", site)
    assert tree(tmp_path) == {"site/index.html": b"old"}


def test_site_set_aside_by_a_killed_build_comes_back(tmp_path: Path) -> None:
    folder(tmp_path / ".site.previous", "old")
    repair(tmp_path / "site")
    assert tree(tmp_path) == {"site/index.html": b"old"}


def test_site_set_aside_goes_when_the_new_one_is_in_place(tmp_path: Path) -> None:
    folder(tmp_path / ".site.previous", "old")
    folder(tmp_path / "site", "new")
    repair(tmp_path / "site")
    assert tree(tmp_path) == {"site/index.html": b"new"}
