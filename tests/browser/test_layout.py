"""How pages are set: width, lines, targets, colours of the reader's own, nothing that moves."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

from support import looking
from support.kinds import KINDS, STEPS

SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""


@pytest.fixture(scope="module", params=KINDS)
def kind(browser: Browser, served: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """One page of each kind with every fold open; tests set what they look at."""
    with opened(browser, served, KINDS[request.param]) as page:
        yield page


@pytest.fixture
def steps(browser: Browser, served: str) -> Iterator[Page]:
    """A page of steps, for tests that change it."""
    with opened(browser, served, STEPS) as page:
        yield page


@contextmanager
def opened(browser: Browser, served: str, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=served, locale="zh-CN")
    page = context.new_page()
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    yield page
    context.close()


def set_width(page: Page, width: int, height: int = 800) -> None:
    page.set_viewport_size({"width": width, "height": height})


def test_page_reflows_at_320_px_and_at_400_percent(kind: Page) -> None:
    # 1280 x 1024 at 400 % are 320 x 256.
    set_width(kind, 320, 256)
    assert looking.overhang(kind) <= 0
    kind.evaluate(SPACED)
    assert looking.overhang(kind) <= 0, "with the text spacing of WCAG 1.4.12"
    kind.evaluate("document.adoptedStyleSheets = []")


def test_targets_are_24_px_and_text_stands_upright(kind: Page) -> None:
    for width in (360, 1280):
        set_width(kind, width)
        assert looking.ask(kind, looking.SMALL_TARGETS, least=24) == [], width
    assert looking.ask(kind, looking.SLANTED) == []


def test_chinese_lines_hold_40_han_at_most(kind: Page) -> None:
    for width in (1280, 1600):
        set_width(kind, width)
        assert looking.ask(kind, looking.LONG_LINES, most=40) == [], width


def test_readers_own_colours_leave_controls_and_shapes(kind: Page) -> None:
    kind.emulate_media(forced_colors="active")
    assert looking.ask(kind, looking.UNSEEN_CONTROLS) == []
    assert looking.ask(kind, looking.UNSEEN_SHAPES) == []
    kind.emulate_media(forced_colors="none")


def test_nothing_moves_for_who_asks_so(kind: Page) -> None:
    kind.emulate_media(reduced_motion="reduce")
    assert looking.ask(kind, looking.MOVING) == []
    kind.emulate_media(reduced_motion="no-preference")


def test_planted_faults_are_seen(steps: Page) -> None:
    for selector, style in {
        ".step__title": "font-style: italic",
        ".actions a": "display: block; width: 20px; padding: 0",
        "article": "width: 60em; max-width: none",
        ".step": "transition: color 1s",
    }.items():
        steps.evaluate("([one, style]) => { document.querySelector(one).style.cssText = style; }", [selector, style])
    steps.evaluate("document.querySelectorAll('p').forEach(one => { one.style.maxWidth = 'none'; })")
    assert len(looking.ask(steps, looking.SLANTED)) == 1
    assert len(looking.ask(steps, looking.SMALL_TARGETS, least=24)) == 1
    assert looking.ask(steps, looking.LONG_LINES, most=40) != []
    assert looking.ask(steps, looking.MOVING) != []
    assert looking.overhang(steps) > 0


def test_controls_without_an_edge_are_seen(steps: Page) -> None:
    steps.emulate_media(forced_colors="active")
    steps.evaluate("document.querySelector('.button').style.border = 0")
    assert len(looking.ask(steps, looking.UNSEEN_CONTROLS)) == 1


def test_emphasis_written_by_hand_does_not_slant(steps: Page) -> None:
    steps.evaluate("document.querySelector('article p').innerHTML += '<em>强调</em><cite>书名</cite>'")
    assert looking.ask(steps, looking.SLANTED) == []


def test_a_reader_who_chose_dark_prints_black_on_white(steps: Page) -> None:
    steps.emulate_media(color_scheme="dark", media="print")
    colours = steps.evaluate("(s => [s.color, s.backgroundColor])(getComputedStyle(document.body))")
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_chinese_and_norwegian_have_fonts_of_their_own(steps: Page) -> None:
    family = "selector => getComputedStyle(document.querySelector(selector)).fontFamily"
    assert "PingFang SC" in steps.evaluate(family, "article p")
    assert "PingFang" not in steps.evaluate(family, "article [lang=nb]")
