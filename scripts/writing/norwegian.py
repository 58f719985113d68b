"""Norwegian words inside Chinese and English texts are marked as Norwegian, so that they are read aloud right."""

import re
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from model.words import Term
from writing.terms import BEGIN, END, first_sign, norwegian_forms

# Names that are said in every language as they are, and forms that an English text may hold as English words.
UNMARKED = frozenset({"bankid", "avtalegiro", "efaktura", "nkom", "kid", "pin", "puk", "sim", "esim", "verge"})
KEPT = 4096


class Norwegian:
    """The words to mark, as they are compared: in small letters. Without words nothing is marked."""

    def __init__(self, words: frozenset[str] = frozenset()) -> None:
        self.words = words
        # The longest first: of "privat skifte" all counts. Han signs are letters too, so \b would not do.
        found = sorted(words, key=lambda word: (-len(word), word))
        pattern = rf"{first_sign(found)}{BEGIN}(?:{'|'.join(map(re.escape, found))}){END}" if found else "(?!)"
        self._pattern = re.compile(pattern, re.IGNORECASE)
        # Page after page says the same.
        self.marked = lru_cache(maxsize=KEPT)(self._marked)

    def _marked(self, text: str) -> Markup:
        """A plain text as HTML."""
        pieces: list[Markup] = []
        at = 0
        for match in self._pattern.finditer(text):
            pieces += [escape(text[at : match.start()]), Markup('<span lang="nb">{}</span>').format(match[0])]
            at = match.end()
        return Markup("").join([*pieces, escape(text[at:])])


NOTHING = Norwegian()


def norwegian(terms: Iterable[Term], listed: Iterable[str], language: str) -> Norwegian:
    """What to mark on the pages of a language: the glossary's Norwegian words and those listed; nothing on nb pages."""
    if language == "nb":
        return NOTHING
    terms = tuple(terms)
    # What is the same in English (roaming, pause) needs no mark.
    same = {form.strip().casefold() for term in terms for form in term.en.split("/")} | UNMARKED
    return Norwegian(frozenset(form.casefold() for form in (*norwegian_forms(terms), *listed)) - same)
