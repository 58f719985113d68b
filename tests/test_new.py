"""`build.py new`: the blank carrier file passes the check once filled, and never breaks it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import build
from exporting.schema import RECORDS
from model.vocabulary import Guide
from reading import schema
from reading.shapes import Many, Named, Record, Table
from reading.strict_yaml import read_tree
from starting.blank import blank_text
from starting.forms import form_of
from support.carriers import brief, plain, read

# What a volunteer writes after the colons, in the order of the blank file.
HEAD = {
    "name": "Nord",
    "country": '"NO"',
    "status": "active",
    "audience": "consumer",
    "house": "independent",
    "url": "https://nord.example/vilkar",
    "title": "Vilkår for mobil",
    "publisher": "Nord",
    "kind": "official",
    "dated": "2026-06-05",
    "read_as": "archived-copy",
    "applies": '"yes"',
    "source": "terms",
    "confidence": "high",
}


def filled(text: str) -> str:
    """The blank file with something written wherever a counting field stands empty."""
    return re.sub(r"^( *)(\w+):$", lambda m: f"{m[0]} {HEAD[m[2]]}" if m[2] in HEAD else m[0], text, flags=re.M)


def uncommented(text: str) -> str:
    """The file with every field in it, as if all comment signs were taken away."""
    head, _, rest = text.partition("\n")
    return head + "\n" + re.sub(r"^# ", "", rest, flags=re.M)


def problems(tmp_path: Path, text: str) -> list[tuple[int, int, str, str]]:
    return brief(read(tmp_path, {"nord.yml": text})[1])


def test_the_filled_file_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, filled(blank_text("nord"))) == []


def test_with_a_fact_taken_up_it_has_none_either(tmp_path: Path) -> None:
    text = filled(blank_text("nord")).replace(
        "    unknown: []\n",
        "    notice:\n      - id: notice\n        rule: next-day\n        source: terms\n        confidence: high\n",
    )
    assert problems(tmp_path, text) == []


def test_every_empty_field_of_the_unfilled_file_is_located(tmp_path: Path) -> None:
    text = blank_text("nord")
    blank = re.compile(rf" *({'|'.join(HEAD)}):")
    empty = {number for number, line in enumerate(text.split("\n"), 1) if blank.fullmatch(line)}
    assert len(empty) >= len(HEAD)
    assert empty <= {line for line, *_ in problems(tmp_path, text)}


def test_with_every_comment_sign_taken_away_it_is_yaml_of_known_fields(tmp_path: Path) -> None:
    found = problems(tmp_path, uncommented(blank_text("nord")))
    assert {rule for _, _, rule, _ in found}.isdisjoint({"yaml-syntax", "field-unknown", "field-kind", "yaml-comment"})


def test_every_field_of_the_schema_stands_in_it() -> None:
    tree, found = read_tree("nord.yml", uncommented(blank_text("nord")).encode())
    assert found == []
    named = set(keys(plain(tree)))
    assert set(all_fields(schema.CARRIER, set())) - named == {"renews", "latest"}
    assert all(re.search(rf"##.*\b{name}\b", blank_text("nord")) for name in ("renews", "latest"))


def test_help_says_whether_a_field_must_be_there_and_which_words_are_allowed() -> None:
    for name, record in RECORDS.items():
        for key, field in record.fields.items():
            assert form_of(field).startswith("Required.") == field.required, (name, key)
    assert "## Who it sells to. Required. One of: consumer, business, both.\naudience:\n" in blank_text("nord")


def test_all_guides_stand_in_it() -> None:
    data = plain(read_tree("nord.yml", blank_text("nord").encode())[0])
    assert list(data["guides"]) == [str(guide) for guide in Guide]


def keys(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from keys(value)
    elif isinstance(data, list):
        for item in data:
            yield from keys(item)


def all_fields(shape: Any, seen: set[int]) -> Iterator[str]:
    """The name of every field below a shape."""
    if id(shape) in seen:
        return
    seen.add(id(shape))
    match shape:
        case Record():
            for name, field in shape.fields.items():
                yield name
                yield from all_fields(field.shape, seen)
        case Many() | Named() | Table():
            yield from all_fields(shape.item, seen)
        case schema.ExampleShape():
            yield from all_fields(schema.RECEIVED, seen)
            yield from all_fields(schema.RENEWED, seen)


def test_the_command_writes_the_file_and_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["new", "chili-mobil", "--carriers", str(tmp_path)]) == 0
    path = tmp_path / "chili-mobil.yml"
    assert path.read_text(encoding="utf-8") == blank_text("chili-mobil")
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=")
    assert capsys.readouterr().out == f"{path.as_posix()}: fill what stands empty, then run: make check\n"


def test_check_of_the_new_file_gives_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build.main(["new", "nord", "--carriers", str(tmp_path)])
    assert build.main(["check", "--carriers", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert re.search(r"nord\.yml:\d+:\d+: error \[text-line\] name must be one line of text", said)
    assert "Traceback" not in said


def test_a_file_that_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "nord.yml"
    path.write_text("mine\n", encoding="utf-8")
    assert build.main(["new", "nord", "--carriers", str(tmp_path)]) == 1
    assert path.read_text(encoding="utf-8") == "mine\n"
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize("slug", ["", "Nord", "nord mobil", "../nord", "nord.yml", "nørd", "nord\n"])
def test_what_cannot_be_a_slug_is_refused(tmp_path: Path, slug: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["new", slug, "--carriers", str(tmp_path)]) == 1
    assert list(tmp_path.iterdir()) == []
    assert "cannot be a file's name" in capsys.readouterr().err
