"""A problem is located where an editor can go to its place."""

from model.problem import Problem


def misplaced(problem: Problem, content: bytes) -> bool:
    """Whether the place is outside the file, or the problem is said on more lines than two."""
    lines = content.split(b"\n")
    inside = 1 <= problem.line <= len(lines)
    if not inside or str(problem).count("\n") != 1:
        return True
    width = len(lines[problem.line - 1].decode("utf-8", "replace"))
    return not 1 <= problem.col <= width + 1
