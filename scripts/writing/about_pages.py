"""Pages about this site that are made from data: reporting, what carriers could publish, what others made."""

from dataclasses import dataclass

from composing.claims import Claim
from composing.published import published
from composing.site import Site
from model.records import Carrier
from model.shipped import Shipped
from writing import addresses
from writing.facts import Speaker
from writing.legend import legend
from writing.rendering import rendered

Section = list[dict[str, object]]
# What a report holds, in the order of the form.
LINES = ("carrier", "fact", "value", "source", "date", "page", "result", "right", "new")


@dataclass(frozen=True, slots=True)
class Reach:
    """Where reports go, "" for what is not set: the repository's address, and a mail address or a page."""

    repository: str = ""
    contact: str = ""


def correct(speaker: Speaker, section: Section, reach: Reach) -> tuple[str, str]:
    """How to report a statement; holds the panel that the script opens beside each fact."""
    say = speaker.phrases.say
    meta: dict[str, object] = {"summary": say("correct.summary"), "kind": "correct", "section": section}
    where = {"repository": reach.repository.rstrip("/"), "contact": reach.contact}
    return addresses.CORRECT, rendered("correct.md.j2", meta, lines=LINES, say=say, **where)


def publish(speaker: Speaker, site: Site, section: Section) -> tuple[str, str]:
    """What carriers could publish, with those in whose own pages it was read."""
    say = speaker.phrases.say
    meta: dict[str, object] = {"summary": say("publish.summary"), "kind": "topic", "section": section}
    found = published(site)
    points = [
        {"id": point, "who": [_who(speaker, carrier, claims) for carrier, claims in carriers]}
        for point, carriers in found.items()
    ]
    shown = (claim for carriers in found.values() for _, claims in carriers for claim in claims)
    meanings = legend(speaker, map(speaker.said, shown))
    link = addresses.linker(addresses.PUBLISH)
    return addresses.PUBLISH, rendered(
        "publish.md.j2", meta, points=points, legend=meanings, correct=addresses.CORRECT, say=say, link=link
    )


def licences(speaker: Speaker, shipped: Shipped, section: Section) -> tuple[str, str]:
    """What others made, of what readers receive and of what builds the site."""
    phrases = speaker.phrases
    meta: dict[str, object] = {"summary": phrases.say("licences.summary"), "kind": "topic", "section": section}
    parts = [
        {"name": one.name, "version": one.version, "licence": one.licence, "text": phrases.say(f"licences.part.{name}")}
        for name, one in shipped.parts.items()
    ]
    here = addresses.LICENCES
    return here, rendered(
        "licences.md.j2",
        meta,
        parts=parts,
        tools=[(licence, speaker.listed(names)) for licence, names in shipped.tools.items()],
        notices=addresses.from_page(phrases.language, here, addresses.NOTICES),
        about=addresses.ABOUT,
        say=phrases.say,
        link=addresses.linker(here),
    )


def _who(speaker: Speaker, carrier: Carrier, claims: tuple[Claim, ...]) -> dict[str, object]:
    return {"name": carrier.name, "address": addresses.carrier(carrier), "facts": list(map(speaker.said, claims))}
