"""The tool for dates: its form, the rules it reckons by, and the tables that stand in for it without a script."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from composing.advice import ASK_AGAIN_DAYS, BILL_CHECK_MONTHS
from composing.claims import Claim
from composing.ending import Ending, RuleKey, by_rule, endings, is_expected, months
from composing.site import Site
from model.records import TextFact
from model.vocabulary import ContractKind, Guide
from writing import addresses
from writing.facts import Said, Speaker
from writing.languages import LOCALES, begun, month
from writing.legend import legend
from writing.rendering import rendered
from writing.steps_view import Sentence, StepSpeaker

NAME = "dates"
SCRIPTS = ["dates.js"]
ORDER, DEADLINE = "complaints:order", "complaints:deadline"
COMPLAINTS = (ORDER, DEADLINE, "complaints:scope")


@dataclass(frozen=True, slots=True)
class Choice:
    """A contract in the form: what the script must know of it, by the names of the page's other parts."""

    value: str
    label: str
    address: str
    rules: str
    ask: str
    norwegian: bool
    company: bool


@dataclass(frozen=True, slots=True)
class RuleFact:
    """What one contract's source says; `expected`: dates from it are no more than that."""

    label: str
    said: Said
    expected: bool


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule with everyone it is known of, and its year; no rows where words say it all."""

    title: str
    key: RuleKey
    facts: tuple[RuleFact, ...]
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is counted: our advice in days and months, the complaints board's time in weeks and years."""

    days: int
    months: int
    weeks: int
    years: int


@dataclass(frozen=True, slots=True)
class DatesView:
    """All that the tool prints; `without` are contracts of which no rule is known."""

    locale: str
    numbers: Numbers
    words: dict[str, str]
    choices: tuple[Choice, ...]
    rules: tuple[RuleView, ...]
    without: tuple[str, ...]
    questions: tuple[tuple[str, Sentence], ...]
    complaints: tuple[Said, ...]

    @property
    def shown(self) -> tuple[Said, ...]:
        """Every claim of the tool, for the legend of its page."""
        return (*(fact.said for rule in self.rules for fact in rule.facts), *self.complaints)


def view(speaker: Speaker, site: Site, guide: Guide | None = None) -> DatesView:
    """The tool for every contract, or for those that a card may concern."""
    found = tuple(endings(site, guide))
    complaints = site.library.shared(*COMPLAINTS)
    return DatesView(
        locale=LOCALES[speaker.phrases.language].replace("_", "-"),
        numbers=_numbers(complaints),
        words=speaker.phrases.group("dates.words"),
        choices=tuple(_choice(speaker, ending, guide) for ending in found),
        rules=_rules(speaker, found, site.library.today),
        without=tuple(_label(speaker, ending) for ending in found if not ending.rules),
        questions=tuple(_questions(speaker, found).items()),
        complaints=tuple(map(speaker.said, complaints)),
    )


def page(speaker: Speaker, site: Site, section: list[dict[str, object]]) -> tuple[str, str]:
    """The tool on a page of its own, for every carrier."""
    address = addresses.tool(NAME)
    shown = view(speaker, site)
    say = speaker.phrases.say
    needs: dict[str, object] = {"scripts": SCRIPTS, "sheets": ["tools.css"]}
    meta: dict[str, object] = {"summary": say("dates.summary"), "kind": "tool", "section": section, **needs}
    meanings = legend(speaker, shown.shown)
    link = addresses.linker(address)
    return address, rendered("tool_dates.md.j2", meta, dates=shown, legend=meanings, say=say, link=link)


def _numbers(complaints: Iterable[Claim]) -> Numbers:
    """The numbers of the advice and, as they stand in the data, those of the complaints board."""
    values = {claim.address: claim.fact.value for claim in complaints if isinstance(claim.fact, TextFact)}

    def number(address: str, key: str) -> int:
        value = values[address]
        return int(value if isinstance(value, str) else value[key])

    weeks, years = number(ORDER, "weeks"), number(DEADLINE, "years_after_written_complaint")
    return Numbers(ASK_AGAIN_DAYS, BILL_CHECK_MONTHS, weeks, years)


def _label(speaker: Speaker, ending: Ending) -> str:
    say = speaker.phrases.say
    return say("dates.contract_of", name=ending.carrier.name, contract=say(f"contract.{ending.kind}"))


def _choice(speaker: Speaker, ending: Ending, guide: Guide | None) -> Choice:
    carrier = ending.carrier
    return Choice(
        value=f"{carrier.slug}:{ending.kind}",
        label=_label(speaker, ending),
        address=addresses.steps(carrier, guide) if guide else addresses.carrier(carrier),
        rules=" ".join(claim.address for claim in ending.rules),
        ask=" ".join(_ask_key(ending, question.code) for question in ending.questions),
        norwegian=carrier.norwegian,
        company=ending.kind == ContractKind.BUSINESS,
    )


def _ask_key(ending: Ending, code: str) -> str:
    return f"{code}-{ending.carrier.language}"


def _questions(speaker: Speaker, found: Iterable[Ending]) -> dict[str, Sentence]:
    """What to ask of any of these contracts, in the language of its carrier."""
    return {
        _ask_key(ending, question.code): StepSpeaker(speaker, ending.carrier).question(question)
        for ending in found
        for question in ending.questions
    }


def _rules(speaker: Speaker, found: Iterable[Ending], today: date) -> tuple[RuleView, ...]:
    views = []
    for key, members in by_rule(found).items():
        title = begun(speaker.phrases.say(f"rule_lead.{key.rule}", days=key.days, hours=key.hours))
        facts = tuple(
            RuleFact(_label(speaker, ending), speaker.said(claim), is_expected(claim)) for ending, claim in members
        )
        views.append(RuleView(title, key, facts, _rows(speaker, key, today)))
    return tuple(views)


def _rows(speaker: Speaker, key: RuleKey, today: date) -> tuple[tuple[str, str], ...]:
    """Month of receipt and last day; from the first to the last where it follows the day of receipt."""
    rows = []
    for row in months(key, today):
        days = speaker.day(row.first)
        if row.last != row.first:
            days = speaker.phrases.say("dates.from_to", start=days, result=speaker.day(row.last))
        rows.append((month(row.start, speaker.phrases.language), days))
    return tuple(rows)
