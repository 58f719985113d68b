"""The languages of the site: which one another is made from, and how each writes a day."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import format_currency

from model.problem import Problem
from model.words import Text
from paths import CONFIG

# Written first; every other one is translated from it.
ORIGINAL = "zh"
# Made from another one's texts when the site is built; never edited by hand.
DERIVED = {"zh-hant": "zh"}
HAN = re.compile("[\u3400-\u9fff]")
LOCALES = {"zh": "zh_Hans_CN", "zh-hant": "zh_Hant_TW", "en": "en_GB", "nb": "nb_NO"}
# In which the short texts of the data stand side by side.
IN_DATA = frozenset(field.name for field in fields(Text))


def language_problems(languages: Iterable[str]) -> Iterator[Problem]:
    """Languages of mkdocs.yml in which the data does not speak, or whose days nothing can write."""
    lines = CONFIG.read_text(encoding="utf-8").split("\n")
    for language in languages:
        line = next((number for number, line in enumerate(lines, 1) if f"code: {language}," in line), 1)
        if source_of(language) not in IN_DATA:
            said = f"the short texts of the data must be there in {language!r}"
            advice = "add the language to Text in scripts/model/words.py, then to the texts (see README.md)"
            yield Problem(CONFIG.name, line, 1, "language-data", said, advice)
        if language not in LOCALES:
            advice = "add its locale to LOCALES in scripts/writing/languages.py"
            yield Problem(CONFIG.name, line, 1, "language-locale", f"{language!r} must have a locale", advice)


def source_of(language: str) -> str:
    """The language whose texts are written by hand."""
    return DERIVED.get(language, language)


def by_hand(languages: Iterable[str]) -> list[str]:
    """The languages whose hand-written texts these are made from, each once."""
    return list(dict.fromkeys(map(source_of, languages)))


def joined(sentences: Iterable[str], language: str) -> str:
    """Sentences one after another: Chinese needs no blank between them."""
    return ("" if source_of(language) == "zh" else " ").join(sentence for sentence in sentences if sentence)


def begun(text: str) -> str:
    """A text as a label begins: with a capital letter, but eSIM stays eSIM."""
    return text[:1].upper() + text[1:] if text.partition(" ")[0].islower() else text


def enumerated(labels: list[str]) -> list[str]:
    """Labels as they stand in one line: the first as it is, the others begin small (Monthly plan, prepaid SIM)."""
    return [*labels[:1], *(label[:1].lower() + label[1:] if label[1:2].islower() else label for label in labels[1:])]


def money(kroner: str, language: str) -> str:
    """An amount as the language writes it: 38克朗, NOK 38, kr 38; ValueError for what is no number."""
    try:
        amount = Decimal(kroner)
    except InvalidOperation:
        raise ValueError(f"an amount must be a number: {kroner!r}") from None
    pattern = "#,##0.##克朗" if source_of(language) == "zh" else "¤ #,##0.##"
    return str(format_currency(amount, "NOK", pattern, LOCALES[language], currency_digits=False))


def day(value: date, language: str) -> str:
    """A day in full, with the hour and minute of a moment: 2026年7月31日, 31 July 2026, 31. juli 2026."""
    locale = Locale.parse(LOCALES[language])
    text = format_date(value, "long", locale=locale)
    return joined([text, format_time(value, "HH:mm", locale=locale)], language) if isinstance(value, datetime) else text


def month(value: date, language: str) -> str:
    """A month in full: 2026年7月, July 2026, juli 2026."""
    return str(format_skeleton("yMMMM", value, locale=Locale.parse(LOCALES[language])))
