"""The door of the build: `build.py check` reads and reports, `build.py build` makes the site."""

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from engine.run import EngineError
from engine.settings import Language, SettingsError, language_tags, read_settings
from finishing.assets import AssetError
from finishing.lock import BuildRunning
from finishing.problem import SiteProblems
from finishing.tidy import TidyError
from model.problem import DataProblems, Problem
from pipeline import OutputError, build_site
from writing.stage import Inputs, check_inputs, frame_words, newest_date, read_inputs, staged_pages, write_stage

# What ends a build with one line instead of a list of problems.
STOPS = (EngineError, SettingsError, OutputError, BuildRunning, AssetError, TidyError, ValueError)
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
    for command in (check, build):
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
    return _report(problems, options.carriers)


def _build(options: argparse.Namespace) -> int:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        today = _day(epoch) if epoch else _machine_day()
        inputs = read_inputs(options.carriers, options.docs, options.languages, today)
        epoch_seconds = int(epoch or _last_commit() or _midnight(newest_date(inputs.data)))
        _make(inputs, options, epoch_seconds)
    except DataProblems as error:
        return _report(error.problems, options.carriers)
    except SiteProblems as error:
        print(error)
        return 1
    except STOPS as error:
        print(error, file=sys.stderr)
        return 1
    _report(inputs.warnings, options.carriers)
    return 0


def _make(inputs: Inputs, options: argparse.Namespace, epoch: int) -> None:
    staged = staged_pages(inputs, _day(str(epoch)))

    def fill(stage: Path) -> list[Language]:
        write_stage(staged, stage)
        return frames(inputs)

    build_site(fill, options.out, read_settings(), epoch)


def frames(inputs: Inputs) -> list[Language]:
    """The languages of a build with the words of their page frames."""
    tags = language_tags()
    words = {code: frame_words(phrases) for code, phrases in inputs.phrases.items()}
    return [Language(code, tags[code], found.name, found.chrome) for code, found in words.items()]


def _day(epoch: str) -> date:
    return datetime.fromtimestamp(int(epoch), UTC).date()


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


def _report(problems: Sequence[Problem], carriers: Path) -> int:
    for problem in problems:
        print(problem)
    files = len(list(carriers.glob("*.yml")))
    counts: Mapping[str, int] = {
        severity: sum(problem.severity == severity for problem in problems) for severity in ("error", "warning")
    }
    said = ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for word, count in counts.items())
    print(f"{carriers.name}: {files} file{'' if files == 1 else 's'}, {said}")
    return 1 if counts["error"] else 0


if __name__ == "__main__":
    sys.exit(main())
