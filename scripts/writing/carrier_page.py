"""The page of one carrier: everything known, section by section, each statement with its source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from composing.channels import ordered
from composing.claims import Claim
from composing.letters import NoLetter, letter_for
from composing.site import Site
from model.history import NO_HISTORY, History
from model.letters import LetterKind, Letters
from model.records import Carrier, Contract, Fact
from model.vocabulary import Applies, CarrierSection, ContractKind, Guide, House, Purpose
from writing import addresses
from writing.ages import age, live_line
from writing.facts import Speaker
from writing.languages import HAN, begun
from writing.legend import legend
from writing.letter_view import LetterSpeaker, written
from writing.phone_script import phone_script
from writing.rendering import rendered
from writing.steps_view import StepSpeaker

Block = dict[str, object]
# What every travel seller has in common, shown as such and never as the seller's own rule.
TRAVEL = (
    "travel:expires-by-itself",
    "travel:switch-off-three",
    "travel:refund-logic",
    "travel:refund-via-seller",
    "travel:delete-after-refund",
    "travel:no-reinstall",
    "travel:data-only",
)
# Houses that own several brands; the others only share a heading of the directory.
GROUPS = frozenset({House.TELENOR, House.TELIA, House.LYSE})


@dataclass(frozen=True, slots=True)
class Around:
    """What a carrier's page holds beside its data: navigation, the history of its facts, the letters."""

    section: list[Block]
    history: History = NO_HISTORY
    letters: Letters | None = None


def page(speaker: Speaker, site: Site, carrier: Carrier, around: Around) -> tuple[str, str]:
    """Address and Markdown of the carrier's page."""
    say = speaker.phrases.say
    address = addresses.carrier(carrier)
    claims = _claims(site, carrier)
    meta: Block = {"summary": say("carrier.summary", name=carrier.name), "kind": "carrier", "section": around.section}
    values = {
        "title": say("carrier.title", name=carrier.name),
        "lead": say("carrier.lead", name=carrier.name),
        "rows": StepSpeaker(speaker, carrier).rows(site.summary(carrier)),
        "live": live_line(speaker, claims),
        "age": age(speaker, claims, *_changed(speaker, around.history.owner_changed_on(carrier.slug))),
        "cards": [_card(speaker, site, carrier, guide) for guide in Guide],
        "groups": list(_groups(speaker, site, carrier)),
        "call": phone_script(carrier, speaker.phrases),
        "aliases": _aliases(speaker, carrier),
        "letter": _letter(speaker, site, carrier, around.letters) if around.letters else None,
        "siblings": _siblings(site, carrier),
        "legend": legend(speaker, map(speaker.said, claims)),
        "changes": _changes(speaker, carrier, around.history),
    }
    return address, rendered("carrier.md.j2", meta, page=values, say=say, link=addresses.linker(address))


def _claims(site: Site, carrier: Carrier) -> list[Claim]:
    own = site.library.claims(carrier, *carrier.facts)
    own += site.library.shared(*TRAVEL) if ContractKind.TRAVEL in carrier.contracts else ()
    return list({one.address: one for claim in own for one in (claim, *claim.beside) if one.sources}.values())


def _changed(speaker: Speaker, day: date | None) -> list[str]:
    return [speaker.phrases.say("age.changed", date=speaker.day(day))] if day else []


def _changes(speaker: Speaker, carrier: Carrier, history: History) -> tuple[str, str]:
    """Address and words of the link to what the page said before; to the feed where nothing is told."""
    if history.tells_more(carrier.slug):
        link = addresses.linker(addresses.carrier(carrier))
        return link(addresses.history(carrier)), speaker.phrases.say("history.link", name=carrier.name)
    language = speaker.phrases.language
    feed = addresses.from_page(language, addresses.carrier(carrier), addresses.feed(language, carrier.slug))
    return feed, speaker.phrases.say("carrier.feed", name=carrier.name)


def _card(speaker: Speaker, site: Site, carrier: Carrier, guide: Guide) -> Block:
    ref = carrier.guides[guide]
    say = speaker.phrases.say
    text = {
        Applies.YES: speaker.listed(ref.plans),
        Applies.UNKNOWN: say("carrier.choose_unknown"),
        Applies.NO: say("carrier.choose_no", name=carrier.name),
    }[ref.applies]
    address = "" if ref.applies == Applies.NO else addresses.steps(carrier, guide)
    fact = speaker.said(site.library.claim(carrier, ref)) if ref.source else None
    return {"name": begun(say(f"guide.{guide}")), "address": address, "text": text, "fact": fact}


def _groups(speaker: Speaker, site: Site, carrier: Carrier) -> Iterator[Block]:
    say = speaker.phrases.say
    for kind, contract in carrier.contracts.items():
        sections = list(_contract(speaker, site, carrier, kind, contract))
        yield {"title": say(f"contract.{kind}"), "anchor": f"contract-{kind}", "sections": sections}
    wide = [("contacts", carrier.contacts), ("company", carrier.company), ("separate", carrier.separate)]
    for name, facts in [*wide, *((section.value, carrier.get(section)) for section in CarrierSection)]:
        if facts:
            section = _section("", name, _said(speaker, site, carrier, facts))
            yield {"title": say(f"carrier.{name}"), "anchor": name, "sections": [section]}
    if ContractKind.TRAVEL in carrier.contracts:
        shared: list[object] = [speaker.said(claim) for claim in site.library.shared(*TRAVEL)]
        yield {"title": say("carrier.travel_all"), "anchor": "travel", "sections": [_section("", "travel-all", shared)]}
    if carrier.unknown:
        asked = StepSpeaker(speaker, carrier)
        questions = [asked.question(site.library.data.questions[code]) for code in carrier.unknown]
        section = _section("", "unknown", [], questions=questions)
        yield {"title": say("phases.unknown"), "anchor": "unknown", "sections": [section]}


def _contract(
    speaker: Speaker, site: Site, carrier: Carrier, kind: ContractKind, contract: Contract
) -> Iterator[Block]:
    say = speaker.phrases.say
    asked = StepSpeaker(speaker, carrier)
    options = [asked.option(view) for view in ordered(site.library, carrier, contract, *Purpose)]
    if options:
        yield _section(say("section.channels"), f"{kind}-channels", [], options=options)
    listed = [("notice", contract.notice), ("binding", contract.binding)]
    for name, facts in [*listed, *((section.value, facts) for section, facts in contract.texts.items())]:
        if facts:
            yield _section(
                say(f"section.{name}"), f"{kind}-{name}".replace("_", "-"), _said(speaker, site, carrier, facts)
            )
    if contract.unknown:
        questions = [asked.question(site.library.data.questions[code]) for code in contract.unknown]
        yield _section(say("section.unknown"), f"{kind}-unknown", [], questions=questions)


def _letter(speaker: Speaker, site: Site, carrier: Carrier, letters: Letters) -> Block | None:
    """The cancellation of the main contract, ready but for what only the reader knows."""
    made = letter_for(site.library, letters, LetterKind.CANCELLATION, carrier)
    if isinstance(made, NoLetter):
        return None
    writer = LetterSpeaker(speaker, site.library, letters)
    pairs = [pair for pair in writer.ready(made) if pair.part != "date"]
    return {
        "sent_in": carrier.language,
        "sent": [written(pair.sent) for pair in pairs],
        "read": [written(pair.read) for pair in pairs if pair.read],
        "address": addresses.tool("letter"),
        "query": f"?carrier={carrier.slug}&kind={made.kind}",
    }


def _said(speaker: Speaker, site: Site, carrier: Carrier, facts: Iterable[Fact]) -> list[object]:
    return [speaker.said(site.library.claim(carrier, fact)) for fact in facts]


def _section(title: str, anchor: str, facts: list[object], **more: object) -> Block:
    return {"title": title, "anchor": anchor, "facts": facts, "options": [], "questions": []} | more


def _aliases(speaker: Speaker, carrier: Carrier) -> str:
    chinese = speaker.phrases.source == "zh"
    names = [speaker.phrases.convert(one.text) for one in carrier.aliases if chinese or not HAN.search(one.text)]
    return speaker.phrases.say("carrier.aliases", aliases=speaker.listed(names)) if names else ""


def _siblings(site: Site, carrier: Carrier) -> list[Block]:
    """The other brands of the same house."""
    if carrier.house not in GROUPS:
        return []
    others = (one for one in site.carriers if one.house == carrier.house and one is not carrier)
    return [{"name": one.name, "address": addresses.carrier(one)} for one in others]
