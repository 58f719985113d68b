"""A real Chromium and the real site behind the headers that the site itself ships."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from support import project
from support.browser import LAUNCH, Watched, chromium_path
from support.site_server import serving


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The base address of the real site, served with its own _headers."""
    out = tmp_path_factory.mktemp("served") / "site"
    project.build(out)
    with serving(out) as address:
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
    page: Page = context.new_page()
    watched = Watched(page, served)
    yield watched
    context.close()
