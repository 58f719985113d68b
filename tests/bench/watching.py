"""One command from its start to its end: seconds, CPU seconds and memory of it and of every process it starts.

`python -m bench.watching` measures in a process of its own, which is small: what Linux calls the largest memory of a
program is never less than what the process had that started it.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

PROC = Path("/proc")
PAUSE = 0.05
# Looking at large processes takes time of its own, which who uses every core pays for: it must stay small.
SHARE_OF_LOOKING = 40
# Megabytes that are left to the machine: below it the command is stopped.
ROOM = 2500
MEGABYTE = 1024


@dataclass(frozen=True, slots=True)
class Usage:
    """What a command took.

    wall, cpu: seconds; largest: megabytes of the largest single process at its highest; together: the highest sum
    over all processes at one time, where memory they share counts once; code: how it ended; stopped: why it was
    stopped before its end, "" where it was not.
    """

    wall: float
    cpu: float
    largest: float
    together: float
    code: int
    stopped: str = ""


def watch(command: Sequence[str], folder: Path, environ: Mapping[str, str], log: Path, limit: float) -> Usage:
    """Run a command in a folder, what it says going to a file; stopped after limit seconds, or without memory left."""
    asked = json.dumps({"command": list(command), "folder": str(folder), "log": str(log), "limit": limit})
    watcher = [sys.executable, "-m", "bench.watching", asked]
    done = subprocess.run(watcher, env=environ, check=True, stdout=subprocess.PIPE, text=True)
    return Usage(**json.loads(done.stdout))


def _watched(command: Sequence[str], folder: str, log: str, limit: float) -> Usage:
    with Path(log).open("wb") as said:
        start = time.perf_counter()
        # A session of its own, by which its processes are found, also those whose parent has ended.
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said, start_new_session=True
        )
        looking = _Looking(process.pid, start + limit)
        looking.start()
        try:
            _, status, used = os.wait4(process.pid, 0)
        finally:
            wall = time.perf_counter() - start
            looking.end()
            # Nothing is left behind: neither by who stops the bench, nor by an engine that ends before its helpers.
            end_session(process.pid, signal.SIGKILL)
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu, largest = used.ru_utime + used.ru_stime, used.ru_maxrss / MEGABYTE
    return Usage(wall, cpu, largest, looking.highest / MEGABYTE, process.returncode, looking.stopped)


class _Looking(threading.Thread):
    """Looks at the memory of a session again and again; ends the session where it may not go on."""

    def __init__(self, session: int, end: float) -> None:
        super().__init__(daemon=True)
        self.highest = 0
        self.stopped = ""
        self._session, self._end = session, end
        self._done = threading.Event()

    def run(self) -> None:
        pause = 0.0
        while not self._done.wait(pause):
            start = time.perf_counter()
            self.highest = max(self.highest, sum(map(_memory, processes(self._session))))
            self.stopped = self.stopped or self._too_much()
            if self.stopped:
                end_session(self._session, signal.SIGKILL)
            pause = max(PAUSE, SHARE_OF_LOOKING * (time.perf_counter() - start))

    def _too_much(self) -> str:
        if time.perf_counter() > self._end:
            return "time"
        left = kilobytes((PROC / "meminfo").read_text(), "MemAvailable")
        return "memory" if left < ROOM * MEGABYTE else ""

    def end(self) -> None:
        """Look no more."""
        self._done.set()
        self.join()


def processes(session: int) -> Iterator[int]:
    """The processes of a session."""
    for path in PROC.iterdir():
        if path.name.isdigit() and session_of(_read(path / "stat")) == session:
            yield int(path.name)


def end_session(session: int, number: int) -> None:
    """Send a signal to every process of a session that was started here."""
    for one in processes(session):
        try:
            os.kill(one, number)
        except ProcessLookupError:
            continue


def session_of(stat: str) -> int:
    """The session in a line of /proc/…/stat; 0 without one. A program's name may hold blanks and brackets."""
    fields = stat.rpartition(")")[2].split()
    return int(fields[3]) if len(fields) > 3 else 0


def seconds_of(stat: str) -> float:
    """CPU seconds in a line of /proc/…/stat, of the process and of its children that have ended."""
    fields = stat.rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def session_seconds(session: int) -> float:
    """CPU seconds of a session so far."""
    return sum(seconds_of(_read(PROC / str(one) / "stat")) for one in processes(session))


def kilobytes(text: str, name: str) -> int:
    """A number of a file such as /proc/meminfo or smaps_rollup; 0 where it is not there."""
    for line in text.splitlines():
        key, _, value = line.partition(":")
        if key == name:
            return int(value.split()[0])
    return 0


def _memory(process: int) -> int:
    """Kilobytes of a process, of what it shares its part."""
    return kilobytes(_read(PROC / str(process) / "smaps_rollup"), "Pss")


def _read(path: Path) -> str:
    """A file of /proc; "" of a process that has ended meanwhile."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


if __name__ == "__main__":
    print(json.dumps(asdict(_watched(**json.loads(sys.argv[1])))))
