"""Reads one value as a shape does, at line 3, column 7."""

from typing import Any

from reading.shapes import Report, Shape
from reading.strict_yaml import Node, Scalar
from support.carriers import Place, brief


def read(shape: Shape[Any], node: Node) -> tuple[Any, list[Place]]:
    """The value of a node, and every problem."""
    report = Report("a.yml")
    report.seen("field", node)
    return shape.read(report, "field", node), brief(report.problems)


def value(shape: Shape[Any], text: str) -> Any:
    """The value of a text that is accepted."""
    got, problems = read(shape, Scalar(3, 7, text))
    assert problems == []
    return got


def problem(shape: Shape[Any], text: str) -> tuple[str, str]:
    """The rule and the text of the one problem of a text that is refused."""
    got, [(line, col, rule, said)] = read(shape, Scalar(3, 7, text))
    assert (got, line, col) == (None, 3, 7)
    return rule, said
