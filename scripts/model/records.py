"""Frozen records for everything the data files say. After reading, no stage sees a plain dict."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from itertools import chain

from model.vocabulary import (
    About,
    AliasKind,
    Applies,
    Audience,
    CarrierSection,
    Caveat,
    CheckResult,
    CompanyKind,
    Confidence,
    ContactKind,
    ContractKind,
    Guide,
    House,
    Need,
    Purpose,
    ReadAs,
    Rule,
    Section,
    SeparateKind,
    SourceKind,
    Status,
)
from model.words import Question, Text


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as a source gives it: year, month and day may be 0; all 0 means unknown."""

    year: int = 0
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        parts = [f"{self.year:04}" if self.year else "", f"{self.month:02}", f"{self.day:02}"]
        known = [part for part in parts if part.strip("0")]
        return "-".join(known) or "unknown"

    @property
    def known(self) -> bool:
        """False where the source bears no date."""
        return self.year > 0

    def earliest(self) -> date:
        """The first day the date may mean; ValueError for an unknown date."""
        return date(self.year, self.month or 1, self.day or 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a statement was read. `read_on` is known only for live readings; `link` false: print no link."""

    url: str
    title: str
    publisher: str
    kind: SourceKind
    dated: PartialDate
    read_as: ReadAs
    read_on: date | None = None
    link: bool = True
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Somebody looked a fact up again on a day, with a result."""

    on: date
    by: ReadAs
    result: CheckResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every fact carries: a stable id, the keys of its sources, how sure it is and its warnings.

    `path` is where it stands in its file; `beside` names shared facts that must be shown with it.
    """

    id: str
    path: str
    source: tuple[str, ...] = ()
    confidence: Confidence | None = None
    caveat: tuple[Caveat, ...] = ()
    note: Text | None = None
    beside: tuple[str, ...] = ()
    product: str = ""
    section: str = ""
    confirmed: tuple[Confirmation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueFact(Fact):
    """A fact that is one value: a company's name or number."""

    value: str
    kind: CompanyKind = CompanyKind.NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFact(Fact):
    """A fact said in words; `short` for tables and paper, `about` only among what does not cancel."""

    text: Text
    short: Text | None = None
    about: About | None = None
    value: str | Mapping[str, str] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Fact):
    """A way to reach the carrier. value: E.164, digits, address or e-mail by kind; printed: the carrier's grouping."""

    kind: ContactKind
    value: str = ""
    printed: str = ""
    url: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel(Fact):
    """A way to end the contract. Needs that stand in neither list are unknown, never "not needed"."""

    kind: ContactKind
    purpose: Purpose = Purpose.CANCEL
    name: str = ""
    contact: str = ""
    url: str = ""
    route: Text | None = None
    needs: tuple[Need, ...] = ()
    not_needed: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A worked case of a rule: received -> ends, or renews -> latest."""

    start: date | datetime
    result: date | datetime
    start_name: str
    result_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Fact):
    """A rule for the last day; days and hours are 0 where the rule takes none."""

    rule: Rule
    days: int = 0
    hours: int = 0
    example: Example | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding(Fact):
    """The longest binding period, in months."""

    max_months: int
    special_months: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Separate(Fact):
    """An agreement that goes on after the contract has ended."""

    kind: SeparateKind
    name: str
    text: Text | None = None
    short: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideRef(Fact):
    """Whether one of the five guides concerns the carrier, and through which contracts (first = main)."""

    applies: Applies
    contracts: tuple[ContractKind, ...] = ()
    plans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """The rules of one kind of contract; a missing list means that nothing is known."""

    path: str
    channels: tuple[Channel, ...] = ()
    notice: tuple[Notice, ...] = ()
    binding: tuple[Binding, ...] = ()
    texts: Mapping[Section, tuple[TextFact, ...]] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()

    def get(self, section: Section) -> tuple[TextFact, ...]:
        """The facts of a section, empty where there are none."""
        return self.texts.get(section, ())

    def facts(self) -> tuple[Fact, ...]:
        """Every fact of the contract, in the order of the sections."""
        return (*self.channels, *self.notice, *self.binding, *chain.from_iterable(self.texts.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """What people type; `shared` when another carrier has the same alias."""

    text: str
    path: str
    kind: AliasKind | None = None
    shared: bool = False


@dataclass(frozen=True, kw_only=True)
class Carrier:
    """One carrier file."""

    slug: str
    name: str
    country: str
    status: Status
    audience: Audience
    house: House
    aliases: tuple[Alias, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    company: tuple[ValueFact, ...] = ()
    contacts: tuple[Contact, ...] = ()
    texts: Mapping[CarrierSection, tuple[TextFact, ...]] = field(default_factory=dict)
    contracts: Mapping[ContractKind, Contract] = field(default_factory=dict)
    separate: tuple[Separate, ...] = ()
    guides: Mapping[Guide, GuideRef] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()

    def get(self, section: CarrierSection) -> tuple[TextFact, ...]:
        """The carrier-wide facts of a section, empty where there are none."""
        return self.texts.get(section, ())

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact of the file, in the order of its sections."""
        return (
            *self.company,
            *self.contacts,
            *chain.from_iterable(self.texts.values()),
            *chain.from_iterable(contract.facts() for contract in self.contracts.values()),
            *self.separate,
            *self.guides.values(),
        )

    @property
    def norwegian(self) -> bool:
        """Norwegian law and the Norwegian sentences apply only to carriers established in Norway."""
        return self.country == "NO"

    @property
    def language(self) -> str:
        """The language in which one writes to it and speaks with it: nb in Norway, en abroad."""
        return "nb" if self.norwegian else "en"


@dataclass(frozen=True, kw_only=True)
class Topic:
    """One file of shared facts (docs/facts)."""

    topic: str
    name: Text
    sources: Mapping[str, Source]
    facts: tuple[TextFact, ...]


@dataclass(frozen=True, kw_only=True)
class Data:
    """Everything read: carriers by slug, topics by name, questions by code, all in stable order."""

    carriers: Mapping[str, Carrier]
    topics: Mapping[str, Topic]
    questions: Mapping[str, Question]
