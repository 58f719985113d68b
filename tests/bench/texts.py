"""Our staging folder as the content of another engine: the same text, with the front matter that engine reads."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

# Below the staging folder, beside the languages: what is no Markdown page (see pipeline.build_site).
OTHERS = frozenset({"root", "plain"})
_FRONT = re.compile(r"\A---\n.*?^---\n+", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"^# +(.+?)(?: +\{:.*\})? *$", re.MULTILINE)
# The mark of attributes, which Goldmark writes without the colon.
_ATTRIBUTES = re.compile(r"^(#+ .*)\{:(.*\})", re.MULTILINE)
# Name of a page, its text, and whether pages lie below it -> name and text as another engine has them.
Converter = Callable[[str, str, bool], tuple[str, str]]


class Written(NamedTuple):
    """How many pages there are, and how many bytes they have together."""

    pages: int
    size: int


def markdown(texts: Mapping[str, str]) -> Written:
    """The pages that are given to an engine, without front matter."""
    return Written(len(texts), sum(len(body(text).encode()) for text in texts.values()))


def html(site: Path) -> Written:
    """The pages an engine has written."""
    sizes = [path.stat().st_size for path in site.rglob("*.html")]
    return Written(len(sizes), sum(sizes))


def staged_texts(stage: Path) -> dict[str, str]:
    """The Markdown of every language's pages, by path in the staging folder."""
    paths = (path for folder in sorted(stage.iterdir()) if folder.name not in OTHERS for path in folder.rglob("*.md"))
    return {path.relative_to(stage).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def write_content(folder: Path, texts: Mapping[str, str], names: frozenset[str], convert: Converter) -> None:
    """Write texts as an engine reads them; names: of all pages, of which the texts may be a part."""
    above = {parent.as_posix() for name in names for parent in Path(name).parent.parents}
    for name, text in texts.items():
        own, converted = convert(name, text, Path(name).parent.as_posix() in above)
        path = folder / own
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(converted, encoding="utf-8", newline="\n")


def body(text: str) -> str:
    """A page without its front matter."""
    return _FRONT.sub("", text, count=1)


def title(text: str) -> str:
    """The first heading, without its attributes; "" where there is none."""
    found = _TITLE.search(text)
    return found[1] if found else ""


def for_mkdocs(name: str, text: str, _above: bool) -> tuple[str, str]:
    """The text alone: MkDocs and Zensical take the title from the heading."""
    return name, body(text)


def for_pelican(name: str, text: str, _above: bool) -> tuple[str, str]:
    """Lines of meta data; the slug is the page's path, so that no two pages write one file."""
    plain = body(text)
    slug = Path(name).parent.as_posix() if Path(name).name == "index.md" else Path(name).with_suffix("").as_posix()
    return name, f"Title: {title(plain) or slug}\nDate: 2026-01-01\nSlug: {slug}\n\n{plain}"


def for_hugo(name: str, text: str, above: bool) -> tuple[str, str]:
    """Front matter with a title; the page of a folder with more pages has a name of its own."""
    plain = _ATTRIBUTES.sub(r"\1{\2", body(text))
    path = Path(name)
    own = path.with_name("_index.md") if above and path.name == "index.md" else path
    return own.as_posix(), f"---\ntitle: {json.dumps(title(body(text)), ensure_ascii=False)}\n---\n\n{plain}"
