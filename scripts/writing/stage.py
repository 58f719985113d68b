"""From files to pages in memory: read and check everything, then write every page of every language."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from composing.claims import Library, MissingShared
from composing.site import Site
from model.history import NO_HISTORY, History
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
from settings import SiteSettings
from side_by_side import side_by_side
from writing.behind import ALL_CURRENT, Behind
from writing.languages import DERIVED, ORIGINAL, by_hand, language_problems, source_of
from writing.pages import Book, pages
from writing.passages import page_files
from writing.phrases import MissingPhrase, Phrases, derived, read_phrases
from writing.rendering import compile_templates
from writing.text_check import WORDS, text_problems
from writing.topic_check import topic_problems
from writing.translations import compare

# What keeps a file from being read as text.
UNREADABLE = frozenset({"file-encoding", "file-bom", "file-character"})
# Address -> Markdown, for each language.
Staged = Mapping[str, Mapping[str, str]]
NOWHERE = SiteSettings("", "", "")


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


@dataclass(frozen=True, slots=True)
class Words:
    """What the page frame of a language says, and the language's name."""

    name: str
    chrome: Mapping[str, str]


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


def staged_pages(
    inputs: Inputs, today: date, history: History = NO_HISTORY, settings: SiteSettings = NOWHERE
) -> Staged:
    """Every page of every language, in memory; see language_pages."""
    site = composed(inputs, today)
    return {language: dict(language_pages(inputs, language, site, history, settings)) for language in inputs.phrases}


def composed(inputs: Inputs, today: date) -> Site:
    """The composed data as of one day, with its steps ready, so that processes that split off need not compose them."""
    site = Site(Library(inputs.data, today))
    # Who writes the pages says what is missing, with a place.
    with suppress(MissingShared):
        _ = site.steps_pages
    return site


def language_pages(  # noqa: PLR0913, PLR0917 -- the first three, and what most callers leave as it is
    inputs: Inputs,
    language: str,
    site: Site,
    history: History = NO_HISTORY,
    settings: SiteSettings = NOWHERE,
    without: frozenset[str] = frozenset(),
) -> Iterator[tuple[str, str]]:
    """Address and Markdown of every page of a language; without a history none says when facts changed.

    site: the composed inputs;
    settings: where the site and its data lie and how to write to the project, as far as that is set;
    without: slugs of carriers whose steps are left out.

    What only shows while writing, a shared fact, a phrase or a page that is not there, raises DataProblems.
    """
    phrases = inputs.phrases[language]
    book = Book(
        site=site,
        phrases=phrases,
        texts=inputs.docs / phrases.source,
        history=history,
        terms=inputs.terms,
        contact=settings.contact,
        behind=inputs.behind.get(language, ALL_CURRENT),
        norwegian=inputs.norwegian,
        letters=inputs.letters,
        repository=settings.repository,
        url=settings.url,
        shipped=inputs.shipped,
        without=without,
    )
    with _located(inputs, phrases.file):
        yield from pages(book)


@contextmanager
def _located(inputs: Inputs, phrases: str) -> Iterator[None]:
    """DataProblems, with a place, for what writing does not find; phrases: the file of the language's phrases."""
    try:
        yield
    except MissingShared as error:
        problem = _missing_fact(error.address, inputs)
    except MissingPhrase as error:
        text = f"phrase must be there: {error}"
        problem = Problem(phrases, 1, 1, "phrase-missing", text, "add the phrase under this key")
    except FileNotFoundError as error:
        file = Path(str(error.filename)).as_posix()
        problem = Problem(file, 1, 1, "page-missing", "file must be there", "write the page in this language")
    else:
        return
    raise DataProblems([problem])


def page_problems(inputs: Inputs, site: Site, language: str) -> list[Problem]:
    """What only shows while a language's pages are written."""
    try:
        for _ in language_pages(inputs, language, site):
            pass
    except DataProblems as error:
        return error.problems
    return []


def check_inputs(carriers: Path, docs: Path, languages: Sequence[str], today: date) -> Sequence[Problem]:
    """Every problem of data and texts, also of their wording, which no build asks for; writes nothing."""
    wording = text_problems(Folders(carriers=carriers, facts=docs / "facts"), docs, languages)
    try:
        inputs = read_inputs(carriers, docs, languages, today)
    except DataProblems as error:
        return sorted({*error.problems, *wording})
    compile_templates()
    written = side_by_side(partial(page_problems, inputs, composed(inputs, today)), list(inputs.phrases))
    return sorted({*(problem for found in written for problem in found), *inputs.warnings, *wording})


def frame_words(phrases: Phrases) -> Words:
    """The words of a language's page frame."""
    return Words(phrases.say("language.name"), {**phrases.group("chrome"), "topics": phrases.say("topics.nav")})


def newest_date(data: Data) -> date:
    """The newest date in the data: the last resort for what counts as today."""
    sources = [source for carrier in data.carriers.values() for source in carrier.sources.values()]
    sources += [source for topic in data.topics.values() for source in topic.sources.values()]
    facts = [fact for carrier in data.carriers.values() for fact in carrier.facts]
    days = [source.dated.earliest() for source in sources if source.dated.known]
    days += [source.read_on for source in sources if source.read_on]
    days += [confirmation.on for fact in facts for confirmation in fact.confirmed]
    return max(days, default=date(2026, 1, 1))


def _missing_fact(address: str, inputs: Inputs) -> Problem:
    owner, _, fact = address.partition(":")
    folder = inputs.folders.carriers if owner in inputs.data.carriers else inputs.folders.facts
    text = f"facts must hold the shared fact {fact!r}: pages show it"
    file = (folder / f"{owner}.yml").as_posix()
    return Problem(file, 1, 1, "shared-missing", text, "write the fact again, or keep its id")
