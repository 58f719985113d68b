"""The filters of the directory: three states apart, in the address, by keyboard, on a phone."""

import pytest
from playwright.sync_api import Page, expect

from support import looking, project
from support.browser import Watched
from writing import filters

ROWS = "tbody tr[data-house]:visible"


def shown(page: Page) -> list[str]:
    """Slugs of the rows in sight."""
    return [str(row.locator("th a").first.get_attribute("href")).rstrip("/") for row in page.locator(ROWS).all()]


def expected(name: str, value: str) -> list[str]:
    site = project.site()
    return [one.slug for one in site.carriers if value in filters.values(site, one)[name].split()]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("guide", "esim:yes"),
        ("guide", "esim:unknown"),
        ("guide", "esim:no"),
        ("bankid", "yes"),
        ("bankid", "unknown"),
        ("bankid", "no"),
        ("abroad", "not-applicable"),
        ("house", "telia"),
        ("status", "unknown"),
        ("contract", "prepaid"),
    ],
)
def test_an_address_shows_the_carriers_that_fit(phone: Watched, name: str, value: str) -> None:
    page = phone.page
    page.goto(f"/zh/carriers/?{name}={value}")
    expect(page.locator(f"select[name={name}]")).to_have_value(value)
    assert shown(page) == expected(name, value)
    total = len(expected(name, value))
    expect(page.locator(".filters [role=status]")).to_contain_text(str(total) if total else "没有符合的")
    assert phone.clean(), (phone.errors, phone.foreign)


def test_states_of_a_question_share_no_carrier() -> None:
    for name in ("bankid", "abroad"):
        sets = [set(expected(name, value)) for value in ("yes", "unknown", "no", "not-applicable")]
        assert sum(map(len, sets)) == len(set().union(*sets)) == len(project.site().carriers)


def test_choosing_writes_the_address_hides_empty_houses_and_can_be_undone(phone: Watched) -> None:
    page = phone.page
    page.goto("/zh/carriers/")
    page.locator("select[name=house]").select_option("telia")
    page.locator("select[name=contract]").select_option("prepaid")
    assert page.url.endswith("/zh/carriers/?contract=prepaid&house=telia")
    assert shown(page) == [slug for slug in expected("house", "telia") if slug in expected("contract", "prepaid")]
    expect(page.locator("#house-telenor")).to_be_hidden()
    expect(page.locator("#house-telia")).to_be_visible()
    assert looking.overhang(page) <= 0
    button = page.get_by_role("button", name="清除筛选")
    button.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("/zh/carriers/")
    assert len(shown(page)) == len(project.site().carriers)


def test_what_fits_nobody_is_said(phone: Watched) -> None:
    phone.page.goto("/zh/carriers/?house=travel&contract=business")
    assert shown(phone.page) == []
    expect(phone.page.locator(".filters [role=status]")).to_contain_text("没有符合的")


def test_values_that_the_form_does_not_know_filter_nothing(phone: Watched) -> None:
    phone.page.goto("/zh/carriers/?bankid=maybe&__proto__=x&house=<b>")
    assert len(shown(phone.page)) == len(project.site().carriers)
    assert phone.clean(), (phone.errors, phone.foreign)


def test_the_table_does_not_jump_when_the_filters_appear(phone: Watched) -> None:
    page = phone.page
    page.goto("/zh/carriers/")
    page.locator("form.filters:not([hidden])").wait_for()
    shown = page.locator(".table").first.bounding_box()
    # Before its script has come, the form has its place already.
    page.route("**/filters.*.js", lambda route: route.abort())
    page.goto("/zh/carriers/")
    assert page.locator("form.filters[hidden]").count() == 1
    before = page.locator(".table").first.bounding_box()
    assert shown
    assert before
    assert shown["y"] == before["y"]
