"""The frame of the pages above the languages: the strict policy, and our style sheet without the theme's."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from engine.policy import META_POLICY


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )


def framed(template: str, **values: object) -> str:
    """A whole page from a template that extends frame.html.

    Every template needs tag, kind (the body's class), root (the way to the site's root), site_name and stylesheet.
    """
    return _environment().get_template(template).render(values, policy=META_POLICY) + "\n"
