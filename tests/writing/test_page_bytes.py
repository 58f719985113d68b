"""A hand-written page is text as strict as the data: OpenCC would end it at a NUL, a reader sees no zero-width sign."""

import shutil
from pathlib import Path

import pytest

from model.problem import DataProblems
from support import project
from writing.inputs import read_inputs


@pytest.mark.parametrize(
    ("sign", "rule"),
    [
        (b"\0", "file-character"),
        ("\u200b".encode(), "file-character"),
        (b"\xff", "file-encoding"),
        (b"\r\n", "file-newline"),
    ],
)
@pytest.mark.parametrize("name", ["topics/esim.md", "guides/4g.md", "tools/answers.md"])
def test_a_sign_that_is_no_text_is_located(tmp_path: Path, name: str, sign: bytes, rule: str) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(project.ROOT / "docs", docs)
    page = docs / "zh" / name
    page.write_bytes(page.read_bytes() + sign + b"\n")
    with pytest.raises(DataProblems) as refused:
        read_inputs(project.ROOT / "carriers", docs, ["zh", "zh-hant"], project.TODAY)
    found = [problem for problem in refused.value.problems if problem.rule == rule]
    assert [problem.file for problem in found] == [page.as_posix()]
    assert found[0].line > 10
