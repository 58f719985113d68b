"""The door of publishing: `python -m publishing publish --dest DIR`, `python -m publishing rollback --dest DIR`."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from publishing.problem import PublishError
from publishing.publish import publish, rollback


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 only if it is done."""
    options = _parser().parse_args(arguments)
    # What is published is for every server to read, whoever publishes it.
    os.umask(0o022)
    try:
        print(rollback(options.dest) if options.command == "rollback" else publish(options.site, options.dest))
    except (PublishError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="publishing", description="Si opp: publish a build, and lead back.")
    commands = parser.add_subparsers(required=True, dest="command")
    to = commands.add_parser("publish", help="show a build")
    to.add_argument("--site", type=Path, default=Path("site"), help="the build")
    back = commands.add_parser("rollback", help="show the release before the current one again")
    for command in (to, back):
        command.add_argument("--dest", type=_folder, required=True, help="folder that is published to")
    return parser


def _folder(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("a folder is wanted")
    return Path(text).absolute()


if __name__ == "__main__":
    sys.exit(main())
