"""Builds that differ in every page and every asset, made of one built site without building it again."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from finishing.assets import hashed_name
from finishing.checksums import write_checksums
from finishing.compress import ENDINGS, compress_site

_HASH = re.compile(r"\.[0-9a-f]{10}(?=\.\w+$)")


def variant(site: Path, folder: Path, word: str) -> Path:
    """A whole build in which every asset ends in a comment, and so has another name, and every page names it.

    Pages keep their size: what tells readers that a page is unchanged must not go by size alone.
    """
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns(*(f"*{ending}" for ending in ENDINGS)))
    names = {path.name: _changed(path, word) for path in sorted((folder / "assets").iterdir())}
    for page in folder.rglob("*.html"):
        _rename(page, names)
    compress_site(folder)
    write_checksums(folder)
    return folder


def _changed(asset: Path, word: str) -> str:
    comment = f"/* {word} */\n" if asset.suffix == ".css" else f"// {word}\n"
    content = asset.read_bytes() + comment.encode()
    name = hashed_name(_HASH.sub("", asset.name), content)
    asset.unlink()
    asset.with_name(name).write_bytes(content)
    return name


def _rename(page: Path, names: Mapping[str, str]) -> None:
    text = page.read_text(encoding="utf-8")
    for old, new in names.items():
        text = text.replace(old, new)
    page.write_text(text, encoding="utf-8")
