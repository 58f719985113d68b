"""A composed site of planted carriers, beside the project's own shared facts, which procedures need."""

from dataclasses import replace
from pathlib import Path

from composing.claims import Library
from composing.site import Site
from support import project
from support.carriers import TODAY, read


def planted(root: Path, **carriers: str) -> Site:
    """The site of these carrier files, by slug."""
    data, problems = read(root, {f"{slug}.yml": text for slug, text in carriers.items()})
    assert [problem for problem in problems if problem.severity == "error"] == []
    real = project.inputs().data
    return Site(Library(replace(data, topics=real.topics, questions={**real.questions, **data.questions}), TODAY))
