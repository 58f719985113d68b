"""From one page of each kind to the same page in every other language, by real links and without JavaScript."""

import pytest
from playwright.sync_api import Page

from settings import language_tags
from support.kinds import KINDS

TAGS = language_tags()
SWITCHING = {kind: address for kind, address in KINDS.items() if address.startswith("/zh/") and "404" not in address}


@pytest.mark.parametrize("kind", SWITCHING)
def test_each_kind_of_page_switches_to_itself_in_every_language(without_script: Page, served: str, kind: str) -> None:
    page = without_script
    address = SWITCHING[kind]
    # All around, and back to where it began.
    for code in [*list(TAGS)[1:], next(iter(TAGS))]:
        page.goto(address)
        page.locator(f"a[hreflang='{TAGS[code]}']").first.click()
        address = SWITCHING[kind].replace("/zh/", f"/{code}/")
        assert page.url == served.rstrip("/") + address
        assert page.locator("html").get_attribute("lang") == TAGS[code]
        assert page.get_by_role("heading", level=1).inner_text().strip()
