"""How readers come to their language: the chooser, the links between the languages, and what is remembered."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browser import Watched
from support.site_server import serving

# What a browser asks for, and where its reader comes to.
READERS = {
    "zh-CN": "zh",
    "zh-TW": "zh-hant",
    "zh-HK": "zh-hant",
    "zh-Hant-MO": "zh-hant",
    "zh-Hans-HK": "zh",
    "zh-SG": "zh",
    "zh": "zh",
    "en-US": "en",
    "nb-NO": "nb",
    "nn-NO": "nb",
    "no": "nb",
    "sv-SE": "nb",
    "da-DK": "nb",
    "de-DE": "en",
    "de-DE,zh-TW,en": "zh-hant",
    "fr-FR,nn,zh-CN": "nb",
    "": "en",
}
NO_STORE = """
Object.defineProperty(window, "localStorage", {get() { throw new DOMException("no", "SecurityError"); }});
"""
FULL_STORE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
STEPS = "carriers/one/esim/"
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, built_below_prefix: Path) -> Iterator[str]:
    """The address of the small site of four languages below a path, where the root of the host holds nothing."""
    host = tmp_path_factory.mktemp("host")
    shutil.copytree(built_below_prefix, host / "siopp")
    # For the server: what the site sends with each file.
    headers = (host / "siopp" / "_headers").read_text(encoding="utf-8")
    (host / "_headers").write_text(headers, encoding="utf-8")
    with serving(host) as address:
        yield f"{address}/siopp/"


@pytest.fixture
def opened(browser: Browser, base: str) -> Iterator[Open]:
    """Makes a page for a reader: the browser's languages, a script that runs first; all must stay without errors."""
    watched = []
    with ExitStack() as stack:

        def open_for(languages: str = "de-DE", *, first: str = "", scripts: bool = True) -> Page:
            listed = languages.split(",") if languages else []
            # One language the browser can be started with; a list only a script can set.
            locale = listed[0] if len(listed) == 1 else "de-DE"
            context = browser.new_context(base_url=base, locale=locale, java_script_enabled=scripts)
            stack.callback(context.close)
            if len(listed) != 1:
                context.add_init_script(f"Object.defineProperty(navigator, 'languages', {{value: {listed}}});")
            context.add_init_script(first)
            watched.append(Watched(context.new_page(), base))
            return watched[-1].page

        yield open_for
        assert all(one.clean() for one in watched), [(one.errors, one.foreign) for one in watched]


@pytest.mark.parametrize("languages", READERS)
def test_the_chooser_sends_readers_to_the_language_of_their_browser(opened: Open, base: str, languages: str) -> None:
    page = opened(languages)
    page.goto("")
    expect(page).to_have_url(f"{base}{READERS[languages]}/")


def test_the_chooser_is_not_in_the_way_back(opened: Open, base: str) -> None:
    page = opened("nb-NO")
    page.goto("en/")
    page.goto("")
    expect(page).to_have_url(f"{base}nb/")
    page.go_back()
    expect(page).to_have_url(f"{base}en/")


def test_a_language_that_was_chosen_comes_before_the_browsers(opened: Open, base: str) -> None:
    page = opened("zh-CN")
    page.goto(f"zh/{STEPS}")
    page.locator("#languages").get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{base}en/{STEPS}")
    page.goto("")
    expect(page).to_have_url(f"{base}en/")


@pytest.mark.parametrize("address", ["?choose", "404.html"])
def test_a_language_chosen_above_the_languages_is_remembered(opened: Open, base: str, address: str) -> None:
    page = opened("zh-CN")
    # On its host the page stands at any address; its links begin with the path of the site.
    page.goto(address)
    page.locator("a[hreflang=nb]").click()
    expect(page).to_have_url(f"{base}nb/")
    page.goto("")
    expect(page).to_have_url(f"{base}nb/")


def test_a_visit_alone_is_not_remembered(opened: Open, base: str) -> None:
    page = opened("zh-CN")
    page.goto("nb/")
    page.locator(".top__name").click()
    assert page.evaluate("localStorage.length") == 0
    page.goto("")
    expect(page).to_have_url(f"{base}zh/")
    assert page.context.cookies() == []


def test_a_remembered_language_that_is_not_built_counts_as_none(opened: Open, base: str) -> None:
    page = opened("zh-TW", first="localStorage.setItem('si-opp-language', 'fi\"]');")
    page.goto("")
    expect(page).to_have_url(f"{base}zh-hant/")


@pytest.mark.parametrize("address", ["?choose", "?from=x&choose#a"])
def test_who_asks_for_the_list_gets_it(opened: Open, address: str) -> None:
    page = opened("zh-CN")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert page.url.endswith(address)
    assert page.locator(".chooser__list a").all_inner_texts() == ["简体中文", "繁體中文", "English", "Norsk"]


@pytest.mark.parametrize("first", [NO_STORE, FULL_STORE], ids=["forbidden", "full"])
def test_where_nothing_can_be_kept_everything_else_works(opened: Open, base: str, first: str) -> None:
    page = opened("zh-HK", first=first)
    page.goto("")
    expect(page).to_have_url(f"{base}zh-hant/")
    page.goto(f"zh-hant/{STEPS}")
    page.locator("#languages").get_by_role("link", name="Norsk").click()
    expect(page).to_have_url(f"{base}nb/{STEPS}")
    page.goto("")
    expect(page).to_have_url(f"{base}zh-hant/")


def test_without_scripts_the_chooser_is_a_list_and_the_links_work(opened: Open, base: str) -> None:
    page = opened("zh-CN", scripts=False)
    page.goto("")
    expect(page).to_have_url(base)
    page.get_by_role("link", name="繁體中文").click()
    expect(page).to_have_url(f"{base}zh-hant/")
    page.goto(f"zh-hant/{STEPS}")
    page.locator(".top").get_by_role("link", name="languages").click()
    page.locator("#languages").get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{base}en/{STEPS}")


def test_the_links_of_a_checklist_are_on_the_screen_and_not_on_paper(opened: Open, base: str) -> None:
    page = opened()
    page.goto(f"zh/{STEPS}checklist/")
    line = page.locator("#languages")
    heights = line.get_by_role("link").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert min(heights) >= 24
    page.emulate_media(media="print")
    expect(line).to_be_hidden()
    page.emulate_media(media="screen")
    line.get_by_role("link", name="Norsk").click()
    expect(page).to_have_url(f"{base}nb/{STEPS}checklist/")


def test_the_chooser_leads_only_to_languages_that_are_there(opened: Open, base: str) -> None:
    page = opened("zh-CN")
    only = "[...document.querySelectorAll('li')].slice(0, 3).forEach((one) => one.remove())"
    page.add_init_script(f"document.addEventListener('readystatechange', () => {{ {only} }}, {{once: true}});")
    page.goto("")
    expect(page).to_have_url(base)
    assert page.locator(".chooser__list a").all_inner_texts() == ["Norsk"]
