"""The JSON Schema of a carrier file, written from the reader's own shapes, for editors.

`python -m exporting.schema` (from scripts/) writes it; a test fails where the file is not what the shapes say.
It knows the fields and their forms; the checks across fields are only in `make check`.
"""

import json
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from exporting.meanings import meaning
from exporting.schema_parts import DATE_FORM, DATED_FORM, DIALECT, MOMENT_FORM, Schema, form, listed, ref, words_of
from reading import schema as shapes
from reading.shapes import Choice, Many, Named, Record, Shape, Table, Words
from reading.values import URL_LIMIT, Day, Flag, Link, Moment, Number, Pattern, SourceDate

PATH = Path(__file__).parent / "carrier.schema.json"
DESCRIPTION = (
    "One carrier: what it is, what its rules are, and which sources say so. "
    "Every value is read as text. `make check` finds more than this schema knows."
)
ONE_LINE = r"^\S([^\n]*\S)?$"
# No blanks, quotes or brackets; no login before the host.
WEB_ADDRESS = r"""^https?://[^\s"'<>\\^`{|}/?#@]+([/?#][^\s"'<>\\^`{|}]*)?$"""

# The shapes that are described once and referred to.
RECORDS: Mapping[str, Record[Any]] = {
    "alias": shapes.ALIAS,
    "source": shapes.SOURCE,
    "confirmation": shapes.CONFIRMATION,
    "long_text": shapes.SAID,
    "note_text": shapes.NOTE,
    "short_text": shapes.SHORT,
    "path_text": shapes.ROUTE,
    "value_fact": shapes.VALUE_FACT,
    "text_fact": shapes.TEXT_FACT,
    "not_cancelling_fact": shapes.NOT_CANCELLING,
    "contact": shapes.CONTACT,
    "channel": shapes.CHANNEL,
    "notice": shapes.NOTICE,
    "example_of_notice": shapes.RECEIVED,
    "example_of_renewal": shapes.RENEWED,
    "binding": shapes.BINDING,
    "separate": shapes.SEPARATE,
    "contract": shapes.CONTRACT,
    "guide": shapes.GUIDE,
}
_NAMES = {id(shape): name for name, shape in RECORDS.items()}


def schema_text() -> str:
    """The schema as it lies in the repository and in the API."""
    return json.dumps(carrier_schema(), ensure_ascii=False, indent=2) + "\n"


def carrier_schema() -> Schema:
    """The schema of a carrier file."""
    writer = _Writer()
    whole = writer.record("carrier", shapes.CARRIER)
    head = {"$schema": DIALECT, "title": "Si opp: a carrier file", "description": DESCRIPTION}
    return {**head, **whole, "$defs": dict(sorted(writer.definitions.items()))}


def generate(path: Path = PATH) -> None:
    """Write the schema."""
    path.write_text(schema_text(), encoding="utf-8", newline="\n")


def verify(path: Path = PATH) -> bool:
    """Whether the file is what the shapes say."""
    return path.read_text(encoding="utf-8") == schema_text()


class _Writer:
    """Turns shapes into schemas and collects what they refer to."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}
        self._makers: dict[type, Callable[[Any], Schema]] = {
            Choice: self._choice,
            Day: lambda _: form(DATE_FORM),
            Flag: lambda _: {"enum": [True, False, "true", "false"]},
            Link: lambda _: {**form(WEB_ADDRESS), "maxLength": URL_LIMIT},
            Many: self._many,
            Moment: lambda _: form(MOMENT_FORM),
            Named: self._named,
            Number: lambda _: _number(1, "^(?=.*[1-9])[0-9]{1,4}$"),
            Pattern: lambda shape: form(_whole(shape.form)),
            Record: self._record,
            # An editor takes a bare year for a number.
            SourceDate: lambda _: _number(1000, DATED_FORM),
            Table: self._table,
            Words: lambda shape: {**form(ONE_LINE), "maxLength": shape.limit},
            shapes.ExampleShape: lambda _: self._either(shapes.RECEIVED, shapes.RENEWED),
        }

    def of(self, shape: Shape[Any]) -> Schema:
        """The schema of any shape; KeyError for a kind of shape that nobody described here."""
        return self._makers[type(shape)](shape)

    def record(self, name: str, shape: Record[Any]) -> Schema:
        """An object with known fields."""
        fields = shape.fields.items()
        properties = {key: {"description": meaning(name, key), **self.of(field.shape)} for key, field in fields}
        required = [key for key, field in fields if field.required]
        found: Schema = {"type": "object", "properties": properties}
        if required:
            found["required"] = required
        return {**found, "additionalProperties": False}

    def _record(self, shape: Record[Any]) -> Schema:
        name = _NAMES[id(shape)]
        if name not in self.definitions:
            self.definitions[name] = {"title": name.replace("_", " "), **self.record(name, shape)}
        return ref(name)

    def _choice(self, shape: Choice[Any]) -> Schema:
        name = _snake(shape.words)
        self.definitions[name] = words_of(shape.words)
        return ref(name)

    def _many(self, shape: Many[Any]) -> Schema:
        item = self.of(shape.item)
        limits: Schema = {"minItems": shape.least} if shape.least else {}
        if isinstance(shape.item, Choice | Pattern | Words):
            limits["uniqueItems"] = True
        several = listed(item, **limits)
        return {"anyOf": [item, several]} if shape.single else several

    def _table(self, shape: Table[Any, Any]) -> Schema:
        properties = {
            str(key): {"description": meaning(_snake(shape.keys), key), **self.of(shape.item)} for key in shape.keys
        }
        limits: Schema = {"minProperties": shape.least} if shape.least else {}
        return {"type": "object", "properties": properties, **limits, "additionalProperties": False}

    def _named(self, shape: Named[Any]) -> Schema:
        return {
            "type": "object",
            "propertyNames": self.of(shape.key),
            "additionalProperties": self.of(shape.item),
        }

    def _either(self, *some: Shape[Any]) -> Schema:
        return {"anyOf": [self.of(shape) for shape in some]}


def _snake(kind: type[StrEnum]) -> str:
    """ContactKind -> contact_kind."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def _whole(pattern: re.Pattern[str]) -> str:
    """A pattern that must match the whole text."""
    return f"^({pattern.pattern})$"


def _number(least: int, as_text: str) -> Schema:
    """A whole number of at most four digits, bare or quoted."""
    return {"anyOf": [{"type": "integer", "minimum": least, "maximum": 9999}, form(as_text)]}


if __name__ == "__main__":
    generate()
