"""The API of the project's own data, and the two schemas as tests use them."""

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from exporting import api
from exporting.api_schema import api_schema
from exporting.schema_parts import Schema, ref
from settings import SiteSettings
from support import project

Json = dict[str, Any]
BELOW_PREFIX = SiteSettings("https://example.org/siopp/", "", "")


@cache
def made(settings: SiteSettings = project.NO_ADDRESS, languages: tuple[str, ...] = ("zh",)) -> dict[str, str]:
    """Path -> text of every file of the API."""
    return dict(api.files(project.export(settings, languages)))


def read(name: str, settings: SiteSettings = project.NO_ADDRESS, languages: tuple[str, ...] = ("zh",)) -> Json:
    """One file below api/v1/."""
    whole: Json = json.loads(made(settings, languages)[f"api/v1/{name}"])
    return whole


def carrier_files() -> list[Json]:
    """The files of all carriers, in the order of the site."""
    return [read(f"carriers/{carrier.slug}.json") for carrier in project.site().carriers]


def all_facts() -> list[Json]:
    """Every fact of every carrier and topic."""
    owners = [*carrier_files(), *read("facts.json")["topics"]]
    return [fact for owner in owners for fact in owner["facts"]]


def kind_of(name: str) -> str:
    """The definition a file must match: carriers/ice.json -> carrier_file."""
    return "carrier_file" if name.startswith("carriers/") else f"{name.removesuffix('.json')}_file"


def validator(name: str, *, strict: bool = False) -> Draft202012Validator:
    """Checks a file of the API; strict: nothing may be there that the schema does not name."""
    schema = api_schema()
    found = closed(schema) if strict else schema
    return Draft202012Validator({"$defs": found["$defs"], **ref(kind_of(name))})


def closed(schema: Any) -> Any:
    """A schema that refuses every field it does not name."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    whole: Schema = {key: closed(value) for key, value in schema.items()}
    return {**whole, "additionalProperties": False} if "required" in whole else whole
