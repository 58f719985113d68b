"""Where the tests publish to."""

from pathlib import Path

import pytest


@pytest.fixture
def dest(tmp_path: Path) -> Path:
    """A folder that is not there yet."""
    return tmp_path / "served"
