"""Notices saved files by looking at their times and sizes: some hundred files take a few milliseconds.

Looking is as good here as asking the system, needs no package, and works on every file system.
"""

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

# Time of change, size and number of a file: an editor that writes anew changes at least one of them.
State = tuple[int, int, int]
PAUSE = 0.08
# Python's own files, and what editors put beside the file they save.
SKIPPED_FOLDERS = frozenset({"__pycache__"})
SKIPPED_ENDINGS = ("~", ".swp", ".tmp", ".pyc")


class Watcher:
    """Waits for changes below some files and folders."""

    def __init__(self, places: Iterable[Path], pause: float = PAUSE) -> None:
        self._places = tuple(places)
        self._pause = pause
        self._seen = states(self._places)

    def wait(self) -> frozenset[Path]:
        """The files changed, added or removed since the last call, once a burst of saves has ended; at least one."""
        now = self._seen
        while now == self._seen:
            time.sleep(self._pause)
            now = states(self._places)
        while (later := self._after_a_pause()) != now:
            now = later
        found = changes(self._seen, now)
        self._seen = now
        return found

    def _after_a_pause(self) -> dict[Path, State]:
        time.sleep(self._pause)
        return states(self._places)


def changes(old: Mapping[Path, State], new: Mapping[Path, State]) -> frozenset[Path]:
    """The files that differ between two looks."""
    return frozenset(path for path, _ in old.items() ^ new.items())


def states(places: Iterable[Path]) -> dict[Path, State]:
    """The state of every file at or below the places."""
    found = {}
    for path in files(places):
        try:
            stat = path.stat()
        except OSError:
            # Removed, or replaced, between the listing and the look.
            continue
        found[path] = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
    return found


def files(places: Iterable[Path]) -> Iterator[Path]:
    """The files at or below the places, without those that editors and Python put there."""
    for place in places:
        if place.is_file():
            yield place
        for folder, inner, names in os.walk(place):
            inner[:] = [name for name in inner if name not in SKIPPED_FOLDERS and not name.startswith(".")]
            for name in names:
                if not name.startswith((".", "#")) and not name.endswith(SKIPPED_ENDINGS):
                    yield Path(folder, name)
