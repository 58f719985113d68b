"""The pages above the languages: the chooser at the root, and the root's "not found" page."""

from collections.abc import Sequence
from pathlib import Path

from engine.settings import Language
from finishing.assets import Assets
from finishing.frame import framed


def write_root_pages(site: Path, name: str, languages: Sequence[Language], assets: Assets, prefix: str) -> None:
    """Write index.html and 404.html; prefix: path of the site on its host, for 404.html."""
    # A "not found" page answers at any depth, so its links cannot be relative.
    for file, root, missing in (("index.html", "", False), ("404.html", prefix, True)):
        text = framed(
            "chooser.html",
            kind="chooser",
            languages=languages,
            missing=missing,
            root=root,
            site_name=name,
            stylesheet=assets.names["site.css"],
            tag=languages[0].tag,
        )
        (site / file).write_text(text, encoding="utf-8", newline="\n")
