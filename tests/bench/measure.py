"""One build, measured stage by stage: `python -m bench.measure CARRIERS OUT LANGUAGES` prints JSON.

The real build runs; a stage begins where one of its functions is called, and ends where the next begins, so that the
stages together are the whole build. Run it in a fresh process: memory is the highest since the process began.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import asdict, dataclass
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any

import build
import pipeline
from support.project import EPOCH

# Stage -> module and name of the function with which it begins, in the order of the build.
BEGINNINGS: dict[str, tuple[ModuleType, str]] = {
    "read": (build, "read_inputs"),
    "write": (build, "build_site"),
    "engine": (pipeline, "write_assets"),
    "finish": (pipeline, "finish"),
    "verify": (pipeline, "verify_site"),
    "pack": (pipeline, "compress_site"),
    "swap": (pipeline, "write_checksums"),
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a stage took: seconds on the clock, CPU seconds of this process and its children, megabytes at its end.

    memory: the highest so far of this process; children: that of the largest process started by then, which cannot
    be told from this process's own where it was smaller.
    """

    wall: float
    cpu: float
    memory: float
    children: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A build: the costs of its stages, and the number of its pages in all languages."""

    stages: dict[str, Cost]
    pages: int


class Clock:
    """Keeps what every stage takes; `begin` ends the one before."""

    def __init__(self) -> None:
        self.costs: dict[str, Cost] = {}
        self._stage = ""
        self._last = _now()

    def begin(self, stage: str) -> None:
        """What follows belongs to this stage; what came before the first belongs to none."""
        now = _now()
        if self._stage:
            wall, cpu = now[0] - self._last[0], now[1] - self._last[1]
            self.costs[self._stage] = Cost(wall, cpu, _peak(resource.RUSAGE_SELF), _peak(resource.RUSAGE_CHILDREN))
        self._stage, self._last = stage, now

    def watch(self, stage: str, module: ModuleType, name: str) -> None:
        """Begin a stage at each call of a function of a module."""
        function: Callable[..., Any] = getattr(module, name)

        def watched(*values: Any, **named: Any) -> Any:
            self.begin(stage)
            return function(*values, **named)

        setattr(module, name, watched)


def measured(carriers: Path, out: Path, languages: str) -> Measured:
    """Build the site of a folder of carriers; RuntimeError where the build fails."""
    clock, said = Clock(), StringIO()
    for stage, (module, name) in BEGINNINGS.items():
        clock.watch(stage, module, name)
    arguments = ["build", "--carriers", str(carriers), "--out", str(out), "--languages", languages]
    with redirect_stdout(said):
        failed = build.main(arguments)
    clock.begin("")
    if failed:
        raise RuntimeError(said.getvalue())
    return Measured(clock.costs, sum(1 for code in languages.split(",") for _ in (out / code).rglob("index.html")))


def _now() -> tuple[float, float]:
    """Seconds on the clock, and CPU seconds of this process and of its ended children."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return time.perf_counter(), sum(one.ru_utime + one.ru_stime for one in used)


def _peak(who: int) -> float:
    """Highest resident memory, in megabytes (Linux counts kilobytes)."""
    return resource.getrusage(who).ru_maxrss / 1024


if __name__ == "__main__":
    os.environ["SOURCE_DATE_EPOCH"] = str(EPOCH)
    print(json.dumps(asdict(measured(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))))
