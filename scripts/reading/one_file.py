"""A file that stands alone beside the data, read as strictly as they are."""

from pathlib import Path
from typing import TypeVar

from model.problem import Problem
from reading.shapes import Record, Report
from reading.strict_yaml import read_tree

T = TypeVar("T")


def read_one(path: Path, shape: Record[T], empty: T) -> tuple[T, list[Problem]]:
    """What a file holds and every problem of it; `empty` where it is absent or cannot be read."""
    if not path.is_file():
        return empty, []
    tree, problems = read_tree(path.as_posix(), path.read_bytes())
    if tree is None:
        return empty, problems
    report = Report(path.as_posix())
    return shape.read(report, "", tree) or empty, problems + report.problems
