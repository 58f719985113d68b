"""Our templates take nothing from the theme's, so that a new version of the theme changes no page unseen."""

import re

import pytest

from paths import OVERRIDES

NAMED = re.compile(r"{%-?\s*(?:extends|include|import|from)\s+\"([^\"]*)\"|{%-?\s*(extends|include|import|from)\b")


def templates() -> list[str]:
    return sorted(path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*") if path.is_file())


def named(text: str) -> set[str]:
    """The templates that a template takes in; a name that is not written out counts as the tag that asks for it."""
    return {name or tag for name, tag in NAMED.findall(text)}


@pytest.mark.parametrize("name", templates())
def test_template_takes_in_only_ours(name: str) -> None:
    assert named((OVERRIDES / name).read_text(encoding="utf-8")) <= set(templates())


def test_every_template_is_used() -> None:
    used = {other for name in templates() for other in named((OVERRIDES / name).read_text(encoding="utf-8"))}
    assert used | {"main.html", "checklist.html", "404.html"} == set(templates())


@pytest.mark.parametrize("text", ['{% extends "base.html" %}', "{%- include name %}", '{% from "a.html" import b %}'])
def test_a_template_of_the_theme_is_found(text: str) -> None:
    assert not named(text) <= set(templates())


@pytest.mark.parametrize("name", templates())
def test_template_begins_with_its_reason(name: str) -> None:
    assert (OVERRIDES / name).read_text(encoding="utf-8").startswith("{#-")
