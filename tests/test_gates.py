"""Each tool of `make lint` is red for a fault of its kind, with the project's own settings.

The gates of `make test`, in the order of their cost, and where a fault is planted for each and seen:

data (make check)    tests/reading/test_load.py, every rule; exit code: tests/test_build.py
lint (make lint)     tests/test_gates.py: ruff, mypy, yamllint, zizmor
bytes and YAML       tests/reading/test_bytes.py, tests/reading/test_strict_yaml.py
texts, languages     tests/writing/test_text_check.py, tests/writing/test_parity.py
dead phrases         tests/writing/test_said.py
golden files         tests/writing/test_golden.py
scripts              tests/js/test_js.py
generated files      tests/fuzz/test_fuzz.py
generating twice     tests/test_generated_twice.py
templates            tests/engine/test_overrides.py: none of the theme's
build                tests/engine/test_run.py, tests/test_pipeline.py: links, anchors, markup
links, pictures      tests/finishing/test_verify.py; also foreign addresses, inline code, policy
HTML checker         tests/site/test_valid.py
structure            tests/site/test_structure.py
weight of pages      tests/site/test_weight.py
policy = headers     tests/site/test_policy.py
Chromium, policy     tests/browser/test_journey.py
Chromium, labels     tests/browser/test_axe.py
Chromium, keyboard   tests/browser/test_keyboard.py
Chromium, paper      tests/browser/test_print.py; a second page: tests/browser/test_paper.py
Chromium, no script  tests/browser/test_content.py; also other hosts and what is kept
Chromium, offline    tests/browser/test_offline.py
"""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from support.project import ROOT

TESTS = ROOT / "tests"
PYPROJECT = ROOT / "pyproject.toml"
PYTHON = (sys.executable, "-m")
ZIZMOR = Path(sys.executable).with_name("zizmor")
WORKFLOW = """\
name: planted
"on": issues
permissions: {}
jobs:
  one:
    runs-on: ubuntu-24.04
    steps:
      - run: RUN
"""
RUFF = (*PYTHON, "ruff", "check", "--no-cache", "--config", str(PYPROJECT))
FORMAT = (*PYTHON, "ruff", "format", "--check", "--no-cache", "--config", str(PYPROJECT))
MYPY = (*PYTHON, "mypy", "--config-file", str(PYPROJECT), "--cache-dir")
YAMLLINT = (*PYTHON, "yamllint", "--strict", "--config-file", str(ROOT / ".yamllint"))
OFFLINE = (str(ZIZMOR), "--offline", "--quiet")
# Command, name of the file, faulty text, what the tool says, and the text put right.
GATES = {
    "ruff": (RUFF, "a.py", '"""Doc."""\nimport os\n', "F401", '"""Doc."""\n'),
    "ruff security": (RUFF, "a.py", '"""Doc."""\n\nONE = eval("1")\n', "S307", '"""Doc."""\n\nONE = 1\n'),
    "ruff format": (FORMAT, "a.py", "a = 'b'\n", "1 file would be reformatted", 'a = "b"\n'),
    "mypy": (MYPY, "a.py", "def one(a):\n    return a\n", "no-untyped-def", "def one(a: int) -> int:\n    return a\n"),
    "mypy types": (MYPY, "a.py", 'A: int = "b"\n', "assignment", "A: int = 1\n"),
    "yamllint": (YAMLLINT, "a.yml", "a: 1\na: 2\n", "key-duplicates", "a: 1\n"),
    "yamllint octal": (YAMLLINT, "a.yml", "a: 0777\n", "octal-values", 'a: "0777"\n'),
    "zizmor": (
        OFFLINE,
        ".github/workflows/a.yml",
        WORKFLOW.replace("RUN", 'echo "${{ github.event.issue.title }}"'),
        "template-injection",
        WORKFLOW.replace("RUN", "echo hello"),
    ),
}


def ran(command: tuple[str, ...], file: Path, text: str) -> subprocess.CompletedProcess[str]:
    """The tool on a folder with this one file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    extra = (str(file.parent / "cache"),) if command == MYPY else ()
    return subprocess.run(
        [*command, *extra, str(file)], cwd=file.parent, capture_output=True, text=True, check=False, timeout=120
    )


@pytest.mark.parametrize("gate", GATES)
def test_a_planted_fault_is_red(gate: str, tmp_path: Path) -> None:
    command, name, faulty, said, right = GATES[gate]
    red = ran(command, tmp_path / name, faulty)
    assert red.returncode != 0, red.stdout + red.stderr
    assert said in red.stdout + red.stderr
    green = ran(command, tmp_path / name, right)
    assert green.returncode == 0, green.stdout + green.stderr


def collected() -> list[Path]:
    """The folders and files that pytest runs, in its order."""
    settings = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    return [ROOT / path for path in settings["tool"]["pytest"]["ini_options"]["testpaths"]]


def uncollected(paths: list[Path], files: list[Path]) -> dict[str, int]:
    """Files of tests that do not stand under exactly one of these paths, and under how many they do."""
    counts = {file.name: sum(file == path or path in file.parents for path in paths) for file in files}
    return {name: count for name, count in counts.items() if count != 1}


def test_every_gate_of_the_list_has_its_file() -> None:
    named = re.findall(r"tests/[\w/]+\.py", __doc__ or "")
    assert len(named) > 15
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_every_file_of_tests_is_run_once() -> None:
    assert uncollected(collected(), sorted(TESTS.rglob("test_*.py"))) == {}
    assert [path for path in collected() if not path.exists()] == []


def test_a_file_that_no_path_holds_is_seen() -> None:
    files = [TESTS / "site" / "test_valid.py", TESTS / "new" / "test_new.py"]
    assert uncollected([TESTS / "site", TESTS / "other"], files) == {"test_new.py": 0}
    assert uncollected([TESTS], files) == {}
    assert uncollected([TESTS, TESTS / "new"], files) == {"test_new.py": 2}


def test_the_gates_run_in_the_order_of_their_cost() -> None:
    order = [path.relative_to(TESTS).as_posix() for path in collected()]
    marks = ["reading", "composing", "fuzz", "test_generated_twice.py", "test_pipeline.py", "site", "browser"]
    assert [name for name in order if name in marks] == marks
    assert order[-1] == "browser"
    made = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "\ntest: check lint " in made
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").endswith("exec make test\n")
