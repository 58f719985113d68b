"""The router of the home page: by tick and by address, by keyboard, without the file, without JavaScript."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from composing.channels import ChannelView, remaining
from composing.procedure import Procedure, Situation
from composing.router import Have, needs_met
from support import looking, project
from support.browser import Watched

RESULT = ".router__result"


def channels(procedure: Procedure) -> tuple[ChannelView, ...]:
    return Situation(project.site().library, procedure.carrier, procedure.guide, procedure.kind).channels


def facts(page: Page, place: str) -> list[str]:
    """Addresses of the channels listed at a place."""
    options = page.locator(f"{RESULT} {place} > .options > .option > .fact:first-child")
    return [str(one.get_attribute("data-fact")) for one in options.all()]


def test_what_is_ticked_decides_what_is_left_and_stands_in_the_address(phone: Watched) -> None:
    page = phone.page
    page.goto("/zh/")
    page.get_by_label("SIM卡还能用").check()
    page.get_by_label("登记的邮箱还能收信").check()
    page.locator("select[name=carrier]").select_option("telenor")
    page.locator("select[name=guide]").select_option("esim")
    expect(page.locator(f"{RESULT} a[href='carriers/telenor/esim/']")).to_be_visible()
    assert page.url.endswith("/zh/?has=sim,email&carrier=telenor&guide=esim")
    expect(page.locator(".router__left")).to_contain_text("Telenor")
    steps = next(one for one in project.site().steps_pages if (one.carrier.slug, one.guide) == ("telenor", "esim"))
    found = remaining(channels(steps.main), *needs_met({Have.SIM, Have.EMAIL}, norwegian=True))
    impossible = facts(page, "details")
    assert impossible[: len(found.impossible)] == [one.view.claim.address for one in found.impossible]
    assert found.unknown[0].view.claim.address not in impossible
    page.locator(f"{RESULT} summary").first.click()
    expect(page.locator(f"{RESULT} details strong").first).to_contain_text("还差：")
    assert phone.clean(), (phone.errors, phone.foreign)


def test_an_address_is_shown_again_and_fits_a_phone(phone: Watched) -> None:
    page = phone.page
    page.goto("/zh/?has=somebody&carrier=telenor&guide=esim")
    expect(page.get_by_label("有人在挪威可以帮忙")).to_be_checked()
    expect(page.locator("select[name=carrier]")).to_have_value("telenor")
    # Somebody else may go there: never said to be possible, nor to be impossible.
    expect(page.locator(RESULT)).to_contain_text("先问收不收授权书")
    assert looking.overhang(page) <= 0
    assert phone.clean(), (phone.errors, phone.foreign)


def test_where_no_way_is_known_there_is_a_sentence_and_the_topic(phone: Watched) -> None:
    page = phone.page
    empty = next(
        steps
        for steps in project.site().steps_pages
        if steps.carrier.norwegian
        and not any(
            Situation(project.site().library, steps.carrier, steps.guide, k).channels for k in steps.ref.contracts
        )
    )
    page.goto(f"/zh/?carrier={empty.carrier.slug}&guide={empty.guide}")
    expect(page.locator(".router__left")).to_contain_text("没有查到")
    expect(page.locator(f"{RESULT} .sentence").first).to_be_visible()
    expect(page.locator(f"{RESULT} a[href='topics/without-bankid/']").first).to_be_visible()


def test_where_none_is_left_it_says_what_to_send(phone: Watched) -> None:
    page = phone.page
    page.route("**/router.json", lambda route: route.fulfill(json=only_with_bankid(route.fetch().json())))
    page.goto("/zh/?carrier=telenor&guide=esim")
    expect(page.locator(".router__left")).to_contain_text("都用不了")
    expect(page.locator(f"{RESULT} .sentence").first).to_contain_text("Jeg sier opp i dag")
    expect(page.locator(f"{RESULT} a[href='topics/without-bankid/#power-of-attorney']").first).to_be_visible()
    assert page.locator(f"{RESULT} details .option").count() > 0


def only_with_bankid(found: Any) -> Any:
    for contract in found["carriers"]["telenor"]["contracts"].values():
        for channel in contract["channels"]:
            channel["needs"] = ["bankid"]
    return found


def test_a_card_that_a_carrier_does_not_have_leads_to_the_carrier(phone: Watched) -> None:
    page = phone.page

    def without_esim(found: Any) -> Any:
        del found["carriers"]["telenor"]["guides"]["esim"]
        return found

    page.route("**/router.json", lambda route: route.fulfill(json=without_esim(route.fetch().json())))
    page.goto("/zh/?carrier=telenor&guide=esim")
    expect(page.locator(".router__left")).to_contain_text("没有这种卡")
    expect(page.locator(f"{RESULT} a[href='carriers/telenor/']")).to_be_visible()


def test_it_works_by_keyboard(phone: Watched) -> None:
    page = phone.page
    page.goto("/en/?carrier=ice&guide=5g")
    expect(page.locator(f"{RESULT} a").first).to_be_visible()
    page.locator("input[value=bankid]").focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("has=bankid"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.value") == "sim"


def test_hostile_addresses_choose_nothing(phone: Watched) -> None:
    page = phone.page
    page.goto("/zh/?has=<img>,constructor&carrier=__proto__&guide=javascript:alert(1)")
    expect(page.locator(".router form")).to_be_visible()
    expect(page.locator(RESULT)).to_be_empty()
    assert phone.clean(), (phone.errors, phone.foreign)


def test_the_file_is_asked_for_only_on_use(phone: Watched) -> None:
    asked: list[str] = []
    phone.page.on("request", lambda request: asked.append(request.url))
    phone.page.goto("/zh/")
    phone.page.wait_for_load_state("networkidle")
    assert not any("router.json" in url for url in asked)


def test_where_the_file_does_not_come_the_reader_is_told(phone: Watched) -> None:
    phone.page.route("**/router.json", lambda route: route.abort())
    phone.page.goto("/zh/?carrier=ice&guide=5g")
    expect(phone.page.locator(".router__failed")).to_be_visible()


@pytest.mark.parametrize("address", ["/zh/", "/zh/carriers/"])
def test_without_a_script_forms_stay_away_and_lists_are_whole(without_script: Page, address: str) -> None:
    page = without_script
    page.goto(address)
    assert page.locator("article form").all()
    assert not any(form.is_visible() for form in page.locator("article form").all())
    expect(page.locator("article a[href$='xplora/']").first).to_be_visible()
