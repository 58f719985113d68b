"""A style sheet as data: read with all it holds, written again without comments and needless blanks."""

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import (
    AtRule,
    CurlyBracketsBlock,
    Declaration,
    FunctionBlock,
    IdentToken,
    LiteralToken,
    Node,
    ParenthesesBlock,
    ParseError,
    QualifiedRule,
    SquareBracketsBlock,
    StringToken,
    WhitespaceToken,
)

# A blank beside one of these says nothing: in selectors, and in everything else. Not so beside + and -.
_IN_SELECTORS = ",>~"
_ELSEWHERE = ","
# In brackets a media query reads (name: value).
_IN_CONDITIONS = ",:"
_BLANK = WhitespaceToken(1, 1, " ")
_BLOCKS = (CurlyBracketsBlock, ParenthesesBlock, SquareBracketsBlock)


class CssError(Exception):
    """A style sheet that no browser could read as a whole; the text says where."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One `name: value`; important as CSS means it."""

    name: str
    value: tuple[Node, ...]
    important: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A rule; keyword: "" where it begins with selectors, else "media", "layer" and so on, in lower case.

    head: what stands before the body; body: None where the rule ends with a semicolon.
    """

    keyword: str
    head: tuple[Node, ...]
    body: tuple["Item", ...] | None


Item = Setting | Block


def read_css(text: str) -> tuple[Item, ...]:
    """What a style sheet holds, in order; CssError where it cannot be read."""
    return _items(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def write_css(items: Iterable[Item]) -> str:
    """A style sheet with the same meaning in every browser, in few characters."""
    return "".join(map(_written, items))


def words(nodes: Iterable[Node]) -> Iterable[str]:
    """Every name and every string in a value, inside functions and brackets too."""
    for node in nodes:
        if isinstance(node, (IdentToken, StringToken)):
            yield node.value
        else:
            yield from words(inside(node))


def inside(node: Node) -> Sequence[Node]:
    """What brackets or a function hold; nothing for anything else."""
    if isinstance(node, FunctionBlock):
        return node.arguments
    return node.content if isinstance(node, _BLOCKS) else ()


def split_list(nodes: Sequence[Node]) -> list[list[Node]]:
    """The parts between commas."""
    parts: list[list[Node]] = [[]]
    for node in nodes:
        if is_sign(node, ","):
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def is_sign(node: Node | None, signs: str) -> bool:
    """Whether a node is one of some signs."""
    return isinstance(node, LiteralToken) and node.value in signs


def _items(nodes: Iterable[Node]) -> tuple[Item, ...]:
    return tuple(_item(node) for node in nodes)


def _item(node: Node) -> Item:
    if isinstance(node, Declaration):
        return Setting(node.name, tuple(_tight(node.value, _ELSEWHERE)), node.important)
    if isinstance(node, QualifiedRule):
        return Block("", tuple(_tight(node.prelude, _IN_SELECTORS)), _body(node.content))
    if isinstance(node, AtRule):
        body = None if node.content is None else _body(node.content)
        return Block(node.lower_at_keyword, tuple(_tight(node.prelude, _ELSEWHERE, _IN_CONDITIONS)), body)
    text = node.message if isinstance(node, ParseError) else f"not expected here: {node.serialize()}"
    raise CssError(f"{node.source_line}:{node.source_column}: {text}")


def _body(nodes: Iterable[Node]) -> tuple[Item, ...]:
    return _items(tinycss2.parse_blocks_contents(nodes, skip_comments=True, skip_whitespace=True))


def _tight(nodes: Sequence[Node], signs: str, deeper: str = "") -> list[Node]:
    """Nodes without needless blanks; deeper: the signs for what brackets hold, where they are others."""
    kept: list[Node] = []
    for before, node, after in zip([None, *nodes], nodes, [*nodes[1:], None], strict=False):
        if node.type != "whitespace":
            kept.append(_tight_inside(node, deeper or signs))
        elif before and after and not is_sign(before, signs) and not is_sign(after, signs):
            kept.append(_BLANK)
    return kept


def _tight_inside(node: Node, signs: str) -> Node:
    if isinstance(node, FunctionBlock):
        node = copy(node)
        node.arguments = _tight(node.arguments, signs)
    elif isinstance(node, _BLOCKS):
        node = copy(node)
        node.content = _tight(node.content, signs)
    return node


def _written(item: Item) -> str:
    if isinstance(item, Setting):
        return f"{item.name}:{tinycss2.serialize(item.value)}{'!important' if item.important else ''};"
    head = tinycss2.serialize(item.head)
    if item.keyword:
        head = f"@{item.keyword}{' ' if head else ''}{head}"
    return f"{head};" if item.body is None else f"{head}{{{write_css(item.body).removesuffix(';')}}}"
