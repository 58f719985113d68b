"""Tables that set carriers side by side: the guides and the directory."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from composing.site import Site, StepsPage
from model.records import Carrier
from model.vocabulary import Applies, Guide, House
from writing import addresses, filters
from writing.facts import Said, Speaker
from writing.languages import begun
from writing.legend import legend
from writing.rendering import rendered
from writing.steps_view import Row, StepSpeaker

# A foreign seller has no answer to these two; an empty cell keeps the columns in line.
COLUMNS = ("end", "cost", "bankid", "abroad", "reach")


def _cells(speaker: Speaker, site: Site, page: StepsPage | None, carrier: Carrier) -> list[Row]:
    facts = page.main.key_facts if page else site.summary(carrier)
    rows = {row.id: row for row in StepSpeaker(speaker, carrier).rows(facts)}
    return [rows.get(column, Row(column, speaker.phrases.say(f"key.{column}"), "—", ())) for column in COLUMNS]


def guide_rows(speaker: Speaker, site: Site, guide: Guide) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """The rows of a guide's table, and the carriers known not to have such a card."""
    rows: list[dict[str, object]] = []
    for page in site.steps_pages:
        if page.guide == guide:
            unknown = page.ref.applies == Applies.UNKNOWN
            rows.append(
                {
                    "name": page.carrier.name,
                    "address": addresses.steps(page.carrier, guide),
                    "text": speaker.phrases.say("guide_page.applies_unknown") if unknown else "",
                    "cards": [],
                    "filters": {},
                    "cells": _cells(speaker, site, page, page.carrier),
                }
            )
    none: list[dict[str, object]] = [
        {
            "name": carrier.name,
            "address": addresses.carrier(carrier),
            "fact": speaker.said(site.library.claim(carrier, carrier.guides[guide])),
        }
        for carrier in site.carriers
        if carrier.guides[guide].applies == Applies.NO
    ]
    return rows, none


def shown(rows: Iterable[dict[str, object]], none: Iterable[dict[str, object]] = ()) -> Iterator[Said]:
    """Every claim in the cells of these rows, which have no room for others beside it, and those below the table."""
    for row in rows:
        for cell in cast(list[Row], row["cells"]):
            yield from (replace(said, beside=()) for _, said in cell.facts)
    yield from (cast(Said, one["fact"]) for one in none)


def directory(speaker: Speaker, site: Site, section: list[dict[str, object]]) -> tuple[str, str]:
    """The page of all carriers, by house."""
    say = speaker.phrases.say
    houses: list[dict[str, object]] = []
    listed: list[dict[str, object]] = []
    for house in House:
        rows = [_directory_row(speaker, site, carrier) for carrier in site.carriers if carrier.house == house]
        listed += rows
        if rows:
            houses.append({"title": say(f"house.{house}"), "anchor": f"house-{house}", "rows": rows})
    meta: dict[str, object] = {
        "summary": say("directory.summary"),
        "kind": "directory",
        "section": section,
        "scripts": filters.SCRIPTS,
        "sheets": ["tables.css", *filters.SHEETS],
    }
    link = addresses.linker(addresses.DIRECTORY)
    feed = addresses.from_page(speaker.phrases.language, addresses.DIRECTORY, addresses.feed(speaker.phrases.language))
    page = {
        "houses": houses,
        "feed": feed,
        "legend": legend(speaker, shown(listed)),
        "filters": filters.fields(speaker.phrases),
        "print": addresses.PRINT,
    }
    return addresses.DIRECTORY, rendered("directory.md.j2", meta, page=page, say=say, link=link)


def _directory_row(speaker: Speaker, site: Site, carrier: Carrier) -> dict[str, object]:
    cards = [
        {"name": begun(speaker.phrases.say(f"guide.{page.guide}")), "address": addresses.steps(carrier, page.guide)}
        for page in site.pages_of(carrier)
    ]
    return {
        "name": carrier.name,
        "address": addresses.carrier(carrier),
        "text": "",
        "cards": cards,
        "cells": _cells(speaker, site, None, carrier),
        "filters": filters.values(site, carrier),
    }
