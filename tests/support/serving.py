"""A copy of the project with few carriers, and the real server running in it."""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from support.project import ROOT

# Generous: a machine may be busy. Nothing waits longer than it has to.
LIMIT = 30.0
SERVE = (sys.executable, "scripts/build.py", "serve", "--port", "0")


def copy_project(folder: Path, carriers: Sequence[str]) -> Path:
    """What a build needs, with the named carriers only, in a new folder."""
    skip = shutil.ignore_patterns("__pycache__")
    for name in ("docs", "overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=skip)
    for name in ("mkdocs.yml", "Makefile", "CONTRIBUTING.md", "LICENSE", "LICENSE-DATA"):
        shutil.copy(ROOT / name, folder)
    (folder / "carriers").mkdir()
    for slug in carriers:
        shutil.copy(ROOT / "carriers" / f"{slug}.yml", folder / "carriers")
    return folder


def wait_until(true: Callable[[], bool], what: str) -> None:
    """Return once something is true; AssertionError after the limit."""
    end = time.monotonic() + LIMIT
    while not true():
        assert time.monotonic() < end, what
        time.sleep(0.02)


def replace_in(path: Path, old: str, new: str) -> None:
    """Replace a text that stands once in a file, as an editor's save would."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path.name, old, text.count(old))
    path.write_text(text.replace(old, new), encoding="utf-8")


class Served:
    """A running server: its folder, what it says, and its answers."""

    def __init__(self, folder: Path, command: Sequence[str] = SERVE) -> None:
        self.folder = folder
        self.lines: list[str] = []
        # A group of its own, so that a test can see whether anything of it is left.
        self.process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, "PYTHONUNBUFFERED": "1"}, text=True, encoding="utf-8",
            start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        self.address = self.line("serving http").split()[1]

    def _read(self) -> None:
        assert self.process.stdout
        with self.process.stdout as lines:
            self.lines.extend(line.rstrip("\n") for line in lines)

    def line(self, part: str, since: int = 0) -> str:
        """The first line from a number on that holds a text, waiting for it."""

        def found() -> list[str]:
            return [line for line in self.lines[since:] if part in line]

        wait_until(lambda: bool(found()) or self.process.poll() is not None, f"{part}: {self.lines}")
        wait_until(lambda: bool(found()) or not self._reader.is_alive(), f"{part}: {self.lines}")
        assert found(), (part, self.lines)
        return found()[0]

    def get(self, path: str) -> str:
        """The text of an answer without its version; of a page "not found" too."""
        return re.sub(r' data-version="[^"]*"', "", self._answer(path))

    def _answer(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=LIMIT) as answer:  # noqa: S310 -- our own server
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return error.read().decode()
        except urllib.error.URLError:
            # While the process starts again.
            return ""

    def shows(self, path: str, text: str) -> None:
        """Wait until a page holds a text."""
        wait_until(lambda: text in self.get(path), f"{path} must show {text!r}: {self.lines}")

    def built_file(self, path: str) -> Path:
        """A file of the served site on disk."""
        return self.folder / ".site.serving" / "site" / path

    def stop(self) -> int:
        """Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(LIMIT)
        self._reader.join(LIMIT)
        return code

    def gone(self) -> bool:
        """Whether no process of its group is left."""
        try:
            os.killpg(self.process.pid, 0)
        except ProcessLookupError:
            return True
        return False


@contextmanager
def serving(folder: Path, command: Sequence[str] = SERVE) -> Iterator[Served]:
    """A server whose first site is built; stopped at the end."""
    served = Served(folder, command)
    try:
        served.line("whole site in")
        yield served
    finally:
        if served.process.poll() is None:
            os.killpg(served.process.pid, signal.SIGINT)
            served.process.wait(LIMIT)
        served._reader.join(LIMIT)
