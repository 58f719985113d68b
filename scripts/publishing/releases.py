"""Puts releases and their assets into the place, and takes old ones out of it."""

import os
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path

from finishing.checksums import NAME
from finishing.files import digest, files_below
from finishing.swap import swap
from publishing.place import Place, settle
from publishing.problem import PublishError
from publishing.sums import check, forget, read_sums

_INCOMING = ".incoming"
_OUTGOING = ".outgoing"


def add_release(site: Path, place: Place, name: str, stamp: int) -> None:
    """Copy a build to its release, read it back from the disk, and give it its name; nothing if it is there, whole."""
    release = place.releases / name
    if _is_whole(release):
        return
    incoming = place.releases / f"{_INCOMING}-{name}"
    try:
        copy(site, incoming, place.current, stamp)
        forget(incoming)
        check(incoming)
        # A release of this name that is not whole is exchanged in one move: it may be the current one.
        swap(incoming, release)
        settle(place.releases)
    finally:
        shutil.rmtree(incoming, ignore_errors=True)


def copy(site: Path, target: Path, before: Path, stamp: int) -> None:
    """Copy a build; before: the release, if any, whose files are shared where they are the same.

    Servers name the state of a file by its time and size. A shared file keeps its time, so that readers who have it
    are not sent it again; another one gets a time that no release before had (stamp), so that its state is a new one.
    """
    known = _sums(before)
    for path, expected in {**read_sums(site), NAME: ""}.items():
        made = target / path
        made.parent.mkdir(parents=True, exist_ok=True)
        if known.get(path) == expected and _holds(before / path, expected):
            _share(before / path, made)
            continue
        shutil.copyfile(site / path, made)
        made.chmod(0o444)
        os.utime(made, (stamp, stamp))


def add_assets(release: Path, place: Place) -> None:
    """Put a release's assets among those of all kept releases."""
    for path in _assets(release):
        asset, made = release / "assets" / path, place.assets / path
        if _holds(made, digest(asset)):
            continue
        made.parent.mkdir(parents=True, exist_ok=True)
        aside = made.with_name(f".{made.name}")
        aside.unlink(missing_ok=True)
        _share(asset, aside)
        aside.replace(made)


def prune(place: Place, kept: Collection[str]) -> None:
    """Delete all releases but those kept, what publishes that were killed left behind, and assets of none."""
    for name in place.here() - set(kept):
        (place.releases / name).rename(place.releases / f"{_OUTGOING}-{name}")
    for left in place.releases.glob(".*"):
        shutil.rmtree(left)
    wanted = {path for name in kept for path in _assets(place.releases / name)}
    for path in files_below(place.assets) - wanted:
        (place.assets / path).unlink()


def _is_whole(release: Path) -> bool:
    """Whether a release is there with every byte it had."""
    try:
        check(release)
    except PublishError:
        return False
    return True


def _assets(release: Path) -> frozenset[str]:
    """The paths of a release's assets, below that folder."""
    return files_below(release / "assets")


def _sums(release: Path) -> Mapping[str, str]:
    try:
        return read_sums(release)
    except PublishError:
        return {}


def _holds(file: Path, expected: str) -> bool:
    return file.is_file() and digest(file) == expected


def _share(file: Path, made: Path) -> None:
    """One more name for a file, or where the file system has none to give, a copy of the same time."""
    try:
        os.link(file, made)
    except OSError:
        shutil.copy2(file, made)
