"""The pages of one language: address -> Markdown, from composed data, phrases and hand-written texts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from composing.compose import differences
from composing.site import Site, StepsPage
from model.history import NO_HISTORY, History
from model.records import Carrier
from model.vocabulary import Applies, Guide, Status
from model.words import Term
from writing import addresses, carrier_page, checklist_page, overview
from writing.engine import rendered
from writing.facts import Speaker
from writing.handwritten import facts_named, handwritten
from writing.languages import begun, enumerated
from writing.legend import legend
from writing.phrases import Phrases
from writing.steps_view import StepSpeaker, age_lines, sources
from writing.topic_pages import Shelf, topic_titles

Page = tuple[str, str]
Meta = dict[str, Any]


@dataclass(frozen=True)
class Book:
    """Everything needed to write one language."""

    site: Site
    phrases: Phrases
    texts: Path
    history: History = NO_HISTORY
    terms: tuple[Term, ...] = ()
    contact: str = ""
    url: str = ""

    @cached_property
    def shelf(self) -> Shelf:
        """The pages on what holds for every carrier."""
        return Shelf(self.texts, self.speaker, self.site, self.terms, general_section(self), self.contact)

    @cached_property
    def topics(self) -> dict[str, str]:
        """Topic -> title, of the topics that this language has."""
        return topic_titles(self.texts, self.phrases, has_terms=bool(self.terms))

    @cached_property
    def speaker(self) -> Speaker:
        """Says claims in this language."""
        return Speaker(self.phrases)

    def name(self, guide: Guide) -> str:
        """A guide's name."""
        return self.phrases.say(f"guide.{guide}")

    def write(self, template: str, address: str, meta: Meta, **page: object) -> Page:
        """One rendered page."""
        link = addresses.linker(address)
        return address, rendered(template, meta, page=page, say=self.phrases.say, link=link)


def pages(book: Book) -> Iterator[Page]:
    """Every page of the language, each address once."""
    yield home(book)
    yield overview.directory(book.speaker, book.site, general_section(book))
    for guide in Guide:
        yield guide_page(book, guide)
    for carrier in book.site.carriers:
        changed = book.history.owner_changed_on(carrier.slug)
        yield carrier_page.page(book.speaker, book.site, carrier, carrier_section(book, carrier), changed)
    yield from book.shelf.pages()
    for page in book.site.steps_pages:
        yield steps_page(book, page)
        yield from checklist_page.pages(book.speaker, page, book.url)


def home(book: Book) -> Page:
    """The home page: which carrier, which card."""
    carriers = [
        {"name": one.name, "address": addresses.carrier(one), "text": cards_line(book, one)}
        for one in book.site.carriers
    ]
    guides = [{"name": book.phrases.say(f"guide_long.{guide}"), "address": addresses.guide(guide)} for guide in Guide]
    topics = [{"name": title, "address": addresses.topic(name)} for name, title in book.topics.items()]
    meta: Meta = {"summary": book.phrases.say("home.summary"), "kind": "home", "section": general_section(book)}
    return book.write("home.md.j2", addresses.HOME, meta, carriers=carriers, guides=guides, topics=topics)


def cards_line(book: Book, carrier: Carrier) -> str:
    """The kinds of contract a carrier has, or that it may be gone, in a few words."""
    if carrier.status != Status.ACTIVE:
        return book.phrases.say(f"home.status_{carrier.status}")
    return book.speaker.listed(enumerated([book.phrases.say(f"contract.{kind}") for kind in carrier.contracts]))


def guide_page(book: Book, guide: Guide) -> Page:
    """What a card is, in hand-written words around the table of carriers."""
    address = addresses.guide(guide)
    text = book.texts / "guides" / f"{guide}.md"
    before, after = handwritten(text, address, book.speaker, book.site.library, book.terms)
    rows, none = overview.guide_rows(book.speaker, book.site, guide)
    summary = book.phrases.say("guide_page.summary", guide=book.name(guide))
    meta: Meta = {"summary": summary, "kind": "guide", "section": general_section(book)}
    named = [claim for claim in map(book.site.library.named, facts_named(text, book.phrases)) if claim]
    meanings = legend(book.speaker, [*map(book.speaker.said, named), *overview.shown(rows, none)])
    return book.write("guide.md.j2", address, meta, before=before, after=after, rows=rows, none=none, legend=meanings)


def steps_page(book: Book, page: StepsPage) -> Page:
    """The steps for one carrier and card, the main contract first, of the others only what differs."""
    carrier, guide = page.carrier, page.guide
    say, name = book.phrases.say, book.name(guide)
    speaker = StepSpeaker(book.speaker, carrier, name, book.topics)
    verdict, verdict_fact = speaker.verdict(page.main)
    rows, phases = speaker.rows(page.main.key_facts), speaker.phases(page.main.phases)
    others = other_contracts(book, page, speaker)
    claims = list(speaker.used.values())
    unknown = page.ref.applies == Applies.UNKNOWN
    meta: Meta = {
        "summary": say("steps.summary" if carrier.norwegian else "steps.summary_abroad", name=carrier.name, guide=name),
        "kind": "steps",
        "section": carrier_section(book, carrier),
    } | ({"robots": "noindex"} if unknown else {})
    return book.write(
        "steps.md.j2",
        addresses.steps(carrier, guide),
        meta,
        title=say("steps.title", name=carrier.name, guide=name),
        name=carrier.name,
        lead=book.phrases.joined([say(f"lead.{guide}"), verdict]),
        verdict_fact=verdict_fact,
        doubt=say("steps.lead_doubt", name=carrier.name, guide=name) if unknown else "",
        rows=rows,
        checklist=addresses.checklist(carrier, guide),
        carrier=addresses.carrier(carrier),
        age=book.phrases.joined(age_lines(book.speaker, claims)),
        phases=phases,
        others=others,
        sources=sources(book.speaker, claims),
        legend=legend(book.speaker, map(book.speaker.said, claims)),
    )


def other_contracts(book: Book, page: StepsPage, speaker: StepSpeaker) -> list[dict[str, object]]:
    """The further contracts of a page: only the steps that the main contract does not have."""
    others: list[dict[str, object]] = []
    say = book.phrases.say
    for procedure in page.procedures[1:]:
        phases = speaker.phases(differences(page.main, procedure))
        others.append(
            {
                "kind": procedure.kind,
                "title": say("steps.other_contract", contract=say(f"contract.{procedure.kind}")),
                "text": say("steps.other_contract_text" if phases else "steps.other_contract_same"),
                "checklist": addresses.checklist(page.carrier, page.guide, procedure.kind),
                "phases": phases,
            }
        )
    return others


def general_section(book: Book) -> list[dict[str, object]]:
    """Navigation of the pages that belong to no carrier."""
    topics = [{"text": title, "to": addresses.topic(name)} for name, title in book.topics.items()]
    return [guides_section(book), {"name": book.phrases.say("topics.nav"), "links": topics}]


def guides_section(book: Book) -> dict[str, object]:
    """Navigation to the five cards and all carriers."""
    guides = [{"text": begun(book.name(guide)), "to": addresses.guide(guide)} for guide in Guide]
    directory = {"text": book.phrases.say("chrome.carriers"), "to": addresses.DIRECTORY}
    return {"name": book.phrases.say("chrome.guides"), "links": [*guides, directory]}


def carrier_section(book: Book, carrier: Carrier) -> list[dict[str, object]]:
    """Navigation of one carrier's pages."""
    own = [{"text": book.phrases.say("steps.all_about", name=carrier.name), "to": addresses.carrier(carrier)}]
    steps = [
        {"text": begun(book.name(page.guide)), "to": addresses.steps(carrier, page.guide)}
        for page in book.site.pages_of(carrier)
    ]
    # Topics are linked from the steps that need them: a list of all of them would weigh on every page.
    return [{"name": carrier.name, "links": [*own, *steps]}, guides_section(book)]
