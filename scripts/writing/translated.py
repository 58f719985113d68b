"""Which translations are behind: each is known by a hash of the Chinese text it was made from.

A section of a page has the hashes of its passages in their order, so that a new or changed passage leaves those beside
it current; what is behind, or never was recorded, has no hash there.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from model.problem import Problem
from writing.parity import PagePair
from writing.phrases import Phrases
from writing.sections import aligned

# A place in the record: page and section, or PHRASES and the key of a phrase.
PHRASES = ""
Place = tuple[str, str]
Hashes = Mapping[Place, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A translated text: its place in the record, its name there, the hash of its original, and where both stand."""

    place: Place
    key: str
    hash: str
    file: str
    line: int
    original: str

    @property
    def address(self) -> str:
        """The file with the text's name in it: docs/en/topics/esim.md#before/2."""
        return f"{self.file}#{self.key.partition('#')[2] or self.key}"

    def named(self, name: str) -> bool:
        """Whether a name means this text: its key or address, or what one of these begins with."""
        starts = tuple(f"{name}{sign}" for sign in "#/.")
        return any(one == name or one.startswith(starts) for one in (self.key, self.address))


def text_hash(text: str) -> str:
    """The first eight digits of the text's SHA-256; blanks at the ends of lines do not count."""
    lines = (line.rstrip() for line in text.strip().split("\n"))
    return sha256("\n".join(lines).encode()).hexdigest()[:8]


def phrase_units(original: Phrases, translated: Phrases) -> Iterator[Unit]:
    """Phrases that were translated: sentences to say are the same in every language."""
    for key, text in original.texts.items():
        if text and translated.texts.get(key) and not (key.startswith("sentence.") and key.endswith(".say")):
            place = f"{original.file}:{original.lines[key]}"
            yield Unit((PHRASES, key), key, text_hash(text), translated.file, translated.lines[key], place)


def page_units(page: PagePair) -> Iterator[Unit]:
    """Passages of a page that were translated."""
    for pair in page.passages:
        if pair.original and pair.translated and pair.original.words and pair.translated.words:
            key = f"{page.name}#{pair.section}/{pair.number}"
            place = f"{page.original}:{pair.original.line}"
            hashed = text_hash(pair.original.text)
            yield Unit((page.name, pair.section), key, hashed, page.translated, pair.translated.line, place)


def behind(units: Iterable[Unit], recorded: Hashes) -> Iterator[Unit]:
    """The texts whose original has changed since they were recorded, or that never were."""
    for place, group in groupby(units, key=lambda unit: unit.place):
        found = list(group)
        hashes = [unit.hash for unit in found]
        old = recorded.get(place, ())
        pairs = aligned(old, hashes)
        current = {j for i, j in pairs if i is not None and j is not None and old[i] == hashes[j]}
        yield from (unit for number, unit in enumerate(found) if number not in current)


def behind_problems(units: Iterable[Unit]) -> Iterator[Problem]:
    """A warning for each text that is behind."""
    for unit in units:
        text = f"{unit.key} should be looked at again: {unit.original} is new or has changed"
        advice = f"change the text where it must change, then run: make translated {unit.address}"
        yield Problem(unit.file, unit.line, 1, "behind", text, advice, "warning")
