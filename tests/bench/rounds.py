"""Builds of one size by every engine: interleaved, checked, and once more after one carrier has changed."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.comparing import BUILD, CHANGED, ENGINE_ALONE, Result, least, outcome
from bench.contenders import OURS, ROOT, Contender, environment, our_build
from bench.saving import change_fact
from bench.texts import Written, html, markdown, staged_texts
from bench.watching import Usage, watch

# Seconds after which an engine's run is not made again.
LONG = 60.0


@dataclass(frozen=True, slots=True)
class Work:
    """What a bench is asked to do: a folder for it, the engines, how often, how long a run may take, how many saves."""

    folder: Path
    ours: bool
    others: Sequence[Contender]
    runs: int
    limit: float
    languages: str
    tell: Callable[[str], object]
    saves: int = 5


def write_stage(folder: Path, languages: str, count: int | None = None) -> Written:
    """Write folder/stage, and with a count folder/carriers before; the Markdown pages there."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "bench.staging", str(folder), languages, *([] if count is None else [str(count)])]
    subprocess.run(command, env=environment(folder), check=True, stdout=subprocess.DEVNULL)
    return markdown(staged_texts(folder / "stage"))


def carrier_counts(work: Work, sizes: Sequence[int]) -> dict[int, int]:
    """How many carriers sites of so many pages have, by two counts of the project's own mix of carriers."""
    once = len(list((ROOT / "carriers").glob("*.yml")))
    folder = work.folder / "counts"
    first = write_stage(folder / "once", work.languages, once).pages
    second = write_stage(folder / "twice", work.languages, 2 * once).pages
    shutil.rmtree(folder)
    return {size: carriers_between(size, once, first, second) for size in sizes}


def carriers_between(pages: int, once: int, first: int, second: int) -> int:
    """Carriers for so many pages, where `once` carriers have `first` pages and twice as many `second`; at least one."""
    return max(1, round(once + once * (pages - first) / (second - first)))


class Size:
    """The site of so many pages, laid out for every engine in a folder of its own."""

    def __init__(self, work: Work, size: int, count: int) -> None:
        self.folder = work.folder / str(size)
        self.work, self._size = work, size
        self.markdown = write_stage(self.folder, work.languages, count)
        for one in work.others:
            one.prepare(self.folder / "stage", self.place(one))

    def place(self, one: Contender) -> Path:
        """The folder of an engine."""
        return self.folder / one.name

    def remove(self) -> None:
        """Leave the room to the next size."""
        shutil.rmtree(self.folder)

    def builds(self) -> list[Result]:
        """The least of several runs of each engine, a whole build each time."""
        found: dict[str, list[Result]] = {}
        for _ in range(self.work.runs):
            for one in self._once(BUILD, lambda name: not _enough(found.get(name, []))):
                found.setdefault(one.engine, []).append(one)
        return [least(results) for results in found.values()]

    def rebuilds(self, before: Sequence[Result]) -> list[Result]:
        """One run of each engine that had built the site, after a fact of one carrier has changed."""
        built = {one.engine for one in before if not one.wrong}
        path = next(iter(sorted((self.folder / "carriers").glob("*.yml"))))
        change_fact(path, "Changed.")
        (self.folder / "stage").rename(self.folder / "before")
        write_stage(self.folder, self.work.languages)
        for one in self.work.others:
            one.change(self.folder / "before", self.folder / "stage", self.place(one))
        return list(self._once(CHANGED, lambda name: name in built))

    def _once(self, run: str, wanted: Callable[[str], bool]) -> Iterator[Result]:
        """Each wanted engine in turn; only a rebuild finds what the build before has left."""
        if self.work.ours and wanted(OURS):
            yield from self._ours(run)
        for one in self.work.others:
            if wanted(one.name):
                place = self.place(one)
                if run == BUILD:
                    one.clean(place)
                usage = self._watch(one.build_command(), place)
                yield self._result(run, one.name, usage, place / "site")

    def _ours(self, run: str) -> Iterator[Result]:
        """The whole build, and its engine as its own measure of stages tells it."""
        if run == BUILD:
            shutil.rmtree(self.folder / "site", ignore_errors=True)
        usage = self._watch(our_build(self.folder, self.work.languages), self.folder)
        whole = self._result(run, OURS, usage, self.folder / "site")
        yield whole
        if not whole.wrong:
            stages = stages_of((self.folder / "said.txt").read_text(encoding="utf-8"))
            yield from (replace(whole, engine=ENGINE_ALONE, usage=one) for one in stages)

    def _watch(self, command: Sequence[str], place: Path) -> Usage:
        return watch(command, place, environment(self.folder), place / "said.txt", self.work.limit)

    def _result(self, run: str, engine: str, usage: Usage, site: Path) -> Result:
        made = html(site)
        result = Result(self._size, run, engine, made.pages, usage, outcome(usage, made, self.markdown))
        told = f"{usage.wall:.1f} s, CPU {usage.cpu:.1f} s, {usage.together:.0f} MB"
        self.work.tell(f"  {run} of {self._size}, {engine}: {made.pages} pages, {told} {result.wrong}".rstrip())
        if result.wrong:
            # What is half done is of no use, and may be large.
            shutil.rmtree(site, ignore_errors=True)
        return result


def _enough(results: Sequence[Result]) -> bool:
    return any(one.wrong or one.usage.wall > LONG for one in results)


def stages_of(said: str) -> list[Usage]:
    """The cost of the engine in what bench.measure printed; nothing where the build has no such stage.

    Its memory is the highest up to its end, in one process; the sum over all is not told apart.
    """
    line = next((one for one in reversed(said.splitlines()) if one.startswith("{")), "{}")
    cost = json.loads(line).get("stages", {}).get("engine")
    return [Usage(cost["wall"], cost["cpu"], max(cost["memory"], cost["children"]), 0, 0)] if cost else []
