"""`build.py new SLUG`: a new carrier file to be filled."""

from pathlib import Path

from reading.values import SLUG
from starting.blank import blank_text


class CannotStart(Exception):
    """Why there is no new file; the text says what to do."""


def write_new(carriers: Path, slug: str) -> Path:
    """Write the blank file of a carrier; CannotStart for a slug that cannot be one, or has a file already."""
    if not SLUG.fullmatch(slug):
        raise CannotStart(f"{slug!r} cannot be a file's name: use a-z, 0-9 and single dashes, as in chili-mobil")
    path = carriers / f"{slug}.yml"
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(blank_text(slug))
    except FileExistsError:
        raise CannotStart(f"{path.as_posix()} is there already: correct it instead") from None
    return path
