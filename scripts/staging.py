"""Fills a staging folder: the pages of every language, side by side, and what programs read."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from composing.site import Site
from exporting import api, description, feeds, history_pages, notices, router, search
from exporting.export import Export
from model.history import History
from model.problem import DataProblems, Problem
from pipeline import PLAIN_PAGES, ROOT_FILES
from plan import Before
from settings import SiteSettings
from side_by_side import side_by_side
from writing.addresses import file_of, steps
from writing.all_pages import composed, language_pages
from writing.facts import Speaker
from writing.inputs import Inputs
from writing.norwegian import norwegian
from writing.phrases import Phrases
from writing.rendering import compile_templates

Job = Callable[[], list[Problem]]


@dataclass(frozen=True)
class Source:
    """What a staging folder is filled from: checked inputs, the day that stands for today, history and settings."""

    inputs: Inputs
    today: date
    history: History
    settings: SiteSettings

    @cached_property
    def site(self) -> Site:
        """The composed data."""
        return composed(self.inputs, self.today)


def fill_stage(source: Source, stage: Path, before: Before | None = None) -> None:
    """Write every text of a staging folder (see pipeline.build_site); DataProblems with those of all languages.

    before: a folder filled from the same but for some carriers' files; the steps of all others are taken from there.
    """
    # Made once, before the processes split off.
    compile_templates()
    _ = source.site
    same = source.inputs.data.carriers.keys() - before.changed if before else ()
    jobs: list[Job] = [partial(_write_language, source, stage, frozenset(same), code) for code in source.inputs.phrases]
    if before:
        jobs.append(partial(_take_steps, source, stage, before.stage, frozenset(same)))
    jobs.append(partial(_write_data, source, stage))
    problems = [problem for found in side_by_side(_done, jobs) for problem in found]
    if problems:
        raise DataProblems(sorted(problems))


def write_texts(folder: Path, texts: Iterable[tuple[str, str]]) -> None:
    """Write texts below a folder."""
    for name, text in texts:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _done(job: Job) -> list[Problem]:
    return job()


def _take_steps(source: Source, stage: Path, before: Path, carriers: frozenset[str]) -> list[Problem]:
    """Take the steps pages of some carriers, and all below them, from an earlier staging folder."""
    pages = [page for page in source.site.steps_pages if page.carrier.slug in carriers]
    for language in source.inputs.phrases:
        for page in pages:
            place = Path(language, steps(page.carrier, page.guide))
            shutil.copytree(before / place, stage / place, copy_function=os.link, dirs_exist_ok=True)
    return []


def _write_language(source: Source, stage: Path, without: frozenset[str], language: str) -> list[Problem]:
    """Write pages, search index and router of a language; the problems that only show while writing.

    without: carriers whose steps are not to be written.
    """
    listed: dict[str, str] = {}
    about = (source.site, source.history, source.settings, without)
    try:
        for address, text in language_pages(source.inputs, language, *about):
            write_texts(stage, [(f"{language}/{file_of(address)}", text)])
            if search.is_listed(address):
                listed[address] = text
    except DataProblems as error:
        return error.problems
    write_texts(stage, _root_files(_language_files(source, language, listed)))
    return []


def _language_files(source: Source, language: str, pages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What scripts read of a language: the index of its search, and what the router of its home page asks."""
    inputs, site = source.inputs, source.site
    phrases = inputs.phrases[language]
    yield search.index(site, phrases, pages, inputs.words)
    yield router.file(site, Speaker(phrases, norwegian(inputs.terms, inputs.norwegian, language)))


def _write_data(source: Source, stage: Path) -> list[Problem]:
    """Write what belongs to no language alone."""
    phrases = source.inputs.phrases
    export = Export(source.site, source.history, source.settings, source.today, tuple(phrases))
    write_texts(stage, _data_files(export, phrases))
    write_texts(stage, _root_files(notices.files(source.inputs.shipped)))
    return []


def _data_files(export: Export, phrases: Mapping[str, Phrases]) -> Iterator[tuple[str, str]]:
    """The JSON API and the page that describes it, the feeds, and what carriers' pages said before."""
    data = dict(api.files(export))
    yield from _root_files(data.items())
    for name, text in description.texts(data):
        yield f"{PLAIN_PAGES}/{name}", text
    yield from _root_files(feeds.files(export, phrases))
    for language, address, text in history_pages.pages(export, phrases):
        yield f"{language}/{file_of(address)}", text


def _root_files(files: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for name, text in files:
        yield f"{ROOT_FILES}/{name}", text
