"""The part of a style sheet that pages need: rules that can match, and what those rules name."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from finishing.css import Block, Item, Setting, words
from finishing.markup import Markup
from finishing.selectors import possible_selectors

# Rules around other rules: they stay if one of those does.
_AROUND_RULES = frozenset({"media", "supports", "container", "scope", "starting-style"})


def needed(sheet: Iterable[Item], markup: Markup, others: Iterable[Item]) -> list[Item]:
    """What is left of a sheet for pages with this markup, in the same order.

    others: the other sheets of the same pages. What this does not know stays.
    """
    matching = list(_matching(sheet, markup))
    used = _used_names([*matching, *others])
    return list(_named_only(matching, used))


def _matching(items: Iterable[Item], markup: Markup) -> Iterator[Item]:
    """Without the rules whose selectors match nothing."""
    for item in items:
        if isinstance(item, Setting) or item.body is None or _is_named(item):
            yield item
        elif not item.keyword:
            head = possible_selectors(item.head, markup)
            if head:
                yield replace(item, head=tuple(head), body=tuple(_matching(item.body, markup)))
        else:
            around = item.keyword in _AROUND_RULES or item.keyword == "layer"
            yield replace(item, body=tuple(_matching(item.body, markup))) if around else item


def _named_only(items: Iterable[Item], used: frozenset[str]) -> Iterator[Item]:
    """Without what has a name that nothing uses, and without rules that are empty then."""
    for item in items:
        if _names(item) and not used.issuperset(_names(item)):
            continue
        if isinstance(item, Setting) or item.body is None or _is_named(item):
            yield item
            continue
        body = tuple(_named_only(item.body, used))
        # An empty layer still has its place in the order of layers.
        if body or item.keyword not in ("", *_AROUND_RULES):
            yield replace(item, body=body)


def _used_names(items: Iterable[Item]) -> frozenset[str]:
    """Every name that something mentions which is used itself."""
    waiting = list(_parts(items))
    used: set[str] = set()
    while ready := [part for part in waiting if used.issuperset(_names(part))]:
        waiting = [part for part in waiting if not used.issuperset(_names(part))]
        for part in ready:
            used.update(_mentions(part))
    return frozenset(used)


def _parts(items: Iterable[Item]) -> Iterator[Item]:
    """Every setting and every named rule, however deep."""
    for item in items:
        if isinstance(item, Setting) or _is_named(item):
            yield item
        else:
            yield from _parts(item.body or ())


def _names(item: Item) -> frozenset[str]:
    """The names under which something is used; none for what is used without."""
    if isinstance(item, Setting):
        return frozenset({item.name} if item.name.startswith("--") else ())
    if item.keyword == "font-face":
        families = (one.value for one in item.body or () if isinstance(one, Setting) and one.name == "font-family")
        return frozenset(word for family in families for word in words(family))
    return frozenset(words(item.head) if _is_named(item) else ())


def _is_named(item: Block) -> bool:
    return item.keyword.endswith("keyframes") or item.keyword in ("property", "font-face", "counter-style")


def _mentions(item: Item) -> Iterator[str]:
    """The names and strings in its values."""
    if isinstance(item, Setting):
        yield from words(item.value)
    else:
        for one in item.body or ():
            yield from _mentions(one)
