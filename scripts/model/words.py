"""Texts in the written languages, the questions to ask, the terms of the glossary."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One short text in the three written languages; Traditional Chinese is derived from zh."""

    zh: str
    en: str
    nb: str

    def into(self, language: str) -> str:
        """The text in a language code (zh, en, nb); KeyError for another."""
        return {"zh": self.zh, "en": self.en, "nb": self.nb}[language]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An open question with the sentence to ask, in Norwegian and English."""

    code: str
    text: Text
    ask_nb: str
    ask_en: str

    def ask(self, language: str) -> str:
        """The sentence to ask in a carrier's language, nb or en."""
        return self.ask_nb if language == "nb" else self.ask_en


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term of the glossary: the Norwegian word, its translations, the area it belongs to, its meaning."""

    id: str
    nb: str
    en: str
    zh: str
    zh_hant: str
    area: str
    meaning: Text

    def into(self, language: str) -> str:
        """The term in a language code (zh, zh-hant, en, nb); KeyError for another."""
        return {"zh": self.zh, "zh-hant": self.zh_hant, "en": self.en, "nb": self.nb}[language]
