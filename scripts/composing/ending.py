"""What is known of when each contract ends: the rules by contract and by rule, and what to ask where there is none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from composing.claims import Claim
from composing.procedure import ASK_HOW_IT_ENDS
from composing.site import Site
from model.dates import RENEWAL_RULES, end_of_month, last_day, months_after
from model.records import Carrier, Notice
from model.vocabulary import Caveat, ContractKind, Guide, Rule
from model.words import Question

# A year of the table that stands in for the reckoning where no script runs.
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Ending:
    """A contract that a reader may hold, and the rules for its last day; several rules disagree."""

    carrier: Carrier
    kind: ContractKind
    rules: tuple[Claim, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class RuleKey:
    """What two notices must share to end contracts alike."""

    rule: Rule
    days: int
    hours: int


@dataclass(frozen=True, slots=True)
class Month:
    """A row of the table: notice received from `start` to the end of that month ends it from `first` to `last`."""

    start: date
    first: date
    last: date


def endings(site: Site, guide: Guide | None = None) -> Iterator[Ending]:
    """Every contract of every carrier, or of those that a card may concern, in the order of the site."""
    if guide is None:
        for carrier in site.carriers:
            for kind in carrier.contracts:
                yield _ending(site, carrier, kind)
    else:
        for page in site.steps_pages:
            if page.guide == guide:
                for kind in page.ref.contracts:
                    yield _ending(site, page.carrier, kind)


def _ending(site: Site, carrier: Carrier, kind: ContractKind) -> Ending:
    asked = site.library.data.questions
    codes = ("notice", *filter(None, [ASK_HOW_IT_ENDS.get(kind)]))
    rules = site.library.claims(carrier, *carrier.contracts[kind].notice)
    return Ending(carrier, kind, rules, tuple(asked[code] for code in codes))


def by_rule(found: Iterable[Ending]) -> dict[RuleKey, list[tuple[Ending, Claim]]]:
    """The contracts of each rule, rules in the order of the vocabulary, then the shorter first."""
    groups: dict[RuleKey, list[tuple[Ending, Claim]]] = {}
    for ending in found:
        for claim in ending.rules:
            groups.setdefault(rule_key(claim), []).append((ending, claim))
    order = list(Rule)
    return dict(sorted(groups.items(), key=lambda item: (order.index(item[0].rule), item[0].days, item[0].hours)))


def rule_key(claim: Claim) -> RuleKey:
    """The rule of a claim; TypeError for one that is no notice."""
    if not isinstance(claim.fact, Notice):
        raise TypeError(claim.address)
    return RuleKey(claim.fact.rule, claim.fact.days, claim.fact.hours)


def is_expected(claim: Claim) -> bool:
    """True where a date from this rule is only expected: a third party's, disputed, concluded, or of some products."""
    disputed = Caveat.CONFLICT in claim.fact.caveat
    return claim.expected_only or claim.doubtful or disputed or bool(claim.fact.product)


def months(key: RuleKey, today: date) -> tuple[Month, ...]:
    """Twelve months from that of `today`; none for a rule that is told in words: the next day, or before renewal."""
    if key.rule == Rule.NEXT_DAY or key.rule in RENEWAL_RULES:
        return ()
    starts = (months_after(today.replace(day=1), number) for number in range(MONTHS))
    return tuple(
        Month(start, last_day(key.rule, start, key.days), last_day(key.rule, end_of_month(start), key.days))
        for start in starts
    )
