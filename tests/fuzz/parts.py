"""What stands on a rendered page, its tags, attributes and text, and which of them no template writes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from lxml import html
from mkdocs.utils.meta import get_data

from support import project
from support.skeleton import Bone, bones_of, rendered_around
from writing.rendering import TEMPLATES

JINJA = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
# What the front matter of any page may hold (scripts/writing).
META = frozenset({"summary", "kind", "section", "scripts", "sheets", "template", "robots", "checklist", "small"})
ADDRESS = re.compile(r"(?:https?://|tel:|mailto:|\.{0,2}/|#|\?|[\w-]+(?:/|\.md|\.json|\.html)|[\w./-]*(?:[?#].*)?$)")


@dataclass(frozen=True, slots=True)
class Parts:
    """Tags and attributes in order, all text in one line, keys of the front matter."""

    bones: tuple[Bone, ...]
    text: str
    meta: frozenset[str] = frozenset()


@lru_cache(maxsize=3000)
def parts_of_page(page: str) -> Parts:
    """A page of Markdown as a build makes it HTML; kept, as most changes leave most pages alone."""
    body, meta = get_data(page)
    assert meta, page[:200]
    inner = parts_of_html(rendered_around(body))
    return Parts(inner.bones, f"{inner.text} {meta['summary']}", frozenset(meta))


def parts_of_html(text: str) -> Parts:
    """A piece of HTML."""
    tree = html.fromstring(f"<div>{text}</div>")
    return Parts(tuple(bones_of(tree)), " ".join(tree.text_content().split()))


@cache
def known() -> frozenset[tuple[str, str, str]]:
    """Tag, attribute and class of everything on the pages of the real data, and of what templates hold beside."""
    pages = [parts_of_page(page) for page in project.written().values()]
    pages += [parts_of_html(JINJA.sub("", path.read_text(encoding="utf-8"))) for path in TEMPLATES.glob("*.j2")]
    return frozenset(word for page in pages for word in _words(page.bones))


def _words(bones: tuple[Bone, ...]) -> Iterator[tuple[str, str, str]]:
    for tag, attributes in bones:
        yield tag, "", ""
        for name, value in attributes:
            for one in value.split() if name == "class" else [""]:
                yield tag, name, one


def strange(parts: Parts) -> Iterator[str]:
    """What the templates do not write: a tag, an attribute, a class, an address of another kind."""
    for word in dict.fromkeys(_words(parts.bones)):
        if word not in known():
            yield f"not in any template: {' '.join(filter(None, word))}"
    for tag, attributes in parts.bones:
        for name, value in attributes:
            if name in ("href", "src", "action") and not ADDRESS.match(value):
                yield f"address of another kind: {tag} {name}={value!r}"
    yield from (f"front matter: {key}" for key in parts.meta - META)
