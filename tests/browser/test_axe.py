"""axe-core finds nothing on any kind of page, light and dark, on a phone and on a wide screen."""

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from support.axe import violations
from support.kinds import KINDS

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    context = browser.new_context(base_url=served, locale="zh-CN")
    yield context.new_page()
    context.close()


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
