"""Any text in any field leaves a page's tags and attributes those of the template."""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composing.claims import Library
from composing.site import Site
from model.records import Data
from reading.bytes_check import is_invisible
from reading.load import Folders, read_all
from support import project
from support.hostile import HOSTILE, with_text
from support.skeleton import Bone, bones
from writing.pages import Book, pages

SIGNS = st.characters(exclude_categories=("C", "Z"), include_characters=" ")
WORDS = st.text(SIGNS, min_size=1, max_size=20).map(lambda text: text.strip() or "x").filter(str.isprintable)


@cache
def plain() -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(
        (project.ROOT / "carriers" / "lycamobile.yml").read_text(encoding="utf-8"), yaml.BaseLoader
    )
    data["aliases"] = [{"text": "Lyca"}]
    return data


def skeleton(data: dict[str, Any], folder: Path) -> list[list[Bone]]:
    """The tags and attributes of every page written from this carrier; titles of links may differ in nothing else."""
    (folder / "lycamobile.yml").write_text(yaml.safe_dump(data, allow_unicode=True, width=10**6), encoding="utf-8")
    read, problems = read_all(Folders(folder, project.ROOT / "docs" / "facts"), project.TODAY)
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    only = Data(carriers=read.carriers, topics=read.topics, questions=read.questions)
    book = Book(Site(Library(only, project.TODAY)), project.inputs().phrases["zh"], project.ROOT / "docs" / "zh")
    return [shape(text) for _, text in pages(book)]


def shape(page: str) -> list[Bone]:
    """The tags and attributes of one page."""
    return list(bones(page.split("---\n", 2)[2]))


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> list[list[Bone]]:
    return skeleton(with_text(plain(), lambda: "x"), tmp_path_factory.mktemp("plain"))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_changes_no_tag(text: str, tmp_path: Path, wanted: object) -> None:
    assert skeleton(with_text(plain(), lambda: text), tmp_path) == wanted


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=WORDS.filter(lambda text: not any(map(is_invisible, text))))
def test_any_text_in_every_field_changes_no_tag(text: str, tmp_path: Path, wanted: object) -> None:
    assert skeleton(with_text(plain(), lambda: unicodedata.normalize("NFC", text)), tmp_path) == wanted


def test_the_comparison_sees_a_new_tag() -> None:
    assert shape("---\n---\n<p>a</p>") != shape("---\n---\n<p><b>a</b></p>")
