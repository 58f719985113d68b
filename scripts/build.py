"""The door of the build: check reads and reports, build makes the site, serve shows it while it is being edited."""

import argparse
import errno
import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from composing.claims import Library
from composing.site import Site
from engine.run import EngineError
from exporting import stale
from finishing.assets import AssetError
from finishing.lock import BuildRunning
from finishing.problem import SiteProblems
from history.repository import read_history
from model.history import History
from model.problem import DataProblems, Problem
from pipeline import OutputError, build_site
from plan import Plan
from serving.areas import watched
from settings import Language, SettingsError, language_tags, read_settings
from side_by_side import Died, beside
from staging import Source, fill_stage
from starting.new import CannotStart, write_new
from writing.all_pages import check_inputs
from writing.inputs import Inputs, newest_date, read_inputs
from writing.phrases import MissingPhrase, frame_words
from writing.translations import NothingNamed, only_counts, record

# What ends a build with one line instead of a list of problems.
STOPS = (EngineError, SettingsError, OutputError, BuildRunning, AssetError, MissingPhrase, Died)
# What a disk or its owner refuses; any other error of the system is a fault of ours.
REFUSED = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM})
ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 only if nothing is wrong."""
    options = _parser().parse_args(arguments)
    missing = [folder for folder in (options.carriers, options.docs / "facts") if not folder.is_dir()]
    if missing:
        print(f"{missing[0]}: no such folder", file=sys.stderr)
        return 2
    return int(options.run(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Si opp: check the data, build the site.")
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="report every problem of data and texts, build nothing")
    check.set_defaults(run=_check)
    build = commands.add_parser("build", help="build the site")
    build.set_defaults(run=_build)
    serve = commands.add_parser("serve", help="build, serve on this machine, and follow every save")
    serve.add_argument("--port", type=int, default=8000, help="0 takes any free one")
    serve.add_argument("--resume", action="store_true", help=argparse.SUPPRESS)
    serve.set_defaults(run=_serve)
    new = commands.add_parser("new", help="write a carrier file to be filled")
    new.add_argument("slug", help="name of the file without .yml, as in chilimobil")
    new.set_defaults(run=_new, docs=_near("docs"))
    new.add_argument("--carriers", type=Path, default=_near("carriers"), help="folder of carrier files")
    translated = commands.add_parser("translated", help="record that translations are as new as the Chinese texts")
    translated.add_argument("names", nargs="*", metavar="NAME", help="file or key of a text, or what it begins with")
    translated.set_defaults(run=_translated)
    aged = commands.add_parser("stale", help="say what has to be looked at again, and what to read live first")
    aged.set_defaults(run=_stale)
    for command in (check, build, serve, translated, aged):
        command.add_argument("--carriers", type=Path, default=_near("carriers"), help="folder of carrier files")
        command.add_argument("--docs", type=Path, default=_near("docs"), help="folder of languages and shared facts")
        command.add_argument("--languages", type=_languages, default=list(language_tags()), help="codes: zh,en")
    build.add_argument("--out", type=Path, default=_near("site"), help="where the site goes; replaced as a whole")
    return parser


def _near(name: str) -> Path:
    """A folder of the project, as seen from where the command runs, so that problems can be clicked."""
    return Path(os.path.relpath(ROOT / name))


def _languages(text: str) -> list[str]:
    known = language_tags()
    codes = text.split(",")
    unknown = [code for code in codes if code not in known]
    if unknown:
        raise argparse.ArgumentTypeError(f"unknown language {unknown[0]!r}, known: {', '.join(known)}")
    return codes


def _check(options: argparse.Namespace) -> int:
    problems = check_inputs(options.carriers, options.docs, options.languages, _machine_day())
    counts = ", ".join(f"{code} {count}" for code, count in only_counts(options.docs, options.languages).items())
    return _report(problems, options.carriers, note=f"passages for some languages only: {counts}")


def _translated(options: argparse.Namespace) -> int:
    try:
        for line in record(options.docs, options.languages, options.names):
            print(line)
    except DataProblems as error:
        return _report(error.problems, options.carriers)
    except NothingNamed as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _stale(options: argparse.Namespace) -> int:
    today = _machine_day()
    try:
        inputs = read_inputs(options.carriers, options.docs, options.languages, today)
    except DataProblems as error:
        return _report(error.problems, options.carriers)
    for line in stale.report(Site(Library(inputs.data, today)), inputs.behind):
        print(line)
    return 0


def _build(options: argparse.Namespace) -> int:
    try:
        with _no_collector(), beside(_history(options)) as history:
            plan = _plan(options, history)
            build_site(plan.fill, options.out, read_settings(), plan.epoch)
    except DataProblems as error:
        return _report(error.problems, options.carriers)
    except SiteProblems as error:
        print(error)
        return 1
    except STOPS as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        if error.errno not in REFUSED:
            raise
        print(f"the site stays as it was: {error}", file=sys.stderr)
        return 1
    _report(plan.warnings, options.carriers)
    return 0


@contextmanager
def _no_collector() -> Iterator[None]:
    """Without the collector of cycles: a build leaves few, and the more data there are, the longer it looks."""
    gc.disable()
    try:
        yield
    finally:
        # What is left counts as old: else all of it would be looked through at once.
        gc.freeze()
        gc.unfreeze()
        gc.enable()


def _serve(options: argparse.Namespace) -> int:
    # Checking data needs no MkDocs, which takes longer to load than all data to read.
    from serving.serve import CannotServe, Job, again_command, serve  # noqa: PLC0415

    try:
        job = Job(
            plan=partial(_plan, options, _history(options)),
            report=partial(_report, carriers=options.carriers),
            stops=(SiteProblems, *STOPS),
            places=watched(options.carriers, options.docs),
            carriers=options.carriers,
            folder=ROOT / ".site.serving",
            settings=read_settings(),
        )
        port = serve(job, options.port, resume=options.resume)
    except (CannotServe, *STOPS) as error:
        print(error, file=sys.stderr)
        return 1
    if port:
        # The scripts have changed: the same command, with the new ones.
        sys.stdout.flush()
        command = again_command(port)
        os.execv(command[0], command)  # noqa: S606 -- the command this process was started with
    return 0


def _new(options: argparse.Namespace) -> int:
    try:
        path = write_new(options.carriers, options.slug)
    except CannotStart as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{path.as_posix()}: fill what stands empty, then run: make check")
    return 0


def _history(options: argparse.Namespace) -> Callable[[], History]:
    return partial(read_history, ROOT, options.carriers, options.docs / "facts")


def _plan(options: argparse.Namespace, history: Callable[[], History]) -> Plan:
    """Read and compose everything; raises DataProblems where there is an error."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    inputs = read_inputs(options.carriers, options.docs, options.languages, _day(epoch) if epoch else _machine_day())
    epoch = epoch or _last_commit() or str(_midnight(newest_date(inputs.data)))
    source = Source(inputs, _day(epoch), history(), read_settings())
    return Plan(partial(fill_stage, source), frames(inputs), int(epoch), inputs.warnings)


def frames(inputs: Inputs) -> list[Language]:
    """The languages of a build with the words of their page frames."""
    tags = language_tags()
    words = {code: frame_words(phrases) for code, phrases in inputs.phrases.items()}
    return [Language(code, tags[code], found.name, found.chrome) for code, found in words.items()]


def _day(epoch: str) -> date:
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise SettingsError(f"SOURCE_DATE_EPOCH must be seconds since 1970: {epoch!r}") from None


def _machine_day() -> date:
    """Only for refusing dates in the future; what is printed follows the epoch."""
    return datetime.now(UTC).date()


def _midnight(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _last_commit() -> str:
    """The time of the last commit in seconds, "" outside a repository or before the first commit."""
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _report(problems: Sequence[Problem], carriers: Path, note: str = "") -> int:
    for problem in problems:
        print(problem)
    if note:
        print(note)
    files = len(list(carriers.glob("*.yml")))
    counts: Mapping[str, int] = {
        severity: sum(problem.severity == severity for problem in problems) for severity in ("error", "warning")
    }
    said = ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for word, count in counts.items())
    print(f"{carriers.name}: {files} file{'' if files == 1 else 's'}, {said}")
    return 1 if counts["error"] else 0


if __name__ == "__main__":
    code = main()
    # What is left of a build need not be looked through for cycles when the process ends.
    gc.freeze()
    sys.exit(code)
