"""A checklist on the screen: what is ticked and written stays on the device, and it prints as it stands."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from support import project
from support.browser import Watched
from support.kinds import CHECKLIST
from support.paper import packed
from support.printing import text_of
from writing.phrases import Phrases

# What a page keeps, as the reader wrote it.
WRITTEN = "张三 Øyvind Лю Ζωή"
FORBIDDEN = (
    """Object.defineProperty(window, "localStorage", {get() { throw new DOMException("no", "SecurityError"); }})"""
)
WECHAT = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile MicroMessenger/8.0.50"


@pytest.fixture
def sheet(phone: Watched) -> Iterator[Page]:
    """A checklist on a phone, after which nothing may have been refused or asked of another host."""
    phone.page.goto(CHECKLIST)
    yield phone.page
    assert phone.clean(), (phone.errors, phone.foreign)


@pytest.fixture(scope="module")
def words() -> Phrases:
    return project.inputs().phrases["zh"]


def fill(page: Page) -> None:
    page.get_by_role("checkbox").nth(1).check()
    page.get_by_label("登记的姓名").fill(WRITTEN)


def filled(page: Page) -> tuple[list[int], str]:
    """Which boxes are ticked, and the name."""
    ticked: list[int] = page.evaluate(
        "[...document.querySelectorAll('.boxes input')].flatMap((box, place) => box.checked ? [place] : [])"
    )
    return ticked, page.get_by_label("登记的姓名").input_value()


def test_ticks_and_lines_survive_a_reload_and_a_closed_page(sheet: Page) -> None:
    fill(sheet)
    sheet.reload()
    assert filled(sheet) == ([1], WRITTEN)
    other = sheet.context.new_page()
    other.goto(CHECKLIST)
    assert filled(other) == ([1], WRITTEN)


def test_another_checklist_has_its_own(sheet: Page) -> None:
    fill(sheet)
    sheet.goto("/zh/carriers/ice/esim/checklist/")
    assert filled(sheet) == ([], "")


def test_clear_asks_once_and_leaves_nothing(sheet: Page, words: Phrases) -> None:
    fill(sheet)
    sheet.get_by_role("button", name=words.say("checklist.clear")).click()
    assert filled(sheet) == ([1], WRITTEN)
    sheet.get_by_role("button", name=words.say("checklist.clear_again")).click()
    assert filled(sheet) == ([], "")
    assert sheet.get_by_role("status").inner_text() == words.say("checklist.cleared")
    assert sheet.evaluate("localStorage.length") == 0


def test_clear_forgets_the_first_press_when_one_goes_on(sheet: Page, words: Phrases) -> None:
    sheet.get_by_role("button", name=words.say("checklist.clear")).click()
    fill(sheet)
    assert sheet.get_by_role("button", name=words.say("checklist.clear"), exact=True).is_visible()


def test_a_store_of_another_hand_does_no_harm(sheet: Page) -> None:
    for text in ("{", "null", "7", '{"name": 5, "identity": "x"}'):
        sheet.evaluate("text => localStorage.setItem(`siopp:${location.pathname}`, text)", text)
        sheet.reload()
        assert filled(sheet) == ([], "")


def test_where_nothing_may_be_kept_the_page_says_so_and_works(browser: Browser, served: str, words: Phrases) -> None:
    context = browser.new_context(base_url=served)
    context.add_init_script(FORBIDDEN)
    watched = Watched(context.new_page(), served)
    watched.page.goto(CHECKLIST)
    fill(watched.page)
    assert filled(watched.page) == ([1], WRITTEN)
    assert watched.page.get_by_role("status").inner_text() == words.say("checklist.not_kept")
    assert watched.clean(), watched.errors
    context.close()


def test_the_button_prints_what_stands_there(sheet: Page, words: Phrases) -> None:
    sheet.evaluate("window.print = () => { window.printed = true; }")
    fill(sheet)
    sheet.get_by_role("button", name=words.say("checklist.print")).click()
    assert sheet.evaluate("window.printed")
    text = text_of(sheet.pdf())
    assert packed(WRITTEN) in text
    assert text.count("✓") == 1
    assert packed(words.say("checklist.kept")) not in text


def test_wechat_says_where_to_print(browser: Browser, served: str, words: Phrases) -> None:
    context = browser.new_context(base_url=served, user_agent=WECHAT)
    page = context.new_page()
    page.goto(CHECKLIST)
    assert page.get_by_text(words.say("checklist.wechat")).is_visible()
    assert not page.get_by_role("button", name=words.say("checklist.print")).is_visible()
    assert page.get_by_role("button", name=words.say("checklist.clear")).is_visible()
    context.close()


def test_elsewhere_nothing_is_said_of_wechat(sheet: Page, words: Phrases) -> None:
    assert not sheet.get_by_text(words.say("checklist.wechat")).is_visible()


def test_without_a_way_to_print_there_is_no_button(browser: Browser, served: str, words: Phrases) -> None:
    context = browser.new_context(base_url=served)
    context.add_init_script("window.print = undefined")
    page = context.new_page()
    page.goto(CHECKLIST)
    assert not page.get_by_role("button", name=words.say("checklist.print")).is_visible()
    context.close()


def test_without_script_no_button_stands_there_and_boxes_work(without_script: Page) -> None:
    page = without_script
    page.goto(CHECKLIST)
    assert page.locator("button:visible, [role=status]:visible").count() == 0
    page.get_by_role("checkbox").first.check()
    page.get_by_label("登记的姓名").fill(WRITTEN)
    assert packed(WRITTEN) in text_of(page.pdf())


def test_saved_to_a_file_it_works(browser: Browser, real_site: Path) -> None:
    context = browser.new_context()
    watched = Watched(context.new_page(), "file:")
    address = (real_site / CHECKLIST.strip("/") / "index.html").as_uri()
    watched.page.goto(address)
    fill(watched.page)
    watched.page.goto("about:blank")
    watched.page.goto(address)
    assert filled(watched.page) == ([1], WRITTEN)
    assert not watched.errors
    context.close()


def test_every_line_and_box_has_a_name_of_its_own(sheet: Page) -> None:
    names: list[Any] = sheet.evaluate("[...document.querySelectorAll('.sheet input')].map(one => one.name)")
    assert all(names)
    assert len(names) == len(set(names))
