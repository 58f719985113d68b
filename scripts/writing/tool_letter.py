"""The page of letters: every kind with blanks, and what the browser needs to fill one for a carrier."""

from collections.abc import Iterator
from dataclasses import dataclass

from composing.letters import BOARD_WAYS, LetterEnd, NoLetter, ReadyLetter, brand, letter_for, party
from composing.site import Site
from model.letters import EndWords, Letter, LetterKind, Letters, Version, WhyNot
from model.records import Carrier, Contact
from model.vocabulary import ContactKind, ContractKind
from writing import addresses
from writing.facts import Said, Speaker
from writing.languages import begun
from writing.legend import legend
from writing.letter_view import LetterSpeaker, Pair, law
from writing.rendering import rendered

NAME = "letter"
Block = dict[str, object]


@dataclass(frozen=True, slots=True)
class LetterBlock:
    """One letter on the page: its id there, its kind, the language it is sent in, its lines and fields."""

    id: str
    kind: str
    title: str
    when: str
    sent_in: str
    fields: str
    suits: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to hand a letter over: letters it is `unfit` for, contracts that alone it is for."""

    said: Said
    label: str
    unfit: str
    only: str


@dataclass(frozen=True, slots=True)
class CarrierBlock:
    """What the page knows of one carrier: for the script as attributes, for the reader as facts."""

    slug: str
    name: str
    address: str
    called: str
    company: str
    contracts: str
    mail: str
    mail_kinds: str
    refused: str
    sent_in: str
    facts: tuple[Said, ...]
    ends: tuple[tuple[str, str, Said], ...]
    ways: tuple[Way, ...]
    asked: tuple[str, str]


def page(speaker: Speaker, site: Site, letters: Letters, section: list[Block]) -> tuple[str, str]:
    """Address and Markdown of the page."""
    say, address = speaker.phrases.say, addresses.tool(NAME)
    writer = LetterSpeaker(speaker, site.library, letters)
    laws = [(law(claim), speaker.short(claim), speaker.said(claim)) for claim in site.library.shared(*letters.cited)]
    carriers = [_carrier(speaker, site, letters, one) for one in site.carriers]
    board = [speaker.said(claim) for claim in site.library.shared(*BOARD_WAYS)]
    shown = [said for one in carriers for said in (*one.facts, *(way.said for way in one.ways))]
    shown += [said for one in carriers for _, _, said in one.ends]
    meta: Block = {"summary": say("letter.summary"), "kind": "tool", "section": section}
    meta |= {"sheets": ["letter.css"], "scripts": ["letter.js"]}
    values: Block = {
        "letters": [_block(writer, letter, letter.norwegian, "nb") for letter in letters.letters],
        "abroad": [_block(writer, letter, letter.abroad, "en") for letter in letters.letters if letter.abroad],
        "fields": [
            {"id": one.id, "label": speaker.text(one.label), "why": speaker.text(one.why), "input": one.input.value}
            for one in letters.fields
        ],
        "carriers": carriers,
        "board": board,
        "laws": laws,
        "reasons": [(why.value, say(f"letter.why_not.{why}")) for why in WhyNot],
        "contracts": [(kind.value, begun(say(f"contract.{kind}"))) for kind in ContractKind],
        "words": list(_words(speaker, letters)),
        "legend": legend(speaker, [*shown, *board, *(said for _, _, said in laws)]),
    }
    return address, rendered("tool_letter.md.j2", meta, page=values, say=say, link=addresses.linker(address))


def _block(writer: LetterSpeaker, letter: Letter, version: Version, sent_in: str) -> LetterBlock:
    abroad = sent_in == "en"
    known = writer.unknown_abroad() if abroad else writer.unknown()
    return LetterBlock(
        id=f"{letter.id}-abroad" if abroad else letter.id.value,
        kind=letter.id.value,
        title=writer.speaker.text(letter.title),
        when=writer.speaker.text(letter.when),
        sent_in=sent_in,
        fields=" ".join(version.fields),
        suits=" ".join(letter.suits),
        pairs=writer.pairs(version, sent_in, known),
    )


def _carrier(speaker: Speaker, site: Site, letters: Letters, carrier: Carrier) -> CarrierBlock:
    made = [letter_for(site.library, letters, kind, carrier) for kind in LetterKind]
    ready = [one for one in made if isinstance(one, ReadyLetter)]
    widest = max(ready, key=lambda one: len(one.contracts))
    mails = [one for one in ready if one.mail]
    to_carrier = [one for one in ready if one.kind != LetterKind.BOARD]
    named = speaker.said(widest.company[0]) if widest.company else None
    asked = next((one.asked[0] for one in to_carrier if one.asked), None)
    return CarrierBlock(
        slug=carrier.slug,
        name=carrier.name,
        address=addresses.carrier(carrier),
        called=brand(carrier),
        company=party(widest),
        contracts=" ".join(map(_contract, widest.contracts)),
        mail=mails[0].mail if mails else "",
        mail_kinds=" ".join(one.kind for one in mails) if mails else "",
        refused=" ".join(f"{one.kind}:{one.why}" for one in made if isinstance(one, NoLetter)),
        sent_in=carrier.language,
        facts=(named,) if named else (),
        ends=tuple(_ends(speaker, widest)),
        ways=tuple(_ways(speaker, to_carrier)),
        asked=(asked.ask(carrier.language), speaker.text(asked.text)) if asked else ("", ""),
    )


def _contract(end: LetterEnd) -> str:
    """A contract with what is known of its end, for the script: subscription:days-after-notice:30, prepaid."""
    known = [] if end.words == EndWords.SOONEST else [end.words.value, *([str(end.days)] if end.days else [])]
    return ":".join([end.kind.value, *known])


def _ends(speaker: Speaker, letter: ReadyLetter) -> Iterator[tuple[str, str, Said]]:
    """The rule of each contract that has one: the contract, the rule in a few words, the claim."""
    for end in letter.contracts:
        if end.claim:
            kind = speaker.phrases.say(f"contract.{end.kind}")
            rule = speaker.short(end.claim)
            yield (
                end.kind.value,
                speaker.phrases.say("channel.with_name", kind=kind, name=rule),
                speaker.said(end.claim),
            )


def _ways(speaker: Speaker, ready: list[ReadyLetter]) -> Iterator[Way]:
    """Every way of any letter once, with the letters that it is not for."""
    found = {way.claim.address: way for letter in ready for way in letter.ways}
    held = {letter.kind: {way.claim.address for way in letter.ways} for letter in ready}
    for address, way in found.items():
        fact = way.claim.fact
        label = speaker.short(way.claim)
        if way.contracts:
            contracts = speaker.listed([speaker.phrases.say(f"contract.{kind}") for kind in way.contracts])
            label = speaker.phrases.say("channel.for_purpose", kind=label, name=contracts)
        # What is known of an address, and what is not, must stand with it.
        whole = isinstance(fact, Contact) and fact.kind in (ContactKind.EMAIL, ContactKind.POST)
        unfit = " ".join(kind for kind, addresses in held.items() if address not in addresses)
        yield Way(speaker.said(way.claim), "" if whole else label, unfit, " ".join(way.contracts))


def _words(speaker: Speaker, letters: Letters) -> Iterator[tuple[str, str, str]]:
    """Contracts and ends in the languages of letters and in the reader's: key, language, words."""
    texts = {kind.value: text for kind, text in letters.contracts.items()}
    texts |= {f"end-{word}": text for word, text in letters.ends.items()}
    for key, text in texts.items():
        for language in dict.fromkeys(("nb", "en", speaker.phrases.source)):
            own = language == speaker.phrases.source
            yield key, language, speaker.text(text) if own else text.into(language)
