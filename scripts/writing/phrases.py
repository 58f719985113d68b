"""Every sentence the templates print, by language, from docs/<language>/phrases.yml."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from model.problem import Problem
from reading.strict_yaml import Mapping as Tree
from reading.strict_yaml import Node, Scalar, read_tree
from writing.languages import joined, source_of

SLOT = re.compile(r"\{(\w*)\}")
# Slots that the build knows how to fill.
SLOTS = frozenset(
    {"name", "guide", "contract", "kind", "plans", "short", "title", "product", "aliases", "needs", "value"}
    | {"rule", "days", "hours", "weeks", "months", "years", "special", "start", "result"}
    | {"date", "total", "stale"}
)


@dataclass(frozen=True, slots=True)
class Words:
    """What the page frame of a language says, and the language's name."""

    name: str
    chrome: Mapping[str, str]


class MissingPhrase(Exception):
    """A template asks for a phrase that the language does not have; holds file and key."""


@dataclass(frozen=True)
class Phrases:
    """The phrases of one language; keys are dotted paths."""

    language: str
    file: str
    texts: Mapping[str, str]
    # What is written in the source is said in the language: the text itself, unless the language is derived.
    convert: Callable[[str], str] = str
    # Where each key stands in the file.
    lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """The language whose texts these are made from: the language itself, unless it is derived."""
        return source_of(self.language)

    def joined(self, sentences: Iterable[str]) -> str:
        """Sentences one after another, as the language sets them."""
        return joined(sentences, self.language)

    def say(self, key: str, **slots: object) -> str:
        """The phrase with its slots filled; MissingPhrase for an unknown key or an unfilled slot."""
        try:
            return SLOT.sub(lambda match: str(slots[match[1]]), self.texts[key])
        except KeyError as error:
            raise MissingPhrase(f"{self.file}: {key}: {error}") from None

    def group(self, prefix: str) -> dict[str, str]:
        """All phrases under a prefix, by their last part."""
        start = prefix + "."
        return {key.removeprefix(start): text for key, text in self.texts.items() if key.startswith(start)}


def frame_words(phrases: Phrases) -> Words:
    """The words of a language's page frame."""
    return Words(phrases.say("language.name"), {**phrases.group("chrome"), "topics": phrases.say("topics.nav")})


def derived(phrases: Phrases, language: str, name: str, convert: Callable[[str], str]) -> Phrases:
    """The phrases of a language that is made from another; name: what the language calls itself."""
    texts = {key: convert(text) for key, text in phrases.texts.items()}
    return Phrases(language, phrases.file, texts | {"language.name": name}, convert, phrases.lines)


def read_phrases(folder: Path, language: str) -> tuple[Phrases, list[Problem]]:
    """The phrases of docs/<language> and every problem of the file."""
    path = folder / language / "phrases.yml"
    tree, problems = read_tree(path.as_posix(), path.read_bytes())
    texts: dict[str, str] = {}
    lines: dict[str, int] = {}
    for key, node in _leaves("", tree):
        texts[key], lines[key] = node.text, node.line
        for slot in SLOT.findall(node.text):
            if slot not in SLOTS:
                advice = f"known slots: {', '.join(sorted(SLOTS))}"
                text = f"{key} must use known slots: {slot!r}"
                problems.append(Problem(path.as_posix(), node.line, node.col, "phrase-slot", text, advice))
    return Phrases(language, path.as_posix(), texts, lines=lines), problems


def _leaves(prefix: str, node: Node | None) -> Iterator[tuple[str, Scalar]]:
    if isinstance(node, Tree):
        for key, (_, child) in node.entries.items():
            yield from _leaves(f"{prefix}.{key}" if prefix else key, child)
    elif isinstance(node, Scalar):
        yield prefix, node
