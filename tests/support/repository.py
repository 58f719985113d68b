"""A git repository that a test builds, with fixed times and nobody's configuration."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from composing.claims import Library
from composing.site import Site
from exporting.export import Export
from history.repository import read_history
from model.history import Change, History
from reading.load import Folders, read_all
from settings import SiteSettings
from support import project
from support.carriers import CARRIER, FACTS, TODAY

START = 1_767_225_600
DAY = 86_400
PERSON = {f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
FIRST = {"carriers/nord.yml": CARRIER, **{f"docs/facts/{name}": text for name, text in FACTS.items()}}


class Repository:
    """Commits a day apart, the first on 1 January 2026."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.count = 0
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        """What a git command prints; its date is that of the next commit."""
        kept = {name: text for name, text in os.environ.items() if not name.startswith("GIT_")}
        date = f"{START + self.count * DAY} +0100"
        fixed = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        times = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
        environ = {**kept, **fixed, **times, **PERSON}
        done = subprocess.run(["git", *arguments], cwd=self.root, env=environ, capture_output=True, check=True)  # noqa: S607 -- the git of this machine
        return done.stdout.decode().strip()

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Write files into the work tree; None deletes one."""
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def commit(self, files: Mapping[str, str | bytes | None]) -> str:
        """Write files and commit all there is; returns the commit's name."""
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "change")
        self.count += 1
        return self.git("rev-parse", "HEAD")

    def history(self) -> History:
        """What the build reads."""
        return history_of(self.root)


def history_of(root: Path) -> History:
    """The history of the data below root."""
    return read_history(root, root / "carriers", root / "docs" / "facts")


def brief(history: History) -> list[tuple[int, str, str]]:
    """What tests compare of a history: number, kind and address of each change, oldest first."""
    changes = [change for found in history.changes.values() for change in found]
    return sorted((change.number, change.kind, change.address) for change in changes)


def newest(history: History, address: str) -> Change:
    """The newest change of a fact."""
    return history.changes[address][0]


def exported(
    repository: Repository, settings: SiteSettings = project.NO_ADDRESS, languages: tuple[str, ...] = ("zh",)
) -> Export:
    """What feeds and pages of history are made from: the data as they lie there, with all their commits."""
    data, _ = read_all(Folders(carriers=repository.root / "carriers", facts=repository.root / "docs/facts"), TODAY)
    return Export(Site(Library(data, TODAY)), repository.history(), settings, TODAY, languages)
