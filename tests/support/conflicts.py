"""Conflicts between sources: what a site must publish and must never print, and what it does.

The table is tests/site/conflicts.yml, whose head explains its keys.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from lxml import html

KEYS = {"claims", "differs", "present", "show", "reads", "open", "left_out", "never"}
READ = {".html", ".json", ".xml"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact that must be published: the pages it stands on, the words and caveats that stand with it."""

    address: str
    pages: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Never:
    """What must not be printed: a pattern, words that it finds, and the part of a path that it holds for."""

    pattern: str
    finds: str
    within: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One conflict: reads is page -> words, open is (carrier, contract.code)."""

    name: str
    claims: tuple[str, ...]
    show: tuple[Shown, ...]
    reads: Mapping[str, tuple[str, ...]]
    open: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...]
    never: tuple[Never, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """What a site says.

    Pages by address and the texts of all files by path; the data's facts, address -> caveats, and open questions; what
    the language calls a caveat.
    """

    pages: Mapping[str, html.HtmlElement]
    texts: Mapping[str, str]
    facts: Mapping[str, frozenset[str]]
    open: frozenset[tuple[str, str]]
    caveats: Mapping[str, str]


def table(path: Path) -> list[Conflict]:
    """The conflicts of a table, in its order; ValueError for a key that the table does not have."""
    read: dict[str, dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return [_conflict(name, row) for name, row in read.items()]


def _conflict(name: str, row: dict[str, Any]) -> Conflict:
    if unknown := set(row) - KEYS:
        raise ValueError(f"{name}: unknown keys {sorted(unknown)}")
    return Conflict(
        name,
        tuple(row["claims"]),
        tuple(Shown(address, **_tuples(said)) for address, said in row.get("show", {}).items()),
        _tuples(row.get("reads", {})),
        tuple((slug, code) for slug, codes in row.get("open", {}).items() for code in codes),
        tuple(row.get("left_out", ())),
        tuple(Never(one["pattern"], one["finds"], one.get("in", "")) for one in row.get("never", ())),
    )


def _tuples(lists: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(items) for key, items in lists.items()}


def printed(site: Path, trees: Mapping[str, html.HtmlElement], caveats: Mapping[str, str]) -> Printed:
    """What a built site says; trees are its pages by address, caveats the words of their language."""
    api = site / "api" / "v1"
    carriers = [_json(path) for path in sorted((api / "carriers").glob("*.json"))]
    owners = [*carriers, *_json(api / "facts.json")["topics"]]
    return Printed(
        trees,
        {path.relative_to(site).as_posix(): _text(path) for path in sorted(site.rglob("*")) if path.suffix in READ},
        {fact["address"]: frozenset(fact["caveats"]) for owner in owners for fact in owner["facts"]},
        frozenset(
            (one["slug"], f"{asked.get('contract')}.{asked['code']}") for one in carriers for asked in one["unknown"]
        ),
        caveats,
    )


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _text(path: Path) -> str:
    """What a file says to a reader: of a page its text and the values of its attributes, each on a line."""
    whole = path.read_text(encoding="utf-8")
    if path.suffix != ".html":
        return whole
    tree = html.fromstring(whole)
    return "\n".join([said(tree), *map(str, tree.xpath("//@href | //@content | //@value | //@title | //@aria-label"))])


def said(node: html.HtmlElement) -> str:
    """The text of a part of a page, with single spaces."""
    return " ".join(str(node.text_content()).split())


def findings(conflict: Conflict, site: Printed) -> Iterator[str]:
    """Every way in which a site does not present a conflict as it must."""
    for shown in conflict.show:
        yield from _not_published(shown, site)
        for page in shown.pages:
            yield from _not_said(shown, page, site)
    for page, words in conflict.reads.items():
        whole = said(site.pages[page]) if page in site.pages else ""
        yield from (f"{page} does not read “{word}”" for word in words if word not in whole)
    yield from (f"{slug} does not ask {code} as open" for slug, code in conflict.open if (slug, code) not in site.open)
    yield from (f"{address} is published" for address in conflict.left_out if address in site.facts)
    for never in conflict.never:
        yield from (f"{path} prints {never.pattern}: {found}" for path, found in _found(never, site.texts))


def _not_published(shown: Shown, site: Printed) -> Iterator[str]:
    if shown.address not in site.facts:
        yield f"{shown.address} is not in the data"
    elif missing := set(shown.caveats) - site.facts[shown.address]:
        yield f"{shown.address} lacks the caveats {sorted(missing)}"


def _not_said(shown: Shown, page: str, site: Printed) -> Iterator[str]:
    """What one page lacks: a fact may stand on it several times, and one of them must say it all."""
    nodes = site.pages[page].xpath("//*[@data-fact=$address]", address=shown.address) if page in site.pages else []
    wanted = [*shown.says, *(site.caveats[caveat] for caveat in shown.caveats)]
    lacking = [[word for word in wanted if word not in said(node)] for node in nodes]
    if not nodes:
        yield f"{shown.address} is not on {page}"
    elif all(lacking):
        yield f"{shown.address} on {page} does not say {min(lacking, key=len)}"


def _found(never: Never, texts: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    pattern = re.compile(never.pattern, re.ASCII)  # a Chinese character is no letter: 打123 is the number 123
    for path, text in texts.items():
        if never.within in path and (hit := pattern.search(text)):
            yield path, hit[0]
