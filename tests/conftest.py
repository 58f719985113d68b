"""The small site of support.small_site and the real one, each built once for all tests."""

from pathlib import Path

import pytest

from pipeline import build_site
from settings import SiteSettings
from support import project
from support.small_site import EPOCH, NO_ADDRESS, write_stage


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site without an address, built once; tests only read it."""
    out = tmp_path_factory.mktemp("built") / "site"
    build_site(write_stage, out, NO_ADDRESS, EPOCH)
    return out


@pytest.fixture(scope="session")
def built_below_prefix(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with all addresses set, below a path; tests only read it."""
    settings = SiteSettings("https://example.org/siopp/", "https://example.org/code", "someone")
    out = tmp_path_factory.mktemp("prefix") / "site"
    build_site(write_stage, out, settings, EPOCH)
    return out


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's site without an address; tests only read it."""
    out = tmp_path_factory.mktemp("real") / "site"
    project.build(out)
    return out
