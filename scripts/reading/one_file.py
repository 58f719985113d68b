"""One file of data: what it holds by its shape, and every problem of it."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from model.problem import Problem
from reading.shapes import Record, Report
from reading.strict_yaml import Node, read_tree

T = TypeVar("T")


@lru_cache(maxsize=256)
def parsed(file: str, data: bytes) -> tuple[Node | None, tuple[Problem, ...]]:
    """A file's tree and problems; kept, since many read again and again what has not changed."""
    tree, found = read_tree(file, data)
    return tree, tuple(found)


def file_tree(path: Path) -> tuple[Node | None, list[Problem]]:
    """The tree of a file that must be there and hold something; None with the problems that say why not."""
    try:
        data = path.read_bytes()
    except OSError as error:
        text = f"file must be readable: {error.strerror}"
        return None, [Problem(path.as_posix(), 1, 1, "file-read", text, "put a file there that opens")]
    tree, problems = parsed(path.as_posix(), data)
    if tree is None and not problems:
        advice = "see CONTRIBUTING for the fields"
        return None, [Problem(path.as_posix(), 1, 1, "file-empty", "file must hold data", advice)]
    return tree, list(problems)


def read_one(
    path: Path, shape: Record[T], empty: T, finish: Callable[[T, Report], T] = lambda read, _: read
) -> tuple[T, list[Problem]]:
    """What a file that stands alone beside the data holds, and every problem of it.

    empty: what is given where the file is absent or cannot be read; finish: checks what was read, and completes it.
    """
    if not path.is_file():
        return empty, []
    tree, problems = file_tree(path)
    if tree is None:
        return empty, problems
    report = Report(path.as_posix())
    read = shape.read(report, "", tree)
    return (empty if read is None else finish(read, report)), report.problems
