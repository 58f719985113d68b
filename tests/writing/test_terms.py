"""Words of the glossary lead to their meaning, once a page, and only where a reader reads."""

import pytest

from model.words import Term, Text
from writing.terms import linked, norwegian_forms

MEANING = Text(zh="意思", en="meaning", nb="betydning")


def term(name: str, nb: str, en: str, zh: str) -> Term:
    return Term(id=name, nb=nb, en=en, zh=zh, zh_hant=zh, area="a", meaning=MEANING)


TERMS = (
    term("klage", "klage", "complaint", "投诉、申诉"),
    term("klagefrist", "klagefrist", "complaint deadline / limit", "投诉期限（时限）"),
    term("saldo", "saldo", "balance", "余额"),
)


def shown(text: str, language: str = "zh") -> str:
    return linked(text, TERMS, language, "topics/rights/")


def test_the_first_use_leads_to_the_glossary() -> None:
    assert shown("查余额。余额不多。") == '查<a class="term" href="../glossary/#saldo">余额</a>。余额不多。'


def test_the_description_of_a_page_is_no_text() -> None:
    front = "---\nsummary: 查余额。\n---\n"
    assert shown(f"{front}余额") == f'{front}<a class="term" href="../glossary/#saldo">余额</a>'


def test_the_longest_term_counts() -> None:
    assert shown("投诉期限") == '<a class="term" href="../glossary/#klagefrist">投诉期限</a>'


def test_a_norwegian_word_in_a_chinese_text_counts_as_the_term() -> None:
    assert shown("投诉（klage）") == '<a class="term" href="../glossary/#klage">投诉</a>（klage）'
    assert shown("写着Saldo的") == '写着<a class="term" href="../glossary/#saldo">Saldo</a>的'


def test_a_latin_word_counts_only_whole() -> None:
    assert (
        shown("a rebalance, a Balance.", "en")
        == 'a rebalance, a <a class="term" href="../glossary/#saldo">Balance</a>.'
    )


@pytest.mark.parametrize(
    "text",
    [
        "## 余额 {: #saldo }",
        "{fact balance:余额}",
        "[看余额](rights.md)",
        '<a href="#余额">余额</a>',
        "`余额`",
        '<p class="mark mark--law">余额</p>',
        '<p lang="nb">Jeg vil ha saldo.</p>',
        '<p class="sentence__meaning">余额能退吗？</p>',
        '<img alt="余额">',
    ],
)
def test_what_is_no_running_text_stays_as_it_is(text: str) -> None:
    assert shown(text) == text


def test_a_term_without_a_norwegian_word_has_none() -> None:
    assert list(norwegian_forms([term("a", "(av) / saldo /", "a", "甲")])) == ["saldo"]


def test_without_terms_nothing_changes() -> None:
    assert linked("余额", (), "zh", "topics/rights/") == "余额"
