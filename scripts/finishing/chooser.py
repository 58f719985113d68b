"""The pages above the languages: the chooser at the root, and the root's "not found" page."""

from collections.abc import Sequence
from pathlib import Path

from finishing.assets import ROOT, Assets
from finishing.frame import framed
from settings import Language, SiteSettings

# Remembers the language of a link that is followed; sends readers on to theirs.
_REMEMBER, _SEND_ON = "site.js", "chooser.js"


def write_root_pages(
    site: Path, name: str, languages: Sequence[Language], assets: Assets, settings: SiteSettings
) -> None:
    """Write index.html and 404.html; name: that of the site."""
    # A "not found" page answers at any depth, so its links cannot be relative.
    for file, root, missing in (("index.html", "", False), ("404.html", settings.prefix, True)):
        text = framed(
            "chooser.html",
            kind="chooser",
            languages=languages,
            missing=missing,
            root=root,
            scripts=[assets.names[script] for script in (_REMEMBER, *([] if missing else [_SEND_ON]))],
            site_name=name,
            stylesheet=assets.names[ROOT],
            tag=languages[0].tag,
            url=settings.url,
        )
        (site / file).write_text(text, encoding="utf-8", newline="\n")
