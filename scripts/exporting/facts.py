"""One fact as JSON: where it stands, what it says, and the evidence for it."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from composing.claims import Claim
from model.records import Binding, Channel, Contact, Fact, GuideRef, Notice, Separate, Source, TextFact, ValueFact
from model.words import Text

Json = dict[str, Any]


def fact_data(claim: Claim, changed: date | None) -> Json:
    """A claim as JSON; `changed` is the day its substance last changed, None where the history does not tell.

    What is empty is left out; caveats, sources and checked are always there.
    """
    fact = claim.fact
    kind, own = KINDS[type(fact)]
    return {
        "address": claim.address,
        "id": fact.id,
        "section": section_of(fact),
        "type": kind,
        **kept(own(fact)),
        **kept({"note": words(fact.note), "product": fact.product, "law_section": fact.section}),
        **kept({"confidence": fact.confidence}),
        "caveats": list(fact.caveat),
        "trust": claim.rung,
        "expected_only": claim.expected_only,
        "stale": claim.stale,
        "sources": [source_data(source) for source in claim.sources],
        **kept({"beside": list(fact.beside)}),
        "checked": day(claim.checked),
        **kept({"changed": day(changed)}),
    }


def source_data(source: Source) -> Json:
    """A source as JSON. The address is evidence even where `link` says that no link may be printed."""
    return {
        "key": source.key,
        "url": source.url,
        "link": source.link,
        "title": source.title,
        "publisher": source.publisher,
        "kind": source.kind,
        "dated": str(source.dated),
        "read_as": source.read_as,
        **kept({"read_on": day(source.read_on)}),
    }


def section_of(fact: Fact) -> str:
    """Where a fact stands, without the positions in lists: "contracts.subscription.notice"."""
    return ".".join(part for part in fact.path.split(".") if not part.isdecimal())


def kept(values: Mapping[str, Any]) -> Json:
    """The values that are not empty."""
    return {key: value for key, value in values.items() if value}


def words(text: Text | None) -> dict[str, str]:
    """A text in the three written languages, empty for none."""
    return {"zh": text.zh, "en": text.en, "nb": text.nb} if text else {}


def day(value: date | None) -> str | None:
    """A date as YYYY-MM-DD, a moment as YYYY-MM-DDTHH:MM."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if value else None


def _text(fact: TextFact) -> Json:
    value = fact.value if isinstance(fact.value, str) else dict(fact.value)
    return {"about": fact.about, "text": words(fact.text), "short": words(fact.short), "value": value}


def _contact(fact: Contact) -> Json:
    return {"kind": fact.kind, "value": fact.value, "print": fact.printed, "url": fact.url, "name": fact.name}


def _channel(fact: Channel) -> Json:
    return {
        "kind": fact.kind,
        "purpose": fact.purpose,
        "name": fact.name,
        "contact": fact.contact,
        "url": fact.url,
        "path": words(fact.route),
        "needs": list(fact.needs),
        "not_needed": list(fact.not_needed),
    }


def _notice(fact: Notice) -> Json:
    example = fact.example
    dates = {example.start_name: day(example.start), example.result_name: day(example.result)} if example else {}
    return {"rule": fact.rule, "days": fact.days, "hours": fact.hours, "example": dates}


def _binding(fact: Binding) -> Json:
    return {"max_months": fact.max_months, "special_months": fact.special_months}


def _separate(fact: Separate) -> Json:
    return {"kind": fact.kind, "name": fact.name, "text": words(fact.text), "short": words(fact.short)}


def _guide(fact: GuideRef) -> Json:
    return {
        "guide": fact.path.rpartition(".")[2],
        "applies": fact.applies,
        "contracts": list(fact.contracts),
        "plans": list(fact.plans),
    }


# The name and the form of each kind of fact.
KINDS: dict[type[Fact], tuple[str, Callable[[Any], Json]]] = {
    ValueFact: ("value", lambda fact: {"kind": fact.kind, "value": fact.value}),
    TextFact: ("text", _text),
    Contact: ("contact", _contact),
    Channel: ("channel", _channel),
    Notice: ("notice", _notice),
    Binding: ("binding", _binding),
    Separate: ("separate", _separate),
    GuideRef: ("guide", _guide),
}
