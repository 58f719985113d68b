"""Passages for some languages only: what stands between `{only zh nb}` and `{end}`, each on a line of its own.

A Norwegian needs no explanation of BankID, an English reader none of a Chinese word. Everything else in hand-written
pages stands in every language.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from model.problem import Problem

MARK = re.compile(r"^\{(?:only ([a-z -]+)|end)\}$", re.MULTILINE)
_ITEM = re.compile(r"(?:[-*]|\d+\.) ")


def page_files(texts: Path) -> list[Path]:
    """The hand-written pages of a language: guides, topics, tools and the page about this site."""
    return sorted(texts.rglob("*.md"))


def passages_for(text: str, language: str) -> str:
    """The text as readers of a language (zh, en, nb) have it, without the marks."""
    first, *rest = MARK.split(text)
    kept = [first, *(part for codes, part in zip(rest[::2], rest[1::2], strict=True) if _meant(codes, language))]
    whole = ""
    for part in kept:
        whole = _joined(whole, part)
    return whole


def _meant(codes: str | None, language: str) -> bool:
    """Whether a part is for the language; codes: those of its mark, none after an `{end}`."""
    return codes is None or language in codes.split()


def _joined(before: str, after: str) -> str:
    """Two parts with one blank line between them, with none inside a list: there it would loosen the items."""
    if not before:
        return after
    start, end = after.lstrip("\n"), before.rstrip("\n")
    if not start:
        return f"{end}\n"
    tight = _ITEM.match(start) and _ITEM.match(end.rpartition("\n")[2])
    return "\n".join([end, start] if tight else [end, "", start])


def passage_problems(path: Path, languages: frozenset[str]) -> Iterator[Problem]:
    """Every mark without its partner, and every language there is none of; languages: those written by hand."""
    text = path.read_text(encoding="utf-8")
    opened: re.Match[str] | None = None
    for match in MARK.finditer(text):
        if bool(match[1]) == bool(opened):
            yield _problem(path, text, match, "must come in pairs, {only …} then {end}")
        opened = match if match[1] else None
        if match[1] and not set(match[1].split()) < languages:
            yield _problem(path, text, match, f"must name some of the languages {', '.join(sorted(languages))}")
    if opened:
        yield _problem(path, text, opened, "must be followed by {end}")


def _problem(path: Path, text: str, match: re.Match[str], must: str) -> Problem:
    line = text.count("\n", 0, match.start()) + 1
    advice = "write {only zh en}, the passage, {end}: each mark on a line of its own"
    return Problem(path.as_posix(), line, 1, "passage", f"{match[0]} {must}", advice)
