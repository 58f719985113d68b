"""One build at a time for one output folder."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class BuildRunning(Exception):
    """Another build writes to the same output folder."""


@contextmanager
def build_lock(path: Path) -> Iterator[None]:
    """Hold the lock file at path; BuildRunning at once if another process holds it.

    Processes started meanwhile inherit the lock when they inherit open files, so that a build
    that was killed counts as running until the last engine it started has ended.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            text = f"another build is running (it holds {path.name}): wait until it has ended"
            raise BuildRunning(text) from None
        os.set_inheritable(handle, True)
        yield
    finally:
        os.close(handle)
