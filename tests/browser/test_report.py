"""The link beside each fact and the panel it opens: the right fact, every setting, the keyboard, no script."""

from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from support import looking
from support.browser import Watched

STEPS = "/en/carriers/ice/esim/"
LINKS = "[data-fact] .report-link"
WECHAT = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) MicroMessenger/8.0.49"
REPOSITORY, CONTACT = "https://git.example/si-opp", "post@si.example"
# The facts whose first mark has no link, and the links that stand at no mark of a fact.
UNLIKE = """() => {
  const facts = [...document.querySelectorAll("[data-fact]")].filter((fact) => fact.querySelector(":scope > .mark"));
  const bare = facts.filter((fact) => fact.querySelectorAll(":scope > .mark > .report-link").length !== 1);
  return [facts.length, bare.length, document.querySelectorAll("[data-fact] .report-link").length - facts.length];
}"""


@pytest.fixture
def context(browser: Browser, served: str) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 360, "height": 740}, locale="en", base_url=served)
    yield made
    made.close()


def opened(page: Page, address: str = "ice:notice-postpaid") -> None:
    """Open the panel of the first mark of a fact."""
    page.goto(STEPS)
    page.locator(f'[data-fact="{address}"] > .mark > .report-link').first.click()
    page.locator("dialog.report[open]").wait_for()


def with_settings(context: BrowserContext, **settings: str) -> None:
    """Serve the page on reporting as it is built with these settings."""
    attributes = "".join(f' data-{name}="{value}"' for name, value in settings.items())

    def answer(route: Route) -> None:
        response = route.fetch()
        text = response.text().replace('<dialog class="report"', f'<dialog class="report"{attributes}')
        route.fulfill(response=response, body=text)

    context.route("**/about/correct/", answer)


def target(page: Page, result: str) -> str:
    return page.locator(f'dialog [data-result="{result}"]').get_attribute("href") or ""


@pytest.mark.parametrize(
    "address", [STEPS, "/zh/carriers/telia/", "/zh/guides/esim/", "/nb/topics/rights/", "/en/about/status/"]
)
def test_every_fact_with_a_mark_has_one_link(phone: Watched, address: str) -> None:
    phone.page.goto(address)
    facts, bare, others = phone.page.evaluate(UNLIKE)
    assert facts > 5
    assert (bare, others) == (0, 0)
    assert phone.clean()


def test_a_link_is_named_after_its_fact_and_shows_two_words(phone: Watched) -> None:
    phone.page.goto(STEPS)
    link = phone.page.locator('.key-facts [data-fact="ice:notice-postpaid"] .report-link')
    assert link.get_attribute("aria-label") == "Correct or confirm: Next day (expected)"
    assert link.inner_text() == ""
    assert (link.bounding_box() or {"height": 0})["height"] >= 24


def test_without_settings_the_panel_gives_text_to_copy(context: BrowserContext, served: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    watched = Watched(context.new_page(), served)
    opened(watched.page)
    text = watched.page.locator("dialog textarea").input_value()
    assert "Carrier or topic: ice\n" in text
    assert "Id: ice:notice-postpaid\n" in text
    assert "CancelAtlas · 2026-06-06; https://www.cancelatlas.com/c/ice-no" in text
    assert f"Page: {served}{STEPS}\n" in text
    assert text.rstrip().endswith("New source (web address, date on the page, day you read it):")
    assert watched.page.locator('[data-part="send"]').is_hidden()
    watched.page.get_by_role("button", name="Copy").click()
    watched.page.get_by_text("Copied").wait_for()
    assert watched.page.evaluate("navigator.clipboard.readText()") == text
    assert watched.clean()


def test_the_repository_gets_a_form_that_is_filled(context: BrowserContext) -> None:
    with_settings(context, repository=REPOSITORY, contact=CONTACT)
    page = context.new_page()
    opened(page)
    for result, template in (("wrong", "fact-wrong.yml"), ("same", "fact-same.yml")):
        address = urlsplit(target(page, result))
        asked = {key: values[0] for key, values in parse_qs(address.query).items()}
        assert f"{address.scheme}://{address.netloc}{address.path}" == f"{REPOSITORY}/issues/new"
        assert (asked["template"], asked["carrier"], asked["fact"]) == (template, "ice", "ice:notice-postpaid")
        assert asked["date"] == "2026-06-06"
        assert "CancelAtlas" in asked["source"]
        assert asked["value"]
    assert page.locator('[data-part="copy"]').is_hidden()


def test_without_a_repository_a_mail_is_written(context: BrowserContext) -> None:
    with_settings(context, contact=CONTACT)
    page = context.new_page()
    opened(page)
    mail = target(page, "same")
    assert mail.startswith(f"mailto:{CONTACT}?subject=ice%3Anotice-postpaid&body=")
    assert "Result (wrong or outdated / still true): Still true\r\n" in unquote(mail)


@pytest.mark.parametrize(
    ("agent", "contact"), [(WECHAT, CONTACT), ("", "https://si.example/write")], ids=["WeChat", "a page as contact"]
)
def test_where_nothing_can_be_opened_the_text_is_copied(
    browser: Browser, served: str, agent: str, contact: str
) -> None:
    with browser.new_context(base_url=served, locale="en", user_agent=agent or None) as context:
        with_settings(context, contact=contact)
        page = context.new_page()
        opened(page)
        assert page.locator("dialog textarea").is_visible()
        assert page.locator('[data-part="send"]').is_hidden()


def test_the_keyboard_opens_and_closes_and_comes_back(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(STEPS)
    link = page.locator(LINKS).first
    link.focus()
    page.keyboard.press("Enter")
    page.locator("dialog.report[open]").wait_for()
    assert page.evaluate("document.querySelector('dialog').contains(document.activeElement)")
    page.keyboard.press("Escape")
    page.locator("dialog.report").wait_for(state="hidden")
    assert link.evaluate("link => link === document.activeElement")
    # A second time, for another fact: the panel is there already.
    page.locator(LINKS).nth(3).press("Enter")
    page.locator("dialog.report[open]").wait_for()
    page.get_by_role("button", name="Close").click()
    page.locator("dialog.report").wait_for(state="hidden")


def test_the_panel_fits_a_phone(context: BrowserContext) -> None:
    page = context.new_page()
    opened(page)
    assert looking.overhang(page) <= 0
    assert page.locator("dialog.report").evaluate("box => box.scrollWidth <= box.clientWidth")


@pytest.mark.parametrize("lost", ["**/about/correct/", "**/assets/report.*.js"])
def test_if_the_panel_cannot_be_had_the_link_is_followed(context: BrowserContext, lost: str) -> None:
    page = context.new_page()
    page.goto(STEPS)
    page.route(
        lost,
        lambda route: route.fulfill(status=503) if route.request.resource_type != "document" else route.continue_(),
    )
    page.locator(LINKS).first.click()
    page.wait_for_url("**/en/about/correct/")


def test_without_script_the_foot_leads_to_the_page(without_script: Page) -> None:
    page = without_script
    page.goto(STEPS)
    assert page.locator(LINKS).count() == 0
    page.locator("footer .report-link").click()
    assert page.locator("h1").inner_text().startswith("Correct or confirm")
