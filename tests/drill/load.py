"""wrk: as many requests as the server answers."""

import json
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

_SCRIPT = Path(__file__).with_name("mix.lua")
# Seconds; a run is ended before.
_LONG = 3600


class Load(NamedTuple):
    """What wrk counted."""

    requests: int
    seconds: float
    errors: int

    @property
    def rate(self) -> float:
        """Requests a second."""
        return self.requests / self.seconds


class Run:
    """One run of wrk; its result is there once it has ended."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.result = Load(0, 1.0, 0)

    def end(self) -> None:
        """Stop wrk and read what it says."""
        self._process.send_signal(signal.SIGINT)
        said, _ = self._process.communicate()
        counts = json.loads(said.splitlines()[-1])
        self.result = Load(counts["requests"], counts["microseconds"] / 1e6, counts["errors"])


@contextmanager
def wrk(port: int, requests: Path) -> Iterator[Run]:
    """Ask meanwhile; requests: a file with an address and an encoding a line, asked for in turn."""
    program = shutil.which("wrk") or "wrk"
    words = ["-t", "2", "-c", "32", "-d", f"{_LONG}s", "-s", str(_SCRIPT), f"http://127.0.0.1:{port}"]
    process = subprocess.Popen([program, *words, "--", str(requests)], stdout=subprocess.PIPE, text=True)
    run = Run(process)
    try:
        yield run
        run.end()
    finally:
        process.kill()
        process.wait()


def write_requests(file: Path, lines: Sequence[tuple[str, str]]) -> None:
    """The file that wrk asks from."""
    file.write_text("".join(f"{address} {encoding}\n" for address, encoding in lines), encoding="utf-8")
