"""`build.py serve`: builds, serves, and follows every save until it is stopped."""

import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from jinja2 import TemplateError, TemplateSyntaxError

from finishing.lock import BuildRunning, build_lock
from model.problem import DataProblems, Problem
from plan import Plan
from serving.areas import SCRIPTS, Work, changed_carriers, without_start, work_for
from serving.rebuild import Rebuilder
from serving.server import Server, running
from serving.watch import Watcher
from settings import SiteSettings

# The option of a process that takes over from one with older scripts.
RESUME = "--resume"
# Loads every script a server needs, and the settings.
START = "import build, serving.serve; build.main(['serve', '--help'])"


class CannotServe(Exception):
    """Why there can be no server; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to serve, and how to say what is wrong.

    plan: reads everything, or raises DataProblems; report: prints problems as `check` does;
    stops: errors that speak for themselves; places: what is watched; carriers: the folder of carrier files;
    folder: for the served copy.
    """

    plan: Callable[[], Plan]
    report: Callable[[Sequence[Problem]], object]
    stops: tuple[type[Exception], ...]
    places: Sequence[Path]
    carriers: Path
    folder: Path
    settings: SiteSettings


def serve(job: Job, port: int, *, resume: bool) -> int:
    """Serve until stopped; the port if the scripts have changed and this process is to start anew, else 0.

    CannotServe if there can be no server; resume: keep the site that an earlier process left, until there is a new one.
    """
    with _stopping_on_signals(), _only_one(job.folder):
        if not resume:
            shutil.rmtree(job.folder, ignore_errors=True)
        rebuilder = Rebuilder(job.folder, job.settings)
        server = _server(rebuilder.site, job.settings.prefix, port)
        again = False
        try:
            with running(server):
                _say(f"serving {server.address} (Ctrl-C stops)")
                again = _follow(job, rebuilder, server)
        except KeyboardInterrupt:
            _say("stopped")
        finally:
            if not again:
                shutil.rmtree(job.folder, ignore_errors=True)
        return server.server_port if again else 0


def again_command(port: int) -> list[str]:
    """The command that starts this process anew, on the port it has."""
    arguments = sys.orig_argv[1:]
    if arguments[-1] == RESUME:
        # Started anew before: it has this ending already.
        return [sys.executable, *arguments]
    return [sys.executable, *arguments, "--port", str(port), RESUME]


def _follow(job: Job, rebuilder: Rebuilder, server: Server) -> bool:
    """Rebuild after each burst of saves; returns when the scripts have changed and can start."""
    watcher = Watcher(job.places)
    # What has changed since the site was last brought up to date: all of it, at first.
    changed = without_start(job.places)
    work = Work.WHOLE
    while True:
        if work == Work.RESTART and _starts():
            return True
        if work != Work.RESTART and _rebuild(job, rebuilder, server, work, changed):
            changed = frozenset()
        found = watcher.wait()
        changed |= without_start(found)
        work = max(work_for(found), work_for(changed))


def _rebuild(job: Job, rebuilder: Rebuilder, server: Server, work: Work, changed: frozenset[Path]) -> bool:
    """Bring the site up to date, or say why it stays as it is; whether it is up to date."""
    start = time.perf_counter()
    try:
        plan = job.plan()
        count = rebuilder.update(plan, work, changed_carriers(changed, job.carriers))
    except DataProblems as error:
        job.report(error.problems)
    except job.stops as error:
        _say(error)
    except TemplateError as error:
        _say(_located(error))
    except Exception:
        # A fault in the scripts must not end the server of who is working on them.
        _say(traceback.format_exc())
    else:
        if count != 0:
            server.changed()
        job.report(plan.warnings)
        _say(f"{_counted(count)} in {time.perf_counter() - start:.1f} s")
        for problem in rebuilder.problems() if count else ():
            _say(problem)
        return True
    return False


def _located(error: TemplateError) -> str:
    """A mistake in a template, with its place where the engine knows it."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}: error [template] {error.message}"
    return f"error [template] {error.message}"


def _counted(count: int | None) -> str:
    if count is None:
        return "whole site"
    return f"{count} file{'' if count == 1 else 's'}"


def _starts() -> bool:
    """Whether the changed scripts can be loaded; says why not."""
    done = subprocess.run([sys.executable, "-c", START], cwd=SCRIPTS, capture_output=True, text=True, check=False)
    if done.returncode:
        _say(f"{done.stderr}the scripts do not start: the site stays as it was")
    return done.returncode == 0


def _server(site: Path, prefix: str, port: int) -> Server:
    try:
        return Server(site, prefix, port)
    except OSError as error:
        text = f"port {port} cannot be used ({error.strerror}): choose another one, make serve PORT=8001"
        raise CannotServe(text) from None


@contextmanager
def _only_one(folder: Path) -> Iterator[None]:
    """Hold the lock of the folder."""
    try:
        with build_lock(folder.with_name(f"{folder.name}.lock")):
            yield
    except BuildRunning:
        raise CannotServe("this folder is being served already: stop that server first") from None


@contextmanager
def _stopping_on_signals() -> Iterator[None]:
    """Take a wish to end, also of a closing terminal, as Ctrl-C, and take it once."""
    names = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def stop(_number: int, _frame: FrameType | None) -> None:
        for name in names:
            signal.signal(name, signal.SIG_IGN)
        raise KeyboardInterrupt

    before = {name: signal.signal(name, stop) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


def _say(text: object) -> None:
    print(text, flush=True)
