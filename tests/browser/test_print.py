"""Every page printed as it is: nothing to press, everything to read, with the addresses of its sources."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from support import looking
from support.browser import Watched
from support.paper import last_lines, packed, sheets, stands_in

PAGES = [
    f"/{language}/{page}"
    for language in ("zh", "en")
    for page in (
        "", "about/", "carriers/", "carriers/lycamobile/", "carriers/telenor/4g/", "guides/smart-card/",
        "topics/complaints/", "topics/equipment/",
    )
]  # fmt: skip
# The space for text on A4 with our margins.
WIDTH = 680
GONE = ".nav, .toc, .languages, .top__link, .md-skip, .actions, .button, button"
SHOWN = """selector => [...document.querySelectorAll(selector)].filter(one => one.checkVisibility()).map(
  one => one.outerHTML.slice(0, 100))"""
CLIPPED = """() => [...document.querySelectorAll("main *")].filter(one =>
  one.checkVisibility() && getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1
).map(one => one.outerHTML.slice(0, 100))"""
PALE = """() => [...document.querySelectorAll("main *")].filter(one => one.checkVisibility()).flatMap(one => {
  const {color, backgroundColor} = getComputedStyle(one);
  const white = ["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(backgroundColor);
  return color === "rgb(0, 0, 0)" && white ? [] : [`${color} on ${backgroundColor}: ${one.outerHTML.slice(0, 100)}`];
})"""
TEXTS = "all => all.map(one => one.textContent).filter(text => text.trim())"


@dataclass(frozen=True)
class Printed:
    """A page as a reader with a dark screen has it, and its sheets of A4 with their text without blanks."""

    page: Page
    pdf: bytes
    text: str

    def texts(self, selector: str) -> list[str]:
        """The texts of what a selector finds, as the page holds them."""
        found: list[str] = self.page.locator(selector).evaluate_all(TEXTS)
        return [packed(one) for one in found]


@pytest.fixture(scope="module", params=PAGES)
def printed(browser: Browser, served: str, request: pytest.FixtureRequest) -> Iterator[Printed]:
    context = browser.new_context(base_url=served, color_scheme="dark")
    page = context.new_page()
    page.goto(request.param)
    pdf = page.pdf(format="A4")
    page.set_viewport_size({"width": WIDTH, "height": 960})
    page.emulate_media(media="print")
    yield Printed(page, pdf, packed("".join(sheets(pdf))))
    context.close()


def test_what_can_only_be_pressed_is_not_on_paper(printed: Printed) -> None:
    assert printed.page.evaluate(SHOWN, GONE) == []
    names = [*printed.texts(".languages a:not([hreflang=en])"), *printed.texts(".toc summary")]
    assert names
    assert [one for one in names if one in printed.text] == []


def test_folds_are_open_and_dates_kept(printed: Printed) -> None:
    # What has a class may hold a link, whose address stands between its words on paper.
    folded = [text for text in printed.texts("details.more p:not([class]), details.more p.remark") if len(text) > 8]
    assert [text for text in folded if not stands_in(text, printed.text)] == []
    for day in set(printed.texts("article time")):
        assert printed.text.count(day) >= printed.texts("article time").count(day), day


def test_the_address_of_every_source_is_on_paper(printed: Printed) -> None:
    links = printed.page.locator(".mark a[href^=http], .sources a, a.address, article p > a[href^=http]")
    addresses = {str(one) for one in links.evaluate_all("all => all.map(one => one.getAttribute('href'))")}
    assert [one for one in addresses if not stands_in(packed(one.split("://")[1]), printed.text)] == []


def test_nothing_is_cut_at_the_side(printed: Printed) -> None:
    assert looking.overhang(printed.page) <= 0
    assert printed.page.evaluate(CLIPPED) == []


def test_no_heading_ends_a_sheet(printed: Printed) -> None:
    headings = set(printed.texts("h2, h3, .step__title, .stop__title, summary"))
    assert [line for line in last_lines(printed.pdf)[:-1] if packed(line) in headings] == []


def test_paper_is_black_on_white_for_who_reads_in_the_dark(printed: Printed) -> None:
    assert printed.page.evaluate(PALE) == []


def test_planted_faults_are_seen(phone: Watched) -> None:
    page = phone.page
    page.goto("/zh/carriers/")
    page.set_viewport_size({"width": WIDTH, "height": 960})
    page.emulate_media(media="print")
    for selector, style in {
        ".nav": "display: block",
        ".table": "display: block; width: 90px; overflow-x: auto",
        "h1": "color: #777",
        "article": "width: 900px",
    }.items():
        page.evaluate("([one, style]) => { document.querySelector(one).style.cssText = style; }", [selector, style])
    assert len(page.evaluate(SHOWN, GONE)) == 1
    assert len(page.evaluate(CLIPPED)) == 1
    assert len(page.evaluate(PALE)) == 1
    assert looking.overhang(page) > 0
