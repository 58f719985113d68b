"""axe-core finds nothing on any kind of page, light and dark, on a phone and on a wide screen."""

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from support.kinds import KINDS
from support.project import ROOT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
RUN = """async tags => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
  return found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 160)}`));
}"""
SOURCE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    context = browser.new_context(base_url=served, locale="zh-CN")
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it is shown."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(SOURCE.read_text(encoding="utf-8"))
    found: list[Any] = page.evaluate(RUN, TAGS)
    return [str(one) for one in found]


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(page: Page, kind: str) -> None:
    page.goto(KINDS[kind])
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert violations(page) == [], (width, scheme)


def test_axe_finds_nothing_in_what_the_dates_tool_shows(page: Page) -> None:
    for contract in ("carrier=telenor&contract=subscription", "carrier=telia&contract=subscription"):
        page.goto(f"{KINDS['dates']}?{contract}")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert violations(page) == [], (contract, scheme)


def test_axe_finds_planted_faults(page: Page) -> None:
    page.goto(KINDS["checklist"])
    page.evaluate("document.querySelector('label').replaceWith(document.querySelector('label input'))")
    page.evaluate("document.querySelector('h1').style.color = '#999'")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    rules = {one.partition(":")[0] for one in violations(page)}
    assert {"label", "color-contrast", "image-alt"} <= rules
