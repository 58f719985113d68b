"""Four readers find their answer within two taps from home, on the first screen of the page they reach."""

import re

import pytest
from playwright.sync_api import expect

from support.browser import Watched

# Who, what they tap one after another, and the answer that must stand on the first screen they reach.
READERS = {
    "a student leaving next week": (["离开挪威前，手机号怎么处理"], "提出解约"),
    "a student leaving next week, with Telia": (["Telia", "eSIM"], "哪天结束"),
    "someone in Shanghai without BankID": (["没有BankID"], "BankID"),
    "someone still billed by Telenor": (["解约了还在收费"], "写下来发给运营商"),
    "someone in Shanghai, with Telenor": (["Telenor", "实体SIM卡"], "要由你通知Telenor"),
    "someone told to log in with BankID": (["客服说……怎么回", "“必须用BankID登录”"], "核实你是谁，是法律要求的"),
    "someone whom the carrier does not answer": (["客服说……怎么回", "一直不回"], "不回信，也挡不住你往上投诉"),
    "a traveller with an Airalo eSIM": (["Airalo", "eSIM"], "自动续费"),
    "a volunteer who found an error": (["关于本站", "发现错误，怎么改"], "写下这几样"),
}


@pytest.mark.parametrize("reader", READERS)
def test_the_answer_is_two_taps_from_home(phone: Watched, reader: str) -> None:
    taps, answer = READERS[reader]
    page = phone.page
    page.goto("/zh/")
    assert len(taps) <= 2
    for words in taps:
        link = page.get_by_role("link", name=re.compile(f"^{re.escape(words)}"))
        folded = page.locator("details.toc:not([open]) summary")
        if not link.first.is_visible() and folded.count():
            folded.click()
        link.first.click()
    expect(page.get_by_text(answer).locator("visible=true").first).to_be_in_viewport()
    assert phone.clean(), (phone.errors, phone.foreign)
