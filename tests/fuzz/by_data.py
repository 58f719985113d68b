"""Carriers whose structure is changed: what is there goes, is doubled, moves, or gives way to something else."""

from collections.abc import Callable
from random import Random
from typing import Any

from fuzz.made import as_file, carriers, data, values
from model.vocabulary import ContractKind, Rule
from reading.checks import TAKES
from support.plain_data import Path, at, field_of, paths, replaced

ODD: tuple[Any, ...] = (
    *("", " ", "unknown", "yes", "no", "true", "0", "1", "-1", "9999", "10000", "1e3", "x", "a b", "<<", "null"),
    *("0001-01-01", "9999-12-31", "2024-02-29", "2023-02-29", "2026-11-20", "9999-12", "0001", "2026-06-30T23:59"),
    *("https://example.org/", "http://example.org/a?b=c#d", "https://example.org:99999/", "https://[::1]/"),
    *(
        "https://例え.example/ü?a=%00",
        "https://example.org/%22%3E",
        "javascript:alert(1)",
        "//example.org",
        "law:billing",
    ),
    *(
        "+4791509000",
        "112",
        "*100#",
        "a@example.org",
        "-",
        "law:",
        "days-after-notice",
        "travel",
        "prepaid",
        "business",
    ),
    *([], {}, ["x"], [[]], {"x": "y"}, [{}], {"zh": "一", "en": "one", "nb": "en"}, ["prepaid"], ["subscription"]),
)
Change = Callable[[Random, Any, Path], Any]


def _gone(_random: Random, whole: Any, path: Path) -> Any:
    parent = at(whole, path[:-1])
    if isinstance(parent, dict):
        left: Any = {key: child for key, child in parent.items() if key != path[-1]}
    else:
        left = [*parent[: path[-1]], *parent[path[-1] + 1 :]]
    return replaced(whole, path[:-1], left)


def _twice(_random: Random, whole: Any, path: Path) -> Any:
    """An item of a list again; where it has an id, under another."""
    parent, one = at(whole, path[:-1]), at(whole, path)
    if isinstance(parent, dict):
        return replaced(whole, path[:-1], {**parent, f"{path[-1]}-2": one})
    again = {**one, "id": f"{one['id']}-2"} if isinstance(one, dict) and "id" in one else one
    return replaced(whole, path[:-1], [*parent, again])


def _moved(random: Random, whole: Any, path: Path) -> Any:
    """One piece in the place of another."""
    return replaced(whole, random.choice(paths(whole)[1:]), at(whole, path))


def _odd(random: Random, whole: Any, path: Path) -> Any:
    return replaced(whole, path, random.choice(ODD))


def _shuffled(random: Random, whole: Any, path: Path) -> Any:
    """The same in another order: mostly still a good file."""
    one = at(whole, path)
    if isinstance(one, dict):
        return replaced(whole, path, dict(random.sample(list(one.items()), len(one))))
    return replaced(whole, path, random.sample(one, len(one)) if isinstance(one, list) else one)


def _like(random: Random, whole: Any, path: Path) -> Any:
    """Another text that some carrier has in this field: mostly a good file with new data."""
    texts = [one for one in paths(whole) if isinstance(at(whole, one), str) and field_of(one) in values()]
    to = random.choice(texts)
    return replaced(whole, to, random.choice(values()[field_of(to)]))


def _borrowed(random: Random, whole: Any, path: Path) -> Any:
    """What another carrier has at the same place."""
    other = data(random.choice(list(carriers())))
    here = [one for one in paths(other)[1:] if len(one) < 3]
    to = random.choice(here)
    try:
        return replaced(whole, to, at(other, to))
    except (KeyError, IndexError):
        return {**whole, to[0]: other[to[0]]}


def _emptied(random: Random, whole: Any, path: Path) -> Any:
    """Lists and mappings near the top with nothing in them."""
    tops = [one for one in paths(whole)[1:] if len(one) < 4 and isinstance(at(whole, one), dict | list)]
    to = random.choice(tops)
    return replaced(whole, to, type(at(whole, to))())


def _guides(random: Random, whole: Any, path: Path) -> Any:
    """Every card is said to be there, or not, or nobody knows, on the evidence of one source."""
    source = next(iter(whole["sources"]))
    kinds = list(whole["contracts"])
    told = {
        "yes": {"applies": "yes", "contracts": kinds, "source": source, "confidence": "low"},
        "no": {"applies": "no", "source": source, "confidence": "low"},
        "unknown": {"applies": "unknown", "contracts": kinds},
    }
    same = random.choice(list(told))
    guides = {guide: told[random.choice([same, same, random.choice(list(told))])] for guide in whole["guides"]}
    return {**whole, "guides": guides}


def _other_kind(random: Random, whole: Any, path: Path) -> Any:
    """A contract of another kind, wherever it is named, and mostly a carrier of another country too."""
    old, new = random.choice(list(whole["contracts"])), random.choice(list(ContractKind)).value

    def renamed(node: Any) -> Any:
        if isinstance(node, dict):
            return {new if key == old else key: renamed(child) for key, child in node.items()}
        if isinstance(node, list):
            return list(dict.fromkeys(map(str, map(renamed, node)))) if old in node else [*map(renamed, node)]
        return new if node == old else node

    parts = {name: renamed(whole[name]) for name in ("contracts", "guides")}
    return {**whole, **parts, "country": random.choice([whole["country"], "NO", "PH", "unknown"])}


def _other_rule(random: Random, whole: Any, path: Path) -> Any:
    """Another rule for the end of a contract, with the number that goes with it."""
    kind = random.choice(list(whole["contracts"]))
    rule = random.choice(list(Rule))
    source = next(iter(whole["sources"]))
    amount = {TAKES[rule]: random.choice(["1", "30", "9999"])} if rule in TAKES else {}
    notice = {"id": "made", "rule": rule.value, **amount, "source": source, "confidence": "low"}
    return replaced(whole, ("contracts", kind), {**whole["contracts"][kind], "notice": [notice]})


def _none_at_all(_random: Random, whole: Any, path: Path) -> Any:
    """No contract, so that no card can be there."""
    no = {"applies": "no", "source": next(iter(whole["sources"])), "confidence": "low"}
    return {**whole, "contracts": {}, "guides": dict.fromkeys(whole["guides"], no)}


CHANGES: tuple[Change, ...] = (
    *(_gone, _gone, _twice, _moved, _odd, _odd, _shuffled, _shuffled),
    *(_like, _like, _like, _borrowed, _emptied, _guides, _other_kind, _other_kind, _other_rule, _none_at_all),
)


def changed(random: Random, slug: str) -> tuple[bytes, str, bytes]:
    """A carrier after one to three changes; a second meets what the first has left."""
    whole, done = data(slug), []
    for change in random.choices(CHANGES, k=random.choice([1, 1, 2, 3])):
        if not isinstance(whole, dict) or not whole:
            break
        path = random.choice(paths(whole)[1:])
        try:
            whole = change(random, whole, path)
        except (LookupError, TypeError, StopIteration, AttributeError):
            # An earlier change took what this one needs.
            continue
        done.append(f"{change.__name__.strip('_')} {'.'.join(map(str, path))}")
    return as_file(whole), "; ".join(done), b""
