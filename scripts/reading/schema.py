"""The shape of every data file: which fields exist, which must be there, how long a text may be."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar

from model.records import (
    Alias,
    Binding,
    Carrier,
    Channel,
    Confirmation,
    Contact,
    Contract,
    Example,
    GuideRef,
    Notice,
    PartialDate,
    Separate,
    Source,
    TextFact,
    Topic,
    ValueFact,
)
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
from reading.shapes import Choice, Field, Many, Named, Record, Report, Shape, Table, Words
from reading.strict_yaml import Mapping as Tree
from reading.strict_yaml import Node
from reading.values import COUNTRY, IDENT, SHARED, VALUE_NAME, Day, Flag, Link, Moment, Number, SourceDate

T = TypeVar("T")
NAME_LIMIT = 80


def texts(zh: int, latin: int) -> Record[Text]:
    """A text in the three written languages, with its limits in characters."""
    return Record(Text, {"zh": need(Words(zh)), "en": need(Words(latin)), "nb": need(Words(latin))})


def need(shape: Shape[Any], into: str = "", fallback: Any = None) -> Field:
    """A field that must be there."""
    return Field(shape, required=True, into=into, fallback=fallback)


SAID = texts(120, 330)
NOTE = texts(100, 260)
SHORT = texts(22, 46)
ROUTE = texts(80, 160)
LINE = Words(NAME_LIMIT)
# Fallbacks let the checks across fields run on a file that lacks some; such a file is refused all the same.
BLANK = Text("", "", "")

CONFIRMATION = Record(
    Confirmation,
    {"on": need(Day()), "by": need(Choice(ReadAs)), "result": need(Choice(CheckResult))},
)

# What every fact carries. A fact without source is refused; only a guide of unknown applicability may lack one.
LOOSE_EVIDENCE = {
    "source": Field(Many(IDENT, single=True, least=1)),
    "confidence": Field(Choice(Confidence)),
    "caveat": Field(Many(Choice(Caveat), single=True, least=1)),
    "note": Field(NOTE),
    "beside": Field(Many(SHARED, single=True, least=1)),
    "product": Field(LINE),
    "section": Field(LINE),
    "confirmed": Field(Many(CONFIRMATION, least=1)),
}
EVIDENCE = LOOSE_EVIDENCE | {
    "source": need(Many(IDENT, single=True, least=1), fallback=()),
    "confidence": need(Choice(Confidence), fallback=Confidence.LOW),
}
ID = {"id": need(IDENT, fallback="")}


def fact(make: type[T], fields: Mapping[str, Field]) -> Record[T]:
    """A record with id and evidence around its own fields."""
    return Record(make, {**ID, **fields, **EVIDENCE}, path_field=True)


SOURCE = Record(
    Source,
    {
        "url": need(Link(), fallback=""),
        "title": need(Words(200), fallback=""),
        "publisher": need(LINE, fallback=""),
        "kind": need(Choice(SourceKind)),
        "dated": need(SourceDate(), fallback=PartialDate()),
        "read_as": need(Choice(ReadAs)),
        "read_on": Field(Day()),
        "link": Field(Flag()),
    },
)
SOURCES = Named(IDENT, SOURCE)

VALUE_FACT = fact(ValueFact, {"kind": Field(Choice(CompanyKind)), "value": need(Words(120), fallback="")})
SAYING = {"text": need(SAID, fallback=BLANK), "short": Field(SHORT)}
TEXT_FACT = fact(TextFact, SAYING)
NOT_CANCELLING = fact(TextFact, {"about": need(Choice(About), fallback=About.OTHER), **SAYING})
CONTACT = fact(
    Contact,
    {
        "kind": need(Choice(ContactKind)),
        "value": Field(Words(120)),
        "print": Field(LINE, into="printed"),
        "url": Field(Link()),
        "name": Field(LINE),
    },
)
CHANNEL = fact(
    Channel,
    {
        "kind": need(Choice(ContactKind)),
        "purpose": Field(Choice(Purpose)),
        "name": Field(LINE),
        "contact": Field(IDENT),
        "url": Field(Link()),
        "path": Field(ROUTE, into="route"),
        "needs": Field(Many(Choice(Need))),
        "not_needed": Field(Many(Choice(Need))),
    },
)


def _example(**dates: date | datetime) -> Example:
    (start_name, start), (result_name, result) = dates.items()
    return Example(start=start, result=result, start_name=start_name, result_name=result_name)


RECEIVED = Record(_example, {"received": need(Day()), "ends": need(Day())})
RENEWED = Record(_example, {"renews": need(Moment()), "latest": need(Moment())})


class ExampleShape:
    """A worked case: received and ends, or renews and latest."""

    def read(self, report: Report, path: str, node: Node) -> Example | None:
        """The example."""
        renewal = isinstance(node, Tree) and "renews" in node.entries
        return (RENEWED if renewal else RECEIVED).read(report, path, node)


NOTICE = fact(
    Notice,
    {"rule": need(Choice(Rule)), "days": Field(Number()), "hours": Field(Number()), "example": Field(ExampleShape())},
)
BINDING = fact(Binding, {"max_months": need(Number()), "special_months": Field(Number())})
SEPARATE = fact(
    Separate,
    {
        "kind": need(Choice(SeparateKind), fallback=SeparateKind.OTHER),
        "name": need(LINE, fallback=""),
        "text": Field(SAID),
        "short": Field(SHORT),
    },
)
QUESTION_CODES = Many(IDENT)


def _contract(path: str, **fields: Any) -> Contract:
    sections = {Section(name): fields.pop(name) for name in list(fields) if name in set(Section)}
    return Contract(path=path, texts=sections, **fields)


CONTRACT = Record(
    _contract,
    {
        "product": Field(Many(TEXT_FACT)),
        "channels": Field(Many(CHANNEL)),
        "notice": Field(Many(NOTICE)),
        "binding": Field(Many(BINDING)),
        **{section: Field(Many(TEXT_FACT)) for section in Section if section != Section.PRODUCT},
        Section.DOES_NOT_CANCEL: Field(Many(NOT_CANCELLING)),
        "unknown": Field(QUESTION_CODES),
    },
    path_field=True,
)
GUIDE = Record(
    lambda **fields: GuideRef(id="", **fields),
    {
        "applies": need(Choice(Applies)),
        "contracts": Field(Many(Choice(ContractKind), least=1)),
        "plans": Field(Many(LINE, least=1)),
        **LOOSE_EVIDENCE,
    },
    path_field=True,
)
ALIAS = Record(Alias, {"text": need(LINE), "kind": Field(Choice(AliasKind)), "shared": Field(Flag())}, path_field=True)


def _carrier(**fields: Any) -> Carrier:
    sections = {CarrierSection(name): fields.pop(name) for name in list(fields) if name in set(CarrierSection)}
    guides = {name: replace(ref, id=f"guide-{name}") for name, ref in fields.pop("guides").items()}
    sources = {key: replace(source, key=key) for key, source in fields.pop("sources").items()}
    return Carrier(texts=sections, guides=guides, sources=sources, **fields)


CARRIER = Record(
    _carrier,
    {
        "slug": need(IDENT, fallback=""),
        "name": need(LINE, fallback=""),
        "country": need(COUNTRY, fallback="unknown"),
        "status": need(Choice(Status), fallback=Status.ACTIVE),
        "audience": need(Choice(Audience), fallback=Audience.BOTH),
        "house": need(Choice(House), fallback=House.INDEPENDENT),
        "aliases": Field(Many(ALIAS)),
        "sources": need(SOURCES, fallback={}),
        "company": Field(Many(VALUE_FACT)),
        "contacts": Field(Many(CONTACT)),
        **{section: Field(Many(TEXT_FACT)) for section in CarrierSection},
        "contracts": need(Table(ContractKind, CONTRACT, least=1), fallback={}),
        "separate": Field(Many(SEPARATE)),
        "guides": need(Table(Guide, GUIDE), fallback={}),
        "unknown": Field(QUESTION_CODES),
    },
)


class ValueShape:
    """One value, or several under names."""

    def read(self, report: Report, path: str, node: Node) -> str | Mapping[str, str] | None:
        """Text, or text by name."""
        if isinstance(node, Tree):
            return Named(VALUE_NAME, LINE).read(report, path, node)
        return LINE.read(report, path, node)


SHARED_FACT = fact(TextFact, {**SAYING, "value": Field(ValueShape())})


def _topic(**fields: Any) -> Topic:
    sources = {key: replace(source, key=key) for key, source in fields.pop("sources").items()}
    return Topic(sources=sources, **fields)


TOPIC = Record(
    _topic,
    {
        "topic": need(IDENT, fallback=""),
        "name": need(SHORT, fallback=BLANK),
        "sources": need(SOURCES, fallback={}),
        "facts": need(Many(SHARED_FACT), fallback=()),
    },
)
ASK: Record[dict[str, str]] = Record(dict, {"nb": need(Words(160)), "en": need(Words(160))})


def _question(ask: dict[str, str], **text: str) -> Question:
    return Question(code="", text=Text(**text), ask_nb=ask["nb"], ask_en=ask["en"])


QUESTION = Record(
    _question,
    {
        "zh": need(Words(60), fallback=""),
        "en": need(Words(120), fallback=""),
        "nb": need(Words(120), fallback=""),
        "ask": need(ASK, fallback={"nb": "", "en": ""}),
    },
)
QUESTION_FILE = Named(IDENT, QUESTION)
