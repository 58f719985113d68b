"""Checks of what the shapes cannot see: how the fields of one file fit together."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from model import dates
from model.records import Channel, Contact, Notice, TextFact
from model.vocabulary import Applies, CarrierSection, ContactKind, Guide, ReadAs, Rule, Status
from reading.shapes import Report
from reading.sheet import CHECKS, Finding, Sheet, check
from reading.values import EMAIL, SHORT_CODE, phone_problem

# The field that holds the amount of a rule.
TAKES = {Rule.DAYS_AFTER_NOTICE: "days", Rule.DAYS_BEFORE_RENEWAL: "days", Rule.HOURS_BEFORE_RENEWAL: "hours"}


def run(sheet: Sheet, report: Report) -> None:
    """Run every check over a file and report what it finds."""
    for rule, function in CHECKS.items():
        for path, text in function(sheet):
            if path in report.unread:
                continue
            report.add(path, rule, text, " ".join((function.__doc__ or "").split()))


@check("slug-file")
def slug_file(sheet: Sheet) -> Iterator[Finding]:
    """the file's name without .yml is the slug"""
    if sheet.slug and sheet.slug != sheet.stem:
        yield ("slug" if sheet.carrier else "topic"), f"must be the file's name {sheet.stem!r}: {sheet.slug!r}"


@check("id-unique")
def id_unique(sheet: Sheet) -> Iterator[Finding]:
    """ids are addresses: give the later fact an id of its own"""
    seen = Counter[str]()
    for fact in sheet.facts:
        seen[fact.id] += 1
        if fact.id and seen[fact.id] > 1:
            yield f"{fact.path}.id", f"must stand once in the file: {fact.id!r}"


@check("source-known")
def source_known(sheet: Sheet) -> Iterator[Finding]:
    """name a key that stands under sources: in this file"""
    declared = set(sheet.declared("sources"))
    for fact in sheet.facts:
        for key in fact.source:
            if key not in declared:
                yield f"{fact.path}.source", f"must name a source of this file: {key!r}"


@check("source-used")
def source_used(sheet: Sheet) -> Iterator[Finding]:
    """remove the source or name it in a fact"""
    used = sheet.cited()
    for key in sheet.declared("sources"):
        if key not in used:
            yield f"sources.{key}", "must be used by a fact"


@check("source-read-on")
def source_read_on(sheet: Sheet) -> Iterator[Finding]:
    """a live reading needs its day: read_on: 2026-06-05; other readings have none"""
    for source in sheet.sources:
        if (source.read_as == ReadAs.LIVE) != (source.read_on is not None):
            yield f"sources.{source.key}.read_on", f"must stand with read_as live, and only there: {source.read_as}"


@check("date-future")
def date_future(sheet: Sheet) -> Iterator[Finding]:
    """a source, a reading or a confirmation cannot be later than today"""
    today = sheet.outside.today
    for source in sheet.sources:
        if source.dated.known and source.dated.earliest() > today:
            yield f"sources.{source.key}.dated", f"must not be after today ({today}): {source.dated}"
        if source.read_on and source.read_on > today:
            yield f"sources.{source.key}.read_on", f"must not be after today ({today}): {source.read_on}"
    for fact in sheet.facts:
        for number, confirmation in enumerate(fact.confirmed):
            if confirmation.on > today:
                yield f"{fact.path}.confirmed.{number}.on", f"must not be after today ({today}): {confirmation.on}"


@check("beside-known")
def beside_known(sheet: Sheet) -> Iterator[Finding]:
    """name a shared fact of docs/facts as topic:id"""
    for fact in sheet.facts:
        for address in fact.beside:
            if address not in sheet.outside.shared and address.partition(":")[0] not in sheet.outside.unreadable:
                yield f"{fact.path}.beside", f"must be a shared fact: {address!r}"


@check("beside-circle")
def beside_circle(sheet: Sheet) -> Iterator[Finding]:
    """a shared fact cannot stand beside itself, not even by way of others: remove one of them"""
    for fact in sheet.facts if sheet.carrier is None else ():
        if _leads_back(f"{sheet.stem}:{fact.id}", sheet.outside.shared):
            yield f"{fact.path}.beside", f"must not lead back to the fact: {', '.join(fact.beside)!r}"


def _leads_back(address: str, beside: Mapping[str, tuple[str, ...]]) -> bool:
    ahead, seen = [*beside[address]], set[str]()
    while ahead:
        here = ahead.pop()
        if here not in seen:
            seen.add(here)
            ahead.extend(beside.get(here, ()))
    return address in seen


def _notices(sheet: Sheet) -> Iterator[Notice]:
    return (fact for fact in sheet.facts if isinstance(fact, Notice))


@check("notice-amount")
def notice_amount(sheet: Sheet) -> Iterator[Finding]:
    """days go with days-after-notice and days-before-renewal, hours with hours-before-renewal only"""
    for notice in _notices(sheet):
        for field, wanted in _wrong_amounts(notice):
            yield f"{notice.path}.{field}", f"must {'be there' if wanted else 'not be there'} for rule {notice.rule}"


def _wrong_amounts(notice: Notice) -> list[tuple[str, bool]]:
    """The fields days and hours where they lack or do not belong, and whether they should be there."""
    amounts = {"days": notice.days, "hours": notice.hours}
    wanted = {field: TAKES.get(notice.rule) == field for field in amounts}
    return [(field, wanted[field]) for field, amount in amounts.items() if bool(amount) != wanted[field]]


@check("notice-example")
def notice_example(sheet: Sheet) -> Iterator[Finding]:
    """recompute the example from the rule, counted from the day the carrier receives the notice"""
    for notice in _notices(sheet):
        example = notice.example
        if example is None or _wrong_amounts(notice):
            continue
        renewal = notice.rule in dates.RENEWAL_RULES
        if renewal != (example.start_name == "renews"):
            wanted = "renews and latest" if renewal else "received and ends"
            yield f"{notice.path}.example", f"must hold {wanted} for rule {notice.rule}"
            continue
        right = _worked(notice)
        if right != example.result:
            field = f"{notice.path}.example.{example.result_name}"
            yield field, f"must be {_iso(right)} for rule {notice.rule}: '{_iso(example.result)}'"


def _worked(notice: Notice) -> date | None:
    if notice.example is None:
        return None
    try:
        return dates.apply(notice.rule, notice.example.start, notice.days, notice.hours)
    except OverflowError:
        return None


def _iso(value: date | None) -> str:
    return value.isoformat().removesuffix(":00") if value else "a date of the calendar"


@check("contact-value")
def contact_value(sheet: Sheet) -> Iterator[Finding]:
    """phone: "+4791509000" and print "+47 915 09 000"; short-code: digits; email, post: the address; page, form: url"""
    for contact in sheet.facts:
        if isinstance(contact, Contact):
            yield from ((f"{contact.path}.{field}", text) for field, text in _contact_problems(contact))


def _contact_problems(contact: Contact) -> Iterator[tuple[str, str]]:
    match contact.kind:
        case ContactKind.PHONE:
            wrong = phone_problem(contact.value)
            if wrong:
                yield "value", f"{wrong}: {contact.value!r}"
            if contact.value and "+" + "".join(filter(str.isdecimal, contact.printed)) != contact.value:
                yield "print", f"must hold the digits of value: {contact.printed!r}"
        case ContactKind.SHORT_CODE if not SHORT_CODE.fullmatch(contact.value):
            yield "value", f"must be three to six digits or a star code: {contact.value!r}"
        case ContactKind.EMAIL if not EMAIL.fullmatch(contact.value):
            yield "value", f"must be an e-mail address: {contact.value!r}"
        case ContactKind.POST if not contact.value:
            yield "value", "must hold the postal address"
        case ContactKind.PAGE | ContactKind.FORM if not contact.url:
            yield "url", "must be there"
        case _:
            pass


def _channels(sheet: Sheet) -> Iterator[Channel]:
    return (fact for fact in sheet.facts if isinstance(fact, Channel))


@check("contact-known")
def contact_known(sheet: Sheet) -> Iterator[Finding]:
    """name the id of a contact of this file"""
    declared = set(sheet.declared("contacts"))
    for channel in _channels(sheet):
        if channel.contact and channel.contact not in declared:
            yield f"{channel.path}.contact", f"must be a contact of this file: {channel.contact!r}"


@check("channel-needs")
def channel_needs(sheet: Sheet) -> Iterator[Finding]:
    """a need stands under needs or under not_needed, and under neither where no source says"""
    for channel in _channels(sheet):
        both = [need for need in channel.needs if need in channel.not_needed]
        if both:
            yield f"{channel.path}.not_needed", f"must not repeat needs: {', '.join(both)!r}"


@check("question-known")
def question_known(sheet: Sheet) -> Iterator[Finding]:
    """use a code of docs/facts/questions.yml, or add the question there in three languages"""
    if sheet.carrier is None or "questions" in sheet.outside.unreadable:
        return
    lists = {"unknown": sheet.carrier.unknown}
    lists |= {f"{contract.path}.unknown": contract.unknown for contract in sheet.carrier.contracts.values()}
    for path, codes in lists.items():
        for code in codes:
            if code not in sheet.outside.questions:
                yield path, f"must be a known question: {code!r}"


@check("guide-complete")
def guide_complete(sheet: Sheet) -> Iterator[Finding]:
    """all five guides stand in the file; applies: unknown where nothing is known"""
    if sheet.carrier is None:
        return
    declared = sheet.declared("guides")
    for guide in Guide:
        if guide not in declared:
            yield f"guides.{guide}", "must be there"


@check("guide-evidence")
def guide_evidence(sheet: Sheet) -> Iterator[Finding]:
    """yes and unknown name contracts; yes and no name source and confidence"""
    for guide, ref in sheet.carrier.guides.items() if sheet.carrier else ():
        if ref.applies != Applies.NO and not sheet.has("guides", guide, "contracts"):
            yield f"guides.{guide}.contracts", f"must be there for applies {ref.applies}"
        for field in ("source", "confidence"):
            if ref.applies != Applies.UNKNOWN and not sheet.has("guides", guide, field):
                yield f"guides.{guide}.{field}", f"must be there for applies {ref.applies}"


@check("guide-contract")
def guide_contract(sheet: Sheet) -> Iterator[Finding]:
    """name contracts that stand under contracts: in this file"""
    declared = sheet.declared("contracts")
    for guide, ref in sheet.carrier.guides.items() if sheet.carrier else ():
        for contract in ref.contracts:
            if contract not in declared:
                yield f"guides.{guide}.contracts", f"must be contracts of this carrier: {contract.value!r}"


@check("status-evidence")
def status_evidence(sheet: Sheet) -> Iterator[Finding]:
    """a carrier that is not active has a fact with id status under about:"""
    carrier = sheet.carrier
    if carrier is None or carrier.status == Status.ACTIVE:
        return
    if "status" not in {fact.id for fact in carrier.get(CarrierSection.ABOUT)}:
        yield "status", f"must be shown by a fact about.status: {carrier.status.value!r}"


@check("alias-name")
def alias_name(sheet: Sheet) -> Iterator[Finding]:
    """the name is found anyway; write each alias once"""
    carrier = sheet.carrier
    seen = {carrier.name} if carrier else set()
    for alias in carrier.aliases if carrier else ():
        if alias.text in seen:
            yield f"{alias.path}.text", f"must differ from the name and the other aliases: {alias.text!r}"
        seen.add(alias.text)


@check("law-section")
def law_section(sheet: Sheet) -> Iterator[Finding]:
    """a law is cited with its section: section: "§ 4-6" """
    laws = {source.key for source in sheet.sources if source.kind == "law"}
    for fact in sheet.facts:
        if isinstance(fact, TextFact) and laws.intersection(fact.source) and not fact.section:
            yield f"{fact.path}.section", "must be there for a law"
