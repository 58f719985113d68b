"""The pages above the languages: the chooser at the root, and the root's "not found" page."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from engine.settings import Language
from finishing.assets import Assets
from finishing.policy import META_POLICY


def write_root_pages(site: Path, name: str, languages: Sequence[Language], assets: Assets, prefix: str) -> None:
    """Write index.html and 404.html; prefix: path of the site on its host, for 404.html."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    template = environment.get_template("frame.html")
    shared = {
        "languages": languages,
        "policy": META_POLICY,
        "site_name": name,
        "stylesheet": assets.names["site.css"],
    }
    # A "not found" page answers at any depth, so its links cannot be relative.
    for file, root, missing in (("index.html", "", False), ("404.html", prefix, True)):
        text = template.render(shared, root=root, missing=missing)
        (site / file).write_text(text + "\n", encoding="utf-8", newline="\n")
