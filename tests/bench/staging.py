"""Carriers and the staging folder of their site: `python -m bench.staging FOLDER LANGUAGES [COUNT]`.

With COUNT, FOLDER/carriers is written first. The real build runs as far as its staging folder, which becomes
FOLDER/stage. In a process of its own: what measures others stays small.
"""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import build
from bench.measure import BEGINNINGS
from support.synthetic import write_carriers


def stage(carriers: Path, folder: Path, languages: str) -> int:
    """Write the staging folder of some languages; the build's exit code."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)

    def only_fill(fill: Callable[[Path], object], *_: object) -> None:
        fill(folder)

    module, name = BEGINNINGS["write"]
    setattr(module, name, only_fill)
    # An output folder that nobody looks at: the build ends before.
    return build.main(["build", "--carriers", str(carriers), "--languages", languages, "--out", str(folder)])


def main() -> int:
    """Write what the command line asks for."""
    folder, languages, *count = sys.argv[1:]
    carriers = Path(folder, "carriers")
    if count:
        write_carriers(carriers, int(count[0]))
    return stage(carriers, Path(folder, "stage"), languages)


if __name__ == "__main__":
    sys.exit(main())
