"""One version of a data file as the history sees it: the facts that can be read today, with their sources."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from history.substance import substance
from model.problem import Severity
from model.records import Carrier, Fact, Source, Topic
from reading.shapes import Report, Shape
from reading.strict_yaml import Mapping as Tree
from reading.strict_yaml import Node, Scalar, Sequence, read_tree

AnyShape = Shape[Carrier] | Shape[Topic]


@dataclass(frozen=True, slots=True)
class Held:
    """A fact of a version, the sources it cites, and what of both counts."""

    fact: Fact
    sources: tuple[Source, ...]
    substance: object


@dataclass(frozen=True, slots=True)
class Version:
    """Facts by id; `unread` are the ids that stand in the file but cannot be read."""

    facts: Mapping[str, Held]
    unread: frozenset[str]


class _Faults(Report):
    """Keeps the paths of what could not be read."""

    def __init__(self) -> None:
        super().__init__("")
        self.paths: set[str] = set()

    def add(self, path: str, rule: str, text: str, advice: str, severity: Severity = "error") -> None:
        """Remember the path; a field that no longer exists hides nothing that does."""
        if severity == "error" and rule != "field-unknown":
            self.paths.add(path)

    def at(self, path: str) -> bool:
        """Whether anything at or below a path could not be read."""
        return any(fault == path or fault.startswith(f"{path}.") for fault in self.paths)


def read_version(shape: AnyShape, data: bytes) -> Version | None:
    """The version, or None where the file cannot be read.

    A file whose fields today's schema refuses in one place is readable in the others, so that a rule made stricter,
    or a slip corrected in the next commit, does not change the dates of the facts around it.
    """
    tree, problems = read_tree("", data)
    if tree is None or problems:
        return None
    faults = _Faults()
    record = shape.read(faults, "", tree)
    if record is None:
        return None
    facts = {fact.id: _held(fact, record.sources) for fact in record.facts if _sound(fact, record.sources, faults)}
    return Version(facts, frozenset(_ids(tree)) - facts.keys())


def _sound(fact: Fact, sources: Mapping[str, Source], faults: _Faults) -> bool:
    """Whether a fact and all its sources were read as they stand."""
    if not sources.keys() >= set(fact.source):
        return False
    return not (faults.paths and any(map(faults.at, (fact.path, *(f"sources.{key}" for key in fact.source)))))


def _held(fact: Fact, sources: Mapping[str, Source]) -> Held:
    cited = tuple(sources[key] for key in fact.source)
    return Held(fact, cited, substance(fact, cited))


def _ids(node: Node) -> Iterator[str]:
    """The ids of all facts that stand in a file, readable or not; a guide's id is made from its name."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _ids(item)
    elif isinstance(node, Tree):
        for key, (_, child) in node.entries.items():
            if key == "id" and isinstance(child, Scalar):
                yield child.text
            elif key == "guides" and isinstance(child, Tree):
                yield from (f"guide-{name}" for name in child.entries)
            else:
                yield from _ids(child)
