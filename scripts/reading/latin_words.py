"""Latin words in Chinese texts: names, terms of the glossary, Norwegian words, and those listed with a reason."""

import re
from collections.abc import Iterable, Iterator

from model.problem import Problem
from reading.pieces import Piece
from reading.wording import HAN

# Fields of the data that hold names as their owners write them.
NAMES = frozenset({"name", "slug", "text", "plans", "product", "publisher", "title", "value"})
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+|(?:[\w-]+\.)+[a-z]{2,4}(?![\w])(?:/[\w/.-]*)?", re.ASCII)
_RUN = re.compile(f"[^{HAN}\0，。、；：？！（）“”《》＞]+")
_TOKEN = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ÿ]+(?:[-'’_.][0-9A-Za-zÀ-ÖØ-öø-ÿ]+)*\+?")
_LETTER = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]")
# So many small words in a row are a sentence, whatever lists hold.
SENTENCE = 3

Phrase = tuple[str, ...]


class LatinWords:
    """Words and phrases that may stand in Chinese texts, as they are written or with a capital letter."""

    def __init__(self, phrases: Iterable[str]) -> None:
        split = (tuple(_TOKEN.findall(phrase)) for phrase in phrases)
        self._known: set[Phrase] = {begun for phrase in split if phrase for begun in (phrase, _begun(phrase))}
        self._longest = max(map(len, self._known), default=0)

    def problems(self, piece: Piece) -> Iterator[Problem]:
        """Each word that is not known, and each row of small words that no phrase covers."""
        text = _ADDRESS.sub(lambda match: "\0" * len(match[0]), piece.text)
        for run in _RUN.finditer(text):
            small = 0
            for match, size in self._parted(list(_TOKEN.finditer(run[0]))):
                at = run.start() + match.start()
                small = small + 1 if match[0].isalpha() and match[0].islower() and size < 2 else 0
                if small == SENTENCE:
                    said = f"text must not hold a row of English words: {run[0].strip()!r}"
                    yield piece.problem("english-left", at, said, "say it in Chinese")
                elif not size and _LETTER.search(match[0]):
                    advice = "say it in Chinese, or add it to docs/words/latin-in-chinese.txt under its reason"
                    yield piece.problem("english-left", at, f"text must hold known words only: {match[0]!r}", advice)

    def _parted(self, tokens: list[re.Match[str]]) -> Iterator[tuple[re.Match[str], int]]:
        """The tokens as the longest known phrases: first token and number of tokens, 0 for an unknown one."""
        at = 0
        while at < len(tokens):
            words = tuple(token[0] for token in tokens[at : at + self._longest])
            size = next((size for size in range(len(words), 0, -1) if words[:size] in self._known), 0)
            yield tokens[at], size
            at += max(size, 1)


def _begun(phrase: Phrase) -> Phrase:
    return (phrase[0][:1].upper() + phrase[0][1:], *phrase[1:])
