"""A figure in a hand-written page is an error unless a fact stands behind it."""

from pathlib import Path

import pytest

from writing.topic_check import topic_problems


def found(tmp_path: Path, text: str) -> list[tuple[int, int, str]]:
    path = tmp_path / "page.md"
    path.write_text(text, encoding="utf-8")
    return [(problem.line, problem.col, problem.text.rpartition(": ")[2]) for problem in topic_problems(path)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("两周内要答复。", ["'两周'"]),
        ("合约最长12个月。", ["'1'", "'2'"]),
        ("见§ 4-6。", ["'§'", "'4'", "'6'"]),
        ("按第二十条办。", ["'第二十条'"]),
        ("罚三百克朗。", ["'三百克朗'"]),
        ("Wait two weeks.", ["'two weeks'"]),
        ("Within fourteen days, or half a year.", ["'fourteen days'", "'half a year'"]),
        ("A one-month notice and two working days.", ["'one-month'", "'two working days'"]),
        ("Vent i fjorten dager.", ["'fjorten dager'"]),
        ("Én måned, to uker eller tre virkedager.", ["'Én måned'", "'to uker'", "'tre virkedager'"]),
        ("Gebyret er hundre kroner.", ["'hundre kroner'"]),
        ("---\nsummary: 14天内可以反悔。\n---\n", ["'1'", "'4'"]),
    ],
)
def test_figure_of_its_own_is_refused(tmp_path: Path, text: str, figures: list[str]) -> None:
    assert [what for _, _, what in found(tmp_path, text)] == figures


@pytest.mark.parametrize(
    "text",
    [
        "{fact law:binding-max-12-months}",
        "手续费是{value unpaid:reminder-fee nok}克朗。",
        "1. 先打电话。\n2. 再写信。",
        "## 5G家里宽带 {: #home-5g }",
        "看[这里](../guides/4g/index.md)。",
        "号码以+47开头。",
        "Ask on the day before, or which day; one of the two carriers, every month.",
        "Spør dagen før, en av de to operatørene, hver måned, et år om gangen.",
        "搬家前一天问，哪一天都行；看下面的第二条。",
    ],
)
def test_what_is_no_figure_is_accepted(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


def test_place_is_told(tmp_path: Path) -> None:
    assert found(tmp_path, "# 标题\n\n等三个月。\n") == [(3, 2, "'三个月'")]
