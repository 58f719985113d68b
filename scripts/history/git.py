"""What is asked of git: the commits that touched some folders, and the files they left there.

Nothing a user or a repository has configured changes an answer, nothing is written, nothing is loaded from elsewhere.
"""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# A process that a hook of git starts is told about a repository by variables like these; ours is found by its folder.
_PREFIX = "GIT_"
_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
# For what the repository's own configuration may hold. A partial clone would fetch what it lacks.
_SETTINGS = ("protocol.allow=never", "log.showSignature=false", "log.showRoot=true", "log.follow=false")
_LOG = ("log", "--reverse", "--first-parent", "--diff-merges=first-parent", "--raw", "--no-abbrev", "--no-renames",
        "--no-relative", f"-O{os.devnull}", "--no-color", "-z", "--format=%H %ct")  # fmt: skip


class NoHistory(Exception):
    """The history is missing or not whole."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A file as a commit left it; `blob` names its content, "" for a file that is gone."""

    path: str
    blob: str


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit on the main line, its time and the files it touched in the folders asked for."""

    name: str
    seconds: int
    files: tuple[Touched, ...]


def whole_repository(folder: Path) -> tuple[Path, str]:
    """Top folder and newest commit of the repository around a folder.

    NoHistory without a repository, before its first commit, and if it is shallow.
    """
    lines = _answer(folder, "rev-parse", "--is-shallow-repository", "--show-toplevel", "HEAD").decode().split("\n")
    if lines[0] != "false":
        raise NoHistory
    # The folder's name may hold a line end; after it come the commit and the last line's end.
    return Path("\n".join(lines[1:-2])).resolve(), lines[-2]


def commits(top: Path, head: str, folders: list[str]) -> Iterator[Commit]:
    """The commits of the main line up to head that touched these folders, oldest first; a merge is one commit."""
    tokens = iter(_answer(top, *_LOG, head, "--", *folders).split(b"\0"))
    header, files = b"", list[Touched]()
    for token in tokens:
        entry = token.lstrip(b"\n")
        if entry.startswith(b":"):
            files += _touched(entry, os.fsdecode(next(tokens)))
        elif entry:
            if header:
                yield _commit(header, files)
            header, files = entry, []
    if header:
        yield _commit(header, files)


@contextmanager
def contents(top: Path) -> Iterator[Callable[[str], bytes]]:
    """A function that gives a blob's bytes, all from one process; NoHistory for a blob that is not there."""
    command = _command(top, "cat-file", "--batch")
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=_environment(), stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as process:
        asking, answering = process.stdin, process.stdout
        if asking is None or answering is None:
            raise NoHistory

        def read(blob: str) -> bytes:
            asking.write(f"{blob}\n".encode())
            asking.flush()
            header = answering.readline().split()
            if len(header) != 3:
                raise NoHistory
            return answering.read(int(header[2]) + 1)[:-1]

        yield read


def _commit(header: bytes, files: list[Touched]) -> Commit:
    name, seconds = header.decode().split(" ")
    return Commit(name, int(seconds), tuple(files))


def _touched(entry: bytes, path: str) -> Iterator[Touched]:
    """The file behind one line of the log; a link or a repository inside this one holds no version of it."""
    _, mode, _, blob, _ = entry.decode().split(" ")
    if mode == "000000":
        yield Touched(path, "")
    elif mode.startswith("100"):
        yield Touched(path, blob)


def _answer(folder: Path, *arguments: str) -> bytes:
    done = subprocess.run(_command(folder, *arguments), env=_environment(), capture_output=True, check=False)
    if done.returncode:
        raise NoHistory
    return done.stdout


def _command(folder: Path, *arguments: str) -> list[str]:
    # A checkout that belongs to somebody else is usual in containers, and this build already runs its code.
    settings = [*_SETTINGS, f"safe.directory={folder}"]
    return ["git", "-C", str(folder), *(part for one in settings for part in ("-c", one)), *arguments]


def _environment() -> dict[str, str]:
    kept = {name: text for name, text in os.environ.items() if not name.startswith(_PREFIX)}
    return kept | _ENVIRONMENT
