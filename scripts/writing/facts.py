"""How one claim is said in a language: its words, its source mark, its warnings. Templates only print these."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from markupsafe import Markup

from composing.claims import Claim, rung_of
from model.records import Binding, Channel, Contact, Fact, GuideRef, Notice, Separate, Source, TextFact, ValueFact
from model.vocabulary import Caveat, ContactKind, Rung, SourceKind
from model.words import Text
from writing import languages
from writing.escape import for_href
from writing.norwegian import NOTHING, Norwegian
from writing.phrases import Phrases

T = TypeVar("T")

# Claims kept in words: those of the carrier at hand and the shared ones, which page after page shows again.
KEPT = 1024


@dataclass(frozen=True, slots=True)
class Mark:
    """Who says it, what kind of source that is, and when. `url` is empty where no link may be printed."""

    rung: str
    kind: str
    publisher: str
    date: str
    iso: str
    url: str
    title: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A claim in words; as HTML its Norwegian words are marked. `href` makes `value` a link (telephone, mail, page)."""

    address: str
    text: str
    text_html: Markup
    value: str
    href: str
    product: str
    note_html: Markup
    expected: str
    caveats: tuple[str, ...]
    marks: tuple[Mark, ...]
    beside: tuple["Said", ...]


def firsts(items: Iterable[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    """The first item of each key, in their order."""
    found: dict[Hashable, T] = {}
    for item in items:
        found.setdefault(key(item), item)
    return tuple(found.values())


class Speaker:
    """Says claims in one language."""

    def __init__(self, phrases: Phrases, norwegian: Norwegian = NOTHING) -> None:
        self.phrases = phrases
        self.norwegian = norwegian
        self._said = lru_cache(maxsize=KEPT)(self._in_words)
        self._words: dict[type[Fact], Callable[[Any], str]] = {
            TextFact: lambda fact: self.text(fact.text),
            ValueFact: lambda fact: self.phrases.say(f"fact.company-{fact.kind}", value=fact.value),
            Contact: self._contact,
            Channel: lambda fact: self.phrases.say("channel.says"),
            Notice: self._notice,
            Binding: self._binding,
            Separate: lambda fact: self.text(fact.text) if fact.text else self.separate(fact),
            GuideRef: self._guide,
        }

    def text(self, text: Text | None) -> str:
        """One of the texts of a data file, "" for none."""
        return self.phrases.convert(text.into(self.phrases.source)) if text else ""

    def marked(self, text: str) -> Markup:
        """A text of this language as HTML, its Norwegian words marked."""
        return self.norwegian.marked(text)

    def name(self, name: str) -> str:
        """A name as its owner writes it; one in Chinese characters follows the reader's script."""
        return self.phrases.convert(name) if languages.HAN.search(name) else name

    def said(self, claim: Claim) -> Said:
        """The claim in words with everything that must stand with it."""
        return self._said(claim)

    def _in_words(self, claim: Claim) -> Said:
        fact = claim.fact
        value, href = self._link(fact)
        text = self._words[type(fact)](fact)
        return Said(
            address=claim.address,
            text=text,
            text_html=self.marked(text),
            value=value,
            href=href,
            product=self.phrases.say("fact.product_only", product=fact.product) if fact.product else "",
            note_html=self.marked(self.text(fact.note)),
            expected=self.phrases.say("rule_expected") if claim.expected_only and isinstance(fact, Notice) else "",
            caveats=self._caveats(claim),
            marks=self.marks(claim),
            beside=tuple(self.said(one) for one in claim.beside),
        )

    def short(self, claim: Claim) -> str:
        """The claim in a few words, for summaries and tables."""
        fact = claim.fact
        match fact:
            case Notice():
                short = self.phrases.say(f"rule.{fact.rule}", days=fact.days, hours=fact.hours)
                short = self.phrases.say("key.expected", rule=short) if claim.expected_only else short
            case TextFact(short=Text() as text) | Separate(short=Text() as text):
                short = self.text(text)
            case Separate():
                short = fact.name
            case Contact():
                short = self._reached(fact)
            case Channel():
                short = self.channel_name(fact)
            case _:
                short = self._words[type(fact)](fact)
        return short

    def _reached(self, contact: Contact) -> str:
        """A number as it is, anything else with its kind."""
        if contact.kind == ContactKind.PHONE:
            return contact.printed
        kind = self.phrases.say(f"contact.{contact.kind}")
        return self.phrases.say("channel.with_name", kind=kind, name=contact.name or contact.value or contact.url)

    def channel_name(self, channel: Channel, contact: Contact | None = None) -> str:
        """The channel's kind, with its name or number where it has one."""
        kind = self.phrases.say(f"channel.{channel.kind}")
        name = channel.name or (contact.printed or contact.value or contact.name if contact else "")
        return self.phrases.say("channel.with_name", kind=kind, name=name) if name else kind

    def separate(self, fact: Separate) -> str:
        """Name and kind of an agreement that goes on."""
        return self.phrases.say("channel.with_name", kind=self.phrases.say(f"separate.{fact.kind}"), name=fact.name)

    def day(self, value: date) -> str:
        """A whole date as the language writes it, with the hour where it is a moment."""
        return languages.day(value, self.phrases.language)

    def listed(self, items: Iterable[str]) -> str:
        """Items joined as the language does."""
        return self.phrases.say("language.list_separator").join(items)

    def marks(self, claim: Claim) -> tuple[Mark, ...]:
        """The marks of a claim; two pages of one publisher with one date look the same and are marked once."""
        marks = (self.mark(source, claim) for source in claim.sources)
        return firsts(marks, lambda mark: (mark.kind, mark.publisher, mark.date))

    def mark(self, source: Source, claim: Claim | None = None) -> Mark:
        """The source mark; the kind is always the source's own, so that a third party never looks official."""
        rung = rung_of(source, confirmed_live=bool(claim and claim.rung == Rung.OFFICIAL_LIVE))
        kind = {SourceKind.REGULATOR: "regulator", SourceKind.PRESS: "press"}.get(source.kind, rung.value)
        doubtful = claim is not None and claim.doubtful
        return Mark(
            rung=Rung.UNKNOWN if doubtful else rung,
            kind=self.phrases.say(f"mark.{kind}"),
            publisher=self.name(source.publisher),
            date=str(source.dated) if source.dated.known else self.phrases.say("mark.undated"),
            iso=str(source.dated) if source.dated.known else "",
            url=for_href(source.url) if source.link else "",
            title=source.title,
            section=claim.fact.section if claim and source.kind == SourceKind.LAW else "",
        )

    def _caveats(self, claim: Claim) -> tuple[str, ...]:
        return tuple(self.phrases.say(f"caveat.{caveat}") for caveat in claim.fact.caveat)

    def _contact(self, fact: Contact) -> str:
        value = fact.value or fact.name
        return self.phrases.say(f"fact.{fact.kind}", value=value)

    def _link(self, fact: Fact) -> tuple[str, str]:
        match fact:
            case Contact(kind=ContactKind.PHONE):
                return fact.printed, f"tel:{fact.value}"
            case Contact(kind=ContactKind.EMAIL):
                return fact.value, f"mailto:{fact.value}"
            case Contact(url=url) | Channel(url=url) if url:
                return fact.name or url.split("://", 1)[1], for_href(url)
            case Contact(kind=ContactKind.CHAT | ContactKind.LOGIN | ContactKind.APP | ContactKind.SHOP):
                return fact.name, ""
            case _:
                return "", ""

    def _notice(self, fact: Notice) -> str:
        words = [self.phrases.say(f"rule_text.{fact.rule}", days=fact.days, hours=fact.hours)]
        if Caveat.OLD in fact.caveat:
            words.insert(0, self.phrases.say("rule_old"))
        if fact.example:
            start, result = self.day(fact.example.start), self.day(fact.example.result)
            words.append(self.phrases.say(f"example.{fact.example.start_name}", start=start, result=result))
        return self.phrases.joined(words)

    def _binding(self, fact: Binding) -> str:
        if fact.special_months:
            return self.phrases.say("fact.binding_special", months=fact.max_months, special=fact.special_months)
        return self.phrases.say("fact.binding", months=fact.max_months)

    def _guide(self, fact: GuideRef) -> str:
        if fact.plans:
            return self.phrases.say("fact.guide_plans", plans=self.listed(fact.plans))
        guide = fact.id.removeprefix("guide-")
        return self.phrases.say("fact.guide", guide=self.phrases.say(f"guide.{guide}"))
