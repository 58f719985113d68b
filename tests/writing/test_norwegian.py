"""Norwegian words in Chinese and English texts are marked, whole and only where they are words."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.words import Term, Text
from writing.norwegian import NOTHING, norwegian
from writing.terms import linked


def term(name: str, nb: str, en: str, zh: str) -> Term:
    return Term(id=name, nb=nb, en=en, zh=zh, zh_hant=zh, area="a", meaning=Text("意思", "meaning", "betydning"))


TERMS = (
    term("kundenummer", "kundenummer", "customer number", "客户编号"),
    term("skifte", "skifte / privat skifte (arv)", "probate", "分割遗产"),
    term("pause", "pause / frys", "pause / freeze", "暂停"),
    term("bankid", "BankID", "BankID (electronic ID)", "BankID"),
)
WORDS = norwegian(TERMS, ["ekomloven"], "zh")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("编号（kundenummer）在账单上", '编号（<span lang="nb">kundenummer</span>）在账单上'),
        ("按ekomloven办。", '按<span lang="nb">ekomloven</span>办。'),
        ("The Ekomloven says", 'The <span lang="nb">Ekomloven</span> says'),
        ("privat skifte", '<span lang="nb">privat skifte</span>'),
        ("a < b & frys", 'a &lt; b &amp; <span lang="nb">frys</span>'),
    ],
)
def test_norwegian_word_is_marked(text: str, html: str) -> None:
    assert WORDS.marked(text) == html


@pytest.mark.parametrize(
    "text", ["kundenummeret", "You can pause it", "BankID", "arv", "www.ekomloven.no", "frys@nord.no", "lov-ekomloven"]
)
def test_what_is_no_norwegian_word_is_not(text: str) -> None:
    assert WORDS.marked(text) == text


def test_norwegian_pages_need_no_marks() -> None:
    assert norwegian(TERMS, ["ekomloven"], "nb").marked("ekomloven") == "ekomloven"


@given(st.text() | st.lists(st.sampled_from(["<", "&", '"', "ekomloven", " ", "。"])).map("".join))
def test_any_text_stays_the_same_text_and_is_escaped(text: str) -> None:
    html = str(WORDS.marked(text))
    bare = html.replace('<span lang="nb">', "").replace("</span>", "")
    assert unescape(bare) == unescape(str(NOTHING.marked(text)))
    assert "<" not in bare


def shown(text: str) -> str:
    return linked(text, TERMS, "zh", "topics/rights/", WORDS.words)


def test_hand_written_page_marks_every_use_and_links_the_first() -> None:
    link = '<a class="term" href="../glossary/#kundenummer" lang="nb">kundenummer</a>'
    assert shown("看kundenummer和kundenummer。") == f'看{link}和<span lang="nb">kundenummer</span>。'
    assert shown("按ekomloven。") == '按<span lang="nb">ekomloven</span>。'


def test_the_term_in_the_readers_language_bears_no_mark() -> None:
    link = '<a class="term" href="../glossary/#kundenummer">客户编号</a>'
    assert shown("客户编号（kundenummer）") == f'{link}（<span lang="nb">kundenummer</span>）'


def test_word_that_a_fact_has_marked_is_linked_once() -> None:
    marked = '<p><span lang="nb">kundenummer</span></p>'
    link = '<a class="term" href="../glossary/#kundenummer" lang="nb">kundenummer</a>'
    assert shown(f"{marked}{marked}") == f"<p>{link}</p>{marked}"


@pytest.mark.parametrize(
    "text",
    [
        "---\nsummary: 客户编号和ekomloven\n---",
        "# 按ekomloven {: #top }",
        '<p lang="nb">Etter ekomloven.</p>',
        "[ekomloven](rights.md)",
    ],
)
def test_what_is_no_running_text_stays_as_it_is(text: str) -> None:
    assert shown(text) == text
