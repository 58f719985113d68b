"""A reader without a mouse: from the home page to a ticked box, seeing at each stop where they are."""

import re

import pytest
from playwright.sync_api import Page

from support.browser import Watched
from support.kinds import STEPS

# What has the focus: what it is, whether its ring is drawn, whether it is inside the window.
FOCUS = """() => {
  const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
  return {
    name: element.tagName.toLowerCase() + " " + (element.getAttribute("href") ??
      (element.type === "checkbox" ? "box" : element.textContent.trim())),
    ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""
MOST = 400


def tab_to(page: Page, wanted: str) -> list[str]:
    """Press Tab until what has the focus matches; every stop on the way must be seen."""
    passed: list[str] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        assert stop["ring"] > 0, f"no ring: {stop['name']}"
        assert stop["inside"], f"outside the window: {stop['name']}"
        passed.append(stop["name"])
        if re.search(wanted, stop["name"]):
            return passed
    raise AssertionError(f"no stop matches {wanted}: {passed[:20]}")


def enter(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("width", [360, 1280])
def test_from_home_to_a_ticked_box(phone: Watched, width: int) -> None:
    page = phone.page
    page.set_viewport_size({"width": width, "height": 740})
    page.goto("/zh/")
    tab_to(page, r"a carriers/ice/$")
    enter(page)
    tab_to(page, r"^a 5g/$")
    enter(page)
    tab_to(page, r"^a checklist/$")
    enter(page)
    tab_to(page, r"^input box$")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.checked")
    assert phone.clean(), (phone.errors, phone.foreign)


def test_the_first_stop_skips_to_the_title(phone: Watched) -> None:
    page = phone.page
    page.goto(STEPS)
    assert tab_to(page, ".") == ["a #top"]
    link = page.evaluate("(s => [s.opacity, s.color === s.backgroundColor])(getComputedStyle(document.activeElement))")
    assert link == ["1", False]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_folds_open_by_keyboard(phone: Watched) -> None:
    page = phone.page
    page.goto(STEPS)
    tab_to(page, "^summary 本页内容")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open")
    assert tab_to(page, "^a #")[-1] == "a #right-page"
    page.locator("details.more summary").first.focus()
    page.keyboard.press("Space")
    assert page.locator("details.more").first.get_attribute("open") is not None


def test_the_menu_of_a_phone_leads_to_the_navigation(phone: Watched) -> None:
    page = phone.page
    page.goto(STEPS)
    tab_to(page, "^a #nav$")
    page.keyboard.press("Enter")
    tab_to(page, "^a .*carriers/telenor/$")
    enter(page)
    assert page.get_by_role("heading", level=1).inner_text() == "Telenor：解约和注销"


def test_a_mark_leads_to_its_meaning(phone: Watched) -> None:
    page = phone.page
    page.goto(STEPS)
    page.locator(".mark a[href='#kinds']").first.click()
    assert page.url.endswith("#kinds")
    assert page.locator(".kinds dt", has_text="第三方").is_visible()


def test_a_table_that_scrolls_can_be_reached(phone: Watched) -> None:
    page = phone.page
    page.goto("/zh/carriers/")
    assert tab_to(page, "^div ")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "region"
    assert page.evaluate("document.activeElement.getAttribute('aria-label')")


def test_a_missing_ring_is_seen(phone: Watched) -> None:
    page = phone.page
    page.goto(STEPS)
    page.evaluate("document.querySelectorAll('a').forEach(one => { one.style.outline = 'none'; })")
    with pytest.raises(AssertionError, match="no ring"):
        tab_to(page, "^summary ")
