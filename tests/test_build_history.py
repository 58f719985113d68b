"""The whole build in a repository: dates and feeds come from its commits, and the same commits give the same bytes."""

import shutil
from pathlib import Path

import pytest

import build
from support import project
from support.repository import Repository

RULE = ("rule: end-of-month", "ends: 2026-06-30")
OTHER = ("rule: end-of-next-month", "ends: 2026-07-31")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """One carrier and all texts, then a changed rule."""
    made = Repository(tmp_path / "repository")
    shutil.copytree(project.ROOT / "docs", made.root / "docs")
    text = (project.ROOT / "carriers" / "ice.yml").read_text(encoding="utf-8")
    old = text.replace(OTHER[0], RULE[0], 1).replace(OTHER[1], RULE[1], 1)
    assert old != text
    made.commit({"carriers/ice.yml": old})
    made.commit({"carriers/ice.yml": text})
    monkeypatch.setattr(build, "ROOT", made.root)
    return made


def built(root: Path, out: Path) -> Path:
    folders = ["--carriers", str(root / "carriers"), "--docs", str(root / "docs")]
    assert build.main(["build", *folders, "--languages", "zh", "--out", str(out)]) == 0
    return out


def test_site_tells_the_history_of_its_repository_in_equal_bytes(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = built(repository.root, tmp_path / "one")
    feed = (one / "feeds" / "zh" / "ice.xml").read_text(encoding="utf-8")
    assert feed.count("<entry>") == 2
    assert "<title>ice有改动：" in feed
    page = (one / "zh" / "carriers" / "ice" / "index.html").read_text(encoding="utf-8")
    assert "资料最近一次改动：2026年1月2日。" in page
    assert '"changed": "2026-01-02"' in (one / "api" / "v1" / "carriers" / "ice.json").read_text(encoding="utf-8")
    # A clone, on another day: the same commits.
    repository.git("clone", "--quiet", str(repository.root), str(tmp_path / "clone"))
    monkeypatch.setattr(build, "ROOT", tmp_path / "clone")
    other = built(tmp_path / "clone", tmp_path / "other")
    assert (other / "SHA256SUMS").read_bytes() == (one / "SHA256SUMS").read_bytes()


def test_shallow_clone_builds_without_changed_dates(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.root}", str(clone))
    monkeypatch.setattr(build, "ROOT", clone)
    site = built(clone, tmp_path / "site")
    assert "<entry>" not in (site / "feeds" / "zh" / "all.xml").read_text(encoding="utf-8")
    assert "最近一次改动" not in (site / "zh" / "carriers" / "ice" / "index.html").read_text(encoding="utf-8")
    assert '"changed"' not in (site / "api" / "v1" / "carriers" / "ice.json").read_text(encoding="utf-8")
