"""Traditional Chinese: what readers in Taiwan see instead of each Simplified word, and what is never touched."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.words import Term
from reading.glossary import read_glossary
from reading.traditional import Own, converter, first_word, read_own
from support.carriers import brief
from support.project import ROOT, TODAY
from writing.all_pages import staged_pages
from writing.inputs import read_inputs

GLOSSARY, _ = read_glossary(ROOT / "docs/glossary.yml")
OWN, _ = read_own(ROOT / "docs/zh-hant/terms.yml")
PAGES = sorted((ROOT / "docs/zh").rglob("*.md"))

# What pages hold for machines: {fact a:b}, {: #id}, ](address) and tags.
MACHINE = re.compile(r"\{[^{}\n]*\}|\]\([^)\n]*\)|<[^>\n]+>")
HAN = re.compile("[\u3400-\u9fff]")
# What a page may hold of ASCII; other control characters have no place in a text.
ASCII = st.text(st.characters(min_codepoint=32, max_codepoint=126) | st.sampled_from("\n\t"))
# Runs of Chinese from the pages; those that Taiwan writes in Latin letters add to what is ASCII.
LATIN = [word for word, ours in OWN.terms.items() if ours.isascii()]
RUNS = sorted(
    {
        run
        for page in PAGES
        for run in re.findall("[^\x00-\x7f]+", page.read_text(encoding="utf-8"))
        if not any(word in run for word in LATIN)
    }
)
# Names that stay as their owner writes them.
AS_WRITTEN = {"央视网": "the publisher of a source, found under this name"}


@cache
def convert() -> Callable[[str], str]:
    """The conversion of the site."""
    return converter(OWN, GLOSSARY)


def ascii_of(text: str) -> str:
    return "".join(filter(str.isascii, text))


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        # The words that the site stands on.
        ("注销", "註銷"),
        ("账单", "帳單"),
        ("携号转网", "攜碼"),
        ("运营商", "電信業者"),
        ("短信", "簡訊"),
        ("套餐", "方案"),
        ("合约", "合約"),
        # Characters of two forms.
        ("账号、账户、账单上的名字", "帳號、帳戶、帳單上的名字"),
        ("签约、签名、签证页", "簽約、簽名、簽證頁"),
        ("也就是只暂停、不解约", "也就是只暫停、不解約"),
        ("只准用一种方式解约", "只准用一種方式解約"),
        ("卡里有什么", "卡裡有什麼"),
        ("冻结不是解约：182天后套餐自动恢复", "凍結不是解約：182天後方案自動恢復"),
        ("一个旧网页说", "一個舊網頁說"),
        ("另一台设备（EID不同）", "另一台設備（EID不同）"),
        ("中国大陆或台湾的人", "中國大陸或台灣的人"),
        ("柜台上给对方看", "櫃檯上給對方看"),
        ("照月付套餐解约，看下表。", "照月付方案解約，看下表。"),
        ("手表、平板里的eSIM", "手錶、平板裡的eSIM"),
        ("合同里写明了，它才可以收", "契約裡寫明了，它才可以收"),
        ("有人背着我用我的号码", "有人背著我用我的號碼"),
        ("请尽快答复", "請儘快答覆"),
        ("都要回复JA", "都要回覆JA"),
        ("照着说，或者复制发过去", "照著說，或者複製發過去"),
        ("余额", "餘額"),
        # Words that OpenCC takes for those of computing.
        ("需要哪些文件，寄到哪里", "需要哪些文件，寄到哪裡"),
        ("每家运营商一个文件", "每家電信業者一個檔案"),
        ("债权人走法律程序，时效就中断", "債權人走法律程序，時效就中斷"),
        ("手机里管理eSIM的程序", "手機裡管理eSIM的程式"),
        ("消息要由家人告诉运营商", "消息要由家人告訴電信業者"),
        ("会计资料要保存五年", "會計資料要保存五年"),
        ("隐私声明也适用", "隱私聲明也適用"),
        ("刷卡要信用审查，逐个审核", "刷卡要信用審核，逐個審核"),
        ("能不能重装", "能不能重新安裝"),
        ("+47是挪威国家代码", "+47是挪威國碼"),
        ("Telia网店的代码里", "Telia網路商店的程式碼裡"),
        ("通过聊天、电话或邮件帮你", "透過聊天、電話或電子郵件幫你"),
        ("新法已经通过", "新法已經通過"),
        # Words of the trade.
        ("先让运营商锁卡（sperre）", "先讓電信業者鎖卡（sperre）"),
        ("再看手机有没有运营商锁", "再看手機有沒有網路鎖"),
        ("4G卡、4G上网卡", "4G卡、4G上網卡"),
        ("副卡、流量卡也要停", "副卡、上網卡也要停"),
        ("关掉这条线路或数据漫游", "關掉這條線路或數據漫遊"),
        ("合约期没满就走", "綁約期間沒滿就走"),
        ("反悔期14天", "猶豫期14天"),
        ("用完或到期再充", "用完或到期再儲值"),
        ("刷一次再充值", "刷一次再儲值"),
        ("客服号和客服号码", "客服電話和客服號碼"),
        ("最后一张话费账单", "最後一張電話費帳單"),
        ("按价目要收通话费", "按價目要收通話費"),
        ("价格变更／条款变更", "資費調整／條款變更"),
        # Where one word ends and the next begins.
        ("押金马上到账", "保證金馬上入帳"),
        ("每月收到账单", "每月收到帳單"),
        ("余额退到账户", "餘額退到帳戶"),
        ("官网上有一张旧价目表", "官網上有一張舊價目表"),
        ("在网上、电话里签的合同", "在網路上、電話裡簽的契約"),
        ("填网上表格，或用网上聊天", "填線上表格，或用線上聊天"),
        ("必须免费转发邮件", "必須免費轉寄電子郵件"),
        ("打电话、发邮件说什么", "打電話、寄電子郵件說什麼"),
        ("手机号、手机号码", "手機號碼、手機號碼"),
        # Everyday words, papers and the web.
        ("“二维码”、“谷歌Pixel”和安卓手机", "「QR Code」、「Google Pixel」和Android手機"),
        ("护照原件，不是复印件", "護照正本，不是影本"),
        ("聊天记录和付款记录", "聊天紀錄和付款紀錄"),
        ("遗产管理证明（skifteattest）上写的人", "遺產管理證明（skifteattest）上寫的人"),
        ("国民身份证", "國民身分證"),
        ("门店、渠道、邮箱、质量", "門市、管道、電子信箱、品質"),
        ("登录、激活、打印、屏幕、视频", "登入、啟用、列印、螢幕、影片"),
        ("设置＞通用＞关于本机", "設定＞一般＞關於本機"),
    ],
)
def test_readers_in_taiwan_read_their_own_words(simplified: str, traditional: str) -> None:
    assert convert()(simplified) == traditional


@pytest.mark.parametrize("term", GLOSSARY, ids=lambda term: term.id)
def test_a_word_of_the_glossary_follows_its_traditional_column(term: Term) -> None:
    word = first_word(term.zh)
    assert convert()(word) == OWN.terms.get(word, first_word(term.zh_hant))


@pytest.mark.parametrize("word", OWN.terms)
def test_our_own_words_stay_as_they_are(word: str) -> None:
    assert convert()(f"。{word}。") == f"。{OWN.terms[word]}。"


def test_the_longest_word_counts_and_opencc_cannot_touch_it() -> None:
    own = Own(terms={"停机": "软件", "停机保号": "信息"})
    assert converter(own, ())("停机，停机保号，软件，信息") == "软件，信息，軟體，資訊"


def test_without_words_of_our_own_it_is_opencc_alone() -> None:
    assert converter(Own(), ())("软件里的信息") == "軟體裡的資訊"


@given(ASCII)
def test_text_in_ascii_is_untouched(text: str) -> None:
    assert convert()(text) == text


@given(st.lists(st.sampled_from(RUNS) | ASCII))
def test_ascii_in_a_chinese_text_stays_in_number_and_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert ascii_of(convert()(text)) == ascii_of(text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_directives_links_and_ids_of_a_page_stay(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    kept = [part for part in MACHINE.findall(text) if part.isascii()]
    assert kept
    assert [part for part in MACHINE.findall(convert()(text)) if part.isascii()] == kept


def test_every_character_is_one_that_taiwan_writes() -> None:
    """Big5 holds the characters of Taiwan: a Simplified one that slipped through is not in it."""
    inputs = read_inputs(ROOT / "carriers", ROOT / "docs", ["zh-hant"], TODAY)
    texts = [*inputs.phrases["zh-hant"].texts.values(), *staged_pages(inputs, TODAY)["zh-hant"].values()]
    texts += [*OWN.terms.values(), *(term.zh_hant for term in GLOSSARY)]
    names = re.compile("|".join(AS_WRITTEN))
    characters = {character for text in texts for character in HAN.findall(names.sub("", text))}
    assert len(characters) > 500
    assert [one for one in sorted(characters) if not one.encode("big5", "ignore")] == []


def test_no_file_means_no_words(tmp_path: Path) -> None:
    assert read_own(tmp_path / "terms.yml") == (Own(), [])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("name: 繁體中文\n", [(1, 1, "field-missing")]),
        ("terms: {账: 帳}\n", [(1, 1, "field-missing")]),
        ("name: 繁體中文\nterms: [账]\n", [(2, 8, "field-kind")]),
        ("name: 繁體中文\nterms:\n  账: [帳]\n", [(3, 3, "field-kind")]),
        ("name: 繁體中文\nterms:\n  账: ''\n", [(3, 3, "text-line")]),
        ("name: 繁體中文\nterms:\n  签: 簽\n  签: 籤\n", [(4, 3, "yaml-duplicate-key")]),
        (f"name: 繁體中文\nterms:\n  {'账' * 41}: 帳\n", [(3, 3, "text-length")]),
        ("name: 繁體中文\nwords:\n  账: 帳\nterms: {}\n", [(2, 1, "field-unknown")]),
        ("name: 繁體中文\nterms: {账: 帳\n", [(3, 1, "yaml-syntax")]),
    ],
)
def test_a_fault_in_the_file_is_told_with_its_place(
    tmp_path: Path, text: str, places: list[tuple[int, int, str]]
) -> None:
    file = tmp_path / "terms.yml"
    file.write_text(text, encoding="utf-8")
    _, problems = read_own(file)
    assert [place[:3] for place in brief(problems)] == places
    assert {problem.file for problem in problems} == {file.as_posix()}
