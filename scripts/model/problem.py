"""What is wrong in an input file, where, and what to write instead."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One located problem; sorts by file, line and column, as a reader meets them."""

    file: str
    line: int
    col: int
    rule: str
    text: str
    advice: str
    severity: Severity = "error"

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.col}"
        return f"{where}: {self.severity} [{self.rule}] {self.text}\n    {self.advice}"


class DataProblems(Exception):
    """Raised by a build when the data has errors; holds every problem of every file."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems
