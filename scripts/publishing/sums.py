"""A release against its own SHA256SUMS: every file that is listed, no other, and no changed byte."""

import os
import re
from pathlib import Path

from finishing.checksums import NAME
from finishing.files import digest, files_below
from publishing.problem import PublishError

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def release_name(folder: Path) -> str:
    """The name under which a build is published: the hash of its list of hashes."""
    return digest(folder / NAME)


def read_sums(folder: Path) -> dict[str, str]:
    """The hash of every listed file, by its path; PublishError where there is no such list."""
    file = folder / NAME
    if not file.is_file():
        raise PublishError(f"{folder}: no {NAME} in it, so it is no finished build")
    found = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        match = _LINE.fullmatch(line)
        if not match or ".." in Path(match[2]).parts or Path(match[2]).is_absolute():
            raise PublishError(f"{file}:{number}: not a hash and a path inside the build")
        found[match[2]] = match[1]
    return found


def check(folder: Path) -> dict[str, str]:
    """Read every file and compare; the hashes by path. PublishError names the first that is not as listed."""
    sums = read_sums(folder)
    here = files_below(folder) - {NAME}
    for path in sorted(here ^ sums.keys()):
        raise PublishError(f"{folder / path}: {'not listed in' if path in here else 'missing, but listed in'} {NAME}")
    for path, expected in sums.items():
        if digest(folder / path) != expected:
            raise PublishError(f"{folder / path}: not the bytes that {NAME} says")
    return sums


def forget(folder: Path) -> None:
    """Bring all that was written to the disk, and let the next reading of a folder come from there."""
    os.sync()
    for path in folder.rglob("*"):
        if path.is_file() and hasattr(os, "posix_fadvise"):
            handle = os.open(path, os.O_RDONLY)
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(handle)
