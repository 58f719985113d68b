"""The list of every field in CONTRIBUTING.md, written from the reader's own shapes.

`python -m starting.fields` (from scripts/) writes it; a test fails where it is not what the shapes say.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exporting.meanings import meaning
from exporting.schema import RECORDS
from paths import ROOT
from reading import schema
from reading.shapes import Field, Record
from starting.forms import form_of, is_text

PATH = ROOT / "CONTRIBUTING.md"
START, END = "<!-- fields -->\n", "<!-- end of fields -->\n"
# What every fact has is said once, not with each kind of fact.
SHARED = schema.ID | schema.EVIDENCE
TITLES = {
    "carrier": "the file itself",
    "alias": "an item of `aliases`",
    "source": "an entry of `sources`",
    "value_fact": "a fact under `company`",
    "text_fact": "a fact in words",
    "not_cancelling_fact": "a fact under `does_not_cancel`",
    "contact": "an item of `contacts`",
    "contract": "an entry of `contracts`",
    "channel": "an item of `channels`",
    "notice": "an item of `notice`",
    "example_of_notice": "`example` of a notice rule",
    "example_of_renewal": "`example` of a renewal rule",
    "binding": "an item of `binding`",
    "separate": "an item of `separate`",
    "guide": "an entry of `guides`",
    "confirmation": "an item of `confirmed`",
}
# Of the files in docs/facts: how the list calls them, the name their meanings go by, and their fields.
FACTS = (
    ("a file of `docs/facts`", "topic", schema.TOPIC),
    ("a fact of `docs/facts`", "text_fact", schema.SHARED_FACT),
    ("an entry of `docs/facts/questions.yml`", "question", schema.QUESTION),
)


def fields_text() -> str:
    """A table for each record, the shared fields of facts before the facts."""
    records: dict[str, Record[Any]] = {"carrier": schema.CARRIER, **RECORDS}
    parts = [_table("every fact", "fact", SHARED)]
    parts += [_table(TITLES[name], name, _own(record)) for name, record in records.items() if not is_text(record)]
    parts += [_table(title, name, _own(record)) for title, name, record in FACTS]
    parts.append("A text has `zh`, `en` and `nb`.\n")
    return "\n".join([parts[1], parts[0], *parts[2:]])


def with_fields(text: str) -> str:
    """A text with the list between its two marks."""
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n{fields_text()}\n{END}{after}"


def generate(path: Path = PATH) -> None:
    """Write the list."""
    path.write_text(with_fields(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def verify(path: Path = PATH) -> bool:
    """Whether the file holds what the shapes say."""
    text = path.read_text(encoding="utf-8")
    return text == with_fields(text)


def _own(record: Record[Any]) -> dict[str, Field]:
    return {name: field for name, field in record.fields.items() if SHARED.get(name) is not field}


def _table(title: str, name: str, fields: dict[str, Field]) -> str:
    return "\n".join(
        [f"**{title[0].upper()}{title[1:]}**\n", "| field | what |", "|---|---|", *_rows(name, fields), ""]
    )


def _rows(name: str, fields: dict[str, Field]) -> Iterator[str]:
    for key, field in fields.items():
        said = f"{meaning(name, key)} {form_of(field)}".strip().replace("|", "\\|")
        yield f"| `{key}` | {said} |"


if __name__ == "__main__":
    generate()
