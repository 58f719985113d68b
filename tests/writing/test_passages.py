"""Passages for some languages only: kept, dropped, and refused where a mark has no partner."""

from pathlib import Path

import pytest

from writing.passages import passage_problems, passages_for

BY_HAND = frozenset({"zh", "en", "nb"})
TEXT = """# Title

{only zh en}

Two of three.

{end}

{only nb}

One of three.

{end}

All.
"""


@pytest.mark.parametrize(
    ("language", "left"),
    [
        ("zh", "# Title\n\nTwo of three.\n\nAll.\n"),
        ("en", "# Title\n\nTwo of three.\n\nAll.\n"),
        ("nb", "# Title\n\nOne of three.\n\nAll.\n"),
    ],
)
def test_each_language_has_its_passages(language: str, left: str) -> None:
    assert passages_for(TEXT, language) == left


def test_a_text_without_marks_stays_as_it_is() -> None:
    assert passages_for("a\n\n\nb\n", "zh") == "a\n\n\nb\n"


def test_an_item_that_goes_leaves_the_list_tight() -> None:
    text = "- one\n\n{only zh}\n\n- two\n\n{end}\n\n- three\n"
    assert passages_for(text, "zh") == "- one\n- two\n- three\n"
    assert passages_for(text, "nb") == "- one\n- three\n"


def test_numbered_items_go_on_as_one_list() -> None:
    assert passages_for("1. one\n\n{only zh}\n\n2. two\n\n{end}\n", "zh") == "1. one\n2. two\n"


def test_a_passage_at_the_end_leaves_one_line_end() -> None:
    assert passages_for("All.\n\n{only zh}\n\nOne.\n\n{end}\n", "nb") == "All.\n"


def problems(folder: Path, text: str) -> list[str]:
    path = folder / "a.md"
    path.write_text(text, encoding="utf-8")
    return [f"{one.line}: {one.rule}: {one.text}" for one in passage_problems(path, BY_HAND)]


def test_pairs_are_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, TEXT) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a\n\n{end}\n", "3: passage: {end} must come in pairs"),
        ("{only zh}\n\na\n", "1: passage: {only zh} must be followed by {end}"),
        ("{only zh}\n\na\n\n{only nb}\n\nb\n\n{end}\n", "5: passage: {only nb} must come in pairs"),
        ("{only da}\n\na\n\n{end}\n", "1: passage: {only da} must name some of the languages en, nb, zh"),
        ("{only zh en nb}\n\na\n\n{end}\n", "1: passage: {only zh en nb} must name some of the languages"),
        ("{only zh-hant}\n\na\n\n{end}\n", "1: passage: {only zh-hant} must name some"),
    ],
)
def test_a_mark_that_says_nothing_clear_is_located(tmp_path: Path, text: str, said: str) -> None:
    assert [one for one in problems(tmp_path, text) if one.startswith(said)]
