"""The claims tables: every claim that was collected is used by a fact or left out for a written reason."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from support import project

TABLES = sorted((Path(__file__).parent / "claims").glob("*.yml"))


def table(path: Path) -> dict[str, dict[str, Any]]:
    read: dict[str, dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return read


def test_every_carrier_has_a_table() -> None:
    assert {path.stem for path in TABLES} == set(project.inputs().data.carriers)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_claim_is_used_or_left_out_with_a_reason(path: Path) -> None:
    for claim, row in table(path).items():
        assert set(row) <= {"facts", "reason"}, claim
        assert row.get("facts") or len(row.get("reason", "")) > 10, claim


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_fact_a_table_names_exists(path: Path) -> None:
    ids = {fact.id for fact in project.inputs().data.carriers[path.stem].facts}
    named = {fact for row in table(path).values() for fact in row.get("facts", [])}
    assert named - ids == set()


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_fact_rests_on_a_claim(path: Path) -> None:
    named = {fact for row in table(path).values() for fact in row.get("facts", [])}
    facts = project.inputs().data.carriers[path.stem].facts
    sourced = {fact.id for fact in facts if fact.source and not fact.id.startswith("guide-")}
    assert sourced - named == set()
