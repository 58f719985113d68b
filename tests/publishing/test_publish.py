"""Publishing and leading back: what `current` shows, what is kept, and what is said when it cannot be done."""

import os
from pathlib import Path

import pytest

from publishing.__main__ import main
from publishing.place import opened
from publishing.problem import PublishError
from publishing.publish import publish, rollback
from publishing.sums import forget, release_name
from support.published import build, start
from support.small_site import tree


def stands(dest: Path) -> list[str]:
    return sorted(path.name for path in dest.iterdir())


def assets(dest: Path) -> set[str]:
    """Which builds' own assets are there for readers."""
    return {path.name.split(".")[1] for path in (dest / "assets").glob("script.*.js")}


def test_a_published_build_is_shown_byte_for_byte_below_its_own_hash(tmp_path: Path, dest: Path) -> None:
    site = build(tmp_path, "a")
    assert publish(site, dest) == f"published {release_name(site)[:12]}"
    assert (dest / "current").readlink() == Path("releases", release_name(site))
    assert tree(dest / "current") == tree(site)
    assert stands(dest) == [".lock", "assets", "current", "history", "releases"]


def test_the_real_thing_is_published_with_its_packed_copies(built: Path, dest: Path) -> None:
    publish(built, dest)
    assert tree(dest / "current") == tree(built)
    assert tree(dest / "assets") == tree(built / "assets")


def test_the_same_build_twice_changes_nothing(tmp_path: Path, dest: Path) -> None:
    site = build(tmp_path, "a")
    publish(site, dest)
    before = {path: (path.lstat().st_mtime_ns, path.lstat().st_ino) for path in dest.rglob("*") if path.is_file()}
    assert publish(site, dest) == f"{release_name(site)[:12]} is current already"
    assert {path: (path.lstat().st_mtime_ns, path.lstat().st_ino) for path in before} == before


def test_rollbacks_lead_back_one_release_each_and_say_where_there_is_none(tmp_path: Path, dest: Path) -> None:
    sites = [build(tmp_path, name) for name in "abc"]
    for site in sites:
        publish(site, dest)
    for site in (sites[1], sites[0]):
        assert rollback(dest) == f"back to {release_name(site)[:12]}"
        assert tree(dest / "current") == tree(site)
    with pytest.raises(PublishError, match="no release before the current one is kept"):
        rollback(dest)
    assert tree(dest / "current") == tree(sites[0])


def test_what_was_rolled_back_is_passed_over_until_it_is_published_again(tmp_path: Path, dest: Path) -> None:
    first, bad, third = (build(tmp_path, name) for name in "abc")
    publish(first, dest)
    publish(bad, dest)
    rollback(dest)
    publish(third, dest)
    rollback(dest)
    assert tree(dest / "current") == tree(first)
    publish(bad, dest)
    rollback(dest)
    publish(bad, dest)
    assert tree(dest / "current") == tree(bad)


def test_five_releases_stay_with_their_assets(tmp_path: Path, dest: Path) -> None:
    for name in "abcdefg":
        publish(build(tmp_path, name), dest)
    kept = {release_name(tmp_path / f"site-{name}") for name in "cdefg"}
    assert {path.name for path in (dest / "releases").iterdir()} == kept
    assert assets(dest) == set("cdefg")


def test_the_release_before_the_current_one_stays_however_long_it_was_not_shown(tmp_path: Path, dest: Path) -> None:
    for name in "ab":
        publish(build(tmp_path, name), dest)
    # Each of these is taken back, so that the release before the current one stays the same.
    for name in "cdefgh":
        publish(build(tmp_path, name), dest)
        rollback(dest)
    assert tree(dest / "current") == tree(tmp_path / "site-b")
    assert len(list((dest / "releases").iterdir())) == 5
    rollback(dest)
    assert tree(dest / "current") == tree(tmp_path / "site-a")


def test_a_page_that_was_loaded_before_a_switch_finds_its_assets_after_it(tmp_path: Path, dest: Path) -> None:
    publish(build(tmp_path, "a"), dest)
    publish(build(tmp_path, "b"), dest)
    assert not (dest / "current" / "assets" / "script.a.js").exists()
    assert (dest / "assets" / "script.a.js").read_text(encoding="utf-8") == "a"
    rollback(dest)
    assert assets(dest) == {"a", "b"}


def test_what_stays_the_same_keeps_its_time_and_what_changes_gets_another(tmp_path: Path, dest: Path) -> None:
    # Servers make the name of a state of time and size: the pages of both builds have the same size.
    times = []
    for name in "abc":
        publish(build(tmp_path, name), dest)
        times.append({path: int((dest / "current" / path).stat().st_mtime) for path in ("index.html", "zh/index.html")})
    assert len({time["index.html"] for time in times}) == 3
    assert len({time["zh/index.html"] for time in times}) == 1


def test_a_state_that_comes_back_after_its_release_is_gone_gets_a_time_of_its_own(tmp_path: Path, dest: Path) -> None:
    seen = set()
    for name in "abcdefa":
        publish(build(tmp_path, name), dest)
        seen.add(int((dest / "current" / "index.html").stat().st_mtime))
    assert len(seen) == 7


def test_files_are_for_every_server_to_read_and_for_nobody_to_change(tmp_path: Path, dest: Path) -> None:
    before = os.umask(0o077)
    try:
        assert main(["publish", "--site", str(build(tmp_path, "a")), "--dest", str(dest)]) == 0
    finally:
        os.umask(before)
    modes = {path.stat().st_mode & 0o777 for path in (dest / "releases").rglob("*") if path.is_file()}
    assert modes == {0o444}
    assert {path.stat().st_mode & 0o777 for path in (dest / "releases").rglob("*") if path.is_dir()} == {0o755}


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (lambda site: (site / "index.html").write_text("other"), "index.html: not the bytes that SHA256SUMS says"),
        (lambda site: (site / "index.html").unlink(), "index.html: missing, but listed in SHA256SUMS"),
        (lambda site: (site / "new.html").write_text("new"), "new.html: not listed in SHA256SUMS"),
        (lambda site: (site / "SHA256SUMS").unlink(), "no SHA256SUMS in it, so it is no finished build"),
        (lambda site: (site / "SHA256SUMS").write_text("x\n"), "SHA256SUMS:1: not a hash and a path inside the build"),
        (
            lambda site: (site / "SHA256SUMS").write_text(f"{'0' * 64}  ../a\n"),
            "SHA256SUMS:1: not a hash and a path inside the build",
        ),
    ],
)
def test_a_build_that_is_not_as_it_was_checked_is_refused(
    tmp_path: Path, dest: Path, fault: object, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(build(tmp_path, "a"), dest)
    before = tree(dest / "current")
    broken = build(tmp_path, "b")
    assert callable(fault)
    fault(broken)
    assert main(["publish", "--site", str(broken), "--dest", str(dest)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert lines[0].endswith(said)
    assert tree(dest / "current") == before


def test_a_copy_that_is_read_back_otherwise_is_not_shown(
    tmp_path: Path, dest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(build(tmp_path, "a"), dest)

    def spoil(folder: Path) -> None:
        forget(folder)
        page = folder / "index.html"
        page.chmod(0o644)
        page.write_text("page of ?", encoding="utf-8")

    monkeypatch.setattr("publishing.releases.forget", spoil)
    with pytest.raises(PublishError, match=r"index\.html: not the bytes that SHA256SUMS says"):
        publish(build(tmp_path, "b"), dest)
    assert tree(dest / "current") == tree(tmp_path / "site-a")
    assert len(list((dest / "releases").iterdir())) == 1


def spoil(file: Path) -> None:
    """Change a published file in its place, as a failing disk does."""
    file.chmod(0o644)
    file.write_text("spoilt", encoding="utf-8")


def test_a_spoilt_release_is_not_led_back_to(tmp_path: Path, dest: Path) -> None:
    publish(build(tmp_path, "a"), dest)
    spoil(dest / "current" / "index.html")
    publish(build(tmp_path, "b"), dest)
    with pytest.raises(PublishError, match=r"index\.html: not the bytes"):
        rollback(dest)
    assert tree(dest / "current") == tree(tmp_path / "site-b")


@pytest.mark.parametrize("file", ["index.html", "zh/index.html", "assets/sheet.css", "SHA256SUMS"])
def test_a_spoilt_release_is_made_whole_by_publishing_it_again(tmp_path: Path, dest: Path, file: str) -> None:
    site = build(tmp_path, "a")
    publish(site, dest)
    spoil(dest / "current" / file)
    publish(site, dest)
    assert tree(dest / "current") == tree(site)
    assert tree(dest / "assets") == tree(site / "assets")


def test_a_spoilt_file_is_not_taken_over_into_the_next_release(tmp_path: Path, dest: Path) -> None:
    publish(build(tmp_path, "a"), dest)
    spoil(dest / "current" / "zh" / "index.html")
    spoil(dest / "current" / "assets" / "sheet.css")
    publish(build(tmp_path, "b"), dest)
    assert tree(dest / "current") == tree(tmp_path / "site-b")
    assert (dest / "assets" / "sheet.css").read_text(encoding="utf-8") == "same"


def test_where_files_cannot_share_a_place_they_are_copied_with_their_times(
    tmp_path: Path, dest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no such thing here")

    monkeypatch.setattr(os, "link", refuse)
    publish(build(tmp_path, "a"), dest)
    before = (dest / "current" / "zh" / "index.html").stat().st_mtime
    publish(build(tmp_path, "b"), dest)
    assert tree(dest / "current") == tree(tmp_path / "site-b")
    assert (dest / "current" / "zh" / "index.html").stat().st_mtime == before


def test_two_at_once_are_refused(tmp_path: Path, dest: Path) -> None:
    site = build(tmp_path, "a")
    publish(site, dest)
    with opened(dest, new=False):
        for words in (["publish", "--site", str(site), "--dest", str(dest)], ["rollback", "--dest", str(dest)]):
            process = start(*words)
            said, _ = process.communicate()
            assert said == f"{dest}: another publish or rollback is running: wait until it has ended\n"
            assert process.returncode == 1


@pytest.mark.parametrize("command", ["publish", "rollback"])
def test_a_folder_of_something_else_is_left_alone(
    tmp_path: Path, dest: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    dest.mkdir()
    (dest / "letter.txt").write_text("dear", encoding="utf-8")
    words = {"publish": ["publish", "--site", str(build(tmp_path, "a"))], "rollback": ["rollback"]}[command]
    assert main([*words, "--dest", str(dest)]) == 1
    said = {"publish": "neither empty nor a folder that was published to", "rollback": "nothing was published to it"}
    assert capsys.readouterr().err == f"{dest}: {said[command]}\n"
    assert tree(dest) == {"letter.txt": b"dear"}


def test_a_folder_below_one_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = build(tmp_path, "a")
    assert main(["publish", "--site", str(site), "--dest", str(tmp_path / "typo" / "served")]) == 1
    assert capsys.readouterr().err == f"{tmp_path / 'typo'}: no such folder\n"
    assert not (tmp_path / "typo").exists()


def test_an_empty_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["rollback", "--dest", ""])
    assert "a folder is wanted" in capsys.readouterr().err
