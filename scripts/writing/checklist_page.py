"""The checklist of one contract: the steps on one sheet, short, with numbered references to the sources.

What is left out where a sheet would not fit on one page stands, in its order, in sheet_fit.
"""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from composing.claims import Claim
from composing.procedure import ENDS_ITSELF, PhaseId, Procedure, Step
from composing.site import StepsPage
from model.dates import RENEWAL_RULES
from model.records import Contact, Notice, Separate, TextFact
from model.vocabulary import Applies, Caveat, ContractKind, Guide
from writing import addresses
from writing.ages import paper_line
from writing.facts import Speaker, firsts
from writing.languages import source_of
from writing.qr import qr_code
from writing.rendering import rendered
from writing.sheet_fit import Cut, fitted
from writing.sheet_parts import Box, Cell, Field, Line, Part, Sheet
from writing.sheet_ways import reached, way
from writing.source_list import shown_address, source_numbers, sources
from writing.steps_view import Sentence, StepSpeaker

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
    PhaseId.IF_WRONG: {"refused-bankid": 0, "one-way-only": 0, "still-billed": 0, "complain": 1, "seller-first": 0},
}
# Without a statement these only raise a question that the paper cannot answer.
ONLY_WITH_STATEMENT = frozenset({"ending", "ends-too", "fees", "equipment"})
# Ways to reach a carrier under the step that asks it how to cancel.
CONTACTS = 3
# Said again at home, with the steps page at hand, and not at a counter.
LATER = frozenset({"still-billed", "complain", "seller-first"})
# Where no rule is known: the step that asks for it.
ASKING = ("rule-unknown", "expiry-unknown")


def pages(speaker: Speaker, page: StepsPage, url: str = "") -> Iterator[tuple[str, str]]:
    """The checklists of a steps page: one for each contract; url: the public address of the site, "" for none."""
    for number, procedure in enumerate(page.procedures):
        kind = None if number == 0 else procedure.kind
        yield addresses.checklist(page.carrier, page.guide, kind), _rendered(speaker, page, procedure, kind, url)


def _rendered(speaker: Speaker, page: StepsPage, procedure: Procedure, kind: ContractKind | None, url: str) -> str:
    language, say = speaker.phrases.language, speaker.phrases.say
    guide, steps = say(f"guide.{page.guide}"), addresses.steps(page.carrier, page.guide)
    slots = {"name": page.carrier.name, "guide": guide, "contract": say(f"contract.{procedure.kind}")}
    title = say("checklist.title_contract" if kind else "checklist.title", **slots)
    address = f"{url}{language}/{steps}" if url else ""
    sheet = fitted(
        lambda cuts: _Draft(speaker, page, procedure, cuts).sheet(title, shown_address(address)),
        han=source_of(language) == "zh",
    )
    meta: dict[str, object] = {"template": "checklist.html", "kind": "checklist"}
    meta["scripts"] = ["checklist.js"]
    meta["summary"] = say("checklist.summary", **slots)
    if page.ref.applies == Applies.UNKNOWN:
        meta["robots"] = "noindex"
    if sheet.small:
        meta["small"] = True
    link = addresses.linker(addresses.checklist(page.carrier, page.guide, kind))
    code = qr_code(address) if address else ""
    return rendered("checklist.md.j2", meta, page=sheet, code=code, steps=link(steps), say=say)


class _Draft:
    """One try at a checklist; sources are numbered in the order of the sheet."""

    def __init__(self, speaker: Speaker, page: StepsPage, procedure: Procedure, cuts: frozenset[Cut]) -> None:
        self.speaker = speaker
        self.say = speaker.phrases.say
        self.page = page
        self.procedure = procedure
        self.cuts = cuts
        self.steps = StepSpeaker(speaker, page.carrier, self.say(f"guide.{page.guide}"))
        self._used: dict[str, Claim] = {}
        self._boxes = 0

    def sheet(self, title: str, address: str) -> Sheet:
        """All of it, in the order in which it is read: so are the sources numbered."""
        return Sheet(
            title=title,
            cells=tuple(self._cells()),
            who=self._fields(*self._who()),
            stop=tuple(self._stop()),
            parts=tuple(self._parts()),
            sentence=self._sentence(),
            rules=self._rules(),
            ask=self._ask(),
            proof=self._fields(*self._proof()),
            company=tuple(self._line(self.speaker.said(claim).text, claim) for claim in self._company()),
            age=paper_line(self.speaker, self.procedure.claims),
            address=address,
            sources=sources(self.speaker, self._used.values()),
            addresses=Cut.ADDRESSES not in self.cuts,
            small=Cut.SMALL in self.cuts,
        )

    def _line(self, text: str, claim: Claim, href: str = "") -> Line:
        self._used.setdefault(claim.address, claim)
        numbers = source_numbers(claim, self._used.values())
        return Line(text, self.speaker.marked(text), claim.address, numbers, href)

    def _fields(self, *names: str) -> tuple[Field, ...]:
        return tuple(Field(name, self.say(f"checklist.line_{name}")) for name in names)

    def _company(self) -> tuple[Claim, ...]:
        """Who the contract is with is known for the carrier's first contract only."""
        first = next(iter(self.page.carrier.contracts))
        return self.page.company if self.procedure.kind == first else ()

    def _cells(self) -> Iterator[Cell]:
        facts = self.procedure.key_facts
        for fact, row in zip(facts, self.steps.rows(facts), strict=True):
            said = zip(fact.claims, row.facts, strict=True)
            lines = (self._line(self._named(claim), claim, one.href) for claim, (_, one) in said)
            yield Cell(row.label, row.text, tuple(lines))

    def _named(self, claim: Claim) -> str:
        """In short; a value that only a third party gives is named so, since paper shows no mark beside it."""
        short = self.speaker.short(claim)
        return self.say("checklist.third_party", value=short) if claim.expected_only else short

    def _stop(self) -> Iterator[Line]:
        for step in self.procedure.phase(PhaseId.NOT_CANCELLING).steps:
            yield self._line(self._title(step), step.claims[0])

    def _title(self, step: Step) -> str:
        return self.say(f"step.{step.id}.title", **self.steps.slots(step))

    def _parts(self) -> Iterator[Part]:
        for phase in KEPT:
            boxes = tuple(self._box(step, KEPT[phase][step.id]) for step in self._kept(phase))
            if boxes:
                yield Part(self.say(f"phases.{phase}"), boxes)

    def _kept(self, phase: PhaseId) -> list[Step]:
        return [step for step in self.procedure.phase(phase).steps if step.id in KEPT[phase] and _says(step)]

    def _box(self, step: Step, wanted: int) -> Box:
        self._boxes += 1
        return Box(step.id, self._boxes, self._title(step), tuple(self._lines(step, wanted)), self._told(step))

    def _lines(self, step: Step, wanted: int) -> Iterator[Line]:
        for view in step.channels:
            yield self._line(way(self.speaker, view, routes=Cut.ROUTES not in self.cuts), view.claim)
        contacts = [(claim, claim.fact) for claim in step.claims if isinstance(claim.fact, Contact)]
        for claim, contact in firsts(contacts, lambda pair: pair[1].kind)[:CONTACTS]:
            yield self._line(reached(self.speaker, contact), claim)
        shorts = firsts((claim for claim in self.steps.claims(step) if _is_short(claim)), _subject)
        for claim in shorts[:wanted]:
            yield self._line(self.speaker.short(claim), claim)

    def _told(self, step: Step) -> Sentence | None:
        """What to say at a step: the first question where the way is not known, the answer to a refusal."""
        if step.id.startswith(("ask-contact", "find-carrier")) and step.questions:
            return self._short_of_meaning(self.steps.question(step.questions[0]))
        if not step.sentence or step.id == "say-it" or (Cut.LATER if step.id in LATER else Cut.COUNTER) in self.cuts:
            return None
        return self._short_of_meaning(self.steps.sentence(step.sentence))

    def _short_of_meaning(self, sentence: Sentence) -> Sentence:
        return replace(sentence, means=Markup()) if Cut.MEANINGS in self.cuts else sentence

    @property
    def _ends(self) -> list[Claim]:
        """What tells the last day."""
        return [claim for row in self.procedure.key_facts if row.id == "end" for claim in row.claims]

    def _rules(self) -> tuple[Line, ...]:
        if not self._ends and self._asking:
            title = self._title(self._asking)
            return (Line(title, self.speaker.marked(title), "", ()),)
        return tuple(self._line(self._rule(claim), claim) for claim in self._ends)

    @property
    def _asking(self) -> Step | None:
        """The step that asks for the rule where none is known."""
        steps = self.procedure.phase(PhaseId.WHEN).steps
        return next((step for step in steps if step.id in ASKING and not self._ends), None)

    def _ask(self) -> Sentence | None:
        return self._short_of_meaning(self.steps.question(self._asking.questions[0])) if self._asking else None

    def _rule(self, claim: Claim) -> str:
        """A rule in words, without its worked case; who is not sure of it says so."""
        fact = claim.fact
        if not isinstance(fact, Notice):
            return self._named(claim)
        words = [self.say(f"rule_text.{fact.rule}", days=fact.days, hours=fact.hours)]
        if Caveat.OLD in fact.caveat:
            words.insert(0, self.say("rule_old"))
        if claim.expected_only:
            words.append(self.say("checklist.expected"))
        return self.speaker.phrases.joined(words)

    def _who(self) -> list[str]:
        """What customer service finds the contract by, and the numbers of card and phone where they matter."""
        kind, guide = self.procedure.kind, self.page.guide
        if kind == ContractKind.TRAVEL:
            return ["name", "email", "order", "iccid"]
        names = ["company", "org"] if kind == ContractKind.BUSINESS else ["name", "birth"]
        names += ["number", "customer"]
        if guide in (Guide.ESIM, Guide.SMART_CARD) or kind == ContractKind.PREPAID:
            names.append("iccid")
        return [*names, "eid"] if guide == Guide.ESIM else names

    def _proof(self) -> list[str]:
        """Lines for the days and for what one needs to prove them, in the order in which they are filled."""
        days = ["received", "ends"] if self._ends else ["received"]
        if any(isinstance(claim.fact, Notice) and claim.fact.rule in RENEWAL_RULES for claim in self._ends):
            days = ["renews", "received"]
        names = ["when", "how", "agent", "reference", *days, "end", "last_bill"]
        gone = {"how"} if Cut.HOW in self.cuts else set()
        gone |= {"last_bill"} if self.procedure.kind in ENDS_ITSELF else set()
        return [name for name in names if name not in gone]

    def _sentence(self) -> Sentence | None:
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
