"""Pages above the languages whose text another stage wrote, such as the description of the API."""

import json
from pathlib import Path

from markupsafe import Markup

from finishing.assets import ROOT, Assets
from finishing.frame import framed


def write_plain_pages(texts: Path, site: Path, name: str, assets: Assets) -> None:
    """Write <site>/<path>.html for each <texts>/<path>.json; no folder of texts, no page.

    A text is an object with tag (language tag), title, summary (one line) and body (HTML without h1, trusted).
    """
    for path in sorted(texts.rglob("*.json")):
        page = path.relative_to(texts).with_suffix(".html")
        text = json.loads(path.read_text(encoding="utf-8"))
        html = framed(
            "plain.html",
            # The body comes from a template of ours, which has escaped all data in it.
            body=Markup(text["body"]),  # noqa: S704
            kind="plain",
            root="../" * (len(page.parts) - 1),
            site_name=name,
            stylesheet=assets.names[ROOT],
            summary=text["summary"],
            tag=text["tag"],
            title=text["title"],
        )
        (site / page).parent.mkdir(parents=True, exist_ok=True)
        (site / page).write_text(html, encoding="utf-8", newline="\n")
