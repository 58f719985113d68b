"""SHA256SUMS: what `sha256sum --check` reads."""

from pathlib import Path

from finishing.files import digest, files_below

NAME = "SHA256SUMS"


def checksums_text(site: Path) -> str:
    """One line a file of the site but SHA256SUMS itself, sorted by path."""
    return "".join(f"{digest(site / path)}  {path}\n" for path in sorted(files_below(site) - {NAME}))


def write_checksums(site: Path) -> None:
    """Write SHA256SUMS into the site; call it last."""
    (site / NAME).write_text(checksums_text(site), encoding="utf-8", newline="\n")
