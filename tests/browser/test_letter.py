"""The tool of letters in a real browser: choosing, filling, copying, mailing, printing; what is typed stays there."""

from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from model.letters import LetterKind
from support import looking
from support.axe import violations
from support.browser import Watched
from support.paper import sheets

TOOL = "/zh/tools/letter/"
HOSTILE = (
    "<script>document.title = 'x'</script>",
    '"><img src=x onerror=alert(1)>',
    "محمد علي",
    "王小明",
    "\u202eabc",
    "$& O'Neill {phone}",
)


@pytest.fixture
def tool(browser: Browser, served: str) -> Iterator[Watched]:
    """The page on a phone, which remembers what must not happen."""
    context = browser.new_context(base_url=served, locale="zh-CN", viewport={"width": 360, "height": 740})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    watched = Watched(context.new_page(), served)
    yield watched
    assert watched.clean(), (watched.errors, watched.foreign)
    context.close()


def sent(page: Page) -> str:
    """The letter that is shown, as it is sent."""
    lines = page.locator(".letter:visible .pair:visible > p:first-child").all_inner_texts()
    return "\n".join(lines)


def read(page: Page) -> str:
    """What it means."""
    return "\n".join(page.locator(".letter:visible .pair:visible > p + p").all_inner_texts())


def test_the_query_chooses_and_the_choice_stands_in_the_query(tool: Watched) -> None:
    page = tool.page
    page.goto(f"{TOOL}?carrier=telenor&kind=abroad")
    assert page.locator(".letter:visible").count() == 1
    assert "Til: Telenor Norge AS" in sent(page)
    assert "har ikke BankID" in sent(page)
    page.select_option("#letter-kind", "balance")
    page.select_option("#letter-carrier", "lycamobile")
    assert urlsplit(page.url).query == "carrier=lycamobile&kind=balance"
    page.reload()
    assert "Lycamobile" in sent(page)


def test_what_is_typed_fills_both_columns_and_stays_out_of_the_address(tool: Watched) -> None:
    page = tool.page
    page.goto(f"{TOOL}?carrier=telenor&kind=cancellation")
    page.fill("#field-customer", "1234567")
    page.fill("#field-name", "Li Na")
    page.fill("#field-end", "2026-12-31")
    page.fill("#field-email", "li@nord.example")
    assert "Kundenummer: 1234567" in sent(page)
    assert "den 31. desember 2026" in sent(page)
    assert "E-post: li@nord.example" in sent(page)
    assert "2026年12月31日" in read(page)
    assert "客户编号：1234567" in read(page)
    assert "1234567" not in page.url
    page.locator("#field-name").press("Enter")
    assert "Li" not in page.url
    kept: list[int] = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie.length]")
    assert kept == [0, 0, 0]


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_is_printed_as_it_is(tool: Watched, name: str) -> None:
    page = tool.page
    page.goto(f"{TOOL}?carrier=telenor&kind=power-of-attorney")
    title = page.title()
    page.fill("#field-name", name)
    assert f"Jeg, {name}, gir" in sent(page)
    assert page.locator(".letter:visible :is(img, script)").count() == 0
    assert page.title() == title


def test_the_end_follows_the_rule_of_the_contract(tool: Watched) -> None:
    page = tool.page
    page.goto(f"{TOOL}?carrier=telenor&kind=cancellation")
    assert "ved utgangen av måneden etter den dere mottar dette i" in sent(page)
    page.select_option("#letter-contract", "home-broadband")
    assert "Jeg sier opp det trådløse bredbåndet hos Telenor." in sent(page)
    assert "ved utgangen av måneden dere mottar dette i" in sent(page)
    assert "contract=home-broadband" in page.url
    page.select_option("#letter-contract", "prepaid")
    assert "automatisk fornyelse" in sent(page)
    assert "avsluttes" not in sent(page)


def test_a_seller_outside_norway_is_written_to_in_english(tool: Watched) -> None:
    page = tool.page
    page.goto(f"{TOOL}?carrier=holafly&kind=cancellation")
    assert "Please stop the automatic renewal of my eSIM plan with Holafly." in sent(page)
    assert "lovdata" not in sent(page)
    page.select_option("#letter-kind", "death")
    assert page.locator(".letter:visible").count() == 0
    assert "不是挪威的" in page.locator("#letter-reason").inner_text()
    assert not page.locator("#letter-actions").is_visible()


def test_without_a_kind_of_contract_the_reason_is_given(tool: Watched) -> None:
    tool.page.goto(f"{TOOL}?carrier=ice&kind=balance")
    assert tool.page.locator("#letter-reason").inner_text() == "没有查到这家有预付卡。"


def test_copy_takes_the_letter_as_it_is_sent(tool: Watched) -> None:
    page = tool.page
    page.goto(f"{TOOL}?carrier=chilimobil&kind=complaint")
    page.fill("#field-problem", "Faktura i november.\nIngen svar.")
    page.click("#letter-copy")
    page.locator("#letter-said:not(:empty)").wait_for()
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Til: Chilimobil AS\nDato: ")
    assert "Saken gjelder: Faktura i november.\nIngen svar." in copied
    assert copied == sent(page)
    assert "投诉" not in copied


def test_where_the_clipboard_is_closed_the_letter_is_marked(tool: Watched) -> None:
    page = tool.page
    page.goto(f"{TOOL}?carrier=chilimobil&kind=balance")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.click("#letter-copy")
    page.locator("#letter-said:not(:empty)").wait_for()
    assert "ekomloven § 4-17" in page.evaluate("getSelection().toString()")


def test_a_mail_link_is_there_only_with_an_address_for_the_letter(tool: Watched) -> None:
    page = tool.page
    page.goto(f"{TOOL}?carrier=chilimobil&kind=balance")
    page.fill("#field-name", "王 & Li")
    link = urlsplit(page.locator("#letter-mail").get_attribute("href") or "")
    assert (link.scheme, link.path) == ("mailto", "kundeservice@chilimobil.no")
    said = parse_qs(link.query)
    assert said["subject"] == ["Tilbakebetaling av saldo"]
    assert "Navn: 王 & Li" in said["body"][0]
    assert "____" in unquote(link.query)
    page.fill("#field-name", "王" * 100)
    page.select_option("#letter-kind", "abroad")
    assert "body" not in (page.locator("#letter-mail").get_attribute("href") or "")
    assert "信太长" in page.locator("#letter-said").inner_text()
    for carrier, kind in (("telenor", "abroad"), ("holafly", "cancellation"), ("chilimobil", "board")):
        page.goto(f"{TOOL}?carrier={carrier}&kind={kind}")
        assert not page.locator("#letter-mail").is_visible(), (carrier, kind)


def test_only_the_chosen_carriers_ways_are_open(tool: Watched) -> None:
    page = tool.page
    page.goto(f"{TOOL}?carrier=telenor&kind=cancellation")
    assert page.locator(".letter-to:visible").count() == 1
    assert page.locator(".letter-to [data-fact='telenor:phone']").is_visible()
    assert not page.locator(".letter-to [data-only='home-broadband']").first.is_visible()
    page.goto(f"{TOOL}?carrier=telenor&kind=board")
    assert "brukerklagenemnda.no" in page.locator(".letter-to:visible").inner_text()


@pytest.mark.parametrize("kind", LetterKind)
def test_a_filled_letter_prints_on_one_a4_page(tool: Watched, kind: LetterKind) -> None:
    page = tool.page
    page.goto(f"{TOOL}?carrier={'lycamobile' if kind == 'balance' else 'telenor'}&kind={kind}")
    for field in page.locator("[data-field]:visible :is(input, textarea)").all():
        day = field.get_attribute("type") == "date"
        field.fill("2026-11-03" if day else "Navn Navnesen " * 2)
    [sheet] = sheets(page.pdf(format="A4"))
    text = "".join(sheet.split())
    addressee = "".join(sent(page).splitlines()[0].removeprefix("Til: ").split())
    # The letter first, then what it means, which names the addressee again.
    assert text.startswith(f"Til:{addressee}")
    assert 0 < text.index("Opplysningeromkunden:") < text.rindex(addressee)
    assert "寄到哪里" not in text


def test_without_script_every_letter_is_there_with_blanks(without_script: Page) -> None:
    page = without_script
    page.goto(TOOL)
    assert page.locator(".letter:visible").count() == len(LetterKind) + 4
    assert not page.locator("#letter-form").is_visible()
    assert not page.locator("#letter-actions").is_visible()
    assert "Kundenummer: ____" in page.locator(".letter").first.inner_text()


def test_a_link_to_a_letter_of_the_page_chooses_it(tool: Watched) -> None:
    page = tool.page
    page.goto(f"{TOOL}#erasure")
    assert page.locator("#letter-kind").input_value() == "erasure"
    assert "personvernforordningen" in sent(page)


def test_the_page_reflows_and_axe_finds_nothing(tool: Watched) -> None:
    page = tool.page
    page.goto(f"{TOOL}?carrier=telenor&kind=cancellation")
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert looking.overhang(page) <= 0, width
        assert looking.ask(page, looking.SMALL_TARGETS, least=24) == [], width
        assert violations(page) == [], width
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []
