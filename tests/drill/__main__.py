"""Publishing under load: `make drill`.

nginx serves a folder that is published to, with the file of deploy/. wrk asks for a mix of its pages as fast as it can,
and readers look at every answer they get, while builds are published and led back from, and one publish is killed
half-way. Every answer must be a whole file of the release that is current at that moment, and every asset that a page
names must be there, also when it is asked for after the next switch. Exit code 1 where one is not.

The rate is compared with nginx's own limit: the same wrk, asking the same nginx for one file of the mean size of the
mix, which it holds open, with none of the site's headers. wrk, nginx, readers and publishes share the cores.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from itertools import chain, cycle
from pathlib import Path

from bench.places import in_memory
from drill import answers
from drill.builds import variant
from drill.load import Load, write_requests, wrk
from drill.readers import Readers, Timeline, pages
from drill.servers import caddy, nginx
from publishing.history import KEPT
from publishing.sums import read_sums, release_name
from support.project import ROOT

PUBLISHES = 10
READERS = 8
# Bytes: the builds and five releases take a third.
ROOM = 3 * 2**30
# How often the rates without publishes are measured; the best counts.
ROUNDS = 3
# One more than are kept, and the one that is shown again: so that every publish copies.
BUILDS = KEPT + 2
# Files that a publish has copied when it is killed.
HALF = 1000


def main() -> int:
    """Run the drill and print what was found."""
    parser = argparse.ArgumentParser(description="Publishing under load.")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="a build")
    parser.add_argument("--seconds", type=float, default=5, help="how long each rate is measured")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=in_memory(ROOM)) as folder:
        wrong = list(Drill(Path(folder), options.site, options.seconds).run())
    for line in wrong[:20]:
        print(line, file=sys.stderr)
    print(f"{len(wrong)} failed or mixed" if wrong else "no answer failed, none was mixed")
    return int(bool(wrong))


class Drill:
    """One drill in a folder of its own."""

    def __init__(self, work: Path, site: Path, seconds: float) -> None:
        self._work, self._seconds = work, seconds
        self._dest = work / "served"
        self._builds = [variant(site, work / f"build-{number}", f"build {number}") for number in range(BUILDS)]
        self._sums = {release_name(build): read_sums(build) for build in self._builds}
        self._timeline = Timeline()

    def run(self) -> Iterator[str]:
        """Everything that went wrong; what was measured is printed."""
        self._publish(self._builds[0])
        size = self._write_mix()
        with nginx(self._work, self._dest, size) as (port, limit):
            yield from (f"nginx: {fault}" for fault in answers.faults(port, self._builds[0]))
            # In turn, so that whatever else the machine does falls on both.
            pairs = [(self._measured(limit), self._measured(port)) for _ in range(ROUNDS)]
            most, calm = (max(loads, key=lambda load: load.rate) for loads in zip(*pairs, strict=True))
            readers = Readers(port, self._sums, self._timeline)
            with wrk(port, self._mix) as run, readers.reading(READERS):
                yield from self._switches()
            yield from readers.wrong
        with caddy(self._work, self._dest) as other:
            shown = next(build for build in self._builds if release_name(build) == self._shown())
            yield from (f"Caddy: {fault}" for fault in answers.faults(other, shown))
        _report(size, {"limit": most, "calm": calm, "drill": run.result}, readers)
        yield from (f"wrk: {load.errors} errors" for load in (*chain(*pairs), run.result) if load.errors)

    def _switches(self) -> Iterator[str]:
        """Publish, lead back now and then, and be killed once."""
        builds = cycle([*self._builds[1:], self._builds[0]])
        for number in range(1, PUBLISHES + 1):
            build = next(builds)
            if number == PUBLISHES // 2:
                yield from self._killed(build)
            self._publish(build)
            time.sleep(0.5)
            if number % 3 == 0:
                self._rollback()
                time.sleep(0.5)
        if left := [path.name for path in (self._dest / "releases").glob(".*")]:
            yield f"left behind: {left}"

    def _publish(self, build: Path) -> None:
        name = release_name(build)
        self._timeline.now(*{self._shown(), name} - {""})
        self._door("publish", "--site", str(build)).wait()
        self._expect(name)

    def _rollback(self) -> None:
        before = (self._dest / "history").read_text(encoding="utf-8").split()
        self._timeline.now(*self._sums)
        self._door("rollback").wait()
        if self._shown() == before[-1]:
            raise RuntimeError("the rollback led nowhere")
        self._expect(self._shown())

    def _killed(self, build: Path) -> Iterator[str]:
        before = self._shown()
        process = self._door("publish", "--site", str(build))
        while process.poll() is None and self._copied() < HALF:
            time.sleep(0.002)
        process.kill()
        process.wait()
        if not HALF <= self._copied() < len(self._sums[before]):
            yield f"the publish was not killed half-way, but after {self._copied()} files"
        if self._shown() != before:
            yield "the publish that was killed switched"
        # Long enough for readers to see what it left.
        time.sleep(2)

    def _copied(self) -> int:
        return sum(len(files) for left in (self._dest / "releases").glob(".in*") for _, _, files in os.walk(left))

    def _expect(self, name: str) -> None:
        """From now on only this release is shown."""
        if self._shown() != name:
            raise RuntimeError(f"{name} is not shown")
        self._timeline.now(name)

    def _shown(self) -> str:
        link = self._dest / "current"
        return link.readlink().name if link.is_symlink() else ""

    def _door(self, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "publishing", *words, "--dest", str(self._dest)]
        return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")})

    @property
    def _mix(self) -> Path:
        return self._work / "mix"

    def _write_mix(self) -> int:
        """Write what wrk asks for, as browsers ask; the mean size of an answer."""
        files = list(pages(self._sums[self._shown()]))
        random.Random(1).shuffle(files)  # noqa: S311 -- an order of pages
        write_requests(self._mix, [(answers.address_of(file), "gzip, deflate, br") for file in files])
        return sum(_sent(self._dest / "current" / file) for file in files) // len(files)

    def _measured(self, port: int) -> Load:
        with wrk(port, self._mix) as run:
            time.sleep(self._seconds)
        return run.result


def _sent(file: Path) -> int:
    packed = file.with_name(f"{file.name}.br")
    return (packed if packed.is_file() else file).stat().st_size


def _report(size: int, loads: Mapping[str, Load], readers: Readers) -> None:
    most = loads["limit"].rate
    asked = ", ".join(f"{count} {what}" for what, count in sorted(readers.asked.items()))
    print(f"readers who look: {asked}")
    for name, load in loads.items():
        share = f"{load.rate:>8.0f}/s {load.rate / most:>5.0%}"
        print(f"{name:<6} {load.requests:>9} requests {load.seconds:>6.1f} s {share}")
    print(f"limit: one file of {size} bytes; calm: the mix, nothing published; drill: the mix, {PUBLISHES} publishes")


if __name__ == "__main__":
    sys.exit(main())
