"""Runs functions in processes of their own: one over several things, as many at a time as there are cores, or one
beside what goes on here."""

import os
import signal
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
# Running processes by the end of the pipe their answer comes through, each with the number of its item.
Running = dict[Connection, tuple[int, BaseProcess]]
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Died(Exception):
    """A process that ended without an answer, as one does that is killed."""


def side_by_side(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """work(item) for each item, in their order; the first error of any, or Died, is raised, and ends the others.

    A process begins with all that this one knows; what it changes stays with it, what it returns is copied.
    Where a process cannot be split in two (outside Linux and macOS), one item follows the other.
    """
    cores = _cores()
    if min(cores, len(items)) < 2:
        return [work(item) for item in items]
    answers: dict[int, Result] = {}
    running: Running = {}
    try:
        for number, item in enumerate(items):
            if len(running) == cores:
                answers |= _ended(running)
            running |= _started(work, number, item)
        while running:
            answers |= _ended(running)
    finally:
        _end(running)
    return [answers[number] for number in range(len(items))]


@contextmanager
def beside(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Start work() and go on; what is given waits for its result, or raises its error or Died.

    Call it once, or not at all. The process is as in `side_by_side`, and ends with the block. Where there is none,
    work() is done when asked for.
    """
    if _cores() < 2:
        yield work
        return
    running = _started(lambda _: work(), 0, None)
    try:
        yield lambda: _ended(running)[0]
    finally:
        _end(running)


def _cores() -> int:
    """How many processes may run at a time: one where none can be split in two."""
    return (os.cpu_count() or 1) if "fork" in get_all_start_methods() else 1


def _end(running: Running) -> None:
    for _, process in running.values():
        process.terminate()
        process.join()


def _started(work: Callable[[Item], Result], number: int, item: Item) -> Running:
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(work, item, there))
    with warnings.catch_warnings():
        # From 3.12 on Python warns where threads run: the one of `serve` answers requests and holds no lock of ours.
        warnings.filterwarnings("ignore", ".* is multi-threaded", DeprecationWarning)
        process.start()
    # Else the end of the process would not be the end of what comes through the pipe.
    there.close()
    return {here: (number, process)}


def _answer(work: Callable[[Item], Result], item: Item, there: Connection) -> None:
    """In the new process: do the work and send what came of it."""
    for name in _SIGNALS:
        # Who stops the build gets one answer, from the process that began it.
        signal.signal(name, signal.SIG_DFL)
    answer: tuple[bool, object]
    try:
        answer = True, work(item)
    except Exception as error:
        error.add_note(traceback.format_exc())
        answer = False, error
    # Where nobody is left to read the answer there is nothing to say.
    with suppress(BrokenPipeError):
        there.send(answer)


def _ended(running: Running) -> dict[int, Any]:
    """Wait until at least one process has answered; take those out of the running ones."""
    answers = {}
    for here in wait(list(running)):
        assert isinstance(here, Connection)  # noqa: S101 -- for the type checker: sockets were not given
        number, process = running.pop(here)
        try:
            good, answer = here.recv()
        except EOFError:
            process.join()
            raise Died(f"a process ended without an answer (exit code {process.exitcode})") from None
        finally:
            here.close()
        process.join()
        if not good:
            raise answer
        answers[number] = answer
    return answers
