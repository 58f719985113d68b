"""What a changed file asks for: only changed pages, the whole site, or a new start of the process."""

from collections.abc import Iterable
from enum import IntEnum
from pathlib import Path

from engine.paths import ASSETS, CONFIG, OVERRIDES, ROOT

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


def work_for(paths: Iterable[Path]) -> Work:
    """What a burst of changed files asks for: the most that one of them does."""
    return max((_work(path) for path in paths), default=Work.PAGES)


def _work(path: Path) -> Work:
    if path.is_relative_to(TEMPLATES):
        return Work.PAGES
    if path == CONFIG or path.is_relative_to(SCRIPTS):
        return Work.RESTART
    if path.is_relative_to(ASSETS) or path.is_relative_to(OVERRIDES):
        return Work.WHOLE
    return Work.PAGES
