"""The words under which readers look for guides and topics: docs/search.yml, read as strictly as the data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from model.problem import Problem
from model.vocabulary import Guide
from reading.shapes import Field, Many, Named, Record, Report, Table, Words
from reading.strict_yaml import read_tree
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
    if not path.is_file():
        return SearchWords(), []
    tree, problems = read_tree(path.as_posix(), path.read_bytes())
    if tree is None:
        return SearchWords(), problems
    report = Report(path.as_posix())
    return _FILE.read(report, "", tree) or SearchWords(), problems + report.problems
