"""What a reader does, in a real browser under the policy that the site ships."""

import pytest

from support import looking
from support.browser import Watched


def test_from_home_to_the_steps_of_telenor_esim(phone: Watched) -> None:
    page = phone.page
    page.goto("/zh/")
    page.get_by_role("link", name="Telenor", exact=True).first.click()
    page.locator("#choose + ul").get_by_role("link", name="eSIM", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "怎么注销Telenor的eSIM"
    assert page.locator("[data-fact='telenor:phone'] a[href='tel:+4791509000']").first.is_visible()
    page.locator("a.button").click()
    assert page.url.endswith("#do")
    assert page.locator("[data-fact='telenor:cancel-phone']").first.is_visible()
    page.get_by_role("link", name="打印一页清单").first.click()
    box = page.get_by_role("checkbox").first
    box.check()
    assert box.is_checked()
    assert phone.clean(), (phone.errors, phone.foreign)


PAGES = [
    "/",
    "/zh/",
    "/zh/carriers/",
    "/zh/carriers/lycamobile/",
    "/zh/carriers/lycamobile/smart-card/",
    "/zh/carriers/holafly/esim/",
    "/zh/carriers/ice/5g/",
    "/zh/carriers/ice/5g/checklist/",
    "/zh/guides/esim/",
    "/zh/guides/smart-card/",
    "/zh/tools/dates/",
]


@pytest.mark.parametrize("address", PAGES)
def test_page_fits_a_phone_and_breaks_no_rule(phone: Watched, address: str) -> None:
    phone.page.goto(address)
    assert looking.overhang(phone.page) <= 0
    assert phone.clean(), (phone.errors, phone.foreign)


def test_an_inline_script_is_refused_by_the_policy(phone: Watched) -> None:
    phone.page.goto("/zh/")
    script = "document.head.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))"
    phone.page.evaluate(script)
    assert phone.page.evaluate("window.ran === undefined")
    assert not phone.clean()
