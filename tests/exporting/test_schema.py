"""The schema of carrier files: it is what the reader's shapes say, and every file names and matches it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from exporting import schema
from exporting.api_schema import FACTS, RECORDS, api_schema
from exporting.meanings import FIELDS, SPECIAL
from exporting.schema_parts import Schema
from paths import ROOT
from reading import schema as shapes
from reading.shapes import Record
from reading.strict_yaml import read_tree
from support.api import made
from support.carriers import changed, found, plain
from support.yaml_core import as_an_editor_reads

CARRIERS = sorted((ROOT / "carriers").glob("*.yml"))
LINE = "# yaml-language-server: $schema=../scripts/exporting/carrier.schema.json\n"
# The source of the notice, the last fact before the open questions.
NOTICE_SOURCE = "        source: terms\n        confidence: high\n    unknown"
VALIDATOR = Draft202012Validator(schema.carrier_schema())


def as_the_build_reads(text: str) -> Any:
    tree, problems = read_tree("a.yml", text.encode())
    assert problems == []
    return plain(tree)


def errors(data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in VALIDATOR.iter_errors(data)]


def test_file_is_what_the_shapes_say() -> None:
    assert schema.verify(), "run: make schema"


def test_change_of_the_shapes_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    schema.generate(path)
    assert schema.verify(path)
    path.write_text(path.read_text(encoding="utf-8").replace('"maxLength": 80', '"maxLength": 81', 1), encoding="utf-8")
    assert not schema.verify(path)


def test_api_holds_the_same_schema() -> None:
    assert made()["api/v1/schema/carrier.json"] == schema.PATH.read_text(encoding="utf-8")


def test_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema.carrier_schema())


@pytest.mark.parametrize("path", CARRIERS, ids=lambda path: path.stem)
def test_every_carrier_file_leads_editors_to_the_schema(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(LINE)
    assert (path.parent / LINE.partition("=")[2].strip()).resolve() == schema.PATH


@pytest.mark.parametrize("path", CARRIERS, ids=lambda path: path.stem)
def test_every_carrier_file_matches_as_the_build_and_as_an_editor_reads_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert errors(as_the_build_reads(text)) == []
    assert errors(as_an_editor_reads(text)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("slug: nord\n", ""),
        ("slug: nord\n", "slug: Nord\n"),
        ("slug: nord\n", "slug: nord\ncolour: red\n"),
        ("name: Nord\n", "name: ''\n"),
        ("name: Nord\n", f"name: {'n' * 81}\n"),
        ("name: Nord\n", "name: [Nord]\n"),
        ('country: "NO"', "country: Norway"),
        ("status: active", "status: open"),
        ("{text: Nord Mobil}", "{text: Nord Mobil, kind: typo}"),
        ("{text: Nord Mobil}", "{text: Nord Mobil, shared: maybe}"),
        ("  terms:\n", "  Terms:\n"),
        ("https://nord.example/vilkar", "ftp://nord.example/vilkar"),
        ("https://nord.example/vilkar", "https://me:secret@nord.example/vilkar"),
        ("https://nord.example/vilkar", '"https://nord.example/a b"'),
        ("dated: 2026-06-05", "dated: June"),
        ("read_as: archived-copy", "read_as: live\n    read_on: 2026-6-1"),
        ("    kind: phone\n    value", "    value"),
        ("needs: [login]", "needs: login"),
        ("needs: [login]", "needs: [login, login]"),
        ("needs: [login]", "needs: [passport]"),
        ("needs: [login]", "path: {zh: 甲, en: a}"),
        ("rule: end-of-next-month", "rule: days-after-notice\n        days: 0"),
        ("rule: end-of-next-month", "rule: days-after-notice\n        days: many"),
        ("{received: 2026-06-10, ends: 2026-07-31}", "{received: 2026-06-10}"),
        ("{received: 2026-06-10, ends: 2026-07-31}", "{received: 2026-06-10, latest: 2026-07-31}"),
        ("  subscription:\n", "  landline: {}\n  subscription:\n"),
        ("unknown: [last-bill]", "unknown: [Last bill]"),
        ('applies: "no"', "applies: maybe"),
        ("[subscription]}\n  esim", "[]}\n  esim"),
        ("        example: {", "        beside: law\n        example: {"),
        (NOTICE_SOURCE, NOTICE_SOURCE.replace("source: terms", "source: []")),
    ],
)
def test_wrong_shape_is_refused_by_the_reader_and_by_the_schema(tmp_path: Path, old: str, new: str) -> None:
    text = changed(old, new)
    assert found(tmp_path, text) != []
    assert errors(as_the_build_reads(text)) != []
    assert errors(as_an_editor_reads(text)) != []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("dated: 2026-06-05", "dated: 2026"),
        ("dated: 2026-06-05", 'dated: "2026"'),
        ("dated: 2026-06-05", "dated: unknown\n    link: false"),
        (NOTICE_SOURCE, NOTICE_SOURCE.replace("source: terms", "source: [terms]")),
        ("dated: 2026-06-05", 'dated: 2026-06\n    link: "false"'),
        ("rule: end-of-next-month\n        example: {received: 2026-06-10, ends: 2026-07-31}",
         "rule: days-after-notice\n        days: 30"),
        ("rule: end-of-next-month\n        example: {received: 2026-06-10, ends: 2026-07-31}",
         'rule: days-before-renewal\n        days: "7"\n        example: {renews: 2026-06-30, latest: 2026-06-23}'),
    ],
)  # fmt: skip
def test_what_the_reader_takes_an_editor_takes_too(tmp_path: Path, old: str, new: str) -> None:
    text = changed(old, new)
    assert found(tmp_path, text) == []
    assert errors(as_the_build_reads(text)) == []
    assert errors(as_an_editor_reads(text)) == []


def parts(whole: object) -> Iterator[Schema]:
    """Every object inside a schema."""
    if isinstance(whole, list):
        for item in whole:
            yield from parts(item)
    if isinstance(whole, dict):
        yield whole
        for value in whole.values():
            yield from parts(value)


def test_every_object_is_closed_and_every_field_explained() -> None:
    for part in parts(schema.carrier_schema()):
        if isinstance(part.get("properties"), dict) and part.get("type") == "object":
            assert part["additionalProperties"] is False
            assert [name for name, field in part["properties"].items() if not field.get("description")] == []


def test_every_record_of_a_carrier_file_has_a_name() -> None:
    others = {"CARRIER", "TOPIC", "QUESTION", "ASK", "SHARED_FACT"}
    records = {name: shape for name, shape in vars(shapes).items() if isinstance(shape, Record)}
    named = {id(shape) for shape in schema.RECORDS.values()}
    assert {name for name, shape in records.items() if id(shape) not in named} == others


def test_no_meaning_is_left_over() -> None:
    both = [schema.carrier_schema(), api_schema()]
    fields = {name for whole in both for part in parts(whole) for name in part.get("properties", {})}
    assert set(FIELDS) - fields == set()
    records = {"carrier", *schema.RECORDS, *RECORDS, *FACTS}
    assert {name.partition(".")[0] for name in SPECIAL} - records == set()
    assert {name.partition(".")[2] for name in SPECIAL} - fields == set()
