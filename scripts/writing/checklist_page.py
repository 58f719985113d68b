"""The checklist of one contract: the steps on one sheet, short, with numbered references to the sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from composing.claims import Claim
from composing.procedure import PhaseId, Procedure, Step
from composing.site import StepsPage
from model.records import Separate, TextFact
from model.vocabulary import Applies, ContractKind, Guide
from writing import addresses
from writing.engine import rendered
from writing.facts import Speaker, firsts
from writing.steps_view import SourceView, StepSpeaker, age_lines, sources

# What fits on one sheet and is needed at a counter, with the number of short statements under each step;
# the rest, and the evidence for it, stays on the steps page.
KEPT = {
    PhaseId.BEFORE: {
        "copy-details": 0,
        "copy-details-prepaid": 0,
        "copy-details-abroad": 0,
        "copy-details-business": 0,
        "move-logins": 0,
        "identity": 1,
        "binding": 1,
        "fees": 1,
        "separate": 2,
        "balance": 1,
        "keep-esim": 0,
        "keep-esim-travel": 1,
    },
    PhaseId.DO: {
        "renewal": 1,
        "ending": 1,
        "choose-channel": 0,
        "ask-contact": 0,
        "ask-contact-travel": 0,
        "find-carrier": 0,
        "say-it": 0,
        "ask-confirmation": 0,
        "ask-confirmation-prepaid": 0,
        "ask-confirmation-travel": 0,
    },
    PhaseId.AFTER: {
        "confirmation": 0,
        "confirmation-prepaid": 0,
        "confirmation-travel": 0,
        "last-bill": 0,
        "standing-payments": 0,
        "ends-too": 1,
        "delete-esim": 0,
        "destroy-sim": 0,
        "equipment": 1,
    },
    PhaseId.IF_WRONG: {"refused-bankid": 0, "still-billed": 0, "complain": 1, "seller-first": 0},
}
# Without a statement these only raise a question that the paper cannot answer.
ONLY_WITH_STATEMENT = frozenset({"ending", "ends-too", "fees", "equipment"})
LEFT = (PhaseId.BEFORE, PhaseId.DO)
RIGHT = (PhaseId.AFTER, PhaseId.IF_WRONG)


@dataclass(frozen=True, slots=True)
class Line:
    """A short statement with the numbers of its sources; href makes it a link."""

    text: str
    address: str
    refs: tuple[int, ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A step to tick."""

    number: int
    title: str
    lines: tuple[Line, ...]


def pages(speaker: Speaker, page: StepsPage) -> Iterator[tuple[str, str]]:
    """The checklists of a steps page: one for each contract."""
    for number, procedure in enumerate(page.procedures):
        sheet = _Sheet(speaker, page, procedure, main=number == 0)
        yield sheet.address, sheet.rendered()


class _Sheet:
    """One checklist; sources are numbered in the order of the sheet."""

    def __init__(self, speaker: Speaker, page: StepsPage, procedure: Procedure, *, main: bool) -> None:
        self.speaker = speaker
        self.say = speaker.phrases.say
        self.page = page
        self.procedure = procedure
        self.steps = StepSpeaker(speaker, page.carrier, self.say(f"guide.{page.guide}"))
        self.kind = None if main else procedure.kind
        self.address = addresses.checklist(page.carrier, page.guide, self.kind)
        self._used: dict[str, Claim] = {}

    def rendered(self) -> str:
        say, carrier, guide = self.say, self.page.carrier, self.say(f"guide.{self.page.guide}")
        slots = {"name": carrier.name, "guide": guide, "contract": say(f"contract.{self.procedure.kind}")}
        meta: dict[str, object] = {"template": "checklist.html", "kind": "checklist"}
        meta["summary"] = say("checklist.summary", **slots)
        if self.page.ref.applies == Applies.UNKNOWN:
            meta["robots"] = "noindex"
        values: dict[str, object] = {
            "title": say("checklist.title_contract" if self.kind else "checklist.title", **slots),
            "age": age_lines(self.speaker, self.procedure.claims)[-1],
            "rows": self._rows(),
            "stop": self._stop(),
            "left": self._sections(LEFT),
            "right": self._sections(RIGHT),
            "who": self._who(),
            "proof": [
                say(f"checklist.line_{name}") for name in ("when", "how", "who", "reference", "end", "last_bill")
            ],
            "sentence": self._sentence(),
            "company": [self._line(self.speaker.said(claim).text, claim) for claim in self._company()],
            "steps": addresses.steps(carrier, self.page.guide),
        }
        values["sources"] = self._sources()
        return rendered("checklist.md.j2", meta, page=values, say=say, link=addresses.linker(self.address))

    def _line(self, text: str, claim: Claim, href: str = "") -> Line:
        self._used.setdefault(claim.address, claim)
        return Line(self.speaker.marked(text), claim.address, self._refs(claim), href)

    def _refs(self, claim: Claim) -> tuple[int, ...]:
        known = [(source.url, source.title) for used in self._used.values() for source in used.sources]
        order = list(dict.fromkeys(known))
        return tuple(order.index((source.url, source.title)) + 1 for source in claim.sources)

    def _sources(self) -> tuple[SourceView, ...]:
        return sources(self.speaker, self._used.values())

    def _company(self) -> tuple[Claim, ...]:
        """Who the contract is with is known for the carrier's first contract only."""
        first = next(iter(self.page.carrier.contracts))
        return self.page.company if self.procedure.kind == first else ()

    def _rows(self) -> list[dict[str, object]]:
        rows: list[dict[str, object]] = []
        facts = self.procedure.key_facts
        for fact, row in zip(facts, self.steps.rows(facts), strict=True):
            cells = []
            for claim, (_, said) in zip(fact.claims, row.facts, strict=True):
                cells.append(self._line(self._named(claim), claim, said.href))
            rows.append({"label": row.label, "text": row.text, "cells": cells})
        return rows

    def _named(self, claim: Claim) -> str:
        """In short; a value that only a third party gives is named so, since paper shows no mark beside it."""
        short = self.speaker.short(claim)
        return self.say("checklist.third_party", value=short) if claim.expected_only else short

    def _stop(self) -> list[Line]:
        steps = self.procedure.phase(PhaseId.NOT_CANCELLING).steps
        return [self._line(self._title(step), step.claims[0]) for step in steps]

    def _title(self, step: Step) -> str:
        return self.say(f"step.{step.id}.title", **self.steps.slots(step))

    def _sections(self, wanted: tuple[PhaseId, ...]) -> list[dict[str, object]]:
        first = 1 + (sum(len(self._kept(phase)) for phase in LEFT) if wanted is RIGHT else 0)
        sections: list[dict[str, object]] = []
        for phase in wanted:
            steps = self._kept(phase)
            boxes = [self._box(step, first + index, KEPT[phase][step.id]) for index, step in enumerate(steps)]
            first += len(steps)
            if boxes:
                sections.append({"title": self.say(f"phases.{phase}"), "steps": boxes})
        return sections

    def _kept(self, phase: PhaseId) -> list[Step]:
        return [step for step in self.procedure.phase(phase).steps if step.id in KEPT[phase] and _says(step)]

    def _box(self, step: Step, number: int, wanted: int) -> Box:
        return Box(number, self._title(step), tuple(self._step_lines(step, wanted)))

    def _step_lines(self, step: Step, wanted: int) -> Iterator[Line]:
        for view in step.channels:
            yield self._line(self.speaker.channel_name(view.channel, view.contact), view.claim)
        shorts = firsts((claim for claim in self.steps.claims(step) if _is_short(claim)), _subject)
        for claim in shorts[:wanted]:
            yield self._line(self.speaker.short(claim), claim)

    def _who(self) -> list[str]:
        if self.procedure.kind == ContractKind.TRAVEL:
            return [self.say(f"checklist.line_{name}") for name in ("email", "order", "iccid")]
        names = ["name", "number", "customer"]
        if self.page.guide == Guide.ESIM:
            names.append("eid")
        elif self.page.guide == Guide.SMART_CARD:
            names.append("iccid")
        return [self.say(f"checklist.line_{name}") for name in names]

    def _sentence(self) -> object:
        spoken = (step.sentence for step in self.procedure.phase(PhaseId.DO).steps if step.sentence)
        key = next(spoken, "")
        return self.steps.sentence(key) if key else None


def _subject(claim: Claim) -> str:
    """Two agreements of one kind are one thing to ask about."""
    return claim.fact.kind if isinstance(claim.fact, Separate) else claim.address


def _says(step: Step) -> bool:
    return step.id not in ONLY_WITH_STATEMENT or any(_is_short(claim) for claim in step.claims)


def _is_short(claim: Claim) -> bool:
    fact = claim.fact
    return isinstance(fact, Separate) or (isinstance(fact, TextFact) and fact.short is not None)
