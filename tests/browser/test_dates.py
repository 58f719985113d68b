"""The dates tool in a real browser, under the policy that the site ships."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Page

from support import looking
from support.browser import Watched
from support.project import site

TOOL = "/zh/tools/dates/"
TELENOR = f"{TOOL}?carrier=telenor&contract=subscription"


def fill(page: Page, **values: str) -> None:
    for name, value in values.items():
        page.locator(f"[name={name}]").fill(value)


def choose(page: Page, contract: str) -> None:
    page.locator("[name=contract]").select_option(contract)


def summary(page: Page) -> str:
    return page.locator("[data-part=summary]").inner_text()


def days(page: Page) -> list[str]:
    return page.locator("[data-part=steps] .dates__day").all_inner_texts()


def saved(page: Page, folder: Path) -> list[Any]:
    with page.expect_download() as download:
        page.locator("[data-part=save]").click()
    path = folder / "dates.ics"
    download.value.save_as(path)
    assert download.value.suggested_filename.endswith(".ics")
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def test_two_rules_are_shown_with_their_sources_and_the_later_counts(phone: Watched) -> None:
    page = phone.page
    page.goto(TELENOR)
    fill(page, received="2026-06-10")
    assert summary(page) == "两条规则算出来不一样，按晚的准备：2026年7月31日。请对方书面确认。"
    assert days(page) == [
        "2026年6月10日",
        "2026年6月17日",
        "2026年6月30日",
        "2026年7月2日",
        "2026年7月31日",
        "2026年8月31日",
        "2027年6月17日",
    ]
    steps = page.locator("[data-part=steps]")
    for name in ("telenor:notice", "telenor:notice-2016", "complaints:order", "complaints:deadline"):
        assert steps.locator(f"[data-fact='{name}'] .mark").first.is_visible()
    assert phone.clean(), (phone.errors, phone.foreign)


def test_a_confirmed_day_beats_the_rules(phone: Watched) -> None:
    phone.page.goto(TELENOR)
    fill(phone.page, received="2026-06-10", confirmed="2026-07-15")
    assert summary(phone.page) == "最后一天：2026年7月15日，对方已书面确认。"
    assert days(phone.page)[1:3] == ["2026年7月15日", "2026年8月15日"]
    assert phone.page.locator("[data-part=steps] [data-fact='telenor:notice']").count() == 0


def test_an_unknown_rule_gives_the_sentence_to_ask_and_no_last_day(phone: Watched) -> None:
    page = phone.page
    page.goto(f"{TOOL}?carrier=telia&contract=subscription")
    assert "没有查到" in summary(page)
    assert "Hvilken dato opphører avtalen hvis jeg sier opp i dag?" in page.locator("[data-part=asked]").inner_text()
    assert page.locator("p[data-part=meanwhile]").is_visible()
    fill(page, received="2026-06-10", confirmed="2026-07-31")
    assert "2026年7月31日" in summary(page)
    assert page.locator("[data-part=asked]").inner_text() == ""


def test_a_renewal_rule_asks_for_the_day_of_renewal(phone: Watched) -> None:
    page = phone.page
    page.goto(TOOL)
    assert page.locator("[name=renews]").is_hidden()
    choose(page, "saily:travel")
    fill(page, received="2026-06-01", renews="2026-06-30", hour="12:00")
    assert summary(page) == "最晚2026年6月28日12:00提出，预计2026年6月30日结束，不再续期。请对方书面确认。"
    assert page.locator("[data-part=abroad]").is_visible()
    fill(page, received="2026-06-29")
    assert "可能又续一期" in summary(page)
    assert page.locator("[data-part=asked]").inner_text() != ""
    choose(page, "ice:subscription")
    assert page.locator("[name=renews]").is_hidden()


def test_the_calendar_holds_what_the_page_shows(phone: Watched, tmp_path: Path) -> None:
    page = phone.page
    page.goto(TELENOR)
    fill(page, received="2026-06-10")
    expected = saved(page, tmp_path)
    found = {event["DTSTART"].dt: str(event["SUMMARY"]) for event in expected}
    assert found == {
        date(2026, 6, 17): "Telenor：月付套餐，还没有书面确认，就再联系一次",
        date(2026, 7, 2): "Telenor：月付套餐，书面投诉没有答复，可以找Brukerklagenemnda（BKN）",
        date(2026, 7, 31): "Telenor：月付套餐，预计的最后一天，请对方书面确认",
        date(2026, 8, 31): "Telenor：月付套餐，核对最后一张账单和扣款",
    }
    assert {str(event["URL"]) for event in expected} == {page.url.partition("?")[0]}
    assert all(len(event.walk("VALARM")) == 1 for event in expected)
    assert "CancelAtlas" in next(str(one["DESCRIPTION"]) for one in expected if one["DTSTART"].dt == date(2026, 7, 31))
    fill(page, confirmed="2026-07-15")
    confirmed = {str(event["UID"]): event["DTSTART"].dt for event in saved(page, tmp_path)}
    last = next(str(event["UID"]) for event in expected if event["DTSTART"].dt == date(2026, 7, 31))
    assert confirmed[last] == date(2026, 7, 15)


def test_what_is_typed_stays_on_the_page(phone: Watched) -> None:
    page = phone.page
    page.goto(TOOL)
    address = page.url
    choose(page, "telenor:subscription")
    fill(page, received="2026-06-10", confirmed="2026-07-15")
    page.locator("[name=confirmed]").press("Enter")
    assert page.url == address
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    assert phone.clean(), (phone.errors, phone.foreign)


@pytest.mark.parametrize("language", ["zh", "zh-hant", "en", "nb"])
def test_every_contract_gets_whole_sentences_and_no_page_scrolls_sideways(phone: Watched, language: str) -> None:
    page = phone.page
    page.goto(f"/{language}/tools/dates/")
    fill(page, received="2026-06-10")
    contracts = [f"{one.slug}:{kind}" for one in site().carriers for kind in one.contracts]
    for contract in contracts:
        choose(page, contract)
        text = page.locator(".dates__result").inner_text()
        assert summary(page), contract
        assert not any(sign in text for sign in ("{", "undefined", "NaN", "null")), (contract, text)
        assert looking.overhang(page) <= 0, contract
    assert phone.clean(), (phone.errors, phone.foreign)


def test_a_guide_has_the_contracts_of_its_card(phone: Watched) -> None:
    phone.page.goto("/zh/guides/esim/")
    choose(phone.page, "telenor:subscription")
    fill(phone.page, received="2026-06-10")
    assert "2026年7月31日" in summary(phone.page)
    assert phone.page.locator("option[value='telenor:prepaid']").count() == 0
    assert phone.page.locator("[data-part=carrier]").get_attribute("href") == "../../carriers/telenor/esim/"
    assert phone.clean(), (phone.errors, phone.foreign)


def test_without_a_script_the_tables_stand_and_the_form_does_not(without_script: Page) -> None:
    without_script.goto(TOOL)
    assert without_script.locator(".dates form").is_hidden()
    assert without_script.locator(".dates__result").is_hidden()
    assert without_script.get_by_role("cell", name="2026年12月31日").first.is_visible()
    assert without_script.locator("[data-fact='telenor:notice']").first.is_visible()
