"""Whether a selector can match anything on pages, judged carefully: in doubt it can."""

from collections.abc import Sequence
from itertools import pairwise

from tinycss2.ast import FunctionBlock, HashToken, IdentToken, LiteralToken, Node, SquareBracketsBlock, StringToken

from finishing.css import is_sign, split_list
from finishing.markup import Markup

# They match where one of their arguments does; every other function may match anything.
_ANY_OF = frozenset({"is", "where", "matches", "-webkit-any", "-moz-any", "has"})


def possible_selectors(selectors: Sequence[Node], markup: Markup) -> list[Node]:
    """A list of selectors without those that match nothing; empty if none is left.

    A list with a vendor's own pseudo-class stays whole: other browsers ignore all of it, and must go on doing so.
    """
    parts = split_list(selectors)
    left = [part for part in parts if may_match(part, markup)]
    if left and any(map(_is_vendors, parts)):
        return list(selectors)
    comma = LiteralToken(1, 1, ",")
    return [node for part in left for node in (comma, *part)][1:]


def may_match(selector: Sequence[Node], markup: Markup) -> bool:
    """Whether every tag, class, id and attribute that a selector asks for stands on some page."""
    if any(is_sign(node, "|") for node in selector):
        # A name with its namespace: nothing here writes one.
        return True
    before = [None, *selector]
    return all(_may_match(node, mark, markup) for mark, node in zip(before, selector, strict=False))


def _may_match(node: Node, mark: Node | None, markup: Markup) -> bool:
    """The same for one part of it; mark: what stands before it."""
    if isinstance(node, IdentToken):
        if is_sign(mark, "."):
            return node.value in markup.classes
        return is_sign(mark, ":") or node.lower_value in markup.tags
    if isinstance(node, HashToken):
        return node.value in markup.ids
    if isinstance(node, SquareBracketsBlock):
        return _attribute_may_match(node.content, markup)
    if isinstance(node, FunctionBlock) and node.lower_name in _ANY_OF:
        return any(may_match(part, markup) for part in split_list(node.arguments))
    return True


def _attribute_may_match(nodes: Sequence[Node], markup: Markup) -> bool:
    name = nodes[0]
    if not isinstance(name, IdentToken) or name.lower_value not in markup.attributes:
        return False
    if len(nodes) != 3 or not is_sign(nodes[1], "="):
        return True
    value = nodes[2]
    text = value.value if isinstance(value, (IdentToken, StringToken)) else ""
    return (name.lower_value, text.lower()) in markup.values


def _is_vendors(selector: Sequence[Node]) -> bool:
    """Whether a selector has a pseudo-class or pseudo-element that begins with a hyphen."""
    return any(
        is_sign(mark, ":") and str(getattr(node, "value", getattr(node, "name", ""))).startswith("-")
        for mark, node in pairwise(selector)
    )
