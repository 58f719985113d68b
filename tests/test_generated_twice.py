"""Whoever generates the texts of the site, wherever and whenever, gets the same bytes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.project import ROOT

PARTS = ("docs", "mkdocs.yml", "scripts", "tests/support", "LICENSE", "LICENSE-DATA")
# A carrier with letters, several contracts and a house.
CARRIER = "carriers/telia.yml"
HERE = {"TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}
THERE = {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
FAULT = """

_right = for_markdown


def for_markdown(text):
    import time
    return _right(text) + str(FAULT)
"""


def copied(root: Path) -> Path:
    """The part of the project that generates, with one carrier."""
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, root / part)
    (root / "carriers").mkdir()
    shutil.copy(ROOT / CARRIER, root / CARRIER)
    return root


def generated(root: Path, environ: dict[str, str]) -> dict[str, str]:
    """Checksums of every text, generated in a process of its own."""
    path = f"{root / 'scripts'}{os.pathsep}{root / 'tests'}"
    environ = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", **environ}
    command = [sys.executable, "-m", "support.generate"]
    done = subprocess.run(command, cwd=root, env=environ, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def differing(tmp_path: Path, fault: str = "") -> list[str]:
    """The texts that two runs do not agree on: another place, zone, locale, order of sets, and a later moment."""
    runs = []
    for name, environ in {"one": HERE, "another/place": THERE}.items():
        (tmp_path / name).mkdir(parents=True)
        root = copied(tmp_path / name)
        if fault:
            with (root / "scripts" / "writing" / "escape.py").open("a", encoding="utf-8") as file:
                file.write(FAULT.replace("FAULT", fault))
        runs.append(generated(root, environ))
    one, other = runs
    assert one.keys() == other.keys()
    assert len(one) > 50
    return [path for path in one if one[path] != other[path]]


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    assert differing(tmp_path) == []


@pytest.mark.parametrize(
    "fault",
    ["time.time_ns()", "time.localtime(0).tm_hour", "{'a', 'b', 'c', 'd', 'e'}", "__file__"],
    ids=["clock", "zone", "set", "place"],
)
def test_a_planted_fault_is_seen(fault: str, tmp_path: Path) -> None:
    assert "zh/carriers/telia/index.md" in differing(tmp_path, fault)
