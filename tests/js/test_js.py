"""The scripts' pure parts, run by node's own test runner."""

from pathlib import Path

import pytest

from support.node import run_tests

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.test.js"))
# West and east of Greenwich, and where clocks change: days must not depend on where the reader is.
ZONES = ("Europe/Oslo", "America/Los_Angeles", "Pacific/Kiritimati")


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_script_keeps_its_tests(file: Path, zone: str) -> None:
    done = run_tests(file, zone)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_failing_test_is_found(tmp_path: Path) -> None:
    (tmp_path / "one.test.js").write_text('require("node:test").test("x", () => { throw 1; });', encoding="utf-8")
    assert run_tests(tmp_path / "one.test.js").returncode != 0
