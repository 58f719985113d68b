"""What stands in the start tags of pages: the names that a selector can speak of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

_VALUE = r"\"[^\"]*\"|'[^']*'"
_PLAIN = r"[^<>\"']*+"
# Each plain part on its own: a choice between it and a value takes half as long again.
_START_TAG = re.compile(rf"<([a-zA-Z]{_PLAIN}(?:(?:{_VALUE}){_PLAIN})*+)>")
_NAME_END = re.compile(r"[\s/]")
_ATTRIBUTE = re.compile(rf"([^\s\"'<>/=]+)(?:\s*=\s*({_VALUE}|[^\s\"'<>=`]+))?")
# A browser adds these by itself: tags that may be left out, and what a reader opened.
_IMPLIED = "<html><head><body><tbody><colgroup><details open>"


@dataclass(frozen=True, slots=True)
class Markup:
    """Names of tags and attributes in lower case, classes and ids as they are.

    values: attribute and value, both in lower case, since some values match in any case.
    """

    tags: frozenset[str]
    classes: frozenset[str]
    ids: frozenset[str]
    attributes: frozenset[str]
    values: frozenset[tuple[str, str]]


def read_markup(pages: Iterable[str]) -> Markup:
    """What stands in some pages together."""
    # Pages share most of their tags, so each kind is looked at once.
    found = set(_START_TAG.findall(_IMPLIED))
    for page in pages:
        found.update(_START_TAG.findall(page))
    names = {tag: _NAME_END.split(tag, maxsplit=1)[0] for tag in found}
    pairs = frozenset(pair for tag, name in names.items() for pair in _pairs(tag.removeprefix(name)))
    return Markup(
        tags=frozenset(name.lower() for name in names.values()),
        classes=frozenset(word for name, value in pairs if name == "class" for word in value.split()),
        ids=frozenset(value for name, value in pairs if name == "id"),
        attributes=frozenset(name for name, _ in pairs),
        values=frozenset((name, value.lower()) for name, value in pairs),
    )


def _pairs(attributes: str) -> Iterator[tuple[str, str]]:
    for name, value in _ATTRIBUTE.findall(attributes):
        yield name.lower(), unescape(value[1:-1] if value[:1] in ('"', "'") else value)
