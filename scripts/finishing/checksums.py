"""SHA256SUMS: what `sha256sum --check` reads."""

import hashlib
from pathlib import Path

NAME = "SHA256SUMS"


def checksums_text(site: Path) -> str:
    """One line a file of the site but SHA256SUMS itself, sorted by path."""
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return "".join(
        f"{hashlib.sha256((site / path).read_bytes()).hexdigest()}  {path}\n" for path in paths if path != NAME
    )


def write_checksums(site: Path) -> None:
    """Write SHA256SUMS into the site; call it last."""
    (site / NAME).write_text(checksums_text(site), encoding="utf-8", newline="\n")
