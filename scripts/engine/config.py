"""The MkDocs configuration of one language, as data and as YAML."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from paths import CONFIG, OVERRIDES
from settings import Language, SiteSettings

# Words of the page frame; every language has all of them.
WORDS = (
    "about",
    "carriers",
    "fix",
    "footer_line",
    "guides",
    "home",
    "languages",
    "menu",
    "not_found_text",
    "not_found_title",
    "on_this_page",
    "search",
    "skip",
    "source_of_data",
    "topics",
)
# Pages every page leads to: the word, and the page below the language's folder.
FRAME_PAGES = (("home", ""), ("carriers", "carriers/"), ("guides", "guides/"), ("about", "about/"))


def frame_links(language: Language, docs: Path) -> list[dict[str, str]]:
    """Links of the page frame, as {text, to}; a page that does not exist is left out."""
    return [{"text": language.words[word], "to": to} for word, to in FRAME_PAGES if (docs / to / "index.md").is_file()]


def language_config(
    language: Language,
    languages: Sequence[Language],
    settings: SiteSettings,
    shared: Mapping[str, Any],
    docs: Path,
) -> dict[str, Any]:
    """What a language adds to mkdocs.yml; shared: the part of `extra` all languages have."""
    config: dict[str, Any] = {
        "theme": {"language": language.tag, "custom_dir": str(OVERRIDES)},
        "extra": {
            **shared,
            "url": settings.url,
            "repository": settings.repository,
            "contact": settings.contact,
            "prefix": settings.prefix,
            "code": language.code,
            "words": {key: language.words[key] for key in WORDS},
            "report": (docs / "about" / "correct" / "index.md").is_file(),
            "frame": frame_links(language, docs),
            "search": (docs / "search" / "index.md").is_file(),
            # Not `languages`, as in mkdocs.yml: an engine may join a list to the inherited one.
            "built_languages": [{"code": x.code, "tag": x.tag, "name": x.name} for x in languages],
        },
    }
    if settings.url:
        config["site_url"] = f"{settings.url}{language.code}/"
    return config


def write_config(config: Mapping[str, Any], path: Path, docs: Path, out: Path) -> None:
    """Write a configuration that inherits mkdocs.yml, reads docs and writes to out."""
    places = {
        "INHERIT": os.path.relpath(CONFIG, path.parent),
        "docs_dir": str(docs),
        "site_dir": str(out),
    }
    text = yaml.safe_dump({**places, **config}, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8", newline="\n")
