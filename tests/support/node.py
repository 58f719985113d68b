"""Node for tests of our scripts."""

import os
import subprocess
from pathlib import Path

NODE = ["node"]


def run_tests(file: Path, zone: str = "UTC") -> subprocess.CompletedProcess[str]:
    """Run a file of node's own tests where clocks follow a zone."""
    environment = {**os.environ, "TZ": zone}
    return subprocess.run([*NODE, "--test", str(file)], capture_output=True, text=True, check=False, env=environment)


def answer(script: Path, question: str) -> str:
    """What a script prints for what it reads; CalledProcessError where it fails."""
    return subprocess.run([*NODE, str(script)], input=question, capture_output=True, text=True, check=True).stdout
