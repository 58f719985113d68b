"""Work in several processes: the answers in order, errors and deaths told, nobody left behind."""

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

import side_by_side as module
from side_by_side import Died, beside, side_by_side
from support.serving import wait_until

SCRIPTS = Path(module.__file__).parent
# More than a pipe holds, so that a process cannot end before it is heard.
LONG = 10**6
STARTS = """
import os, sys, time
from pathlib import Path
from side_by_side import side_by_side
side_by_side(lambda name: (Path(sys.argv[1], name).write_text(str(os.getpid())), time.sleep(1)), ["a", "b"])
"""


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def test_answers_come_in_the_order_of_the_items_from_processes_of_their_own() -> None:
    found = side_by_side(lambda number: ("x" * number * LONG, os.getpid()), range(5))
    assert [len(text) for text, _ in found] == [number * LONG for number in range(5)]
    assert len({process for _, process in found} - {os.getpid()}) == 5


def test_one_core_needs_no_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert side_by_side(lambda _: os.getpid(), [1, 2]) == [os.getpid()] * 2


def test_an_error_is_raised_with_where_it_came_from() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        side_by_side(partial(divmod, 1), [1, 0, 2])
    assert "Traceback" in caught.value.__notes__[0]


def test_a_killed_process_is_noticed() -> None:
    with pytest.raises(Died, match="exit code -9"):
        side_by_side(lambda _: os.kill(os.getpid(), signal.SIGKILL), [1, 2])


def test_work_beside_is_done_in_a_process_of_its_own() -> None:
    with beside(lambda: ("x" * LONG, os.getpid())) as result:
        text, process = result()
    assert len(text) == LONG
    assert process != os.getpid()


def test_work_beside_is_done_when_asked_for_on_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    with beside(os.getpid) as result:
        assert result() == os.getpid()


def test_an_error_of_work_beside_is_raised_where_it_is_asked_for() -> None:
    with beside(partial(divmod, 1, 0)) as result, pytest.raises(ZeroDivisionError):
        result()


def test_work_beside_that_is_killed_is_noticed() -> None:
    with beside(lambda: os.kill(os.getpid(), signal.SIGKILL)) as result, pytest.raises(Died, match="exit code -9"):
        result()


def test_where_no_process_can_be_split_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "get_all_start_methods", lambda: ["spawn"])
    assert side_by_side(lambda _: os.getpid(), [1, 2]) == [os.getpid()] * 2
    with beside(os.getpid) as result:
        assert result() == os.getpid()


def test_work_beside_that_nobody_asks_for_ends_with_the_block(tmp_path: Path) -> None:
    file = tmp_path / "process"

    def work() -> None:
        file.write_text(str(os.getpid()), encoding="utf-8")
        signal.pause()

    with beside(work):
        wait_until(lambda: file.exists() and bool(file.read_text(encoding="utf-8")), "it must start")
        process = int(file.read_text(encoding="utf-8"))
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_processes_end_when_the_one_that_began_them_is_killed(tmp_path: Path) -> None:
    environ = {**os.environ, "PYTHONPATH": str(SCRIPTS)}
    process = subprocess.Popen([sys.executable, "-c", STARTS, str(tmp_path)], env=environ)
    files = [tmp_path / "a", tmp_path / "b"]
    wait_until(lambda: all(file.exists() and file.read_text(encoding="utf-8") for file in files), "both must start")
    process.kill()
    process.wait()
    numbers = [int(file.read_text(encoding="utf-8")) for file in files]
    wait_until(lambda: not any(map(_lives, numbers)), "both must end")


def _lives(number: int) -> bool:
    """Whether a process runs; one that nobody has buried yet does not."""
    stat = Path("/proc", str(number), "stat")
    try:
        return stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
