"""Compares what two builds are made from, and brings single files of a folder up to date."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from finishing.files import digest, files_below


class Difference(NamedTuple):
    """Names of the files that are new or other in the second set, and of those that are gone."""

    changed: frozenset[str]
    gone: frozenset[str]


def difference(old: Mapping[str, str], new: Mapping[str, str]) -> Difference:
    """What differs between two sets of files, of each of which the hash is known."""
    changed = frozenset(name for name, one in new.items() if old.get(name) != one)
    return Difference(changed, frozenset(old.keys() - new.keys()))


def contents(folder: Path) -> dict[str, bytes]:
    """The content of every file below a folder, by its path there."""
    return {name: (folder / name).read_bytes() for name in files_below(folder)}


def hashes(folder: Path) -> dict[str, str]:
    """The hash of every file below a folder, by its path there."""
    return {name: digest(folder / name) for name in files_below(folder)}


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a folder, each in one move, so that nobody is sent half a page."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name}.new")
        aside.write_bytes(content)
        aside.replace(path)


def remove_files(folder: Path, names: Iterable[str]) -> None:
    """Remove files below a folder, and the folders that are empty then."""
    for name in names:
        path = folder / name
        path.unlink(missing_ok=True)
        for parent in path.parents:
            if parent == folder or not parent.is_dir() or any(parent.iterdir()):
                break
            parent.rmdir()


def emptied(folder: Path) -> Path:
    """The folder, there and empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
