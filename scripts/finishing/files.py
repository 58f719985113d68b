"""The files of a folder: their paths there, and their hashes."""

import hashlib
import os
from pathlib import Path


def files_below(folder: Path) -> frozenset[str]:
    """The path of every file below a folder, as seen from there; none where there is no folder."""
    # Paths as text: a site has thousands of files, and is listed more than once.
    start = len(f"{folder}/")
    return frozenset(f"{place}/{name}"[start:] for place, _, names in os.walk(folder) for name in names)


def digest(file: Path) -> str:
    """The SHA-256 of a file, in hex."""
    return hashlib.sha256(file.read_bytes()).hexdigest()
