"""What counts as a change of a fact: what it says is so, and on which evidence; never how that is worded."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from model.records import Channel, Fact, Separate, Source, TextFact
from model.vocabulary import CheckResult
from model.words import Text

# Where a fact stands in its file, and the names its file gives to things.
_PLACE = frozenset({"id", "path", "source"})
# What is said for the reader: of these only the numbers in `text` and `route` count. An example follows from its
# rule, and the carrier's grouping of a number is not the number.
_WORDING = frozenset({"text", "route", "short", "note", "example", "printed", "beside"})
# Taken apart below.
_CHECKS = frozenset({"confirmed"})
_APART = _PLACE | _WORDING | _CHECKS
# Lists whose order says nothing; the order of `contracts` does: the first is the main one.
_UNORDERED = frozenset({"needs", "not_needed", "caveat", "plans"})
_NUMBER = re.compile(r"[0-9]+(?:[ .,][0-9]+)*")


def substance(fact: Fact, sources: Iterable[Source]) -> object:
    """A value that is equal for two versions of a fact exactly if the fact has not changed.

    It holds: the kind of fact and the contract it belongs to; every value (rule, days, hours, months, contact
    values, addresses, names, needs, about, applies, contracts, plans, product, section of a law, value, confidence,
    caveats); the sources by address and date; the days on which a check found it changed; the numbers in its text.
    It leaves out the wording (text, short, note, path to click), titles of sources, examples, the order of lists, and
    where in its file the fact stands. A text that comes to say the opposite with the same numbers, sources and
    caveats is not seen: `confirmed: [{…, result: changed}]` says so.
    """
    values = tuple(
        (field.name, _plain(field.name, getattr(fact, field.name)))
        for field in fields(fact)
        if field.name not in _APART
    )
    changed = frozenset(check.on for check in fact.confirmed if check.result == CheckResult.CHANGED)
    evidence = frozenset((source.url, source.dated) for source in sources)
    return type(fact).__name__, contract_of(fact), values, evidence, changed, _numbers(fact)


def contract_of(fact: Fact) -> str:
    """The kind of contract a fact belongs to, "" for one that holds for the whole carrier."""
    parts = fact.path.split(".")
    return parts[1] if parts[0] == "contracts" else ""


def numbers(text: str) -> Iterator[str]:
    """The numbers of a text in one form: `1 000`, `1,000` and `1000` are one number, `1,5` and `1.5` too.

    Groups of digits with one blank between them are one number, as in telephone numbers.
    """
    for found in _NUMBER.findall(unicodedata.normalize("NFKC", text)):
        first, *more = re.split("[.,]", found.replace(" ", ""))
        whole = first.lstrip("0") or "0"
        thousands = whole != "0" and all(len(group) == 3 for group in more)
        yield ("" if thousands else ".").join([whole, *more])


def _numbers(fact: Fact) -> frozenset[str]:
    """The numbers of a fact's texts, of all languages together: "two" may become "2" in one of them."""
    texts = [text for text in _texts(fact) if text]
    return frozenset(found for text in texts for part in (text.zh, text.en, text.nb) for found in numbers(part))


def _texts(fact: Fact) -> tuple[Text | None, ...]:
    match fact:
        case TextFact() | Separate():
            return (fact.text,)
        case Channel():
            return (fact.route,)
        case _:
            return ()


def _plain(name: str, value: Any) -> object:
    """A field's value as something hashable."""
    if isinstance(value, Mapping):
        return frozenset(value.items())
    return frozenset(value) if name in _UNORDERED else value
