"""Takes out of built pages and folders what the engine put there and nothing uses."""

import shutil
from pathlib import Path

# Controls of Material's script, which is not shipped; they stand outside every template block.
DEAD_CONTROLS = (
    '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">',
    '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">',
    '<label class="md-overlay" for="__drawer"></label>',
)
# Copies of the theme's files, and a sitemap that knows one language only.
LEFTOVERS = ("assets", "search/search_index.json", "sitemap.xml", "sitemap.xml.gz")


class TidyError(Exception):
    """A page that does not look like the theme's pages did when this was written."""


def tidy_language(folder: Path) -> None:
    """Clean the built folder of one language; TidyError if a page is not as expected."""
    for name in LEFTOVERS:
        _remove(folder / name)
    for page in sorted(folder.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        try:
            page.write_text(without_dead_controls(text), encoding="utf-8", newline="\n")
        except TidyError as error:
            raise TidyError(f"{page.relative_to(folder.parent)}: {error}") from None


def without_dead_controls(text: str) -> str:
    """A themed page without the dead controls; a page without the theme as it is."""
    if "data-md-component" not in text:
        return text
    for control in DEAD_CONTROLS:
        if text.count(control) != 1:
            raise TidyError(f"must hold once, as Material writes it: {control}")
        text = text.replace(control, "")
    return text


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
