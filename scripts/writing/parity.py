"""Every language says the same: pages and phrases compared with the Chinese ones by all but their words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from model.problem import Problem
from writing.languages import ORIGINAL
from writing.passages import page_files
from writing.phrases import SLOT, Phrases
from writing.sections import DIRECTIVE, HEADING, ID, Pair, Passage, pairs, sections

NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True)
class PagePair:
    """A page and its translation; name: its path inside a language, topics/esim.md."""

    name: str
    original: str
    translated: str
    passages: tuple[Pair, ...]


def page_names(folder: Path) -> list[str]:
    """The hand-written pages of a language by their paths in it: topics/esim.md."""
    return [path.relative_to(folder).as_posix() for path in page_files(folder)]


def page_pair(docs: Path, language: str, name: str) -> PagePair:
    """A page of docs/zh beside that of a language, without the passages that only one of them has."""
    both = frozenset({ORIGINAL, language})
    files = [docs / code / name for code in (ORIGINAL, language)]
    original, translated = (sections(file.read_text(encoding="utf-8"), both) for file in files)
    return PagePair(name, files[0].as_posix(), files[1].as_posix(), tuple(pairs(original, translated)))


def missing_pages(docs: Path, language: str) -> Iterator[Problem]:
    """Pages that only one of the two languages has."""
    ours, theirs = (frozenset(page_names(docs / code)) for code in (ORIGINAL, language))
    for name in sorted(ours ^ theirs):
        here, there = ((docs / code / name).as_posix() for code in (language, ORIGINAL))
        if name in ours:
            yield _problem(here, 1, f"page must be there as {there}:1 is", "translate the page")
        else:
            yield _problem(here, 1, f"page must have its original, {there}:1 is missing", "write it in Chinese too")


def page_problems(page: PagePair, language: str) -> Iterator[Problem]:
    """Every difference between a page and its original, at the line of the translation."""
    for pair in page.passages:
        place, found = f"{page.original}:{pair.lines[0]}", partial(_problem, page.translated, pair.lines[1])
        match pair:
            case Pair(original=Passage() as original, translated=Passage() as translated):
                for what, must, is_ in _differences(original, translated, language):
                    said = f"{what} must be as at {place}, {must or 'none'}: {is_ or 'none'}"
                    yield found(said, "translate what the original has, nothing more and nothing less")
            case Pair(original=Passage() as original):
                said = f"page must have after this line what stands at {place}: {_named(original)}"
                yield found(said, "translate it, or mark it there as {only …} of the languages it is for")
            case Pair(translated=Passage() as translated):
                said = f"page must not have what does not follow {place}: {_named(translated)}"
                yield found(said, f"remove it, or mark it here as {{only {language}}}")


def _differences(original: Passage, translated: Passage, language: str) -> Iterator[tuple[str, str, str]]:
    """What differs, how it must be and how it is."""
    if original.kind != translated.kind:
        yield "kind of passage", original.kind, translated.kind
        return
    # A heading without id is a problem of its own.
    if original.name and translated.name and original.name != translated.name:
        yield "heading id", original.name, translated.name
    yield from _differing("links", original.links, translated.links)
    yield from _differing("directives", original.directives, translated.directives)
    spoken = ([f"{code} {words!r}" for code, words in passage.spoken] for passage in (original, translated))
    yield from _differing("sentence to say", *spoken)
    yield from _differing("mark", [original.mark], [translated.mark])
    known = all(code == language for code, _ in original.spoken)
    if bool(original.meaning) != bool(translated.meaning) and not known:
        yield "meaning of the sentence", original.meaning, translated.meaning


def _differing(what: str, must: Sequence[str], is_: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    if list(must) != list(is_):
        yield what, ", ".join(must), ", ".join(is_)


def _named(passage: Passage) -> str:
    """What a passage is, with its beginning."""
    if passage.kind == DIRECTIVE:
        return passage.text
    start = passage.text.partition("\n")[0]
    return f"{passage.kind} {start if len(start) < 40 else start[:39] + '…'!r}"


def phrase_problems(original: Phrases, translated: Phrases) -> Iterator[Problem]:
    """Keys that only one of the two has, and phrases that differ in more than words."""
    found = partial(_problem, translated.file)
    for key, text in original.texts.items():
        place = f"{original.file}:{original.lines[key]}"
        if key not in translated.texts:
            yield found(_line_before(key, original, translated), f"{key} must be there as at {place}", "translate it")
            continue
        for what, must, is_ in _phrase_differences(key, text, translated):
            said = f"{key} must have the same {what} as at {place}, {must or 'none'}: {is_ or 'none'}"
            yield found(translated.lines[key], said, "translate what the original has, nothing more and nothing less")
    for key in translated.texts.keys() - original.texts.keys():
        place = f"{original.file}:{_line_before(key, translated, original)}"
        advice = "remove it, or write it in Chinese too"
        yield found(translated.lines[key], f"{key} must have its original, none after {place}", advice)


def _phrase_differences(key: str, text: str, translated: Phrases) -> Iterator[tuple[str, str, str]]:
    other = translated.texts[key]
    said, _, part = key.removeprefix("sentence.").rpartition(".")
    if key.startswith("sentence.") and part == "say":
        if text != other:
            yield "sentence to say", repr(text), repr(other)
        return
    must, is_ = (", ".join(sorted(set(SLOT.findall(one)))) for one in (text, other))
    # Who reads the language of a sentence needs no meaning.
    known = key.startswith("sentence.") and part == "means" and said.endswith(f"-{translated.language}")
    if bool(text) != bool(other):
        if not known:
            yield "text or none", repr(text), repr(other)
    elif must != is_:
        yield "slots", must, is_


def _line_before(key: str, here: Phrases, there: Phrases) -> int:
    """The line in the one file of the key that stands before a key of the other, 1 where there is none."""
    line = 1
    for one in here.texts:
        if one == key:
            break
        line = there.lines.get(one, line)
    return line


def heading_problems(path: Path) -> Iterator[Problem]:
    """Every heading without an id that holds in all languages: English words, once in the page."""
    seen: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not HEADING.match(line):
            continue
        found = ID.search(line)
        name = found[1] if found else ""
        if not NAME.fullmatch(name):
            text = f"heading must end with an id of a-z, 0-9 and dashes: {name or line!r}"
        elif name in seen:
            text = f"id must stand once in the page, it is on line {seen[name]} too: {name!r}"
        else:
            seen[name] = number
            continue
        advice = "write ## Words {: #english-words }, the same id in every language"
        yield Problem(path.as_posix(), number, 1, "heading-id", text, advice)


def _problem(file: str, line: int, text: str, advice: str) -> Problem:
    return Problem(file, line, 1, "parity", text, advice)
