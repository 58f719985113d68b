"""The page on the state of the data: what needs looking at again, by carrier and topic, and what to read live first."""

from datetime import date

from composing.attention import Standing, standings, to_read_live, topic_standings
from composing.claims import Claim
from composing.site import Site
from model.vocabulary import Rung
from writing import addresses
from writing.behind import ALL_CURRENT, Behind
from writing.facts import Speaker
from writing.legend import legend
from writing.rendering import rendered

Block = dict[str, object]
# The columns after the name, each with a phrase of its own.
COLUMNS = ("total", "stale", "conflict", "unknown", "kinds", "oldest", "checked")


def page(speaker: Speaker, site: Site, section: list[Block], behind: Behind = ALL_CURRENT) -> tuple[str, str]:
    """Address and Markdown of the page, what needs attention most first."""
    say = speaker.phrases.say
    waiting = to_read_live(site)
    meta: Block = {"summary": say("status.summary"), "kind": "topic", "section": section, "sheets": ["tables.css"]}
    values = {
        "carriers": [_row(speaker, one, _carrier(site, one)) for one in standings(site)],
        "topics": [_row(speaker, one, (_topic(speaker, site, one), "")) for one in topic_standings(site)],
        "facts": [_fact(speaker, site, claim) for claim in waiting],
        "behind": say("status.behind", total=behind.total) if behind.total else "",
        "legend": legend(speaker, map(speaker.said, waiting)),
    }
    link = addresses.linker(addresses.STATUS)
    return addresses.STATUS, rendered("status.md.j2", meta, page=values, columns=COLUMNS, say=say, link=link)


def _carrier(site: Site, one: Standing) -> tuple[str, str]:
    carrier = site.library.data.carriers[one.owner]
    return carrier.name, addresses.carrier(carrier)


def _topic(speaker: Speaker, site: Site, one: Standing) -> str:
    return speaker.text(site.library.data.topics[one.owner].name)


def _row(speaker: Speaker, one: Standing, owner: tuple[str, str]) -> Block:
    name, address = owner
    numbers = (one.total, one.stale, one.conflicts, one.unknown)
    days = [_day(speaker, day) for day in (one.oldest, one.checked)]
    return {"name": name, "address": address, "cells": [*map(str, numbers), _kinds(speaker, one), *days]}


def _kinds(speaker: Speaker, one: Standing) -> str:
    say = speaker.phrases.say
    found = ((say(f"mark.{rung}"), one.rungs.get(rung, 0)) for rung in Rung)
    return speaker.listed([say("channel.with_name", kind=kind, name=count) for kind, count in found if count])


def _day(speaker: Speaker, day: date | None) -> str:
    return str(day) if day else speaker.phrases.say("status.none")


def _fact(speaker: Speaker, site: Site, claim: Claim) -> Block:
    carrier = site.library.data.carriers[claim.owner]
    return {
        "name": carrier.name,
        "address": addresses.carrier(carrier),
        "text": speaker.short(claim),
        "said": speaker.said(claim),
    }
