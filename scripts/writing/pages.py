"""The pages of one language: address -> Markdown, from composed data, phrases and hand-written texts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from composing.attention import never_live
from composing.compose import differences
from composing.site import Site, StepsPage
from model.history import NO_HISTORY, History
from model.letters import Letters
from model.records import Carrier
from model.shipped import Shipped
from model.vocabulary import Applies, Guide, Status
from model.words import Term
from writing import (
    about_pages,
    addresses,
    carrier_page,
    checklist_page,
    overview,
    print_page,
    router_form,
    status_page,
    tool_dates,
    tool_letter,
)
from writing.ages import age, live_line
from writing.behind import ALL_CURRENT, Behind
from writing.facts import Speaker
from writing.handwritten import claims_named, handwritten
from writing.languages import begun, enumerated
from writing.legend import legend
from writing.norwegian import norwegian
from writing.phrases import Phrases
from writing.rendering import rendered
from writing.source_list import sources
from writing.steps_view import StepSpeaker
from writing.topic_pages import Shelf, topic_titles

WHICH_CARRIER = "which-carrier"
Page = tuple[str, str]
Meta = dict[str, Any]


@dataclass(frozen=True)
class Book:
    """Everything needed to write one language; without: slugs of carriers whose steps are left out."""

    site: Site
    phrases: Phrases
    texts: Path
    history: History = NO_HISTORY
    terms: tuple[Term, ...] = ()
    contact: str = ""
    behind: Behind = ALL_CURRENT
    norwegian: tuple[str, ...] = ()
    letters: Letters | None = None
    repository: str = ""
    url: str = ""
    shipped: Shipped = field(default_factory=Shipped)
    without: frozenset[str] = frozenset()

    @cached_property
    def shelf(self) -> Shelf:
        """The pages on what holds for every carrier."""
        section = general_section(self)
        return Shelf(self.texts, self.speaker, self.site, self.terms, section, self.contact, self.behind)

    @cached_property
    def topics(self) -> dict[str, str]:
        """Topic -> title, of the topics that this language has."""
        return topic_titles(self.texts, self.phrases, has_terms=bool(self.terms))

    @cached_property
    def speaker(self) -> Speaker:
        """Says claims in this language."""
        return Speaker(self.phrases, norwegian(self.terms, self.norwegian, self.phrases.language))

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
    yield print_page.page(book.speaker, book.site)
    yield tool_dates.page(book.speaker, book.site, general_section(book))
    for guide in Guide:
        yield guide_page(book, guide)
    for carrier in book.site.carriers:
        around = carrier_page.Around(carrier_section(book, carrier), book.history, book.letters)
        yield carrier_page.page(book.speaker, book.site, carrier, around)
    yield from book.shelf.pages()
    if book.letters:
        yield tool_letter.page(book.speaker, book.site, book.letters, general_section(book))
    yield status_page.page(book.speaker, book.site, general_section(book), book.behind)
    yield about_pages.correct(book.speaker, general_section(book), about_pages.Reach(book.repository, book.contact))
    yield about_pages.publish(book.speaker, book.site, general_section(book))
    if book.shipped.parts:
        yield about_pages.licences(book.speaker, book.shipped, general_section(book))
    yield search_page(book)
    for page in book.site.steps_pages:
        if page.carrier.slug not in book.without:
            yield steps_page(book, page)
            yield from checklist_page.pages(book.speaker, page, book.url)


def home(book: Book) -> Page:
    """The home page: which carrier, which card."""
    carriers = [
        {"name": one.name, "address": addresses.carrier(one), "text": contracts_line(book, one)}
        for one in book.site.carriers
    ]
    guides = [{"name": book.phrases.say(f"guide_long.{guide}"), "address": addresses.guide(guide)} for guide in Guide]
    topics = [{"name": title, "address": addresses.topic(name)} for name, title in book.topics.items()]
    rules = [claim for one in book.site.carriers for claim in book.site.library.claims(one, *one.facts)]
    live = book.phrases.say("age.never_home") if never_live(rules) else ""
    tools = [{"name": book.phrases.say(f"{name}.title"), "address": addresses.tool(name)} for name in addresses.TOOLS]
    meta: Meta = {"summary": book.phrases.say("home.summary"), "kind": "home", "section": general_section(book)}
    meta |= {"scripts": router_form.SCRIPTS, "sheets": router_form.SHEETS}
    which = addresses.topic(WHICH_CARRIER) if WHICH_CARRIER in book.topics else ""
    router = router_form.view(book.site, book.phrases)
    lists = {"carriers": carriers, "guides": guides, "topics": topics, "tools": tools}
    return book.write("home.md.j2", addresses.HOME, meta, **lists, which=which, router=router, live=live)


def search_page(book: Book) -> Page:
    """The page that finds pages; what it finds is the work of docs/assets/search.js."""
    scripts = ["minisearch.min.js", "search.js"]
    meta: Meta = {"summary": book.phrases.say("search.summary"), "kind": "search", "scripts": scripts}
    # Results are links to other pages: the page itself answers nothing that a search engine could show.
    meta |= {"robots": "noindex", "section": general_section(book)}
    return book.write("search.md.j2", addresses.SEARCH, meta, directory=addresses.DIRECTORY, home=addresses.HOME)


def contracts_line(book: Book, carrier: Carrier) -> str:
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
    dates = tool_dates.view(book.speaker, book.site, guide)
    needs: Meta = {"scripts": tool_dates.SCRIPTS, "sheets": ["guide.css"]}
    meta: Meta = {"summary": summary, "kind": "guide", "section": general_section(book), **needs}
    named = claims_named(text, book.phrases, book.site.library)
    meanings = legend(book.speaker, [*map(book.speaker.said, named), *overview.shown(rows, none), *dates.shown])
    address, page = book.write(
        "guide.md.j2",
        address,
        meta,
        before=before,
        after=after,
        rows=rows,
        none=none,
        dates=dates,
        dates_tool=addresses.tool(tool_dates.NAME),
        legend=meanings,
    )
    return address, page + book.behind.on_page(f"guides/{guide}.md", address, book.phrases)


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
        live=live_line(book.speaker, claims),
        age=age(book.speaker, claims),
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
    return [guides_section(book), tools_section(book), {"name": book.phrases.say("topics.nav"), "links": topics}]


def tools_section(book: Book) -> dict[str, object]:
    """Navigation to the tools."""
    tools = [{"text": book.phrases.say(f"{name}.nav"), "to": addresses.tool(name)} for name in addresses.TOOLS]
    return {"name": book.phrases.say("tools.nav"), "links": tools}


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
