"""The letters: the project's own file is right, and every planted fault is reported where it stands."""

from pathlib import Path

import pytest

from model.letters import LetterKind
from reading.letters import read_letters
from support import project

FILE = project.ROOT / "docs" / "letters.yml"
TEXT = FILE.read_text(encoding="utf-8")


def problems_of(text: str, folder: Path) -> list[str]:
    path = folder / "letters.yml"
    path.write_text(text, encoding="utf-8")
    _, problems = read_letters(path, project.inputs().data.topics)
    return [f"{one.line} [{one.rule}] {one.text}" for one in problems]


def test_the_letters_are_right() -> None:
    letters, problems = read_letters(FILE, project.inputs().data.topics)
    assert problems == []
    assert letters is not None
    assert [letter.id for letter in letters.letters] == list(LetterKind)


def test_without_a_file_there_are_no_letters(tmp_path: Path) -> None:
    assert read_letters(tmp_path / "letters.yml", {}) == (None, [])


FAULTS = {
    "unknown slot": ("hos {carrier}.", "hos {operator}.", "letter-slot", "{operator}"),
    "slot in one language only": (
        'zh: "我要解除在{carrier}的',
        'zh: "我要解除在你们的',
        "letter-languages",
        "我要解除在你们的",
    ),
    "unknown fact": (
        "[law:id-check-at-end, identity:documents]",
        "[law:id-check-at-start, identity:documents]",
        "fact-missing",
        "law:id-check-at-start,",
    ),
    "fact without a law": ("cites: [law:itemised-bill]", "cites: [complaints:cost]", "letter-law", "complaints:cost"),
    "missing language": (
        "{nb: Oppsigelse, zh: 解约信, en: Cancellation}",
        "{nb: Oppsigelse, zh: 解约信}",
        "field-missing",
        "",
    ),
    "Han in the Norwegian": ("nb: Dette er ikke en vanlig", "nb: 这 er ikke en vanlig", "letter-script", "nb: 这"),
    "another alphabet in the English": ("en: This is not an", "en: Это is not an", "letter-script", "en: Это"),
    "unused field": ("phone, name, born, email, ended]", "phone, name, born, email, heir]", "letter-unused", ", heir]"),
    "unknown field": (
        "[phone, name, born, email, account]",
        "[phone, name, born, email, iban]",
        "letter-field",
        "iban",
    ),
    "slot of a field not listed": ("born, invoice, sent,", "born, invoice,", "letter-slot", "{sent}"),
    "kind left out": ("  - id: balance\n", "  - id: erasure\n", "letter-kinds", "letters:\n"),
    "empty line": ("nb: Dette er ikke en vanlig oppsigelse.", 'nb: ""', "text-line", 'nb: ""'),
    "unknown flag": (
        'optional: true\n          nb: "Det gjelder',
        'optional: maybe\n          nb: "Det gjelder',
        "value-flag",
        "",
    ),
    "end without words": ("  soonest: {", "  sooner: {", "field-unknown", "sooner"),
    "slot in the frame": ("Til: {company}", "Til: {firm}", "letter-slot", "Til: {firm}"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_reported_in_its_place(fault: str, tmp_path: Path) -> None:
    old, new, rule, place = FAULTS[fault]
    assert old in TEXT
    text = TEXT.replace(old, new, 1)
    found = [one for one in problems_of(text, tmp_path) if f"[{rule}]" in one]
    assert found, problems_of(text, tmp_path)
    if place:
        # At the text, or where its entry begins.
        line = text[: text.index(place)].count("\n") + 1
        assert any(abs(line - int(one.split()[0])) <= 3 for one in found), (line, found)


def test_what_cannot_be_read_is_reported_once(tmp_path: Path) -> None:
    found = problems_of(TEXT.replace("sign: heir", "sign: somebody"), tmp_path)
    assert len(found) == 1
    assert "[value-choice]" in found[0]
