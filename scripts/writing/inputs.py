"""What pages are written from: data, phrases, glossary and lists, read and checked together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from model.letters import Letters
from model.problem import DataProblems, Problem
from model.records import Data
from model.shipped import Shipped
from model.words import Term
from reading.bytes_check import decoded
from reading.glossary import read_glossary
from reading.letters import read_letters
from reading.load import Folders, read_all
from reading.search_words import SearchWords, read_search_words
from reading.shipped import read_shipped
from reading.traditional import converter, read_own
from reading.word_list import read_words
from writing.behind import Behind
from writing.languages import DERIVED, ORIGINAL, by_hand, language_problems, source_of
from writing.passages import page_files
from writing.phrases import Phrases, derived, read_phrases
from writing.text_check import WORDS
from writing.topic_check import topic_problems
from writing.translations import compare

# What keeps a file from being read as text.
UNREADABLE = frozenset({"file-encoding", "file-bom", "file-character"})


@dataclass(frozen=True, slots=True)
class Inputs:
    """Data and phrases without errors, where they lie, and the warnings found on the way."""

    data: Data
    phrases: Mapping[str, Phrases]
    folders: Folders
    docs: Path
    warnings: tuple[Problem, ...]
    terms: tuple[Term, ...] = ()
    words: SearchWords = field(default_factory=SearchWords)
    behind: Mapping[str, Behind] = field(default_factory=dict)
    norwegian: tuple[str, ...] = ()
    letters: Letters | None = None
    shipped: Shipped = field(default_factory=Shipped)


def read_inputs(carriers: Path, docs: Path, languages: Sequence[str], today: date) -> Inputs:
    """Everything a build needs; raises DataProblems with every problem where there is an error."""
    folders = Folders(carriers=carriers, facts=docs / "facts")
    data, problems = read_all(folders, today)
    terms, found = read_glossary(docs / "glossary.yml")
    problems += found
    letters, found = read_letters(docs / "letters.yml", data.topics)
    problems += found
    phrases, found = _read_languages(docs, languages, terms)
    problems += [*language_problems(languages), *found]
    words, found = read_search_words(docs / "search.yml")
    problems += found
    shipped, found = read_shipped(docs / "shipped.yml")
    problems += found
    if any(problem.rule in UNREADABLE for problem in problems):
        # Nothing of such a file can be compared.
        raise DataProblems(sorted(problems))
    translations = compare(docs, languages, phrases)
    problems += [problem for one in translations.values() for problem in one.problems]
    norwegian, found = read_words(docs / WORDS / "norwegian.txt")
    problems += found
    if any(problem.severity == "error" for problem in problems):
        raise DataProblems(sorted(problems))
    behind = {code: replace(one.behind(), linked=ORIGINAL in phrases) for code, one in translations.items()}
    return Inputs(
        data=data,
        phrases=phrases,
        folders=folders,
        docs=docs,
        warnings=tuple(problems),
        terms=terms,
        words=words,
        behind=behind,
        norwegian=tuple(norwegian),
        letters=letters,
        shipped=shipped,
    )


def _read_languages(
    docs: Path, languages: Sequence[str], terms: Sequence[Term]
) -> tuple[dict[str, Phrases], list[Problem]]:
    """The phrases of each language, and every problem of phrases and hand-written pages."""
    written: dict[str, Phrases] = {}
    problems: list[Problem] = []
    for language in by_hand(languages):
        written[language], found = read_phrases(docs, language)
        problems += found
        for page in page_files(docs / language):
            problems += decoded(page.as_posix(), page.read_bytes())[1] or topic_problems(page)
    phrases = {}
    for language in languages:
        phrases[language] = written[source_of(language)]
        if language in DERIVED:
            own, found = read_own(docs / language / "terms.yml")
            problems += found
            phrases[language] = derived(phrases[language], language, own.name, converter(own, terms))
    return phrases, problems


def newest_date(data: Data) -> date:
    """The newest date in the data: the last resort for what counts as today."""
    sources = [source for carrier in data.carriers.values() for source in carrier.sources.values()]
    sources += [source for topic in data.topics.values() for source in topic.sources.values()]
    facts = [fact for carrier in data.carriers.values() for fact in carrier.facts]
    days = [source.dated.earliest() for source in sources if source.dated.known]
    days += [source.read_on for source in sources if source.read_on]
    days += [confirmation.on for fact in facts for confirmation in fact.confirmed]
    return max(days, default=date(2026, 1, 1))
