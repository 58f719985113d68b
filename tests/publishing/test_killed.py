"""A publish that is killed: `current` shows one whole release, and the next publish clears what was left."""

import time
from pathlib import Path

import pytest

from finishing.checksums import write_checksums
from publishing.publish import publish, rollback
from support.published import build, start
from support.small_site import tree

BEFORE = [
    *(f"publishing.releases.{name}" for name in ("copy", "forget", "check", "swap", "settle")),
    *("publishing.publish.add_assets", "publishing.publish.write_history", "publishing.place.Place.show"),
]


@pytest.fixture
def sites(tmp_path: Path, dest: Path) -> list[Path]:
    """Three builds; the first is published."""
    found = [build(tmp_path, name) for name in "abc"]
    publish(found[0], dest)
    return found


def killed(dest: Path, stage: str, *words: str) -> None:
    process = start(*words, "--dest", str(dest), stage=stage)
    said, _ = process.communicate()
    assert process.returncode < 0, said


def left(dest: Path) -> set[str]:
    """What stands in the folder, and beside whole releases."""
    return {path.name for path in dest.iterdir()} | {path.name for path in (dest / "releases").glob(".*")}


@pytest.mark.parametrize("stage", BEFORE)
def test_killed_before_the_switch_it_leaves_the_old_release(sites: list[Path], dest: Path, stage: str) -> None:
    killed(dest, stage, "publish", "--site", str(sites[1]))
    assert tree(dest / "current") == tree(sites[0])
    publish(sites[2], dest)
    assert tree(dest / "current") == tree(sites[2])
    assert left(dest) == {".lock", "assets", "current", "history", "releases"}
    # What was never shown is neither kept nor led back to.
    assert len(list((dest / "releases").iterdir())) == 2
    assert {path.name for path in (dest / "assets").iterdir()} == {"sheet.css", "script.a.js", "script.c.js"}
    rollback(dest)
    assert tree(dest / "current") == tree(sites[0])


@pytest.mark.parametrize("stage", BEFORE)
def test_killed_before_the_switch_the_same_build_can_be_published(sites: list[Path], dest: Path, stage: str) -> None:
    killed(dest, stage, "publish", "--site", str(sites[1]))
    publish(sites[1], dest)
    assert tree(dest / "current") == tree(sites[1])
    rollback(dest)
    assert tree(dest / "current") == tree(sites[0])


def test_killed_after_the_switch_it_leaves_the_new_release(sites: list[Path], dest: Path) -> None:
    killed(dest, "publishing.place.settle", "publish", "--site", str(sites[1]))
    assert tree(dest / "current") == tree(sites[1])
    rollback(dest)
    assert tree(dest / "current") == tree(sites[0])


def test_a_rollback_killed_before_its_switch_was_none(sites: list[Path], dest: Path) -> None:
    publish(sites[1], dest)
    publish(sites[2], dest)
    killed(dest, "publishing.place.Place.show", "rollback")
    assert tree(dest / "current") == tree(sites[2])
    rollback(dest)
    assert tree(dest / "current") == tree(sites[1])


def test_a_first_publish_that_is_killed_does_not_bar_the_next(tmp_path: Path, dest: Path) -> None:
    site = build(tmp_path, "a")
    for stage in BEFORE:
        killed(dest, stage, "publish", "--site", str(site))
        assert not (dest / "current").exists()
    publish(site, dest)
    assert tree(dest / "current") == tree(site)


def test_killed_by_another_process_while_it_copies(sites: list[Path], dest: Path) -> None:
    for number in range(1500):
        (sites[1] / f"{number}.html").write_text(str(number), encoding="utf-8")
    write_checksums(sites[1])
    process = start("publish", "--site", str(sites[1]), "--dest", str(dest))
    while len(list((dest / "releases").glob(".incoming*/*.html"))) < 100 and process.poll() is None:
        time.sleep(0.002)
    process.kill()
    process.communicate()
    [half] = (dest / "releases").glob(".incoming*")
    assert 100 <= len(list(half.iterdir())) < 1500
    assert tree(dest / "current") == tree(sites[0])
    publish(sites[1], dest)
    assert tree(dest / "current") == tree(sites[1])
    assert not half.exists()


def test_a_link_that_was_moved_by_hand_is_where_rollbacks_start(sites: list[Path], dest: Path) -> None:
    publish(sites[1], dest)
    publish(sites[2], dest)
    names = {(path / "index.html").read_text(encoding="utf-8"): path.name for path in (dest / "releases").iterdir()}
    (dest / "current").unlink()
    (dest / "current").symlink_to(f"releases/{names['page of a']}")
    rollback(dest)
    assert tree(dest / "current") == tree(sites[2])


def test_a_link_that_was_removed_loses_no_release(sites: list[Path], dest: Path) -> None:
    publish(sites[1], dest)
    (dest / "current").unlink()
    publish(sites[1], dest)
    assert tree(dest / "current") == tree(sites[1])
    assert len(list((dest / "releases").iterdir())) == 2
