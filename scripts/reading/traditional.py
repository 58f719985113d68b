"""Traditional Chinese as Taiwan writes it, made from Simplified: OpenCC's s2twp, and our own words before it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import opencc

from model.problem import Problem
from model.words import Term
from reading.one_file import read_one
from reading.shapes import Field, Named, Record, Words

# "解约（退订、注销通知）" and "終止／終止日" name further words after these signs.
_FIRST = re.compile("[（／、]")
_WORD = Words(40)


@dataclass(frozen=True, slots=True)
class Own:
    """What docs/zh-hant/terms.yml says: the language's name in itself, and our words for Simplified ones."""

    name: str = ""
    terms: Mapping[str, str] = field(default_factory=dict)


_FILE = Record(
    Own,
    {"name": Field(_WORD, required=True), "terms": Field(Named(_WORD, _WORD), required=True)},
)


def read_own(path: Path) -> tuple[Own, list[Problem]]:
    """Our own words and every problem of the file; none where it is absent."""
    return read_one(path, _FILE, Own())


def first_word(words: str) -> str:
    """The first of the words that a column of the glossary holds."""
    return _FIRST.split(words)[0].strip()


def converter(own: Own, glossary: Iterable[Term]) -> Callable[[str], str]:
    """A function from Simplified to Traditional; our own words come first, then the glossary's, then OpenCC's."""
    words: dict[str, str] = {}
    for term in glossary:
        words.setdefault(first_word(term.zh), first_word(term.zh_hant))
    words |= own.terms
    if not words:
        return cache(_open_cc().convert)
    # The longest first: 停机保号 is one word, although 停机 is one too.
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))

    # Most texts stand on several pages.
    @cache
    def convert(text: str) -> str:
        # OpenCC sees what stands between our words, so it cannot touch them.
        found = [words[word] for word in pattern.findall(text)]
        between = pattern.split(text)
        pieces = [_open_cc().convert(piece) if piece else "" for piece in between]
        return "".join(one for pair in zip(pieces, [*found, ""], strict=True) for one in pair)

    return convert


@cache
def _open_cc() -> opencc.OpenCC:
    return opencc.OpenCC("s2twp")
