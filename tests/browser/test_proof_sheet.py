"""The proof sheet: one page of paper in every language, with its rules, their sources and room to write."""

import pytest
from playwright.sync_api import Page

from settings import language_tags
from support import looking
from support.browser import Watched
from support.paper import packed, sheets, stands_in

# A little less than A4, for browsers that set wider, and for paper of another size.
GATE = {"width": "210mm", "height": "267mm"}
# What a line leaves to write on, in pixels.
ROOM = """() => [...document.querySelectorAll(".fill")].map(
  line => line.getBoundingClientRect().right - line.querySelector("span").getBoundingClientRect().right)"""
CLIPPED = """() => [...document.querySelectorAll("main *")].filter(
  one => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline").length"""


@pytest.fixture(params=sorted(language_tags()))
def sheet(phone: Watched, request: pytest.FixtureRequest) -> Page:
    phone.page.goto(f"/{request.param}/topics/proof-sheet/")
    assert phone.clean(), (phone.errors, phone.foreign)
    return phone.page


def test_it_is_one_page_of_paper_with_its_rules_and_their_sources(sheet: Page) -> None:
    wanted = sheet.locator("h1, h2, th, .fill, [data-fact], .sources time").all_inner_texts()
    [text] = sheets(sheet.pdf(width=GATE["width"], height=GATE["height"]))
    assert len(wanted) > 30
    assert [one for one in wanted if not stands_in(packed(one), packed(text))] == []


def test_every_line_leaves_room_to_write(sheet: Page) -> None:
    sheet.set_viewport_size({"width": 700, "height": 1000})
    sheet.emulate_media(media="print")
    assert min(sheet.evaluate(ROOM)) > 50
    assert sheet.evaluate(CLIPPED) == 0
    assert sheet.locator(".log tbody tr").count() >= 8


def test_it_reads_on_a_phone(sheet: Page) -> None:
    assert looking.overhang(sheet) <= 0
    assert all(column.is_visible() for column in sheet.locator(".log th").all())


@pytest.mark.parametrize("topic", ["complaints", "still-billed"])
def test_topics_on_disputes_lead_to_it(phone: Watched, topic: str) -> None:
    for language in language_tags():
        phone.page.goto(f"/{language}/topics/{topic}/")
        phone.page.locator("article a[href='../proof-sheet/']").first.click()
        assert phone.page.url.endswith(f"/{language}/topics/proof-sheet/")


def test_it_stands_among_the_topics(phone: Watched) -> None:
    phone.page.goto("/zh/")
    assert phone.page.locator("article a[href='topics/proof-sheet/']").count() == 1
    phone.page.goto("/zh/topics/rights/")
    assert phone.page.locator(".nav a[href='../../topics/proof-sheet/']").count() == 1
