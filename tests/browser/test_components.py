"""Material's sheet, reduced for a page with every component, looks as the whole one does and lacks no rule."""

import mimetypes
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from support.components import build_components

BASE = "http://components.test"
SCRIPT = Path(__file__).with_name("compare.js")
FRAMES = "<!doctype html><title>frames</title><body></body>"
WHOLE, REDUCED = f"{BASE}/whole/zh/", f"{BASE}/reduced/zh/"


@pytest.fixture(scope="module")
def components(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("components")
    with pytest.MonkeyPatch.context() as patch:
        build_components(folder, patch)
    return folder


@pytest.fixture(scope="module")
def page(browser: Browser, components: Path) -> Iterator[Page]:
    """An empty page beside the two; nothing is asked of a network."""

    def answer(route: Route) -> None:
        name = urlsplit(route.request.url).path.lstrip("/")
        if not name:
            route.fulfill(body=FRAMES, content_type="text/html")
            return
        file = components / (f"{name}index.html" if name.endswith("/") else name)
        route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "text/html")

    context = browser.new_context()
    context.route("**/*", answer)
    yield context.new_page()
    context.close()


def compared(page: Page, function: str, second: str = REDUCED) -> dict[str, Any]:
    page.goto(BASE)
    page.add_script_tag(path=SCRIPT)
    found: dict[str, Any] = page.evaluate(f"([one, two]) => compare.{function}(one, two)", [WHOLE, second])
    return found


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 360), ("light", 1280)])
def test_every_element_looks_the_same(page: Page, scheme: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(media="screen", color_scheme=scheme)
    result = compared(page, "styles")
    assert result["found"] == []
    assert result["elements"] > 500
    assert result["count"] > 1000 * result["elements"]


def test_every_element_looks_the_same_on_paper(page: Page) -> None:
    page.emulate_media(media="print")
    assert compared(page, "styles")["found"] == []


def test_no_rule_is_lost_that_a_state_of_the_page_would_need(page: Page) -> None:
    page.emulate_media(media="screen")
    result = compared(page, "lost")
    assert result["found"] == []
    assert result["count"] > 400
    assert result["kept"] < result["whole"]


@pytest.fixture
def poorer(components: Path) -> str:
    """A page whose sheet lacks what is said of one kind of admonition, and of a button under the pointer."""
    folder = components / "poorer"
    for file in (components / "reduced").rglob("*.*"):
        target = folder / file.relative_to(components / "reduced")
        target.parent.mkdir(parents=True, exist_ok=True)
        content = file.read_bytes()
        for old in (b".admonition.danger", b".md-button:hover"):
            content = content.replace(old, b".gone") if file.name.startswith("page") else content
        target.write_bytes(content)
    return f"{BASE}/poorer/zh/"


def test_a_lost_rule_is_found(page: Page, poorer: str) -> None:
    page.emulate_media(media="screen")
    assert any("admonition.danger" in line for line in compared(page, "styles", poorer)["found"])
    assert any(".md-button:hover" in line for line in compared(page, "lost", poorer)["found"])
