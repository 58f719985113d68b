"""The files of a folder: their paths there, and their hashes."""

import hashlib
from pathlib import Path


def files_below(folder: Path) -> frozenset[str]:
    """The path of every file below a folder, as seen from there; none where there is no folder."""
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def digest(file: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
