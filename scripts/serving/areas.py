"""What a changed file asks for: only changed pages, the whole site, or a new start of the process."""

from collections.abc import Iterable
from enum import IntEnum
from pathlib import Path

from paths import ASSETS, CONFIG, OVERRIDES, ROOT

SCRIPTS = ROOT / "scripts"
# The template engine looks at the time of these itself, so the running process takes them up.
TEMPLATES = SCRIPTS / "writing" / "templates"


class Work(IntEnum):
    """What has to be done, from little to much."""

    PAGES = 1
    WHOLE = 2
    RESTART = 3


def watched(carriers: Path, docs: Path) -> tuple[Path, ...]:
    """The files and folders a site is made from."""
    return (*(folder.absolute() for folder in (carriers, docs)), ASSETS, OVERRIDES, SCRIPTS, CONFIG)


def changed_carriers(paths: Iterable[Path], carriers: Path) -> frozenset[str] | None:
    """The carriers whose files are among the changed ones; None where any other file is."""
    listed = list(paths)
    only = all(path.parent == carriers.absolute() and path.suffix == ".yml" for path in listed)
    return frozenset(path.stem for path in listed) if only and listed else None


def work_for(paths: Iterable[Path]) -> Work:
    """What a burst of changed files asks for: the most that one of them does."""
    return max((_work(path) for path in paths), default=Work.PAGES)


def without_start(paths: Iterable[Path]) -> frozenset[Path]:
    """The files that the running process can take up: they count even if a new start is asked for and fails."""
    return frozenset(path for path in paths if _work(path) != Work.RESTART)


def _work(path: Path) -> Work:
    if path.is_relative_to(TEMPLATES):
        return Work.PAGES
    if path == CONFIG or path.is_relative_to(SCRIPTS):
        return Work.RESTART
    if path.is_relative_to(ASSETS) or path.is_relative_to(OVERRIDES):
        return Work.WHOLE
    return Work.PAGES
