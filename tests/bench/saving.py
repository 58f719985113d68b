"""From a save to the new page over HTTP: our `make serve`, and the servers of other engines."""

import re
import signal
import socket
import statistics
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench.contenders import ADDRESS
from bench.watching import end_session, session_seconds

PAUSE = 0.01
# A server is at rest once it takes less than a tenth of a processor.
REST = 0.5
BUSY = 0.05
# The first text of a carrier's file that is a fact, in Chinese.
_FACT = re.compile(r"^( +(?:- )?text:\n +zh: ).*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Saves:
    """Seconds from the start of a server to its first page, and from each save to the new page.

    cpu: seconds of the server's processors in each of these; wrong: what failed.
    """

    engine: str
    pages: int
    start: float = 0.0
    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    wrong: str = ""


def median(values: Sequence[float]) -> float:
    """The middle one; 0 without any."""
    return statistics.median(values) if values else 0.0


class NotServed(Exception):
    """A page that did not come in time, or a server that ended or never rested."""


def change_fact(path: Path, said: str) -> None:
    """Replace the first fact's Chinese text in a carrier's file, as an editor's save would; ValueError without one."""
    text = path.read_text(encoding="utf-8")
    new, count = _FACT.subn(lambda found: f"{found[1]}{said}", text, count=1)
    if not count:
        raise ValueError(f"{path.name}: no fact to change")
    path.write_text(new, encoding="utf-8")


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as one:
        one.bind((ADDRESS, 0))
        return int(one.getsockname()[1])


def saves(
    blank: Saves, start: Callable[[], "Server"], save: Callable[[str], object], times: int, limit: float
) -> Saves:
    """Start a server, save several times, and say how long each took; all of it takes at most limit seconds.

    A page that does not come in that time is told in the result.
    """
    found: list[tuple[float, float]] = []
    begin, first, wrong = time.perf_counter(), 0.0, ""
    end, server = begin + limit, start()
    try:
        with running(server):
            server.wait_for("<h1", end)
            first = time.perf_counter() - begin
            while len(found) < times and server.rests(end):
                found.append(_one_save(server, save, f"Saved {len(found) + 1}.", end))
            if not found:
                raise NotServed("it never came to rest")
    except NotServed as error:
        wrong = f"{error}; it said: {server.last_line()}"
    return replace(blank, start=first, seconds=[one[0] for one in found], cpu=[one[1] for one in found], wrong=wrong)


def _one_save(server: "Server", save: Callable[[str], object], said: str, end: float) -> tuple[float, float]:
    begin, before = time.perf_counter(), server.seconds()
    save(said)
    server.wait_for(said, end)
    return time.perf_counter() - begin, server.seconds() - before


class Server:
    """A server that was started here; page: the address of the page that is saved."""

    def __init__(self, command: Sequence[str], folder: Path, environ: Mapping[str, str], page: str) -> None:
        self._page = page
        self._log = folder / "server.log"
        with self._log.open("wb") as said:
            self.process = subprocess.Popen(
                command, cwd=folder, env=environ, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
                start_new_session=True,
            )  # fmt: skip

    def wait_for(self, text: str, end: float) -> None:
        """Ask for the page until it holds a text; NotServed where it does not by the end, or the server has ended."""
        while text not in self._answer(end):
            if self.process.poll() is not None:
                raise NotServed(f"the server ended with {self.process.returncode}")
            if time.perf_counter() > end:
                raise NotServed(f"no {text!r} in time")
            time.sleep(PAUSE)

    def _answer(self, end: float) -> str:
        try:
            left = max(PAUSE, end - time.perf_counter())
            with urllib.request.urlopen(self._page, timeout=left) as answer:  # noqa: S310 -- a server started here
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            error.close()
        except OSError:
            # Before it listens, and while it starts anew.
            pass
        return ""

    def last_line(self) -> str:
        """The last thing the server said; "" for nothing."""
        lines = self._log.read_text(encoding="utf-8", errors="replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "")

    def seconds(self) -> float:
        """CPU seconds since its start."""
        return session_seconds(self.process.pid)

    def rests(self, end: float) -> bool:
        """Wait until the server does nothing: what it does after a page is served is no part of the next save.

        False where it does not rest by the end.
        """
        before = -1.0
        while time.perf_counter() < end:
            now = self.seconds()
            if 0 <= now - before < BUSY and before >= 0:
                return True
            before = now
            time.sleep(REST)
        return False


@contextmanager
def running(server: Server) -> Iterator[Server]:
    """End the server and all it started, at the end."""
    try:
        yield server
    finally:
        end_session(server.process.pid, signal.SIGINT)
        try:
            server.process.wait(5)
        except subprocess.TimeoutExpired:
            end_session(server.process.pid, signal.SIGKILL)
            server.process.wait()
        end_session(server.process.pid, signal.SIGKILL)
