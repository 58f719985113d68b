"""The folder that is published to: what stands in it, and who may write there."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from finishing.lock import BuildRunning, build_lock
from publishing.problem import PublishError

_NAMES = frozenset({".lock", "assets", "current", "current.new", "history", "history.new", "releases"})


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that is published to.

    current: a link to one of the releases, the root of the web server; assets: those of every kept release, since
    whoever has loaded a page just before a switch asks for that page's assets just after it.
    """

    root: Path

    @property
    def releases(self) -> Path:
        """Holds a folder a release, named by its content."""
        return self.root / "releases"

    @property
    def current(self) -> Path:
        """The link."""
        return self.root / "current"

    @property
    def assets(self) -> Path:
        """The assets of all kept releases."""
        return self.root / "assets"

    @property
    def history(self) -> Path:
        """The file of publishing.history."""
        return self.root / "history"

    def shown(self) -> str:
        """The release that the link names, "" where there is none."""
        return self.current.readlink().name if self.current.is_symlink() and self.current.is_dir() else ""

    def here(self) -> set[str]:
        """The names of all whole releases."""
        return {path.name for path in self.releases.iterdir() if not path.name.startswith(".")}

    def show(self, release: str) -> None:
        """Point the link at a release, in one move."""
        fresh = self.root / "current.new"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(Path("releases", release))
        fresh.replace(self.current)
        settle(self.root)


@contextmanager
def opened(root: Path, *, new: bool) -> Iterator[Place]:
    """The place, for one process at a time; new: whether it may be a folder that nothing was published to.

    PublishError where it is a folder of something else.
    """
    _refuse(root, new=new)
    place = Place(root)
    place.releases.mkdir(parents=True, exist_ok=True)
    place.assets.mkdir(exist_ok=True)
    with ExitStack() as held:
        try:
            held.enter_context(build_lock(root / ".lock"))
        except BuildRunning:
            raise PublishError(f"{root}: another publish or rollback is running: wait until it has ended") from None
        yield place


def settle(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def _refuse(root: Path, *, new: bool) -> None:
    if not root.parent.is_dir():
        raise PublishError(f"{root.parent}: no such folder")
    if (root / "history").is_file():
        return
    if not new:
        raise PublishError(f"{root}: nothing was published to it")
    if root.exists() and not (root.is_dir() and {path.name for path in root.iterdir()} <= _NAMES):
        raise PublishError(f"{root}: neither empty nor a folder that was published to")
