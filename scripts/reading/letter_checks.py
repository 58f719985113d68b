"""What must hold of the letters as a whole: slots, languages, laws, the list of kinds."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import fields as fields_of

from model.letters import (
    DATA_SLOTS,
    END_SLOTS,
    EndWords,
    Frame,
    LetterKind,
    Letters,
    Version,
    slots,
)
from model.records import Topic
from model.vocabulary import ContractKind, SourceKind
from model.words import Text
from reading.shapes import Report

Placed = tuple[str, Text]
# Signs that no Norwegian or English text of ours has: beyond Latin letters and the usual marks.
NOT_LATIN = re.compile("[^\x00-\u024f–—…‘’“”]")


def check(letters: Letters, topics: Mapping[str, Topic], report: Report) -> None:
    """Report everything that makes a letter incomplete, or say what the data do not carry."""
    _check_lists(letters, report)
    for path, text in _all_texts(letters):
        _check_languages(path, text, report)
    for path, text in _frame(letters):
        _check_slots(path, text, DATA_SLOTS, report)
    for path, text in _ends(letters):
        _check_slots(path, text, END_SLOTS, report)
    for path, version in _versions(letters):
        _check_version(path, version, letters, report)
        for number, address in enumerate(version.cites):
            _check_law(f"{path}.cites.{number}", address, topics, report)


def _check_lists(letters: Letters, report: Report) -> None:
    """Each list holds each word of its closed list once, in order."""
    kinds = [str(letter.id) for letter in letters.letters]
    if kinds != list(LetterKind):
        report.add("letters", "letter-kinds", "must hold each kind once, in order", f"order: {', '.join(LetterKind)}")
    for path, held, wanted in (("contracts", letters.contracts, ContractKind), ("ends", letters.ends, EndWords)):
        for missing in [word for word in wanted if word not in held]:
            report.add(path, "field-missing", f"must hold {str(missing)!r}", f"add {missing}: …")
    names = [field.id for field in letters.fields]
    for number, name in enumerate(names):
        if name in names[:number]:
            report.add(f"fields.{number}.id", "id-unique", f"must stand once: {name!r}", "choose another id")


def _versions(letters: Letters) -> Iterator[tuple[str, Version]]:
    for number, letter in enumerate(letters.letters):
        yield f"letters.{number}.norwegian", letter.norwegian
        if letter.abroad:
            yield f"letters.{number}.abroad", letter.abroad


def _sent(path: str, version: Version) -> Iterator[Placed]:
    yield f"{path}.subject", version.subject
    yield from ((f"{path}.lines.{number}", line.text) for number, line in enumerate(version.lines))


def _frame(letters: Letters) -> Iterator[Placed]:
    return ((f"frame.{one.name}", getattr(letters.frame, one.name)) for one in fields_of(Frame))


def _ends(letters: Letters) -> Iterator[Placed]:
    return ((f"ends.{word}", text) for word, text in letters.ends.items())


def _all_texts(letters: Letters) -> Iterator[Placed]:
    yield from _frame(letters)
    yield from ((f"contracts.{kind}", text) for kind, text in letters.contracts.items())
    yield from _ends(letters)
    yield from ((f"fields.{number}.label", field.label) for number, field in enumerate(letters.fields))
    yield from ((f"letters.{number}.title", letter.title) for number, letter in enumerate(letters.letters))
    for path, version in _versions(letters):
        yield from _sent(path, version)


def _check_languages(path: str, text: Text, report: Report) -> None:
    """Every language has the same slots, and what is sent has Latin letters only."""
    found = slots(text)
    if len(set(map(frozenset, found))) > 1:
        report.add(path, "letter-languages", "must have the same slots in every language", "write each {slot} in all")
    for language, words in (("nb", text.nb), ("en", text.en)):
        if NOT_LATIN.search(words):
            text_of = f"{path}.{language}"
            report.add(text_of, "letter-script", "must hold Latin letters only", "write it in that language")


def _check_version(path: str, version: Version, letters: Letters, report: Report) -> None:
    """Slots are known, and what is listed is used."""
    known = {field.id for field in letters.fields}
    for number, name in enumerate(version.fields):
        if name not in known:
            report.add(f"{path}.fields.{number}", "letter-field", f"must be a known field: {name!r}", _list(known))
    used: set[str] = set()
    allowed = {*DATA_SLOTS - {"today"}, *version.fields, *version.cites}
    for place, text in _sent(path, version):
        used |= _check_slots(place, text, allowed, report)
    details = {field.id for field in letters.fields if field.detail}
    for listed in ("fields", "cites"):
        for number, name in enumerate(getattr(version, listed)):
            if name not in used | details | {version.sign}:
                report.add(f"{path}.{listed}.{number}", "letter-unused", f"must be used: {name!r}", "use it or drop it")


def _check_slots(path: str, text: Text, allowed: Set[str], report: Report) -> set[str]:
    """The slots of a text; those that nothing fills are reported."""
    found = set.union(*slots(text))
    for slot in sorted(found - allowed):
        report.add(path, "letter-slot", f"must use known slots: {slot!r}", _list(allowed))
    return found


def _list(names: Set[str]) -> str:
    return f"known here: {', '.join(sorted(names))}"


def _check_law(path: str, address: str, topics: Mapping[str, Topic], report: Report) -> None:
    """A letter cites only what a fact has from a law, with the section."""
    name, _, wanted = address.partition(":")
    topic = topics.get(name)
    fact = next((fact for fact in topic.facts if fact.id == wanted), None) if topic else None
    if topic is None or fact is None:
        report.add(path, "fact-missing", f"must be a shared fact: {address!r}", "see the ids in docs/facts")
    elif not fact.section or topic.sources[fact.source[0]].kind != SourceKind.LAW:
        report.add(path, "letter-law", f"must be a fact from a law, with its section: {address!r}", "cite another fact")
