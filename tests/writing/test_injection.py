"""Any text in any field leaves a page's tags and attributes those of the template."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from composing.claims import Library
from composing.site import Site
from engine.settings import read_config
from model.records import Data
from reading.bytes_check import is_invisible
from reading.load import Folders, read_all
from support import project
from writing.pages import Book, pages

HOSTILE = [
    "<script>x</script>",
    "</p></div><img src=x>",
    '" onclick="x',
    "{: onclick=x }",
    "](javascript:x)",
    "# h {: #top }",
    "{{ x }}{% y %}",
    "\\\" \\' &lt; &#60;",
    "</title><b>x",
    "--><!--",
    "**x** `y` _z_",
]
# Fields that hold free text; the others have a form of their own that the reader enforces.
FREE = frozenset({"zh", "en", "nb", "title", "publisher", "name", "product"})
SIGNS = st.characters(exclude_categories=("C", "Z"), include_characters=" ")
WORDS = st.text(SIGNS, min_size=1, max_size=20).map(lambda text: text.strip() or "x").filter(str.isprintable)


@cache
def plain() -> dict[str, Any]:
    data: dict[str, Any] = yaml.load((project.ROOT / "carriers" / "lycamobile.yml").read_text(), yaml.BaseLoader)
    data["aliases"] = [{"text": "Lyca"}]
    return data


def with_text(node: Any, text: str, key: str = "") -> Any:
    """The same data with one text in every free field."""
    if isinstance(node, dict):
        return {name: with_text(child, text, name) for name, child in node.items()}
    if isinstance(node, list):
        return [with_text(child, text, key) for child in node]
    return text if key in FREE else node


def skeleton(data: dict[str, Any], folder: Path) -> list[list[tuple[Any, ...]]]:
    """The tags and attributes of every page written from this carrier; titles of links may differ in nothing else."""
    (folder / "lycamobile.yml").write_text(yaml.safe_dump(data, allow_unicode=True, width=10**6), encoding="utf-8")
    read, problems = read_all(Folders(folder, project.ROOT / "docs" / "facts"), project.TODAY)
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    only = Data(carriers=read.carriers, topics=read.topics, questions=read.questions)
    book = Book(Site(Library(only, project.TODAY)), project.inputs().phrases["zh"], project.ROOT / "docs" / "zh")
    return [list(shape(text)) for _, text in pages(book)]


@cache
def converter() -> markdown.Markdown:
    extensions = read_config()["markdown_extensions"]
    names = [name if isinstance(name, str) else next(iter(name)) for name in extensions]
    return markdown.Markdown(extensions=names)


def shape(page: str) -> Iterator[tuple[Any, ...]]:
    body = page.split("---\n", 2)[2]
    tree = html.fromstring("<div>" + converter().reset().convert(body) + "</div>")
    for node in tree.iter():
        yield node.tag, tuple(sorted(node.attrib.items()))


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> list[list[tuple[Any, ...]]]:
    return skeleton(with_text(plain(), "x"), tmp_path_factory.mktemp("plain"))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_changes_no_tag(text: str, tmp_path: Path, wanted: object) -> None:
    assert skeleton(with_text(plain(), text), tmp_path) == wanted


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=WORDS.filter(lambda text: not any(map(is_invisible, text))))
def test_any_text_in_every_field_changes_no_tag(text: str, tmp_path: Path, wanted: object) -> None:
    assert skeleton(with_text(plain(), unicodedata.normalize("NFC", text)), tmp_path) == wanted


def test_the_comparison_sees_a_new_tag() -> None:
    assert list(shape("---\n---\n<p>a</p>")) != list(shape("---\n---\n<p><b>a</b></p>"))
