"""What the router of the home page reads: the channels of every carrier with what each asks for, one file a language.

Each channel comes as the HTML of the pages of steps, with all that must stand beside it; docs/assets/router.js picks.
"""

import json
from collections.abc import Sequence

from composing.channels import ChannelView
from composing.procedure import Situation
from composing.site import Site, StepsPage
from composing.steps_do import find_channel
from exporting.export import RootFile
from model.records import Carrier
from model.vocabulary import Applies, Need
from model.words import Question
from writing import addresses
from writing.facts import Speaker
from writing.phrases import Phrases
from writing.rendering import block
from writing.steps_view import StepSpeaker

Json = dict[str, object]
# Filled by the script: the build leaves them as they are.
_SLOTS = {slot: f"{{{slot}}}" for slot in ("name", "guide", "needs", "total")}
_WORDS = {
    "known": "router.known",
    "unknown": "router.unknown",
    "impossible": "router.impossible",
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
    "separator": "language.list_separator",
}
TOPIC = addresses.topic("without-bankid")


def file(site: Site, speaker: Speaker) -> RootFile:
    """The file of a language, beside its home page: words, and by carrier the contracts of each card."""
    phrases = speaker.phrases
    made = {
        "words": {name: phrases.say(key, **_SLOTS) for name, key in _WORDS.items()},
        "needs": {need: phrases.say(f"need.{need}") for need in Need},
        "topic": TOPIC,
        "attorney": f"{TOPIC}#power-of-attorney",
        "carriers": {carrier.slug: _carrier(site, carrier, speaker) for carrier in site.carriers},
    }
    return f"{phrases.language}/{addresses.ROUTER_DATA}", json.dumps(made, ensure_ascii=False) + "\n"


def _carrier(site: Site, carrier: Carrier, speaker: Speaker) -> Json:
    own = StepSpeaker(speaker, carrier)
    pages = site.pages_of(carrier)
    guides = {kind: page.guide for page in reversed(pages) for kind in page.ref.contracts}
    found = {kind: Situation(site.library, carrier, guide, kind) for kind, guide in guides.items()}
    contacts = next((find_channel(now).claims for now in found.values()), ())
    sentence = own.sentence(f"no-way-{carrier.language}")
    return {
        "name": carrier.name,
        "norwegian": carrier.norwegian,
        "address": addresses.carrier(carrier),
        "guides": {page.guide: _guide(page, speaker.phrases) for page in pages},
        "contracts": {kind: _contract(now, own) for kind, now in found.items()},
        "contacts": "".join(_html("fact", own.said(claim)) for claim in contacts),
        "sentence": _html("sentence", sentence, speaker.phrases.say("sentence_label")),
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
        "ask": _questions(find_channel(now).questions, speaker),
    }


def _channel(view: ChannelView, speaker: StepSpeaker) -> Json:
    html = _html("option", speaker.option(view), speaker.phrases.say)
    return {"needs": view.channel.needs, "open": view.open_needs, "html": html}


def _questions(questions: Sequence[Question], speaker: StepSpeaker) -> str:
    asked = [speaker.question(question) for question in questions]
    return _html("questions", asked, speaker.phrases.say("sentence_label"))


def _html(macro: str, *values: object) -> str:
    """One piece of a page; what its marks mean stands on the home page under another name."""
    return block(macro, *values).replace('href="#kinds"', 'href="#how"')
