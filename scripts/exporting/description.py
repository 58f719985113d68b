"""The page that describes the API, with examples from what the build has just made."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from exporting.api import json_text
from exporting.api_schema import EVIDENCE, FACTS, PLACE, VOCABULARY, Fields
from exporting.export import RootFile
from exporting.meanings import meaning
from exporting.places import API
from exporting.schema_parts import first_line
from writing.languages import HAN

TITLE = "The data as JSON"
SUMMARY = (
    "Everything Si opp knows about ending a Norwegian phone contract, as JSON files: "
    "what they hold, what is promised and what is not."
)
# What shows most of the form in one example.
TELLING = "notice"


def texts(made: Mapping[str, str]) -> Iterator[RootFile]:
    """The page's text (see finishing.plain); made: the files of the API by path, as api.files gives them."""
    first_file = next(name for name in made if name.startswith(f"{API}carriers/"))
    body = (
        _environment()
        .get_template("description.html")
        .render(
            directory=_lines(_one_carrier(_read(made, "carriers.json"))),
            fact=_lines(_fact(made)),
            question=_lines(_question(made)),
            first_file=first_file.removeprefix(API),
            common=_rows("fact", {**PLACE, "type": {}, **EVIDENCE}),
            types=[(kind, _rows(kind, fields)) for kind, fields in FACTS.items()],
            words=[(name, first_line(kind), list(kind)) for name, kind in VOCABULARY.items()],
        )
    )
    page = {"tag": "en", "title": TITLE, "summary": SUMMARY, "body": body}
    yield f"{API}index.json", json_text(page)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )


def _read(made: Mapping[str, str], name: str) -> Any:
    return json.loads(made[f"{API}{name}"])


def _lines(data: Any) -> list[tuple[str, bool]]:
    """JSON as the files print it: each line, and whether there is Chinese in it."""
    return [(line, bool(HAN.search(line))) for line in json_text(data).rstrip("\n").split("\n")]


def _one_carrier(directory: dict[str, Any]) -> dict[str, Any]:
    return {**directory, "carriers": directory["carriers"][:1]}


def _carrier_files(made: Mapping[str, str]) -> Iterator[Any]:
    """The carriers' files, in order."""
    return (json.loads(text) for name, text in made.items() if name.startswith(f"{API}carriers/"))


def _fact(made: Mapping[str, str]) -> Any:
    """The first telling fact; the first of all where no carrier has one."""
    facts = [fact for carrier in _carrier_files(made) for fact in carrier["facts"]]
    return next((fact for fact in facts if fact["type"] == TELLING), facts[0])


def _question(made: Mapping[str, str]) -> Any:
    """The first open question, if there is any."""
    return next((question for carrier in _carrier_files(made) for question in carrier["unknown"]), None)


def _rows(record: str, fields: Fields) -> list[tuple[str, bool, str]]:
    """Name, whether it is always there, and meaning of each field."""
    names = [(name.rstrip("?"), not name.endswith("?")) for name in fields]
    said = {name.rstrip("?"): shape.get("description") for name, shape in fields.items()}
    return [(name, always, said[name] or meaning(record, name)) for name, always in names]
