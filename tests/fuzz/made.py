"""Generated carrier files: each is made from its kind and number alone, so that a failure can be had again."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from reading.strict_yaml import read_tree
from support import project
from support.carriers import plain


@dataclass(frozen=True, slots=True)
class Made:
    """One file: the carrier it is made from, what was done to it, and the same with words in place of hostile texts."""

    name: str
    slug: str
    content: bytes
    done: str
    harmless: bytes = b""


Maker = Callable[[Random, str], tuple[bytes, str, bytes]]


@cache
def carriers() -> dict[str, bytes]:
    """The project's carrier files by slug."""
    return {path.stem: path.read_bytes() for path in sorted((project.ROOT / "carriers").glob("*.yml"))}


@cache
def data(slug: str) -> Any:
    """A carrier as plain data; copy before you change it."""
    return plain(read_tree(f"{slug}.yml", carriers()[slug])[0])


@cache
def values() -> dict[str, tuple[str, ...]]:
    """Every text that stands under a field in any carrier, by the field's name."""
    found: dict[str, dict[str, None]] = {}

    def collect(node: Any, key: str) -> None:
        for name, child in node.items() if isinstance(node, dict) else ((key, one) for one in node):
            if isinstance(child, str):
                found.setdefault(name, {})[child] = None
            else:
                collect(child, name)

    for slug in carriers():
        collect(data(slug), "")
    return {name: tuple(texts) for name, texts in found.items()}


def as_file(whole: Any) -> bytes:
    """Plain data as YAML: JSON is YAML too, and far quicker to write."""
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def made(kind: str, count: int, maker: Maker) -> Iterator[Made]:
    """So many files of a kind, from each carrier in turn."""
    slugs = list(carriers())
    for number in range(count):
        random = Random(f"{kind} {number}")  # noqa: S311 -- chance that can be had again
        slug = slugs[number % len(slugs)]
        content, done, harmless = maker(random, slug)
        yield Made(f"{kind} {number}", slug, content, done, harmless)
