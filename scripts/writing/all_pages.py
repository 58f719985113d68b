"""Every page of every language, in memory, and every problem that keeps one from being written."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path

from composing.claims import Library, MissingShared
from composing.site import Site
from model.history import NO_HISTORY, History
from model.problem import DataProblems, Problem
from reading.load import Folders
from settings import SiteSettings
from side_by_side import side_by_side
from writing.behind import ALL_CURRENT
from writing.inputs import Inputs, read_inputs
from writing.pages import Book, pages
from writing.phrases import MissingPhrase
from writing.rendering import compile_templates
from writing.text_check import text_problems

# Address -> Markdown, for each language.
Staged = Mapping[str, Mapping[str, str]]
NOWHERE = SiteSettings("", "", "")


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


def _missing_fact(address: str, inputs: Inputs) -> Problem:
    owner, _, fact = address.partition(":")
    folder = inputs.folders.carriers if owner in inputs.data.carriers else inputs.folders.facts
    text = f"facts must hold the shared fact {fact!r}: pages show it"
    file = (folder / f"{owner}.yml").as_posix()
    return Problem(file, 1, 1, "shared-missing", text, "write the fact again, or keep its id")
