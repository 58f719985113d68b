"""A page with every component of Material that needs no script, built with the whole sheet and with the reduced one."""

from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

import engine.run
import finishing.reduce
from engine.config import language_config
from engine.run import build_languages
from finishing.assets import write_assets
from finishing.reduce import reduce_sheet
from finishing.tidy import tidy_language
from paths import ASSETS
from support.small_site import EPOCH, LANGUAGES, NO_ADDRESS, page_text

PAGE = Path(__file__).with_suffix(".md")
# As Material's reference asks for them, but for emojis and diagrams, which need pictures or a script.
EXTENSIONS: list[str | dict[str, dict[str, Any]]] = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    {"toc": {"permalink": True}},
    {"pymdownx.arithmatex": {"generic": True}},
    {"pymdownx.betterem": {"smart_enable": "all"}},
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    {"pymdownx.highlight": {"anchor_linenums": True, "line_spans": "__span", "pygments_lang_class": True}},
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.mark",
    "pymdownx.smartsymbols",
    "pymdownx.superfences",
    {"pymdownx.tabbed": {"alternate_style": True}},
    {"pymdownx.tasklist": {"custom_checkbox": True}},
    "pymdownx.tilde",
]


def build_components(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Build the page into folder/whole/zh/ and folder/reduced/zh/."""
    stage, whole = folder / "stage", folder / "whole"
    (stage / "zh").mkdir(parents=True)
    text = page_text({"summary": "components"}, PAGE.read_text(encoding="utf-8"))
    (stage / "zh" / "index.md").write_text(text, encoding="utf-8")

    def extended(*values: Any) -> dict[str, Any]:
        return {**language_config(*values), "markdown_extensions": EXTENSIONS}

    patch.setattr(engine.run, "language_config", extended)
    assets = write_assets(ASSETS, whole / "assets")
    build_languages(stage, whole, LANGUAGES[:1], NO_ADDRESS, assets.names, EPOCH)
    tidy_language(whole / "zh")
    # Here Material styles all there is: the page has nothing of ours.
    patch.setattr(finishing.reduce, "STYLED_BY_US", frozenset())
    reduce_sheet(copytree(whole, folder / "reduced"), assets)
