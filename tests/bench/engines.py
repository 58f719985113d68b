"""Our build beside other engines on the same text: `make bench-engines`.

The staging folder of ours, in all languages, is the content of stock Material, Zensical, Pelican and Hugo. Ours is
measured whole, from YAML to a checked site in its place, and, told by the stages of that run, its engine alone.
Others are measured from Markdown to HTML. Runs are interleaved, the least of each value counts, and one that took
longer than a minute is not made again. At the smallest size all build once more after a fact of one carrier has
changed, and the servers are timed from a save to the new page. Exit code 1 where ours does not grow as its pages do,
takes too much memory, or serves no page; that the others are slower is only told.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from bench.comparing import Result, rows, verdicts
from bench.contenders import OTHERS, OURS, PROGRAMS
from bench.places import in_memory
from bench.rounds import Size, Work, carrier_counts
from bench.saving import Saves
from bench.serving_rounds import saved_to_served, serve_rows

PAGES = (1600, 6400)
RUNS = 2
# Seconds a run may take: all runs together stay under half an hour.
LIMIT = 180.0
PARTS = ("build", "change", "serve")
LANGUAGES = "zh,zh-hant,en,nb"
# Bytes that the largest sites take together; those of stock Material grow with the square of their pages.
ROOM = 10 * 2**30


def main() -> int:
    """Run what is asked for, print the tables and the verdicts."""
    options = _parser().parse_args()
    if not PROGRAMS.is_dir() and options.only != [OURS]:
        print("the other engines are not there: make engines-environment", file=sys.stderr)
        return 2
    # What others do at the same time makes the clock slow; CPU seconds suffer little from it.
    _tell(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory(dir=in_memory(ROOM)) as folder:
        others = [one for one in OTHERS if one.name in options.only]
        work = Work(Path(folder), OURS in options.only, others, options.runs, options.limit, LANGUAGES, _tell)
        results, found = measured(work, options.pages, options.parts)
    if options.json:
        options.json.write_text(as_json(results, found), encoding="utf-8")
    return judged(results, found)


def _parser() -> argparse.ArgumentParser:
    names = [OURS, *(one.name for one in OTHERS)]
    parser = argparse.ArgumentParser(description="Our build beside other engines on the same text.")
    parser.add_argument("--pages", type=_numbers, default=PAGES, help="sizes of the site: 1600,6400")
    parser.add_argument("--runs", type=int, default=RUNS, help="builds of each engine and size")
    parser.add_argument("--only", type=_some_of(names), default=names, help=f"engines: {','.join(names)}")
    parser.add_argument(
        "--limit",
        type=float,
        default=LIMIT,
        help="seconds for a build, or for a server's saves",
    )
    parser.add_argument("--parts", type=_some_of(PARTS), default=PARTS, help=f"{','.join(PARTS)}; change needs build")
    parser.add_argument("--json", type=Path, help="write all numbers into a file")
    return parser


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(sorted(map(int, text.split(","))))


def _some_of(known: Sequence[str]) -> Callable[[str], list[str]]:
    """What reads a list of names out of those that are known."""

    def names(text: str) -> list[str]:
        words = text.split(",")
        unknown = [word for word in words if word not in known]
        if unknown:
            raise argparse.ArgumentTypeError(f"unknown {unknown[0]!r}, known: {', '.join(known)}")
        return words

    return names


def _tell(text: str) -> None:
    print(text, flush=True)


def measured(work: Work, sizes: Sequence[int], parts: Sequence[str]) -> tuple[list[Result], list[Saves]]:
    """Every part at every size it is measured at; the rest only at the smallest."""
    results: list[Result] = []
    found: list[Saves] = []
    for size, count in carrier_counts(work, sizes).items():
        here = Size(_with_hope(work, results, "with fewer pages"), size, count)
        _tell(f"{size} pages: {count} carriers, {here.markdown.pages} pages of Markdown")
        before = here.builds() if "build" in parts else []
        results += before
        if size == min(sizes) and "change" in parts:
            results += here.rebuilds(before)
        if size == min(sizes) and "serve" in parts:
            found += saved_to_served(_with_hope(here.work, before, "when it built these pages"), here)
        here.remove()
    return results, found


def _with_hope(work: Work, results: Sequence[Result], when: str) -> Work:
    """The same without the engines that did not come to an end in a run before."""
    stopped = {one.name for one in work.others} & {one.engine for one in results if one.usage.stopped}
    for name in sorted(stopped):
        _tell(f"{name} is left out: it was stopped {when}")
    return replace(work, others=[one for one in work.others if one.name not in stopped])


def as_json(results: Sequence[Result], found: Sequence[Saves]) -> str:
    """All numbers."""
    data = {"builds": [asdict(one) for one in results], "saves": [asdict(one) for one in found]}
    return json.dumps(data, indent=1) + "\n"


def judged(results: Sequence[Result], found: Sequence[Saves]) -> int:
    """Print tables and verdicts; 1 where one of them fails the bench."""
    said = list(verdicts(results))
    tables = [list(rows(results)) if results else [], list(serve_rows(found)) if found else []]
    for lines in (*tables, [line for line, _ in said]):
        print("", *lines, sep="\n")
    return int(any(failed for _, failed in said) or any(one.wrong for one in found if one.engine == OURS))


if __name__ == "__main__":
    sys.exit(main())
