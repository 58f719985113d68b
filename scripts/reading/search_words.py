"""The words under which readers look for guides and topics: docs/search.yml, read as strictly as the data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from model.problem import Problem
from model.vocabulary import Guide
from reading.one_file import read_one
from reading.shapes import Field, Many, Named, Record, Table, Words
from reading.values import IDENT

_WORDS = Many(Words(40))


@dataclass(frozen=True, slots=True)
class SearchWords:
    """Words by guide and by the name of a topic."""

    guides: Mapping[Guide, tuple[str, ...]] = field(default_factory=dict)
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


_FILE = Record(
    SearchWords,
    {"guides": Field(Table(Guide, _WORDS), required=True), "topics": Field(Named(IDENT, _WORDS), required=True)},
)


def read_search_words(path: Path) -> tuple[SearchWords, list[Problem]]:
    """The words and every problem of the file; none where it is absent."""
    return read_one(path, _FILE, SearchWords())
