"""Says in a few words what may stand in a field, from the reader's own shapes: for the blank file and CONTRIBUTING."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from exporting.schema import RECORDS
from model.words import Text
from reading import schema
from reading.shapes import Choice, Field, Many, Named, Record, Shape, Table, Words
from reading.values import IDENT, Day, Flag, Link, Moment, Number, Pattern, SourceDate

# Words that YAML's older readers take for something else.
QUOTED = frozenset({"yes", "no"})
NAMES: Mapping[int, str] = {id(schema.CARRIER): "carrier"} | {id(shape): name for name, shape in RECORDS.items()}


def form_of(field: Field) -> str:
    """What may stand in a field and whether it must be there, in short sentences."""
    said = _FORMS[type(field.shape)](field.shape)
    return " ".join(text for text in ("Required." if field.required else "", said) if text)


def is_text(shape: Shape[Any]) -> bool:
    """Whether a shape is a text in the written languages."""
    return isinstance(shape, Record) and shape.make is Text


def words(kind: type[StrEnum]) -> str:
    """The words of a closed list as they are written in a file."""
    return ", ".join(f'"{word}"' if word in QUOTED else str(word) for word in kind)


def _text(shape: Record[Any]) -> str:
    if not is_text(shape):
        return ""
    limits = ", ".join(f"{name} {limit}" for name, limit in _limits(shape))
    return f"Characters at most: {limits}."


def _limits(shape: Record[Any]) -> list[tuple[str, int]]:
    return [(name, field.shape.limit) for name, field in shape.fields.items() if isinstance(field.shape, Words)]


def _many(shape: Many[Any]) -> str:
    # Ids in a list name what stands elsewhere.
    item = "" if shape.item is IDENT else _FORMS[type(shape.item)](shape.item)
    return f"{'One or a list' if shape.single else 'A list'}. {item}".strip()


_FORMS: Mapping[type, Callable[[Any], str]] = {
    Choice: lambda shape: f"One of: {words(shape.words)}.",
    Day: lambda _: "A date: 2026-06-05.",
    Flag: lambda _: "true or false.",
    Link: lambda _: "A web address with https.",
    Many: _many,
    Moment: lambda _: "A date, with hours 2026-06-30T12:00.",
    Named: lambda _: "Each under a key of your own.",
    Number: lambda _: 'A whole number: "12".',
    Pattern: lambda shape: "a-z, 0-9 and dashes." if shape is IDENT else f"{shape.advice}.",
    Record: _text,
    # Their meaning says it.
    SourceDate: lambda _: "",
    Table: lambda shape: f"Keys: {', '.join(shape.keys)}.",
    Words: lambda shape: f"At most {shape.limit} characters.",
    schema.ExampleShape: lambda _: "received and ends, for a renewal renews and latest.",
    schema.ValueShape: lambda _: "One value, or several under names.",
}
