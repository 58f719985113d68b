"""Words of the glossary inside hand-written text: the first time a page uses one, it leads to its meaning."""

import re
from collections.abc import Iterable, Iterator, Set

from markupsafe import escape

from model.words import Term
from writing import addresses

# What stays as it is: front matter, headings, directives, links, tags, the mark of a fact, and a sentence to say with
# its meaning.
UNTOUCHED = (
    r"\A---\n(?:.*\n)*?---$|^\#.*$|^\{.*\}$|<a\b.*?</a>|\[[^\]]*\]\([^)]*\)|`[^`]*`"
    r'|<p class="(?:mark|sentence__meaning)\b.*?</p>|<(?P<tag>\w+)[^>]*\blang="nb".*?</(?P=tag)>|<[^>]*>'
)
# A word that the text of a fact has marked already.
MARKED = r'<span lang="nb">(?P<marked>[^<]*)</span>'
# "解约（退订）" is looked for as 解约, "legal owner of the subscription (…)" without what stands in brackets.
FORM = re.compile(r"[（(／、/]")
LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
# Han signs are letters too, so \w would not end a Latin word before them.
PART = r"[A-Za-zÀ-ÿ0-9-]"
# Where a Latin word begins and ends; a part of an address is none.
BEGIN = rf"(?<!{PART})(?<![.@/])"
END = rf"(?!{PART}|@|\.[a-z])"


def linked(text: str, terms: Iterable[Term], language: str, address: str, norwegian: Set[str] = frozenset()) -> str:
    """The Markdown of the page at an address, the first use of each term a link to the glossary.

    norwegian: the words to mark as Norwegian, in small letters.
    """
    ids = dict(_forms(terms, language))
    forms = ids.keys() | norwegian
    if not forms:
        return text
    words = _pattern(forms)
    glossary = addresses.linker(address)(addresses.topic("glossary"))
    seen: set[str] = set()

    def link(match: re.Match[str]) -> str:
        word = match["marked"] or match["word"] or ""
        term = ids.get(word.casefold(), "")
        lang = ' lang="nb"' if word.casefold() in norwegian else ""
        if not term or term in seen:
            return f"<span{lang}>{word}</span>" if lang else match[0]
        seen.add(term)
        return f'<a class="term" href="{escape(glossary)}#{term}"{lang}>{word}</a>'

    return re.sub(rf"{MARKED}|{UNTOUCHED}|(?P<word>{words})", link, text, flags=re.MULTILINE | re.IGNORECASE)


def norwegian_forms(terms: Iterable[Term]) -> Iterator[str]:
    """The Norwegian words of the glossary, each form on its own, without what stands in brackets."""
    for term in terms:
        bare = re.sub(r"\(.*?\)", "", term.nb)
        yield from filter(None, map(str.strip, bare.split("/")))


def first_sign(words: Iterable[str]) -> str:
    """The beginning of a pattern of many words: most places of a text are passed by without a try of each word."""
    signs = sorted({word[0] for word in words})
    return f"(?=[{re.escape(''.join(signs))}])"


def _forms(terms: Iterable[Term], language: str) -> Iterator[tuple[str, str]]:
    """(how it is written, id) of each term: in the reader's language and in Norwegian."""
    for term in terms:
        for words in (term.nb, term.into(language)):
            form = FORM.split(words)[0].strip().casefold()
            if form:
                yield form, term.id


def _pattern(forms: Iterable[str]) -> str:
    """Latin words whole, Chinese ones anywhere: nothing marks where they begin."""
    # The longest first: of "angrerett" and "angre" the whole word counts.
    longest = sorted(forms, key=lambda form: (-len(form), form))
    latin = [re.escape(form) for form in longest if LATIN.match(form)]
    others = [re.escape(form) for form in longest if not LATIN.match(form)]
    words = "|".join([*([f"{BEGIN}(?:{'|'.join(latin)}){END}"] if latin else []), *others])
    return f"{first_sign(longest)}(?:{words})"
