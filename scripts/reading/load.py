"""Reads every data file and reports every problem of all of them at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from model.problem import Problem
from model.records import Carrier, Data, Topic
from model.words import Question
from reading import schema
from reading.checks import run
from reading.one_file import file_tree
from reading.shapes import Report
from reading.sheet import Outside, Sheet
from reading.strict_yaml import Node

QUESTIONS = "questions.yml"
QUESTIONS_STEM = "questions"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the data lies; `carriers` and `facts` are shown in problems as given."""

    carriers: Path
    facts: Path


@dataclass(frozen=True, slots=True)
class Shared:
    """What stands beside the carriers: questions, topics, what carriers may name of them, and their problems."""

    questions: Mapping[str, Question]
    topics: Mapping[str, Topic]
    outside: Outside
    problems: tuple[Problem, ...]


def read_all(folders: Folders, today: date) -> tuple[Data, list[Problem]]:
    """All data and all problems, sorted. The data holds only what could be read: use it only without errors."""
    return read_carriers(folders.carriers, read_shared(folders.facts, today))


def read_shared(folder: Path, today: date) -> Shared:
    """Every file of shared facts, and the questions."""
    problems: list[Problem] = []
    questions = _questions(folder / QUESTIONS, problems)
    topics, outside = _topics(folder, Outside(today, {}, frozenset(questions or {})), problems)
    if questions is None:
        outside = replace(outside, unreadable=outside.unreadable | {QUESTIONS_STEM})
    return Shared(questions or {}, topics, outside, tuple(problems))


def read_carriers(folder: Path, shared: Shared) -> tuple[Data, list[Problem]]:
    """Every carrier beside what is shared; what `read_all` gives."""
    problems = [*shared.problems]
    carriers = _carriers(folder, shared.outside, problems)
    return Data(carriers=carriers, topics=shared.topics, questions=shared.questions), sorted(set(problems))


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yml"))


def _tree(path: Path, problems: list[Problem]) -> Node | None:
    tree, found = file_tree(path)
    problems.extend(found)
    return tree


def _questions(path: Path, problems: list[Problem]) -> Mapping[str, Question] | None:
    """The questions by code, or None where the file holds no data."""
    tree = _tree(path, problems)
    report = Report(path.as_posix())
    found = schema.QUESTION_FILE.read(report, "", tree) if tree else None
    problems.extend(report.problems)
    return None if found is None else {code: replace(question, code=code) for code, question in found.items()}


def _topics(folder: Path, outside: Outside, problems: list[Problem]) -> tuple[Mapping[str, Topic], Outside]:
    """Shared facts, which may name each other: all are read before any is checked."""
    read = []
    names = [path.stem for path in _files(folder) if path.name != QUESTIONS]
    for path in (folder / f"{name}.yml" for name in names):
        tree = _tree(path, problems)
        if tree is not None:
            report = Report(path.as_posix())
            read.append((path, tree, schema.TOPIC.read(report, "", tree), report))
    topics = {path.stem: topic for path, _, topic, _ in read if topic}
    shared = {f"{name}:{fact.id}": fact.beside for name, topic in topics.items() for fact in topic.facts}
    outside = replace(outside, shared=shared, unreadable=frozenset(names) - topics.keys())
    for path, tree, topic, report in read:
        if topic:
            run(_topic_sheet(path, tree, topic, outside), report)
        problems.extend(report.problems)
    return topics, outside


def _carriers(folder: Path, outside: Outside, problems: list[Problem]) -> Mapping[str, Carrier]:
    carriers: dict[str, Carrier] = {}
    reports: dict[str, Report] = {}
    for path in _files(folder):
        tree = _tree(path, problems)
        if tree is None:
            continue
        report = reports[path.stem] = Report(path.as_posix())
        carrier = schema.CARRIER.read(report, "", tree)
        if carrier:
            run(_carrier_sheet(path, tree, carrier, outside), report)
            carriers[path.stem] = carrier
    for stem, where, text in _alias_clashes(carriers):
        advice = 'name it at one carrier only, or mark it shared: "true" at both'
        reports[stem].add(where, "alias-shared", text, advice)
    for report in reports.values():
        problems.extend(report.problems)
    return carriers


def _topic_sheet(path: Path, tree: Node, topic: Topic, outside: Outside) -> Sheet:
    return Sheet(path.stem, tree, topic.topic, tuple(topic.sources.values()), topic.facts, outside)


def _carrier_sheet(path: Path, tree: Node, carrier: Carrier, outside: Outside) -> Sheet:
    sources = tuple(carrier.sources.values())
    return Sheet(path.stem, tree, carrier.slug, sources, carrier.facts, outside, carrier)


def _alias_clashes(carriers: Mapping[str, Carrier]) -> Iterator[tuple[str, str, str]]:
    """Aliases that two carriers have unless all mark them shared: slug, path and text of each unmarked one."""
    owners: dict[str, list[str]] = {}
    for slug, carrier in carriers.items():
        for text in {alias.text.casefold() for alias in carrier.aliases}:
            owners.setdefault(text, []).append(slug)
    for slug, carrier in carriers.items():
        for alias in carrier.aliases:
            others = _others(owners[alias.text.casefold()], slug)
            if others and not alias.shared:
                yield slug, f"{alias.path}.text", f"must be marked shared, {others} has it too: {alias.text!r}"


def _others(slugs: Iterable[str], slug: str) -> str:
    return ", ".join(other for other in slugs if other != slug)
