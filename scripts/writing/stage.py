"""From files to a staging folder: reads everything, then writes the Markdown of each language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from composing.claims import Library, MissingShared
from composing.site import Site
from model.problem import DataProblems, Problem
from model.records import Data
from reading.load import Folders, read_all
from writing import addresses
from writing.pages import Book, pages
from writing.phrases import MissingPhrase, Phrases, read_phrases


@dataclass(frozen=True, slots=True)
class Inputs:
    """Data and phrases without errors, with the warnings found on the way."""

    data: Data
    phrases: Mapping[str, Phrases]
    docs: Path
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What the page frame of a language says, and the language's name."""

    name: str
    chrome: Mapping[str, str]


def read_inputs(folders: Folders, docs: Path, languages: Sequence[str], today: date) -> Inputs:
    """Everything a build needs; raises DataProblems with every problem where there is an error."""
    data, problems = read_all(folders, today)
    phrases = {}
    for language in languages:
        phrases[language], found = read_phrases(docs, language)
        problems += found
    inputs = Inputs(data, phrases, docs, tuple(problems))
    if not _errors(problems):
        problems += _writing_problems(inputs, folders, today)
    if _errors(problems):
        raise DataProblems(sorted(problems))
    return inputs


def check_inputs(folders: Folders, docs: Path, languages: Sequence[str], today: date) -> Sequence[Problem]:
    """Every problem of data and texts; writes nothing."""
    try:
        return read_inputs(folders, docs, languages, today).warnings
    except DataProblems as error:
        return error.problems


def write_stage(inputs: Inputs, stage: Path, today: date) -> Mapping[str, Words]:
    """Write <stage>/<language>/**.md as of one day; returns the words of each language's page frame."""
    words = {}
    for language, phrases in inputs.phrases.items():
        for address, text in pages(_book(inputs, language, today)):
            path = stage / language / addresses.file_of(address)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        words[language] = Words(phrases.say("language.name"), phrases.group("chrome"))
    return words


def newest_date(data: Data) -> date:
    """The newest date in the data: the last resort for what counts as today."""
    sources = [source for carrier in data.carriers.values() for source in carrier.sources.values()]
    sources += [source for topic in data.topics.values() for source in topic.sources.values()]
    facts = [fact for carrier in data.carriers.values() for fact in carrier.facts]
    days = [source.dated.earliest() for source in sources if source.dated.known]
    days += [source.read_on for source in sources if source.read_on]
    days += [confirmation.on for fact in facts for confirmation in fact.confirmed]
    return max(days, default=date(2026, 1, 1))


def _book(inputs: Inputs, language: str, today: date) -> Book:
    return Book(Site(Library(inputs.data, today)), inputs.phrases[language], inputs.docs / language)


def _writing_problems(inputs: Inputs, folders: Folders, today: date) -> list[Problem]:
    """What only shows when pages are written: a shared fact or a phrase that is not there."""
    problems = []
    for language, phrases in inputs.phrases.items():
        try:
            for _ in pages(_book(inputs, language, today)):
                pass
        except MissingShared as error:
            topic, _, fact = error.address.partition(":")
            folder = folders.carriers if topic in inputs.data.carriers else folders.facts
            file = (folder / f"{topic}.yml").as_posix()
            text = f"facts must hold the shared fact {fact!r}: pages show it"
            problems.append(Problem(file, 1, 1, "shared-missing", text, "write the fact again, or keep its id"))
        except MissingPhrase as error:
            text = f"phrase must be there: {error}"
            problems.append(Problem(phrases.file, 1, 1, "phrase-missing", text, "add the phrase under this key"))
    return problems


def _errors(problems: Sequence[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)
