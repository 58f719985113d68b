"""Lists that people add to: docs/words/*.txt, one word or phrase a line, each under a `# reason`.

`wrong = right` on a line says what to write instead.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from model.problem import Problem


def read_words(path: Path) -> tuple[dict[str, str], list[Problem]]:
    """The words with what stands after `=` ("" without it), and every problem; no words where the file is absent."""
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    words: dict[str, str] = {}
    problems: list[Problem] = []
    reason = ""
    for number, line in enumerate(map(str.strip, lines), 1):
        if not line or line.startswith("#"):
            reason = line or reason
            continue
        word, _, right = (part.strip() for part in line.partition("="))
        problems += [Problem(path.as_posix(), number, 1, *found) for found in _faults(word, words, reason)]
        words[word] = right
    return words, problems


def _faults(word: str, words: Mapping[str, str], reason: str) -> Iterator[tuple[str, str, str]]:
    """(rule, text, advice) of one line."""
    if not word:
        yield "list-empty", "a line must hold a word before its =", "write the word, or remove the line"
    if not reason.lstrip("# "):
        yield "list-reason", f"a word must stand under its reason: {word!r}", "write a line `# why` above it"
    if word in words:
        yield "list-repeat", f"a word must stand once: {word!r}", "remove the repeated line"
