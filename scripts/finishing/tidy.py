"""Takes out of built pages and folders what engine and templates put there and nothing uses."""

import re
import shutil
from pathlib import Path

# Copies of the theme's files, and a sitemap that knows one language only.
LEFTOVERS = ("assets", "search/search_index.json", "sitemap.xml", "sitemap.xml.gz")
# Between the tags of the frame; inside the text a blank can mean something, as in code.
_BLANKS = re.compile(r"\s*\n\s*")
_TEXT, _TEXT_END = '<article class="page__text', "</article>"


def tidy_language(folder: Path) -> None:
    """Clean the built folder of one language."""
    for name in LEFTOVERS:
        _remove(folder / name)
    for page in sorted(folder.rglob("*.html")):
        page.write_text(tidy_page(page.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def tidy_page(text: str) -> str:
    """A built page whose frame has no empty lines and no indentation; a page without a frame as it is."""
    before, start, rest = text.partition(_TEXT)
    inside, end, after = rest.rpartition(_TEXT_END)
    if not end:
        return text
    return "".join((_BLANKS.sub("\n", before).lstrip(), start, inside, end, _BLANKS.sub("\n", after)))


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
