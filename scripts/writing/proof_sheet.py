"""The proof sheet: one page of paper on which every contact of one cancellation is written down."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from composing.claims import Claim, Library
from model.records import TextFact
from writing import addresses
from writing.facts import Speaker
from writing.rendering import rendered
from writing.source_list import source_numbers, sources

TOPIC = "proof-sheet"
# Where a complaint goes next, and the days it takes: no figure on the sheet is ours.
ORDER = "complaints:order"
RULES = (ORDER, "complaints:deadline")
# As many contacts as fit on a page with everything else.
ROWS = 10
COLUMNS = ("date", "time", "way", "agent", "reference", "said", "promised")
# The parts below the table of contacts, each with its lines to fill.
PARTS = {
    "confirmation": ("received", "way", "end"),
    "bill": ("date", "period", "amount"),
    "complaint": ("sent", "after", "answer", "board"),
    "papers": ("mail", "pictures", "paper"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A statement in words with the numbers of its sources."""

    address: str
    text: str
    refs: tuple[int, ...]


def page(speaker: Speaker, library: Library) -> tuple[str, str]:
    """Address and text of the sheet; MissingShared where a rule is not in the data."""
    say, address = speaker.phrases.say, addresses.topic(TOPIC)
    claims = library.shared(*RULES)
    meta: dict[str, object] = {
        "template": "checklist.html",
        "kind": "checklist",
        "sheets": ["proof.css"],
        "summary": say("proof_sheet.summary"),
    }
    values: dict[str, object] = {
        "columns": [say(f"proof_sheet.column_{name}") for name in COLUMNS],
        "rows": range(ROWS),
        "parts": [_part(speaker, name, claims) for name in PARTS],
        "rules": list(_rules(speaker, claims)),
        "sources": sources(speaker, claims),
        "back": addresses.topic("complaints"),
    }
    return address, rendered("proof_sheet.md.j2", meta, page=values, say=say, link=addresses.linker(address))


def _part(speaker: Speaker, name: str, claims: Iterable[Claim]) -> dict[str, object]:
    """Title and lines of a part; the one line with a figure has it from its fact."""
    say, weeks = speaker.phrases.say, _weeks(claims)
    lines = [say(f"proof_sheet.{name}_{line}", total=weeks) for line in PARTS[name]]
    return {"name": name, "title": say(f"proof_sheet.{name}"), "lines": lines}


def _weeks(claims: Iterable[Claim]) -> str:
    """The weeks a carrier has to say how long a complaint will take."""
    [fact] = [claim.fact for claim in claims if claim.address == ORDER]
    value = fact.value if isinstance(fact, TextFact) else ""
    return "" if isinstance(value, str) else value["weeks"]


def _rules(speaker: Speaker, claims: tuple[Claim, ...]) -> Iterator[Rule]:
    """The rules in words with their caveats."""
    for claim in claims:
        said = speaker.said(claim)
        yield Rule(claim.address, " · ".join((said.text, *said.caveats)), source_numbers(claim, claims))
