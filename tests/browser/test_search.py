"""The search as people use it: from the form on any page, by keyboard, by link, and without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from support.browser import Watched


def results(phone: Watched) -> list[str]:
    return [str(link.get_attribute("href")) for link in phone.page.locator("ol#results > li > a").all()]


def test_from_the_form_of_any_page_to_the_carrier(phone: Watched) -> None:
    page = phone.page
    page.goto("/zh/topics/esim/")
    field = page.get_by_role("search").get_by_role("searchbox")
    field.fill("telnor")
    field.press("Enter")
    expect(page.locator("ol#results > li > a").first).to_have_attribute("href", "../carriers/telenor/")
    assert "/zh/search/?q=telnor" in page.url
    page.locator("ol#results > li > a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Telenor")
    assert phone.clean(), (phone.errors, phone.foreign)


def test_an_address_with_words_shows_what_is_found(phone: Watched) -> None:
    phone.page.goto("/en/search/?q=cooling-off")
    expect(phone.page.locator("ol#results > li > a").first).to_have_attribute("href", "../topics/withdrawal/")
    expect(phone.page.get_by_role("status")).to_contain_text("Pages found")
    assert len(results(phone)) <= 10


def test_words_stand_in_the_address_while_they_are_typed(phone: Watched) -> None:
    page = phone.page
    page.goto("/nb/search/")
    page.locator(".search input").fill("purregebyr")
    expect(page.locator("ol#results > li > a").first).to_have_attribute("href", "../topics/still-billed/")
    assert page.url.endswith("/nb/search/?q=purregebyr")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#results') !== null")


def test_nothing_found_is_said_and_leads_on(phone: Watched) -> None:
    page = phone.page
    page.goto("/zh/search/?q=zzzzzzzzzz")
    expect(page.get_by_role("status")).to_contain_text("没有找到")
    expect(page.locator(".search__none a")).to_be_visible()
    assert results(phone) == []


@pytest.mark.parametrize("text", ["<img src=x onerror=alert(1)>", "a&b=c#d", "'\"", "😀"])
def test_hostile_words_are_only_words(phone: Watched, text: str) -> None:
    page = phone.page
    page.goto("/zh/search/")
    page.locator(".search input").fill(text)
    expect(page.get_by_role("status")).not_to_be_empty()
    assert page.locator(".search img").count() == 0
    assert phone.clean(), (phone.errors, phone.foreign)


def test_without_javascript_the_page_leads_to_the_lists(without_script: Page) -> None:
    page = without_script
    page.goto("/zh/search/?q=telenor")
    assert [link.get_attribute("href") for link in page.locator("noscript a").all()] == ["../carriers/", "../#topics"]
