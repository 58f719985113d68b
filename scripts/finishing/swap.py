"""Puts a new site in the place of the old one, with no moment without a site on Linux."""

import ctypes
import errno
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# Answers that mean "not here": an old kernel, or a file system without the call.
_NOT_HERE = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP)


def swap(new: Path, site: Path) -> None:
    """Move the folder new to site. A site already there ends up at new, for the caller to delete.

    Both must lie on one file system. OSError leaves the old site in its place.
    """
    if not site.exists():
        new.rename(site)
    elif not (sys.platform == "linux" and _exchange(new, site)):
        _rename_twice(new, site)


def repair(site: Path) -> None:
    """Undo what a swap by two renames left when it was killed; call before each build."""
    aside = _aside(site)
    if not aside.exists():
        return
    if site.exists():
        shutil.rmtree(aside)
    else:
        aside.rename(site)


def _exchange(new: Path, site: Path) -> bool:
    """Exchange two folders in one call; False where system or file system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    paths = os.fsencode(new), os.fsencode(site)
    if libc.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_HERE:
        return False
    raise OSError(code, os.strerror(code), str(site))


def _rename_twice(new: Path, site: Path) -> None:
    aside = _aside(site)
    site.rename(aside)
    try:
        new.rename(site)
    except OSError:
        aside.rename(site)
        raise
    # The new site stands; what is left here `repair` removes before the next build.
    with suppress(OSError):
        aside.rename(new)


def _aside(site: Path) -> Path:
    return site.with_name(f".{site.name}.previous")
