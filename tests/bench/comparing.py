"""What the runs of all engines come to: ratios against ours, the lines of the table, the verdicts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bench.contenders import HUGO, OURS
from bench.texts import Written
from bench.watching import Usage

BUILD, CHANGED = "build", "changed"
# Part of a build of ours, for the table only.
ENGINE_ALONE = "ours, engine"
LIMIT = 1.10
MEMORY = 300
# The least share of the Markdown's bytes that its HTML has.
TEXT = 0.7
ROW = "{:>6} {:<8} {:<17}{:>7}{:>9}{:>9}{:>8}{:>8}{:>9}{:>8}{:>7}{:>7}  {}"
TITLES = (
    "size", "run", "engine", "pages", "wall s", "CPU s", "MB one", "MB all", "ms/page", "wall", "CPU", "memory", "",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Result:
    """An engine's runs at one size.

    size: pages wanted; pages: HTML files written; usage: the least of the runs; wrong: why there is no whole site,
    "" where there is one. A run that was stopped used at least what is told here.
    """

    size: int
    run: str
    engine: str
    pages: int
    usage: Usage
    wrong: str = ""

    @property
    def counts(self) -> bool:
        """Whether it can be compared: whole, or stopped, which is "at least this much"."""
        return not self.wrong or bool(self.usage.stopped)


@dataclass(frozen=True, slots=True)
class Ratio:
    """An engine's need over ours; None where one of the two is not known."""

    wall: float | None
    cpu: float | None
    memory: float | None


def least(results: Sequence[Result]) -> Result:
    """The best of several runs of one engine, value by value; a run that went wrong stands for all."""
    wrong = [one for one in results if one.wrong]
    if wrong:
        return wrong[0]
    used = [one.usage for one in results]
    usage = Usage(
        min(one.wall for one in used), min(one.cpu for one in used),
        min(one.largest for one in used), min(one.together for one in used), 0,
    )  # fmt: skip
    return replace(results[0], usage=usage)


def outcome(usage: Usage, made: Written, given: Written) -> str:
    """Why a run left no whole site, "" where it did: an engine that writes nothing must not be the fastest."""
    if usage.stopped:
        return f"stopped: {usage.stopped}"
    if usage.code:
        return f"failed: exit code {usage.code}"
    if made.pages < given.pages:
        return f"failed: {made.pages} pages of {given.pages}"
    return "failed: the text is not in the pages" if made.size < given.size * TEXT else ""


def ratio(one: Result, ours: Result) -> Ratio:
    """What an engine needs, against what ours does."""
    if not one.counts or not ours.counts:
        return Ratio(None, None, None)
    return Ratio(
        _over(one.usage.wall, ours.usage.wall),
        _over(one.usage.cpu, ours.usage.cpu),
        _over(one.usage.together, ours.usage.together),
    )


def _over(value: float, against: float) -> float | None:
    return value / against if value and against else None


def ours_beside(one: Result, results: Sequence[Result]) -> Result | None:
    """The run of ours that a result is compared with."""
    return next((own for own in results if (own.size, own.run, own.engine) == (one.size, one.run, OURS)), None)


def rows(results: Sequence[Result]) -> Iterator[str]:
    """The table."""
    yield ROW.format(*TITLES).rstrip()
    for one in results:
        ours, used = ours_beside(one, results), one.usage
        against = ratio(one, ours) if ours else Ratio(None, None, None)
        more = ">" if used.stopped else ""
        numbers = (f"{more}{used.wall:.2f}", f"{more}{used.cpu:.2f}", _number(used.largest), _number(used.together))
        a_page = f"{1000 * used.cpu / one.pages:.2f}" if one.pages and not one.wrong else "-"
        times = (f"{more}{value:.2f}" if value else "-" for value in (against.wall, against.cpu, against.memory))
        yield ROW.format(one.size, one.run, one.engine, one.pages, *numbers, a_page, *times, one.wrong).rstrip()


def _number(value: float) -> str:
    return f"{value:.0f}" if value else "-"


def verdicts(results: Sequence[Result]) -> Iterator[tuple[str, bool]]:
    """What is said in the end, and whether the bench fails by it."""
    ours = [one for one in results if (one.run, one.engine) == (BUILD, OURS)]
    yield from ((f"ours at {one.size}: {one.wrong}", True) for one in ours if one.wrong)
    whole = sorted((one for one in ours if not one.wrong), key=lambda one: one.size)
    for one in whole[1:]:
        yield from _linear(whole[0], one)
    for one in whole[-1:]:
        yield from _memory(one)
    for other in results:
        own = ours_beside(other, results)
        if own and other.engine not in {OURS, ENGINE_ALONE}:
            yield _ahead(other, own), False


def _linear(first: Result, one: Result) -> Iterator[tuple[str, bool]]:
    """The clock of a machine that others use too is only told; CPU seconds decide."""
    grown = one.pages / first.pages
    for name, ends in (("CPU", True), ("wall", False)):
        small, large = (first.usage.cpu, one.usage.cpu) if ends else (first.usage.wall, one.usage.wall)
        a_page = large / small / grown
        linear = a_page <= LIMIT
        where = f"{one.pages} pages against {first.pages}"
        yield f"ours: linear within 10 %, {name} a page, {where}: {_word(linear)} ({a_page:.2f})", ends and not linear


def _memory(one: Result) -> Iterator[tuple[str, bool]]:
    for name, value in (("largest process", one.usage.largest), ("all processes", one.usage.together)):
        small = value < MEMORY
        yield f"ours: under {MEMORY} MB, {name}, {one.pages} pages: {_word(small)} ({value:.0f})", not small


def _ahead(one: Result, ours: Result) -> str:
    what = f"ahead of {one.engine}, {one.run} of {one.size}"
    against = ratio(one, ours)
    if against.wall is None or against.cpu is None:
        return f"{what}: not told ({one.wrong or ours.wrong})"
    if one.engine == HUGO:
        return f"{HUGO}, {one.run} of {one.size}: {against.wall:.2f} of our wall time, {against.cpu:.2f} of our CPU"
    if one.usage.stopped and against.wall <= 1:
        return f"{what}: not told ({one.wrong})"
    least_of_it = " at least" if one.usage.stopped else ""
    return f"{what}: {_word(against.wall > 1)} (wall{least_of_it} {against.wall:.2f}, CPU {against.cpu:.2f})"


def _word(true: bool) -> str:
    return "yes" if true else "no"
