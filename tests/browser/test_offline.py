"""A page that is open stays usable without a network: a page of steps, and its checklist with ticks, lines and paper.

No service worker keeps pages, so that no stale deadline is ever shown: what is not open cannot be opened.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page

from support import project
from support.browser import Watched
from support.kinds import STEPS
from support.paper import packed, sheets, stands_in
from writing.phrases import Phrases

CHECKLIST = f"{STEPS}checklist/"
WRITTEN = "王小明"


@pytest.fixture(scope="module")
def words() -> Phrases:
    return project.inputs().phrases["zh"]


@pytest.fixture
def context(browser: Browser, served: str) -> Iterator[BrowserContext]:
    made = browser.new_context(base_url=served, locale="zh-CN", viewport={"width": 360, "height": 740})
    made.add_init_script("window.print = () => { window.printed = true; }")
    yield made
    made.close()


def opened(context: BrowserContext, address: str) -> Watched:
    """A page that has come whole, and then loses the network."""
    watched = Watched(context.new_page(), "http://127.0.0.1:")
    watched.page.goto(address)
    context.set_offline(True)
    return watched


def fill(page: Page) -> None:
    page.get_by_role("checkbox").nth(1).check()
    page.get_by_label("登记的姓名").fill(WRITTEN)


def kept(page: Page) -> bool:
    """Whether a page that is opened anew holds what was ticked and written."""
    name = page.get_by_label("登记的姓名").input_value()
    return page.get_by_role("checkbox").nth(1).is_checked() and name == WRITTEN


def test_a_checklist_is_ticked_written_on_and_printed(context: BrowserContext, words: Phrases) -> None:
    watched = opened(context, CHECKLIST)
    page = watched.page
    fill(page)
    page.get_by_role("button", name=words.say("checklist.print")).click()
    assert page.evaluate("window.printed")
    [sheet] = sheets(page.pdf(width="210mm", height="267mm"))
    assert stands_in(packed(page.locator("h1").inner_text()), packed(sheet))
    assert WRITTEN in packed(sheet)
    assert watched.clean(), watched.errors
    context.set_offline(False)
    page.reload()
    assert kept(page)


def test_a_page_of_steps_is_read_and_printed(context: BrowserContext) -> None:
    watched = opened(context, STEPS)
    page = watched.page
    page.locator("a.button[href='#do']").click()
    assert page.url.endswith("#do")
    for fold in page.locator("main summary").all():
        fold.click()
    assert packed(page.locator("#do").inner_text()) in packed("".join(sheets(page.pdf())))
    assert watched.clean(), watched.errors


def test_what_is_not_open_cannot_be_opened(context: BrowserContext) -> None:
    page = opened(context, STEPS).page
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(CHECKLIST)
    assert context.service_workers == []


def test_a_checklist_without_its_script_keeps_nothing(context: BrowserContext) -> None:
    context.route("**/assets/checklist.*.js", lambda route: route.abort())
    page = opened(context, CHECKLIST).page
    fill(page)
    context.set_offline(False)
    page.reload()
    assert not kept(page)


def test_a_page_that_asks_for_more_in_use_is_seen(context: BrowserContext) -> None:
    watched = opened(context, CHECKLIST)
    watched.page.evaluate("document.addEventListener('input', () => fetch('/new').catch(() => {}))")
    assert watched.clean()
    with watched.page.expect_console_message():
        fill(watched.page)
    assert not watched.clean()
