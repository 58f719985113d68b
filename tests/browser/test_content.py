"""Everything is there without style, without script and on paper; and nothing is kept or sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from support.browser import Watched
from support.kinds import CHECKLIST, KINDS, STEPS
from support.paper import packed, sheets, stands_in
from support.project import TODAY

PHONE: ViewportSize = {"width": 360, "height": 740}
OPEN = "document.querySelectorAll('details').forEach(fold => { fold.open = true; })"
# Forms that need a script stand hidden in the page: only a script shows them, and only they may differ.
TEXT = """() => {
  const main = document.querySelector("main");
  const forms = [...main.querySelectorAll("form, .tools")].filter((form) => !form.hidden);
  forms.forEach((form) => { form.hidden = true; });
  const text = main.innerText;
  forms.forEach((form) => { form.hidden = false; });
  return text;
}"""
WHOLE = """() => {
  const main = document.querySelector("main").cloneNode(true);
  main.querySelectorAll("[hidden], template, noscript, dialog:not([open])").forEach((part) => part.remove());
  return main.textContent;
}"""
TEXT_FIRST = """(nav => !nav || nav.compareDocumentPosition(document.querySelector("article")) === 2)(
  document.querySelector(".nav"))"""
KEPT = """async () => [
  document.cookie, localStorage.length, sessionStorage.length,
  (await indexedDB.databases()).length, (await caches.keys()).length,
]"""


@dataclass(frozen=True)
class Shown:
    """A page of one kind as it was opened, with the text a reader sees."""

    address: str
    watched: Watched
    text: str


@pytest.fixture(scope="module", params=KINDS)
def shown(browser: Browser, served: str, request: pytest.FixtureRequest) -> Iterator[Shown]:
    context = browser.new_context(base_url=served, locale="zh-CN", viewport=PHONE)
    watched = Watched(context.new_page(), served)
    # Without a script the age of sources is that of the build's day.
    watched.page.clock.set_fixed_time(datetime.combine(TODAY, time(12), UTC))
    watched.page.goto(KINDS[request.param])
    yield Shown(KINDS[request.param], watched, watched.page.evaluate(TEXT))
    context.close()


def test_without_script_the_same_text_is_there(browser: Browser, served: str, shown: Shown) -> None:
    context = browser.new_context(base_url=served, locale="zh-CN", viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(shown.address)
    assert page.evaluate(TEXT) == shown.text
    context.close()


def test_without_style_all_text_is_shown_in_order(browser: Browser, served: str, shown: Shown) -> None:
    context = browser.new_context(base_url=served, locale="zh-CN", viewport=PHONE)
    context.route("**/*.css", lambda route: route.abort())
    page = context.new_page()
    page.goto(shown.address)
    page.evaluate(OPEN)
    text: str = page.evaluate(WHOLE)
    assert packed(page.locator("main").inner_text()) == packed(text)
    assert page.evaluate(TEXT_FIRST), "navigation must stand after the text"
    context.close()


def test_page_in_use_keeps_nothing_and_asks_no_other_host(shown: Shown) -> None:
    watched, page = shown.watched, shown.watched.page
    use(page)
    # The ticks of a checklist stay on the device; nothing else is kept anywhere.
    assert page.evaluate(KEPT) == ["", int(shown.address == CHECKLIST), 0, 0, 0]
    assert page.context.cookies() == []
    assert page.context.service_workers == []
    assert watched.clean(), (watched.errors, watched.foreign)


def use(page: Page) -> None:
    """Everything a page has to use: folds, boxes, a link to itself, print."""
    for fold in page.locator("summary").all():
        fold.click()
    for box in page.locator("input[type=checkbox]").all():
        box.check()
    inner = page.locator("main a[href^='#']")
    if inner.count():
        inner.last.click()
    page.emulate_media(media="print")


def test_what_is_kept_or_asked_is_seen(phone: Watched) -> None:
    page = phone.page
    page.goto(STEPS)
    page.evaluate("localStorage.setItem('a', 'b'); document.cookie = 'c=d'")
    assert page.evaluate(KEPT)[:2] == ["c=d", 1]
    with page.expect_console_message():
        page.evaluate("document.body.append(Object.assign(new Image(), {src: 'https://example.org/x.png'}))")
    assert not phone.clean()


def test_paper_holds_folds_meanings_and_addresses(phone: Watched) -> None:
    page = phone.page
    page.goto(STEPS)
    wanted = [page.locator("details.more").first.evaluate("fold => fold.querySelector('p').textContent")]
    wanted += ["标记怎么看", page.locator(".kinds dd").first.inner_text()]
    wanted += [link.get_attribute("href") or "" for link in page.locator(".sources a").all()]
    assert len(wanted) > 3
    text = packed("".join(sheets(page.pdf())))
    assert [one for one in wanted if not stands_in(packed(one), text)] == []
    assert not stands_in(packed("这句话不在纸上，页面里没有"), text)
