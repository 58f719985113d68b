"""The blank carrier file, written from the reader's own shapes, so that it names every field there is.

What must be there stands empty; all else is commented out. A line of help begins with two number signs.
"""

import textwrap
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from exporting.meanings import meaning
from model.vocabulary import ContractKind, Guide
from reading import schema
from reading.shapes import Field, Many, Named, Record, Shape, Table
from starting.forms import NAMES, form_of, is_text

WIDTH = 110
HEAD = """\
# yaml-language-server: $schema=../scripts/exporting/carrier.schema.json
## {slug}: what is known about ending its contracts, and which sources say so. See CONTRIBUTING.md.
## Fill what stands empty. Take the "# " away from the lines of a field you have a source for, with the lines below it
## that are set further in; delete the rest. Required is what must be there; what nobody knows stays out, or goes under
## `unknown`.
"""
# What stands in the blank file although it is not required, or with a value.
FILLED = {"guide.contracts": "[subscription]", "contract.unknown": "[]", "guide.source": "", "guide.confidence": ""}
# Keys that the file chooses itself.
OWN_KEY = "terms"
# A line of the file, and whether it counts (or is commented out).
Line = tuple[str, bool]


def blank_text(slug: str) -> str:
    """A carrier file to be filled."""
    writer = _Writer({**FILLED, "carrier.slug": slug})
    lines = [text if counts else f"# {text}" for text, counts in writer.record(schema.CARRIER, "", counts=True)]
    return HEAD.format(slug=slug) + "\n".join(lines) + "\n"


class _Writer:
    """Walks the shapes once; what has been explained is only named the next time."""

    def __init__(self, filled: Mapping[str, str]) -> None:
        self._filled = filled
        self._explained: dict[int, str] = {}

    def record(self, shape: Record[Any], indent: str, *, counts: bool) -> Iterator[Line]:
        """The fields of a record."""
        name = NAMES[id(shape)]
        later = [key for key, field in shape.fields.items() if self._is_named_only(name, key, field)]
        for key, field in shape.fields.items():
            if key not in later:
                here = counts and (field.required or f"{name}.{key}" in self._filled)
                if not indent:
                    yield "", True
                yield from self._field(name, key, field, indent, counts=here)
        if later:
            yield from _help(f"Also, as above: {', '.join(later)}.", indent, counts=counts)

    def _is_named_only(self, name: str, key: str, field: Field) -> bool:
        optional = not field.required and f"{name}.{key}" not in self._filled
        return optional and id(field) in self._explained

    def _field(self, name: str, key: str, field: Field, indent: str, *, counts: bool) -> Iterator[Line]:
        like = self._explained.get(id(_item(field.shape)), "") if _item(field.shape) is not None else ""
        if id(field) not in self._explained:
            self._explained[id(field)] = key
            said = f"{meaning(name, key)} {form_of(field)}" + (f" Items as under {like}." if like else "")
            yield from _help(said, indent, counts=counts)
        value = self._filled.get(f"{name}.{key}", "[]" if _is_plain_list(field.shape) or like else "")
        yield f"{indent}{key}: {value}".rstrip(), counts
        if not like and not value:
            if (item := _item(field.shape)) is not None:
                self._explained[id(item)] = key
            yield from self._inside(field.shape, indent + "  ", counts=counts)

    def _inside(self, shape: Shape[Any], indent: str, *, counts: bool) -> Iterator[Line]:
        """What stands below a key."""
        match shape:
            case Record() if is_text(shape):
                yield from ((f"{indent}{key}:", counts) for key in shape.fields)
            case Record():
                yield from self.record(shape, indent, counts=counts)
            case Many(item=Record() as item):
                yield from _as_item(self.record(item, indent + "  ", counts=counts), indent)
            case Named(item=Record() as item):
                yield f"{indent}{OWN_KEY}:", counts
                yield from self.record(item, indent + "  ", counts=counts)
            case Table():
                yield from self._table(shape, indent, counts=counts)
            case schema.ExampleShape():
                yield from self.record(schema.RECEIVED, indent, counts=counts)
            case _:
                pass

    def _table(self, shape: Table[Any, Any], indent: str, *, counts: bool) -> Iterator[Line]:
        """Guides all stand in a file; of contracts the first is written out."""
        guides = shape.item is schema.GUIDE
        item: Record[Any] = schema.GUIDE if guides else schema.CONTRACT
        kinds: type[StrEnum] = Guide if guides else ContractKind
        keys = [str(key) for key in kinds]
        for key in keys:
            yield from _help(f"{key}: {meaning('guide' if guides else 'contract_kind', key)}", indent, counts=counts)
        for key in keys if guides else keys[:1]:
            yield f"{indent}{key}:", counts
            yield from self.record(item, indent + "  ", counts=counts)


def _item(shape: Shape[Any]) -> Record[Any] | None:
    """The record a list is made of."""
    return shape.item if isinstance(shape, Many) and isinstance(shape.item, Record) else None


def _is_plain_list(shape: Shape[Any]) -> bool:
    return isinstance(shape, Many) and not shape.single and not isinstance(shape.item, Record)


def _help(text: str, indent: str, *, counts: bool) -> Iterator[Line]:
    for line in textwrap.wrap(text, WIDTH - len(indent), break_on_hyphens=False, break_long_words=False):
        yield f"{indent}## {line}", counts


def _as_item(lines: Iterator[Line], indent: str) -> Iterator[Line]:
    """The lines of a record as one item of a list: a dash before its first field."""
    dashed = False
    for text, counts in lines:
        is_field = not dashed and not text.lstrip().startswith("##")
        dashed = dashed or is_field
        yield (f"{indent}- {text.lstrip()}" if is_field else text), counts
