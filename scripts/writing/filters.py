"""The filters of the directory: what may be chosen, what each row says of itself (docs/assets/filters.js).

Unknown is a value of its own beside yes and no, so that a filter never takes it for either.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from composing.channels import Known
from composing.site import Site
from model.records import Carrier
from model.vocabulary import Applies, ContractKind, Guide, House, Status
from writing.languages import begun
from writing.phrases import Phrases

SCRIPTS = ["filters.js"]
SHEETS = ["forms.css"]
# Where a question does not concern a carrier, as BankID a seller abroad.
NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class Group:
    """Choices under a label of their own, or under none; each as (value, words)."""

    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One filter; name: that of the rows' data-* and of the address."""

    name: str
    label: str
    groups: tuple[Group, ...]


def fields(phrases: Phrases) -> tuple[Field, ...]:
    """The filters in words, in the order shown."""
    say = phrases.say
    groups = {
        "guide": [_cards(phrases, guide) for guide in Guide],
        "contract": [_listed((kind, say(f"contract.{kind}")) for kind in ContractKind)],
        "bankid": [_known(phrases)],
        "abroad": [_known(phrases)],
        "house": [_listed((house, say(f"house.{house}")) for house in House)],
        "status": [_listed((status, say(f"filters.status_{status}")) for status in Status)],
    }
    return tuple(Field(name, say(f"filters.{name}"), tuple(found)) for name, found in groups.items())


def _cards(phrases: Phrases, guide: Guide) -> Group:
    name = phrases.say(f"guide.{guide}")
    states = (Applies.YES, Applies.UNKNOWN, Applies.NO)
    options = ((f"{guide}:{state}", phrases.say(f"filters.guide_{state}", guide=name)) for state in states)
    return Group(begun(name), tuple(options))


def _known(phrases: Phrases) -> Group:
    states = (Known.YES, Known.UNKNOWN, Known.NO)
    answers: list[tuple[str, str]] = [(state, phrases.say(f"known.{state}")) for state in states]
    return _listed([*answers, (NOT_APPLICABLE, phrases.say("filters.not_applicable"))])


def _listed(options: Iterable[tuple[str, str]]) -> Group:
    return Group("", tuple(options))


def values(site: Site, carrier: Carrier) -> dict[str, str]:
    """What a carrier's row says of itself, by filter; several values stand apart by blanks."""
    states = {fact.id: fact.state for fact in site.summary(carrier)}
    return {
        "guide": " ".join(f"{guide}:{carrier.guides[guide].applies}" for guide in Guide),
        "contract": " ".join(carrier.contracts),
        "bankid": states.get("bankid") or NOT_APPLICABLE,
        "abroad": states.get("abroad") or NOT_APPLICABLE,
        "house": carrier.house,
        "status": carrier.status,
    }
