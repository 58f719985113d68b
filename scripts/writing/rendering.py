"""The template engine: HTML is escaped by itself, Markdown headings through `| md`, an undefined name is an error."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from writing.escape import for_front_matter, for_markdown

TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # for_markdown turns every sign that Markdown or HTML knows into an entity, so its result is safe as it is.
    environment.filters["md"] = lambda text: Markup(for_markdown(text))  # noqa: S704
    return environment


def compile_templates() -> None:
    """Compile every template, so that processes that split off from this one need not."""
    environment = _environment()
    for name in environment.list_templates():
        environment.get_template(name)


def rendered(template: str, meta: dict[str, object], **values: Any) -> str:
    """A Markdown page: front matter, then the template. Blank lines inside HTML blocks are dropped."""
    body = _environment().get_template(template).render(**values)
    return for_front_matter(meta) + "\n" + _tidy(body)


def block(macro: str, *values: Any) -> str:
    """One HTML piece of parts.j2, for use inside hand-written Markdown."""
    module = _environment().get_template("parts.j2").module
    return _tidy(str(getattr(module, macro)(*values)))


def _tidy(body: str) -> str:
    """One blank line at most, no blanks at line ends: the files are read by people in review."""
    lines: list[str] = []
    for line in body.splitlines():
        text = line.rstrip()
        if text or (lines and lines[-1]):
            lines.append(text)
    return "\n".join(lines).strip() + "\n"
