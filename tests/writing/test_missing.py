"""What is not found while pages are written is a problem with a place, never a traceback."""

import shutil
from pathlib import Path

import pytest

from support import project
from writing.all_pages import composed, page_problems
from writing.inputs import read_inputs


def lose(path: Path, line: str) -> None:
    """Remove the line that begins so from a file, or the file where none is named."""
    if not line:
        path.unlink()
        return
    lines = path.read_text(encoding="utf-8").split("\n")
    [at] = [number for number, text in enumerate(lines) if text.startswith(line)]
    path.write_text("\n".join([*lines[:at], *lines[at + 1 :]]), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "line", "rule", "text"),
    [
        ("zh/tools/answers.md", "", "page-missing", "file must be there"),
        ("zh/phrases.yml", "  not_sure: ", "phrase-missing", "phrase must be there: "),
    ],
)
def test_what_pages_need_is_missed_with_its_file(tmp_path: Path, name: str, line: str, rule: str, text: str) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(project.ROOT / "docs", docs)
    lose(docs / name, line)
    inputs = read_inputs(project.ROOT / "carriers", docs, ["zh"], project.TODAY)
    [problem] = page_problems(inputs, composed(inputs, project.TODAY), "zh")
    assert (problem.file, problem.line, problem.rule) == ((docs / name).as_posix(), 1, rule)
    assert problem.text.startswith(text)
