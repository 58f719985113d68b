"""A page read long after it was built says how old its sources are by then."""

import re
from datetime import UTC, datetime, time

from playwright.sync_api import Page, Route, expect

from support.browser import Watched
from support.project import TODAY

STEPS = "zh/carriers/telenor/esim/"
# As built on the day of the tests' builds, and as it will be when all its sources are older than a year.
SOON = datetime.combine(TODAY, time(12), UTC)
LATE = SOON.replace(year=SOON.year + 2)
NOTICE = "p.age[data-later]"


def numbers(page: Page) -> list[int]:
    """All statements of the page, and those whose sources are old."""
    return [int(number) for number in re.findall(r"\d+", page.locator(NOTICE).inner_text())]


def test_the_number_stays_on_the_day_of_the_build_and_grows_with_the_years(phone: Watched) -> None:
    page = phone.page
    page.clock.set_fixed_time(SOON)
    page.goto(STEPS)
    total, built = numbers(page)
    assert built < total
    page.clock.set_fixed_time(LATE)
    page.goto(STEPS)
    assert numbers(page) == [total, total]


def test_a_notice_that_was_not_needed_yet_appears(phone: Watched) -> None:
    def young(route: Route) -> None:
        answer = route.fetch()
        text = re.sub(
            r'(<p class="age" data-later="[^"]*")(>[^<]*<span data-built=")\d+">\d+',
            r'\1 hidden\g<2>0">0',
            answer.text(),
        )
        route.fulfill(response=answer, body=text)

    page = phone.page
    page.route(f"**/{STEPS}", young)
    page.clock.set_fixed_time(SOON)
    page.goto(STEPS)
    expect(page.locator(NOTICE)).to_be_hidden()
    page.clock.set_fixed_time(LATE)
    page.goto(STEPS)
    expect(page.locator(NOTICE)).to_be_visible()
