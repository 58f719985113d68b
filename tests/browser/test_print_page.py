"""Several checklists on one page, printed one after another, each on its own sheet."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from support import looking, project
from support.browser import Watched
from support.paper import packed, sheets, stands_in

THREE = ["telenor/esim", "ice/4g", "mycall/smart-card/prepaid"]
LIST = f"/zh/print/?list={','.join(THREE)}"
STATUS = "[role=status]"
# Ids that stand more than once, and links and labels that lead to none of the page.
LOOSE = """() => {
  const ids = [...document.querySelectorAll("[id]")].map(one => one.id);
  const named = [...document.querySelectorAll("[for]")].map(one => one.htmlFor);
  const linked = [...document.querySelectorAll("a[href^='#']")].map(one => one.getAttribute("href").slice(1));
  return [...ids.filter((id, at) => ids.indexOf(id) !== at), ...[...named, ...linked].filter(id => !ids.includes(id))];
}"""


def opened(watched: Watched, address: str, copies: int) -> Page:
    """The page at an address with so many checklists on it."""
    page = watched.page
    page.goto(address)
    expect(page.locator(STATUS)).not_to_be_empty()
    expect(page.locator(".copy")).to_have_count(copies)
    return page


def test_three_checklists_are_three_sheets_of_paper(phone: Watched) -> None:
    page = opened(phone, LIST, 3)
    titles = page.locator(".copy h1").all_inner_texts()
    found = sheets(page.pdf(width="210mm", height="267mm"))
    assert len(titles) == len(found) == 3
    for title, text in zip(titles, found, strict=True):
        assert stands_in(packed(title), packed(text))
    assert page.locator(STATUS).inner_text() == "已选清单：3张。"
    assert phone.clean(), (phone.errors, phone.foreign)


def test_copies_stand_beside_one_another_with_their_own_ids_and_links(phone: Watched) -> None:
    page = opened(phone, LIST, 3)
    assert page.evaluate(LOOSE) == []
    copy = page.locator(".copy").first
    assert copy.locator("a[href^='#telenor-esim-src-']").count() > 0
    box = copy.locator(".boxes label").first
    box.click()
    assert copy.locator(".boxes input").first.is_checked()
    assert page.locator("script, nav", has=page.locator(".copy *")).count() == 0


def test_what_does_not_exist_is_named_and_skipped(phone: Watched) -> None:
    page = opened(phone, "/zh/print/?list=telenor/esim,<b>nobody</b>/5g,telenor/5g/nothing", 1)
    said = page.locator(STATUS).inner_text()
    assert "<b>nobody</b>/5g, telenor/5g/nothing" in said
    assert page.locator(".choices input:checked").count() == 1
    assert phone.clean(), (phone.errors, phone.foreign)


def test_the_choice_stands_in_the_address_and_can_be_taken_back(phone: Watched) -> None:
    page = opened(phone, "/en/print/", 0)
    assert page.locator("#print").is_disabled()
    page.get_by_role("checkbox", name="Saga Mobil · eSIM", exact=True).check()
    page.get_by_role("checkbox", name="Telenor · eSIM", exact=True).check()
    page.wait_for_selector(".copy + .copy")
    # In the order of the page, however they were ticked.
    assert page.url.endswith("/en/print/?list=telenor/esim,saga/esim")
    page.get_by_role("checkbox", name="Telenor · eSIM", exact=True).uncheck()
    expect(page.locator(".copy")).to_have_count(1)
    page.locator("#none").click()
    expect(page.locator(".copy")).to_have_count(0)
    assert page.url.endswith("/en/print/")
    assert phone.clean(), (phone.errors, phone.foreign)


def test_the_keyboard_is_enough(phone: Watched) -> None:
    page = opened(phone, "/zh/print/", 0)
    page.evaluate("() => { window.print = () => { window.printed = (window.printed ?? 0) + 1; }; }")
    page.locator(".choices input").first.focus()
    page.keyboard.press("Space")
    page.wait_for_selector(".copy")
    page.locator("#print").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("window.printed") == 1


def test_what_was_ticked_and_written_on_a_checklist_stands_on_its_copy(phone: Watched) -> None:
    page = phone.page
    page.goto("/zh/carriers/telenor/esim/checklist/")
    page.evaluate("localStorage.setItem(`siopp:${location.pathname}`, 'not ours')")
    opened(phone, "/zh/print/?list=telenor/esim", 1)
    assert page.locator(".copy input:checked").count() == 0
    names = page.locator(".copy input[name][type=checkbox]").evaluate_all("all => all.map(one => one.name)")
    path = "/zh/carriers/telenor/esim/checklist/"
    page.evaluate(
        "([path, names]) => localStorage.setItem(`siopp:${path}`, JSON.stringify(Object.fromEntries("
        "names.map(name => [name, true]))))",
        [path, names],
    )
    opened(phone, "/zh/print/?list=telenor/esim", 1)
    assert page.locator(".copy input[name]:checked").count() == len(names)
    assert phone.clean(), (phone.errors, phone.foreign)


def test_a_checklist_that_does_not_come_is_named(phone: Watched) -> None:
    page = phone.page
    page.route("**/ice/4g/checklist/", lambda route: route.abort())
    opened(phone, "/zh/print/?list=telenor/esim,ice/4g", 1)
    expect(page.locator(STATUS)).to_contain_text("ice")


def test_without_script_every_checklist_is_a_link(without_script: Page) -> None:
    page = without_script
    page.goto("/zh/print/")
    wanted = sum(len(one.procedures) for one in project.site().steps_pages)
    links = page.locator(".choices a")
    assert links.count() == wanted
    assert "一张一张打印" in page.locator("noscript").inner_text()
    assert page.locator(".choices input:visible, .print__bar:visible, button:visible").count() == 0
    links.first.click()
    assert page.url.endswith("/checklist/")


def test_from_a_file_it_says_that_it_needs_the_site(browser: Browser, real_site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{(real_site / 'zh/print/index.html').as_uri()}?list=telenor/esim")
    assert page.locator("#from-file").is_visible()
    assert page.locator(".choices input:visible, .print__bar:visible").count() == 0
    context.close()


@pytest.mark.parametrize("language", ["zh", "nb"])
def test_the_directory_leads_to_it_and_it_asks_only_for_what_is_chosen(phone: Watched, language: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    phone.page.on("request", note)
    phone.page.goto(f"/{language}/carriers/")
    phone.page.locator("article a[href='../print/']").click()
    expect(phone.page.locator(STATUS)).not_to_be_empty()
    assert phone.page.url.endswith(f"/{language}/print/")
    assert [url for url in asked if "checklist/" in url] == []
    assert looking.overhang(phone.page) <= 0
