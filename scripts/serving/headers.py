"""Reads the site's own `_headers`: what a host should send with each answer."""

from collections.abc import Iterator
from pathlib import Path


def headers_for_all(file: Path) -> tuple[tuple[str, str], ...]:
    """Name and text of each header in the first block, which holds for every file; nothing without the file."""
    try:
        text = file.read_text(encoding="utf-8")
    except OSError:
        return ()
    return tuple(_headers(text.split("\n\n")[0]))


def _headers(block: str) -> Iterator[tuple[str, str]]:
    for line in block.splitlines()[1:]:
        name, colon, text = line.strip().partition(":")
        if colon and not name.startswith("#"):
            yield name, text.strip()
