"""Pieces that both JSON Schemas are made of."""

from enum import StrEnum
from inspect import cleandoc
from typing import Any

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
URL_FORM = "^https?://"
# A year, a month or a day, as far as a source gives its date.
DATED_FORM = "^([0-9]{4}(-[0-9]{2}){0,2}|unknown)$"
DATE_FORM = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
MOMENT_FORM = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$"


def first_line(thing: type) -> str:
    """What a class says of itself, in one line."""
    return cleandoc(thing.__doc__ or "").partition("\n")[0]


def words_of(kind: type[StrEnum]) -> Schema:
    """One word of a closed list."""
    return {"description": first_line(kind), "enum": [str(word) for word in kind]}


def ref(name: str) -> Schema:
    """A reference into $defs."""
    return {"$ref": f"#/$defs/{name}"}


def listed(item: Schema, **limits: Any) -> Schema:
    """A list of items."""
    return {"type": "array", "items": item, **limits}


def form(pattern: str) -> Schema:
    """Text of a fixed form."""
    return {"type": "string", "pattern": pattern}
