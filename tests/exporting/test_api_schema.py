"""The schema of the API: every file matches it, a wrong one does not."""

import copy
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from exporting.api_schema import FACTS, VOCABULARY, api_schema
from exporting.schema import carrier_schema
from support.api import all_facts, made, read, validator

FILES = [name.removeprefix("api/v1/") for name in made() if "/schema/" not in name]
Spoil = Callable[[Any], object]


def test_published_schema_is_one() -> None:
    schema = read("schema/api.json")
    Draft202012Validator.check_schema(schema)
    assert schema == api_schema()


# Two lists of words once said where they came from: files that lay beside the project and that no reader has.
def test_bug_descriptions_named_files_that_no_reader_has() -> None:
    for schema in (api_schema(), carrier_schema()):
        assert re.findall(r"README|\w+\.md\b", json.dumps(schema)) == []


@pytest.mark.parametrize("name", FILES)
def test_every_file_matches_and_holds_nothing_the_schema_does_not_name(name: str) -> None:
    errors = validator(name, strict=True).iter_errors(read(name))
    assert [(error.json_path, error.message[:200]) for error in errors] == []


@pytest.mark.parametrize("name", ["carriers.json", "carriers/ice.json", "guides.json", "facts.json"])
def test_whole_schema_takes_every_kind_of_file(name: str) -> None:
    assert Draft202012Validator(api_schema()).is_valid(read(name))


def test_whole_schema_takes_nothing_else() -> None:
    assert not Draft202012Validator(api_schema()).is_valid({"api": "v1"})


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("carriers.json", lambda file: file.pop("licence")),
        ("carriers.json", lambda file: file.update(api="v2")),
        ("carriers.json", lambda file: file["carriers"][0].pop("slug")),
        ("carriers.json", lambda file: file["carriers"][0].update(house="none")),
        ("carriers.json", lambda file: file["carriers"][0]["guides"].update(esim="maybe")),
        ("carriers.json", lambda file: file["carriers"][0]["guides"].pop("4g")),
        ("carriers/ice.json", lambda file: file.update(data_date="20 November")),
        ("carriers/ice.json", lambda file: file["facts"][0].pop("trust")),
        ("carriers/ice.json", lambda file: file["facts"][0].pop("sources")),
        ("carriers/ice.json", lambda file: file["facts"][0].pop("checked")),
        ("carriers/ice.json", lambda file: file["facts"][0].update(type="rumour")),
        ("carriers/ice.json", lambda file: file["facts"][0].update(trust="sure")),
        ("carriers/ice.json", lambda file: file["facts"][0].update(caveats=["stale"])),
        ("carriers/ice.json", lambda file: file["facts"][0].update(stale="no")),
        ("carriers/ice.json", lambda file: file["facts"][0].update(changed="yesterday")),
        ("carriers/ice.json", lambda file: file["facts"][0].update(note={"zh": "甲"})),
        ("carriers/ice.json", lambda file: file["facts"][0]["sources"][0].update(url="javascript:alert(1)")),
        ("carriers/ice.json", lambda file: file["facts"][0]["sources"][0].update(dated="June 2026")),
        ("carriers/ice.json", lambda file: file["facts"][0]["sources"][0].pop("link")),
        ("carriers/ice.json", lambda file: file["unknown"][0].pop("ask")),
        ("guides.json", lambda file: file["guides"][0].update(guide="3g")),
        ("guides.json", lambda file: file["guides"][0]["carriers"][0].pop("fact")),
        ("facts.json", lambda file: file["topics"][0]["facts"][0].update(text="words")),
        ("facts.json", lambda file: file["topics"][0]["facts"][0].update(value=30)),
    ],
)
def test_wrong_file_is_refused(name: str, spoil: Spoil) -> None:
    file = copy.deepcopy(read(name))
    spoil(file)
    assert not validator(name).is_valid(file)


@pytest.mark.parametrize("name", ["carriers.json", "carriers/ice.json", "guides.json", "facts.json"])
def test_published_schema_leaves_room_for_more_fields(name: str) -> None:
    file = {**read(name), "more": 1}
    assert validator(name).is_valid(file)
    assert not validator(name, strict=True).is_valid(file)


def test_every_type_of_fact_is_in_the_data() -> None:
    assert {fact["type"] for fact in all_facts()} == set(FACTS)


def test_every_list_of_words_is_referred_to() -> None:
    text = json.dumps(api_schema())
    assert [name for name in VOCABULARY if f'"#/$defs/{name}"' not in text] == []
