"""Hand-written Markdown with facts in it: `{fact law:binding-max-12-months}` on a line of its own prints the claim.

`{value unpaid:reminder-fee nok}` inside a sentence prints one value of a fact, an amount with its currency.
`{carrier telia}` on a line of its own links to a carrier. What concerns a carrier that is not in the data prints
nothing, so that a site of fewer carriers can be built.

`{table}` marks where the build puts what it makes; a page without it gets that at the end.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from composing.claims import Claim, Library, MissingShared
from model.records import Carrier, TextFact
from model.words import Term
from writing import addresses
from writing.escape import for_markdown
from writing.facts import Speaker
from writing.languages import money
from writing.passages import passages_for
from writing.phrases import Phrases
from writing.rendering import block
from writing.terms import linked

FACT = re.compile(r"^\{fact ([a-z0-9:-]+)\}$", re.MULTILINE)
CARRIER = re.compile(r"^\{carrier ([a-z0-9-]+)\}$", re.MULTILINE)
VALUE = re.compile(r"\{value ([a-z0-9:-]+)(?: ([a-z0-9_]+))?\}")
TABLE = "{table}"
# The key under which facts hold an amount.
KRONER = "nok"


def handwritten(
    path: Path, address: str, speaker: Speaker, library: Library, terms: Sequence[Term] = ()
) -> tuple[Markup, Markup]:
    """The page at an address, before and after its table; words of the glossary lead there.

    MissingShared for a fact that does not exist; OSError without the file.
    """
    text = page_text(path, speaker.phrases)
    text = FACT.sub(lambda match: _printed(library.named(match[1]), speaker), text)
    text = CARRIER.sub(lambda match: _linked(library.data.carriers.get(match[1]), address), text)
    text = VALUE.sub(lambda match: _value(library.named(match[1]), match[1], match[2], speaker), text)
    text = linked(text, terms, speaker.phrases.language, address, speaker.norwegian.words)
    before, _, after = text.partition(TABLE)
    # Written by hand in this repository, as trusted as a template; facts inside were escaped by their block.
    return Markup(before.strip()), Markup(after.strip())  # noqa: S704


def page_text(path: Path, phrases: Phrases) -> str:
    """A page as its language has it: without the passages of others, and converted where the language is derived."""
    return phrases.convert(passages_for(path.read_text(encoding="utf-8"), phrases.source))


def facts_named(path: Path, phrases: Phrases) -> list[str]:
    """The addresses a page prints in a language."""
    return FACT.findall(page_text(path, phrases))


def claims_named(path: Path, phrases: Phrases, library: Library) -> list[Claim]:
    """The claims a page prints; MissingShared for a fact that does not exist."""
    return [claim for claim in map(library.named, facts_named(path, phrases)) if claim]


def _printed(claim: Claim | None, speaker: Speaker) -> str:
    return block("fact", speaker.said(claim)) if claim else ""


def _linked(carrier: Carrier | None, address: str) -> str:
    if carrier is None:
        return ""
    return block("carrier_link", carrier.name, addresses.linker(address)(addresses.carrier(carrier)))


def _value(claim: Claim | None, address: str, key: str | None, speaker: Speaker) -> str:
    """A value of a fact inside a sentence; MissingShared where the fact has no such value."""
    found = claim.fact.value if claim and isinstance(claim.fact, TextFact) else ""
    value = found if isinstance(found, str) else found.get(key or "", "")
    if not value:
        raise MissingShared(f"{address} {key or ''}".strip())
    value = money(value, speaker.phrases.language) if key == KRONER else value
    return f'<span data-fact="{address}">{for_markdown(value)}</span>'
