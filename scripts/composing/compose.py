"""(carrier, guide, contract) -> Procedure: which steps, in which order, on which evidence. No language, no files."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from composing import steps_after, steps_before, steps_do, steps_unknown
from composing.channels import Known, possible_without
from composing.claims import Claim, Library
from composing.procedure import KeyFact, Phase, PhaseId, Procedure, Situation, Step
from model.records import Carrier, TextFact
from model.vocabulary import ContactKind, ContractKind, Guide, Need, Section

Builder = Callable[[Situation], Iterator[Step]]

PHASES: dict[PhaseId, Builder] = {
    PhaseId.RIGHT_PAGE: steps_before.right_page,
    PhaseId.SHOULD_I: steps_before.should_i,
    PhaseId.NOT_CANCELLING: steps_before.not_cancelling,
    PhaseId.BEFORE: steps_before.before,
    PhaseId.DO: steps_do.do,
    PhaseId.WHEN: steps_do.when,
    PhaseId.AFTER: steps_after.after,
    PhaseId.IF_WRONG: steps_after.if_wrong,
    PhaseId.UNKNOWN: steps_unknown.unknown,
}


# Where further contracts of a page differ in what the reader does; the rest stands on the carrier's page.
DIFFERING = frozenset({PhaseId.RIGHT_PAGE, PhaseId.NOT_CANCELLING, PhaseId.DO, PhaseId.WHEN, PhaseId.AFTER})


def compose(library: Library, carrier: Carrier, guide: Guide, kind: ContractKind) -> Procedure:
    """The procedure for one contract of a carrier, seen from one guide. KeyError if the carrier lacks either."""
    now = Situation(library, carrier, guide, kind)
    return Procedure(
        carrier=carrier,
        guide=guide,
        kind=kind,
        applies=now.ref.applies,
        key_facts=key_facts(now),
        phases=without_repeats([Phase(phase, tuple(build(now))) for phase, build in PHASES.items()]),
    )


def without_repeats(phases: list[Phase]) -> tuple[Phase, ...]:
    """The phases, where the closing list asks only what no step has asked before."""
    asked = {q.code for p in phases for step in p.steps for q in step.questions if p.id != PhaseId.UNKNOWN}
    return tuple(_not_asked(phase, asked) if phase.id == PhaseId.UNKNOWN else phase for phase in phases)


def _not_asked(phase: Phase, asked: set[str]) -> Phase:
    left = (replace(step, questions=tuple(q for q in step.questions if q.code not in asked)) for step in phase.steps)
    return Phase(phase.id, tuple(step for step in left if step.questions))


def key_facts(now: Situation) -> tuple[KeyFact, ...]:
    """The summary on top of a page: when it ends, what it costs, without BankID, from abroad, whom to call."""
    rows = [_end(now), KeyFact("cost", claims=_shortest(now, Section.FEES, Section.REFUND))]
    if now.carrier.norwegian:
        rows.append(_without(now, "bankid", Need.BANKID, Section.IDENTITY))
        rows.append(_without(now, "abroad", Need.IN_NORWAY, Section.ABROAD))
    rows.append(_reach(now))
    return tuple(rows)


def _end(now: Situation) -> KeyFact:
    """The rule we go by; for what ends by itself, the fact that says so."""
    rule = now.own(*now.contract.notice[:1])
    if now.kind == ContractKind.TRAVEL:
        # A seller of both has two answers: when to stop the renewal, and what ends by itself.
        return KeyFact("end", claims=rule + (_shortest(now, Section.ENDING) or now.shared("travel:expires-by-itself")))
    return KeyFact("end", claims=rule or _shortest(now, Section.RENEWAL, Section.ENDING, Section.EXPIRY))


def _without(now: Situation, row: str, need: Need, section: Section) -> KeyFact:
    """Whether the contract can be ended without a need, with the channels that show it.

    Where the channels do not tell, the state stays unknown beside the nearest thing that a source says.
    """
    state = possible_without([view.channel for view in now.channels], need)
    if state == Known.UNKNOWN:
        return KeyFact(row, state, _shortest(now, section))
    telling = "not_needed" if state == Known.YES else "needs"
    return KeyFact(row, state, tuple(v.claim for v in now.channels if need in getattr(v.channel, telling)))


def _shortest(now: Situation, *sections: Section) -> tuple[Claim, ...]:
    """The first fact of these sections that has a short form: only such fits a summary."""
    facts: Iterable[TextFact] = (fact for section in sections for fact in now.contract.get(section))
    first = next((fact for fact in facts if fact.short), None)
    return now.own(first) if first else ()


def _reach(now: Situation) -> KeyFact:
    """The phones, else the first other way to reach the carrier."""
    contacts = steps_do.reachable(now)
    phones = [contact for contact in contacts if contact.kind == ContactKind.PHONE]
    return KeyFact("reach", claims=now.own(*(phones or contacts[:1])))


def differences(main: Procedure, other: Procedure) -> tuple[Phase, ...]:
    """The phases of `other` with only the steps that `main` does not have, so that nothing is said twice on a page."""
    seen = {phase.id: phase.steps for phase in main.phases}
    wanted = (phase for phase in other.phases if phase.id in DIFFERING)
    kept = (Phase(p.id, tuple(step for step in p.steps if step not in seen[p.id])) for p in wanted)
    return tuple(phase for phase in kept if phase.steps)
