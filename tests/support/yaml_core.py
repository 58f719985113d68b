"""YAML as editors read it: the core schema of YAML 1.2, where dates and yes are text but 30 is a number."""

import re
from typing import Any

import yaml


class CoreLoader(yaml.SafeLoader):
    """Knows null, true, false and numbers; all else is text."""


CoreLoader.yaml_implicit_resolvers = {}
for _tag, _form, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_form})$"), _first)


def as_an_editor_reads(text: str) -> Any:
    """A YAML text as plain data."""
    return yaml.load(text, CoreLoader)
