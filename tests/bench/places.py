"""Where the sites that are measured lie."""

import shutil
from pathlib import Path


def in_memory(room: int) -> Path | None:
    """A folder in memory with so many bytes free; None, where there is none, is the usual one for temporary files."""
    folder = Path("/dev/shm")  # noqa: S108 -- what is made below it has a name of its own
    return folder if folder.is_dir() and shutil.disk_usage(folder).free > room else None
