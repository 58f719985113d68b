import subprocess
import sys
from pathlib import Path

import pytest

from finishing.lock import BuildRunning, build_lock


def test_second_build_fails_with_a_clear_message(tmp_path: Path) -> None:
    path = tmp_path / ".site.lock"
    with build_lock(path), pytest.raises(BuildRunning, match=r"another build is running \(it holds \.site\.lock\)"):
        build_lock(path).__enter__()


def test_lock_is_free_after_an_error(tmp_path: Path) -> None:
    path = tmp_path / ".site.lock"
    with pytest.raises(RuntimeError), build_lock(path):
        raise RuntimeError
    with build_lock(path):
        pass


def test_lock_is_held_until_the_last_process_of_the_build_has_ended(tmp_path: Path) -> None:
    path = tmp_path / ".site.lock"
    with build_lock(path):
        command = [sys.executable, "-c", "input()"]
        child = subprocess.Popen(command, stdin=subprocess.PIPE, close_fds=False)
    with pytest.raises(BuildRunning):
        build_lock(path).__enter__()
    child.communicate(b"\n")
    with build_lock(path):
        pass
