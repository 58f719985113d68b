"""A site of four languages and few pages, with everything a page's front matter can hold."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import yaml

from engine.config import WORDS
from settings import Language, SiteSettings

EPOCH = 1_790_000_000
NO_ADDRESS = SiteSettings("", "", "")
# Each word carries markup, so that a page shows whether it was escaped.
LANGUAGES = (
    Language("zh", "zh-Hans", "简体中文", {key: f"{key} <词>" for key in WORDS}),
    Language("zh-hant", "zh-Hant", "繁體中文", {key: f"{key} <詞>" for key in WORDS}),
    Language("en", "en", "English", {key: f"{key} <word>" for key in WORDS}),
    Language("nb", "nb", "Norsk", {key: f"{key} <ord>" for key in WORDS}),
)
HOSTILE = "X &#60;/title&#62;&#60;script&#62;alert(1)&#60;/script&#62;"
SECTION = [
    {
        "name": "A <b>",
        "links": [
            {"text": "home <b>", "to": ""},
            {"text": "step <b>", "to": "carriers/one/esim/"},
            {"text": "sheet", "to": "carriers/one/esim/checklist/"},
        ],
    }
]
CARRIERS = f"""
# {HOSTILE} {{ #top }}

## {HOSTILE} {{ #first }}

[home](../index.md) [first](#first)

## Second {{ #second }}

## Third {{ #third }}
"""
STEPS = """
# Steps { #top }

<p class="lead">Verdict. <a href="../../../../nb/carriers/one/esim/#top">Norsk</a></p>

| a | b |
|---|---|
| c | d |
"""
SHEET = f"""
# {HOSTILE} {{ #top }}

<header class="sheet__head"><p>head</p></header>
"""

Pages = Mapping[str, tuple[Mapping[str, object], str]]
PAGES: Pages = {
    "index.md": ({"summary": "home"}, "# Home { #top }\n\n[all](carriers/index.md)\n\n## Topics { #topics }\n"),
    "carriers/index.md": ({"summary": '"><script>alert(2)</script>', "section": SECTION}, CARRIERS),
    "carriers/one/esim/index.md": (
        {
            "summary": "steps",
            "kind": "steps",
            "section": SECTION,
            "robots": "noindex",
            "checklist": "carriers/one/esim/checklist/",
        },
        STEPS,
    ),
    "search/index.md": ({"summary": "search", "robots": "noindex"}, "# Search { #top }\n"),
    "carriers/one/esim/checklist/index.md": (
        {"template": "checklist.html", "summary": "sheet"},
        SHEET,
    ),
}

PLAIN = {
    "tag": "en",
    "title": "Data <b>",
    "summary": '"><script>alert(3)</script>',
    "body": '<h2 id="files">Files</h2>\n<p><a href="all.json">all.json</a></p>',
}


def page_text(meta: Mapping[str, object], body: str) -> str:
    """Front matter and Markdown of one page."""
    return f"---\n{yaml.safe_dump(dict(meta), allow_unicode=True)}---\n{body}"


def write_pages(stage: Path, pages: Pages) -> None:
    """Write pages for each language."""
    for language in LANGUAGES:
        for name, (meta, body) in pages.items():
            path = stage / language.code / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page_text(meta, body), encoding="utf-8", newline="\n")


def write_stage(stage: Path) -> Sequence[Language]:
    """The stage of the small site."""
    write_pages(stage, PAGES)
    data = stage / "root" / "api"
    data.mkdir(parents=True)
    (data / "all.json").write_text("{}\n", encoding="utf-8")
    plain = stage / "plain" / "api"
    plain.mkdir(parents=True)
    (plain / "index.json").write_text(json.dumps(PLAIN), encoding="utf-8")
    return LANGUAGES


def stage_with(body: str) -> Callable[[Path], Sequence[Language]]:
    """A stage writer whose home page ends with the given Markdown."""

    def write(stage: Path) -> Sequence[Language]:
        meta, home = PAGES["index.md"]
        write_pages(stage, {**PAGES, "index.md": (meta, f"{home}\n{body}\n")})
        return LANGUAGES

    return write


def tree(folder: Path) -> dict[str, bytes]:
    """Content of every file below a folder, by path."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
