"""Words of the glossary inside hand-written text: the first time a page uses one, it leads to its meaning."""

import re
from collections.abc import Iterable, Iterator

from markupsafe import escape

from model.words import Term
from writing import addresses

# What stays as it is: front matter, headings, directives, links, tags, the mark of a fact, and a sentence to say with
# its meaning.
UNTOUCHED = (
    r"\A---\n(?:.*\n)*?---$|^\#.*$|^\{.*\}$|<a\b.*?</a>|\[[^\]]*\]\([^)]*\)|`[^`]*`"
    r'|<p class="(?:mark|sentence__meaning)\b.*?</p>|<(?P<tag>\w+)[^>]*\blang="nb".*?</(?P=tag)>|<[^>]*>'
)
# "解约（退订）" is looked for as 解约, "legal owner of the subscription (…)" without what stands in brackets.
FORM = re.compile(r"[（(／、/]")
LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
# Han signs are letters too, so \w would not end a Latin word before them.
PART = r"[A-Za-zÀ-ÿ0-9-]"


def linked(text: str, terms: Iterable[Term], language: str, address: str) -> str:
    """The Markdown of the page at an address, the first use of each term a link to the glossary."""
    ids = dict(_forms(terms, language))
    if not ids:
        return text
    # The longest first: of "angrerett" and "angre" the whole word counts.
    words = "|".join(_pattern(form) for form in sorted(ids, key=lambda form: (-len(form), form)))
    glossary = addresses.linker(address)(addresses.topic("glossary"))
    seen: set[str] = set()

    def link(match: re.Match[str]) -> str:
        term = ids.get((match["word"] or "").casefold(), "")
        if not term or term in seen:
            return match[0]
        seen.add(term)
        return f'<a class="term" href="{escape(glossary)}#{term}">{match[0]}</a>'

    return re.sub(rf"{UNTOUCHED}|(?P<word>{words})", link, text, flags=re.MULTILINE | re.IGNORECASE)


def _forms(terms: Iterable[Term], language: str) -> Iterator[tuple[str, str]]:
    """(how it is written, id) of each term: in the reader's language and in Norwegian."""
    for term in terms:
        for words in (term.nb, term.into(language)):
            form = FORM.split(words)[0].strip().casefold()
            if form:
                yield form, term.id


def _pattern(form: str) -> str:
    """Latin words whole, Chinese ones anywhere: nothing marks where they begin."""
    word = re.escape(form)
    return rf"(?<!{PART}){word}(?!{PART})" if LATIN.match(form) else word
