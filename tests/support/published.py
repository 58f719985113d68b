"""Builds of a few files to be published, and the door in a process of its own: published STAGE WORDS."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from pkgutil import resolve_name

from finishing.checksums import write_checksums
from publishing.__main__ import main
from support.project import ROOT


def build(folder: Path, name: str) -> Path:
    """A build that differs from one of another name in a page, of the same size, and in an asset's name."""
    files = {"index.html": f"page of {name}", "assets/sheet.css": "same", f"assets/script.{name}.js": name}
    site = folder / f"site-{name}"
    for path, text in {**files, "zh/index.html": "same page"}.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    write_checksums(site)
    return site


def start(*words: str, stage: str = "") -> subprocess.Popen[str]:
    """The door in a process of its own, to be killed instead of running the function that stage names."""
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(str(ROOT / name) for name in ("scripts", "tests"))}
    command = [sys.executable, "-m", "support.published", stage, *words]
    return subprocess.Popen(command, env=environ, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def die(*_args: object) -> None:
    """End as a killed process does: at once, without any clean-up."""
    os.kill(os.getpid(), signal.SIGKILL)


def kill_at(stage: str) -> None:
    """Be killed instead of running a function: publishing.releases.copy."""
    place, _, name = stage.rpartition(".")
    setattr(resolve_name(place), name, die)


if __name__ == "__main__":
    if sys.argv[1]:
        kill_at(sys.argv[1])
    sys.exit(main(sys.argv[2:]))
