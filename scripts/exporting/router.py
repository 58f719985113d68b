"""What the router of the home page reads: the channels of every carrier with what each asks for, one file a language.

docs/assets/router.js picks from it; every channel and contact keeps its source mark.
"""

import json

from composing.channels import ChannelView
from composing.procedure import Situation
from composing.site import Site, StepsPage
from composing.steps_do import find_channel
from exporting.export import RootFile
from model.records import Carrier
from model.vocabulary import Applies, Need
from writing import addresses
from writing.facts import Mark, Said, Speaker
from writing.phrases import Phrases
from writing.steps_view import Sentence, StepSpeaker

Json = dict[str, object]
# Filled by the script: the build leaves them as they are.
_SLOTS = {slot: f"{{{slot}}}" for slot in ("name", "guide", "needs", "total")}
_WORDS = {
    "known": "router.known",
    "unknown": "router.unknown",
    "impossible": "router.impossible",
    "open": "channel.open",
    "needs": "channel.needs",
    "unsure": "router.unsure",
    "lacking": "router.lacking",
    "left": "router.left",
    "none_left": "router.none_left",
    "no_channel": "router.no_channel",
    "no_card": "carrier.choose_no",
    "doubt": "steps.lead_doubt",
    "steps": "steps.title",
    "carrier": "steps.all_about",
    "attorney": "router.attorney",
    "without": "router.without",
    "label": "sentence_label",
    "separator": "language.list_separator",
}
TOPIC = addresses.topic("without-bankid")


def file(site: Site, phrases: Phrases) -> RootFile:
    """The file of a language, beside its home page: words, and by carrier the contracts of each card."""
    made = {
        "words": {name: phrases.say(key, **_SLOTS) for name, key in _WORDS.items()},
        "needs": {need: phrases.say(f"need.{need}") for need in Need},
        "topic": TOPIC,
        "attorney": f"{TOPIC}#power-of-attorney",
        "carriers": {carrier.slug: _carrier(site, carrier, phrases) for carrier in site.carriers},
    }
    return f"{phrases.language}/{addresses.ROUTER_DATA}", json.dumps(
        made, ensure_ascii=False, separators=(",", ":")
    ) + "\n"


def _carrier(site: Site, carrier: Carrier, phrases: Phrases) -> Json:
    speaker = StepSpeaker(Speaker(phrases), carrier, "")
    kinds = {kind: page for page in site.pages_of(carrier) for kind in reversed(page.ref.contracts)}
    found = {kind: Situation(site.library, carrier, page.guide, kind) for kind, page in kinds.items()}
    contacts = next((find_channel(now).claims for now in found.values()), ())
    sentence = speaker.sentence(f"no-way-{'nb' if carrier.norwegian else 'en'}")
    return {
        "name": carrier.name,
        "norwegian": carrier.norwegian,
        "address": addresses.carrier(carrier),
        "guides": {page.guide: _guide(page, phrases) for page in site.pages_of(carrier)},
        "contracts": {kind: _contract(now, speaker) for kind, now in found.items()},
        "contacts": [_told(speaker.said(claim)) for claim in contacts],
        "sentence": _sentence(sentence),
    }


def _guide(page: StepsPage, phrases: Phrases) -> Json:
    return {
        "name": phrases.say(f"guide.{page.guide}"),
        "address": addresses.steps(page.carrier, page.guide),
        "contracts": page.ref.contracts,
        "unknown": page.ref.applies == Applies.UNKNOWN,
    }


def _contract(now: Situation, speaker: StepSpeaker) -> Json:
    return {
        "name": speaker.phrases.say(f"contract.{now.kind}"),
        "channels": [_channel(view, speaker) for view in now.channels],
        "ask": [_sentence(speaker.question(question)) for question in find_channel(now).questions],
    }


def _channel(view: ChannelView, speaker: StepSpeaker) -> Json:
    option = speaker.option(view)
    return {
        "title": option.title,
        "route": option.route,
        "needs": view.channel.needs,
        "open": view.open_needs,
        "contact": _told(option.contact) if option.contact else None,
    } | _fact(option.fact)


def _fact(said: Said) -> Json:
    """A claim with everything that must stand with it."""
    return {
        "fact": said.address,
        "value": said.value,
        "href": said.href,
        "notes": [text for text in (said.product, said.expected, said.note) if text],
        "caveats": said.caveats,
        "marks": [_mark(mark) for mark in said.marks],
        "beside": [_told(one) for one in said.beside],
    }


def _told(said: Said) -> Json:
    """The same with its words as title, as nothing else names it."""
    return _fact(said) | {"title": said.text}


def _mark(mark: Mark) -> list[str]:
    publisher = f"{mark.publisher} {mark.section}".strip()
    return [mark.rung, mark.kind, publisher, mark.iso or mark.date, mark.url]


def _sentence(sentence: Sentence) -> list[str]:
    return [sentence.say, sentence.language, sentence.means]
