"""What a page is made of once its words are taken away: tags and attributes."""

from collections.abc import Iterator
from functools import cache

import markdown
from lxml import html

from engine.blocks import lifted, lowered
from settings import read_config

# Tag, and attributes with their values in the order of names.
Bone = tuple[str, tuple[tuple[str, str], ...]]


@cache
def converter() -> markdown.Markdown:
    """Markdown to HTML as the engine does it, with the extensions of mkdocs.yml."""
    extensions = read_config()["markdown_extensions"]
    names = [name if isinstance(name, str) else next(iter(name)) for name in extensions]
    return markdown.Markdown(extensions=names)


def rendered(body: str) -> str:
    """What the engine's Markdown makes of a text."""
    return converter().reset().convert(body)


def rendered_around(body: str) -> str:
    """The same, with HTML blocks outside the engine as in a build."""
    text, blocks = lifted(body)
    return lowered(rendered(text), body, blocks)


def bones(body: str) -> Iterator[Bone]:
    """Every tag of a page's Markdown, in order."""
    yield from bones_of(html.fromstring(f"<div>{rendered(body)}</div>"))


def bones_of(tree: html.HtmlElement) -> Iterator[Bone]:
    """Every tag of a tree, in order."""
    for node in tree.iter():
        yield str(node.tag), tuple(sorted((str(name), str(value)) for name, value in node.attrib.items()))
