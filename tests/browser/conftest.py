"""A real Chromium and the real site behind the headers that the site itself ships."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from support import project
from support.browser import LAUNCH, Watched, chromium_path


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The base address of the real site, served with its own _headers."""
    out = tmp_path_factory.mktemp("served") / "site"
    project.build(out)
    headers = _headers(out / "_headers")

    class Handler(http.server.SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            for name, value in headers:
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(out)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def _headers(path: Path) -> list[tuple[str, str]]:
    """The headers of the first block, which holds for every file."""
    block = path.read_text(encoding="utf-8").split("\n\n")[0]
    lines = [line.strip() for line in block.splitlines() if line.startswith(" ") and not line.strip().startswith("#")]
    return [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)]


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
