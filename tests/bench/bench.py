"""Whether the build grows as its data does: `make bench`.

Builds sites of synthetic carriers, each in a fresh process, and compares CPU seconds a page with the smallest size.
A stage may take at most 10 % more a page than there (less is fixed cost, spread over more pages); our own stages
together stay under a third of the whole. Exit code 1 where one of ours or the whole takes more; the engine alone only
shows. Noise: CPU and not the clock, files in memory where there is room, and of several builds of one size the best
of each stage, since whatever else a machine does only adds. What a stage takes too much counts from half a percent of
the whole; less cannot be told from noise. A result near the limit is worth a second run.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bench.measure import BEGINNINGS, Cost, Measured
from bench.places import in_memory
from support.project import ROOT
from support.synthetic import write_carriers

# Number of carriers -> how many builds the best is taken of.
SIZES = {75: 5, 300: 3, 1200: 1}
LIMIT = 1.10
SHARE = 1 / 3
NOISE = 0.005
# Bytes of which the largest site takes a quarter.
ROOM = 4 * 2**30
ENGINE = "engine"
OWN = "ours"
WHOLE = "whole"
ROW = "{:>8} {:>6}  {:<7}{:>8}{:>8}{:>9}{:>7}{:>7}{:>8}{:>9}"
TITLES = ("carriers", "pages", "stage", "wall s", "CPU s", "ms/page", "ratio", "share", "MB", "MB child")


def main() -> int:
    """Build every size, print the table and the verdicts."""
    parser = argparse.ArgumentParser(description="Whether the build grows as its data does.")
    parser.add_argument("--languages", default="zh", help="codes, as for the build: zh,en")
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="numbers of carriers and of builds: 75:5,300:3")
    options = parser.parse_args()
    found: dict[int, Measured] = {}
    print(ROW.format(*TITLES))
    for count, runs in options.sizes.items():
        found[count] = best([build_measured(count, options.languages) for _ in range(runs)])
        for line in rows(count, found):
            print(line, flush=True)
    return _judged(found)


def _sizes(text: str) -> dict[int, int]:
    pairs = (part.partition(":") for part in text.split(","))
    return {int(count): int(runs or 1) for count, _, runs in pairs}


def build_measured(count: int, languages: str) -> Measured:
    """Measure one build in a process of its own."""
    with tempfile.TemporaryDirectory(dir=in_memory(ROOM)) as folder:
        carriers, out = Path(folder) / "carriers", Path(folder) / "site"
        write_carriers(carriers, count)
        command = [sys.executable, "-m", "bench.measure", str(carriers), str(out), languages]
        paths = os.pathsep.join(str(ROOT / name) for name in ("scripts", "tests"))
        environ = {**os.environ, "PYTHONPATH": paths}
        done = subprocess.run(command, env=environ, check=True, stdout=subprocess.PIPE, text=True)
    raw = json.loads(done.stdout)
    return Measured({stage: Cost(**cost) for stage, cost in raw["stages"].items()}, raw["pages"])


def best(builds: Sequence[Measured]) -> Measured:
    """Of several builds of one size the least of each stage, with our own stages and the whole added up."""
    stages = {name: _least([one.stages[name] for one in builds]) for name in BEGINNINGS}
    own = _total([cost for name, cost in stages.items() if name != ENGINE])
    return replace(builds[0], stages={**stages, OWN: own, WHOLE: _total([own, stages[ENGINE]])})


def _least(costs: Sequence[Cost]) -> Cost:
    return Cost(*(min(values) for values in zip(*map(_values, costs), strict=True)))


def _total(costs: Sequence[Cost]) -> Cost:
    wall, cpu, memory, children = zip(*map(_values, costs), strict=True)
    return Cost(sum(wall), sum(cpu), max(memory), max(children))


def _values(cost: Cost) -> tuple[float, float, float, float]:
    return cost.wall, cost.cpu, cost.memory, cost.children


def ratios(count: int, found: Mapping[int, Measured]) -> dict[str, float]:
    """CPU a page of every stage, against the smallest size."""
    here, first = found[count], found[min(found)]
    grown = here.pages / first.pages
    return {name: cost.cpu / first.stages[name].cpu / grown for name, cost in here.stages.items()}


def rows(count: int, found: Mapping[int, Measured]) -> Iterator[str]:
    """The lines of the table for one size."""
    here, against = found[count], ratios(count, found)
    whole = here.stages[WHOLE].cpu
    for name, cost in here.stages.items():
        numbers = (f"{cost.wall:.2f}", f"{cost.cpu:.2f}", f"{1000 * cost.cpu / here.pages:.3f}")
        shares = (f"{against[name]:.2f}", f"{cost.cpu / whole:.0%}", f"{cost.memory:.0f}", f"{cost.children:.0f}")
        yield ROW.format(count, here.pages, name, *numbers, *shares)


def verdicts(found: Mapping[int, Measured]) -> Iterator[tuple[str, bool]]:
    """What is said of every stage and of the share of our own, and whether the bench fails by it."""
    names = found[min(found)].stages
    for name in names:
        worst, count = max((ratios(count, found)[name], count) for count in found)
        linear = worst <= LIMIT or _too_much(name, worst, found[count]) < NOISE
        yield f"{name}: linear within 10 %: {_word(linear)} ({worst:.2f})", not linear and name != ENGINE
    share = max(one.stages[OWN].cpu / one.stages[WHOLE].cpu for one in found.values())
    yield f"{OWN}: under a third: {_word(share < SHARE)} ({share:.0%})", share >= SHARE


def _too_much(name: str, ratio: float, build: Measured) -> float:
    """What a stage takes more than in proportion, as a share of the whole."""
    return build.stages[name].cpu * (1 - 1 / ratio) / build.stages[WHOLE].cpu


def _word(true: bool) -> str:
    return "yes" if true else "no"


def _judged(found: Mapping[int, Measured]) -> int:
    said = list(verdicts(found))
    print("", *(line for line, _ in said), sep="\n")
    return int(any(failed for _, failed in said))


if __name__ == "__main__":
    sys.exit(main())
