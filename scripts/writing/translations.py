"""All translations at once: what differs from the original, what is behind it, and recording what is current."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from model.problem import DataProblems, Problem
from settings import language_tags
from writing.behind import Behind
from writing.languages import ORIGINAL, by_hand
from writing.parity import heading_problems, missing_pages, page_names, page_pair, page_problems, phrase_problems
from writing.passages import MARK, page_files, passage_problems
from writing.phrases import Phrases, read_phrases
from writing.record import FILE, read_record, record_text, report_stale
from writing.translated import PHRASES, Unit, behind, behind_problems, page_units, phrase_units


class NothingNamed(Exception):
    """A name that no translated text has."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A language beside the original: its texts in the order of the pages, those that are behind, and every problem."""

    problems: Sequence[Problem]
    units: Sequence[Unit] = ()
    late: Sequence[Unit] = ()

    def behind(self) -> Behind:
        """What readers are told."""
        count = Counter(unit.place[0] for unit in self.late)
        phrases = count.pop(PHRASES, 0)
        return Behind(count, phrases)


def compare(docs: Path, languages: Iterable[str], read: Mapping[str, Phrases]) -> dict[str, Translation]:
    """Each language's hand-written texts beside the original; read: phrases that were read already, by language."""
    found = {}
    for language in by_hand(languages):
        pages = tuple(_mark_problems(docs, language))
        found[language] = Translation(pages)
        if language != ORIGINAL:
            translation = _translation(docs, language, read)
            found[language] = replace(translation, problems=[*pages, *translation.problems])
    return found


def _mark_problems(docs: Path, language: str) -> Iterator[Problem]:
    """What a page can be wrong in by itself: ids of headings, and marks of passages."""
    languages = frozenset(by_hand(language_tags()))
    for name in page_names(docs / language):
        yield from heading_problems(docs / language / name)
        yield from passage_problems(docs / language / name, languages)


def _translation(docs: Path, language: str, read: Mapping[str, Phrases]) -> Translation:
    problems = list(missing_pages(docs, language))
    units: list[Unit] = []
    original, translated = (read.get(code) or read_phrases(docs, code)[0] for code in (ORIGINAL, language))
    # A file that cannot be read has no phrases: that is said where it is read.
    if original.texts and translated.texts:
        problems += phrase_problems(original, translated)
        units += phrase_units(original, translated)
    for name in page_names(docs / language):
        if (docs / ORIGINAL / name).is_file():
            page = page_pair(docs, language, name)
            problems += page_problems(page, language)
            units += page_units(page)
    recorded, report = read_record(docs / language / FILE)
    late = list(behind(units, recorded))
    problems += behind_problems(late)
    if not any(problem.severity == "error" for problem in problems):
        report_stale(recorded, units, report)
    return Translation([*problems, *report.problems], units, late)


def record(docs: Path, languages: Iterable[str], names: Sequence[str]) -> Iterator[str]:
    """Record the present originals of all translated texts, or of those named; what was done, a line for each file.

    names: keys or files, or what these begin with (see Unit.named). DataProblems where a text differs from its
    original in more than words, NothingNamed for a name without texts; then nothing is written.
    """
    found = compare(docs, [language for language in by_hand(languages) if language != ORIGINAL], {})
    errors = [problem for one in found.values() for problem in one.problems if problem.severity == "error"]
    if errors:
        raise DataProblems(sorted(errors))
    units = [unit for one in found.values() for unit in one.units]
    for name in names:
        if not any(unit.named(name) for unit in units):
            raise NothingNamed(f"no translated text is named {name}: write a file, or a key that make check prints")
    for language, one in found.items():
        yield _record(docs / language / FILE, one, names)


def _record(path: Path, translation: Translation, names: Sequence[str]) -> str:
    late = set(translation.late)
    named = [unit for unit in translation.units if not names or any(map(unit.named, names))]
    kept = {*translation.units} - late | {*named}
    text = record_text(unit for unit in translation.units if unit in kept)
    path.write_text(text, encoding="utf-8", newline="\n")
    return f"{path.as_posix()}: {len(named)} recorded, of them {len(late.intersection(named))} behind before"


def only_counts(docs: Path, languages: Iterable[str]) -> dict[str, int]:
    """How many passages stand in some languages only, by the language whose pages mark them."""
    return {language: sum(map(_only, page_files(docs / language))) for language in by_hand(languages)}


def _only(page: Path) -> int:
    return sum(bool(match[1]) for match in MARK.finditer(page.read_text(encoding="utf-8")))
