"""Days, labels and sentences as each language writes them."""

from datetime import date, datetime

import pytest

from settings import language_tags
from support import project
from writing.languages import DERIVED, LOCALES, begun, day, enumerated, joined, language_problems, money, source_of

END = date(2026, 7, 31)
MOMENT = datetime(2026, 7, 31, 9, 5)


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "2026年7月31日"), ("zh-hant", "2026年7月31日"), ("en", "31 July 2026"), ("nb", "31. juli 2026")],
)
def test_a_day_is_written_in_full(language: str, text: str) -> None:
    assert day(END, language) == text


def test_an_amount_is_written_with_its_currency() -> None:
    written = [money(amount, language) for amount in ("38", "187.50", "1200") for language in LOCALES]
    assert written[:4] == ["38克朗", "38克朗", "NOK 38", "kr 38"]
    assert written[4:8] == ["187.5克朗", "187.5克朗", "NOK 187.5", "kr 187,5"]
    assert written[8:] == ["1,200克朗", "1,200克朗", "NOK 1,200", "kr 1\u00a0200"]


def test_what_is_no_amount_is_refused() -> None:
    with pytest.raises(ValueError, match="an amount must be a number: 'x'"):
        money("x", "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "2026年7月31日09:05"), ("en", "31 July 2026 09:05"), ("nb", "31. juli 2026 09:05")],
)
def test_a_moment_has_its_time(language: str, text: str) -> None:
    assert day(MOMENT, language) == text


def test_every_language_of_the_site_has_a_locale_and_a_source() -> None:
    assert set(LOCALES) == set(language_tags())
    assert {source_of(language) for language in language_tags()} == set(language_tags()) - set(DERIVED)


def test_sentences_stand_as_the_language_sets_them() -> None:
    assert joined(["甲。", "", "乙。"], "zh-hant") == "甲。乙。"
    assert joined(["One.", "", "Two."], "en") == "One. Two."


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("unlimited data plan", "Unlimited data plan"),
        ("eSIM", "eSIM"),
        ("4G SIM", "4G SIM"),
        ("无限流量卡", "无限流量卡"),
        ("", ""),
    ],
)
def test_a_label_begins_with_a_capital(text: str, label: str) -> None:
    assert begun(text) == label


def test_labels_in_a_line_go_on_small() -> None:
    assert enumerated(["Monthly plan", "Prepaid SIM", "SIM card"]) == ["Monthly plan", "prepaid SIM", "SIM card"]
    assert enumerated([]) == []


def test_the_derived_language_says_its_own_name() -> None:
    phrases = project.inputs().phrases
    assert phrases["zh-hant"].say("language.name") == "繁體中文"
    assert phrases["zh"].say("language.name") == "简体中文"
    assert set(phrases["zh-hant"].texts) == set(phrases["zh"].texts)


def test_phrases_need_no_key_of_their_own_for_days() -> None:
    assert not [
        key for phrases in project.inputs().phrases.values() for key in phrases.group("language") if "date" in key
    ]


def test_a_language_that_the_data_does_not_speak_is_named_at_its_line() -> None:
    assert list(language_problems(language_tags())) == []
    found = list(language_problems(["zh", "sv"]))
    assert [(one.rule, one.line) for one in found] == [("language-data", 1), ("language-locale", 1)]
