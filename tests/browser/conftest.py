"""A real Chromium and the real site behind the headers that the site itself ships."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from support.browser import LAUNCH, Watched, chromium_path
from support.site_server import serving


@pytest.fixture(scope="session")
def served(real_site: Path) -> Iterator[str]:
    """The base address of the real site, served with its own _headers."""
    with serving(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=LAUNCH)
        yield chromium
        chromium.close()


@pytest.fixture
def phone(browser: Browser, served: str) -> Iterator[Watched]:
    """A page 360 px wide that remembers errors and foreign requests."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN", base_url=served)
    yield Watched(context.new_page(), served)
    context.close()


@pytest.fixture
def without_script(browser: Browser, served: str) -> Iterator[Page]:
    """A page of a browser that runs no script."""
    context = browser.new_context(base_url=served, java_script_enabled=False)
    yield context.new_page()
    context.close()
