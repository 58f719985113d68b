"""Takes out of built pages and folders what the engine put there and nothing uses."""

import re
import shutil
from pathlib import Path

# Controls of Material's script, which is not shipped; they stand outside every template block.
DEAD_CONTROLS = (
    '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">',
    '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">',
    '<label class="md-overlay" for="__drawer"></label>',
    """\
    <div class="md-dialog" data-md-component="dialog">
      <div class="md-dialog__inner md-typeset"></div>
    </div>""",
)
# Copies of the theme's files, and a sitemap that knows one language only.
LEFTOVERS = ("assets", "search/search_index.json", "sitemap.xml", "sitemap.xml.gz")
# Between the tags of the theme's frame; inside the text a blank can mean something, as in code.
_BLANKS = re.compile(r"\s*\n\s*")
_TEXT, _TEXT_END = "<article", "</article>"


class TidyError(Exception):
    """A page that does not look like the theme's pages did when this was written."""


def tidy_language(folder: Path) -> None:
    """Clean the built folder of one language; TidyError if a page is not as expected."""
    for name in LEFTOVERS:
        _remove(folder / name)
    for page in sorted(folder.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        try:
            page.write_text(tidy_page(text), encoding="utf-8", newline="\n")
        except TidyError as error:
            raise TidyError(f"{page.relative_to(folder.parent)}: {error}") from None


def tidy_page(text: str) -> str:
    """A built page without what nobody needs; TidyError if a page of the theme is not as expected."""
    return without_blanks(text)


def without_blanks(text: str) -> str:
    """A themed page whose frame has no empty lines and no indentation; any other page as it is."""
    if "data-md-component" not in text:
        return text
    before, start, rest = text.partition(_TEXT)
    inside, end, after = rest.partition(_TEXT_END)
    return "".join((_BLANKS.sub("\n", before).lstrip(), start, inside, end, _BLANKS.sub("\n", after)))


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
