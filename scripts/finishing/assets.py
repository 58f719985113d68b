"""Assets: style sheets, scripts and pictures, one copy for all languages, hash in the name."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from finishing.css import CssError, read_css, write_css

# The sheet of every page of the frame: Material's, in its layer, then ours.
PAGE = "page.css"
# The sheet of the pages above the languages.
ROOT = "root.css"
_MATERIAL = "material.css"
# Written as several files, sent as one: it packs better, and is one request less.
JOINED = {
    PAGE: (_MATERIAL, "site.css", "parts.css"),
    ROOT: ("site.css", "parts.css", "root.css"),
    # Alone where a page has only the one, together on guides, which have both.
    "tables.css": ("tables.css",),
    "tools.css": ("tools.css",),
    "guide.css": ("tables.css", "tools.css"),
    "dates.js": ("rules.js", "calendar.js", "dates.js"),
    "letter.js": ("rules.js", "letter.js"),
}
_SOURCE_MAP = re.compile(rb"\n?/\*# sourceMappingURL=[^*]*\*/\s*")
_CHARSET = re.compile(rb'^@charset "[^"]*";', re.IGNORECASE)


class AssetError(Exception):
    """An asset that cannot be used."""


@dataclass(frozen=True, slots=True)
class Assets:
    """File names below the site's assets folder, by their names without hash."""

    names: Mapping[str, str]


def hashed_name(name: str, content: bytes) -> str:
    """The name with the first ten hex digits of its content's SHA-256: site.0123456789.css."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}{dot}{ending}"


def material_css() -> bytes:
    """Material's style sheet, in a cascade layer below our own, without its source map."""
    package = find_spec("material")
    if package is None or package.origin is None:
        raise AssetError("mkdocs-material is not installed")
    folder = Path(package.origin).parent / "templates" / "assets" / "stylesheets"
    found = sorted(folder.glob("main.*.min.css"))
    if len(found) != 1:
        raise AssetError(f"mkdocs-material must hold one main.*.min.css, found {len(found)}")
    return layered(found[0].read_bytes(), "material")


def layered(css: bytes, layer: str) -> bytes:
    """A style sheet inside `@layer`; what may not stand there is left out."""
    body = _SOURCE_MAP.sub(b"", _CHARSET.sub(b"", css)).strip()
    return b"@layer " + layer.encode() + b" {\n" + body + b"\n}\n"


def write_assets(source: Path, out: Path) -> Assets:
    """Write every file of source (flat) into the folder out, Material's style sheet as part of the page's.

    AssetError where a style sheet cannot be read; the text says where.
    """
    parts = {path.name: _content(path) for path in source.iterdir() if path.is_file()}
    files = joined({_MATERIAL: material_css(), **parts})
    out.mkdir(parents=True)
    names = {}
    for name, content in sorted(files.items()):
        names[name] = hashed_name(name, content)
        (out / names[name]).write_bytes(content)
    return Assets(names)


def joined(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files by name, with the parts of each joined file in one."""
    here = {name: parts for name, parts in JOINED.items() if files.keys() >= set(parts)}
    whole = {name: b"\n".join(files[part] for part in parts) for name, parts in here.items()}
    used = {part for parts in here.values() for part in parts}
    return {name: content for name, content in files.items() if name not in used} | whole


def plain_script(script: bytes) -> bytes:
    """A script without the comments that have a line of their own, and without indentation.

    Our scripts hold no text of several lines, in which this would be more than form.
    """
    lines = (line.strip() for line in script.splitlines())
    return b"".join(line + b"\n" for line in lines if line and not line.startswith(b"//"))


def _content(path: Path) -> bytes:
    """What is sent of a file: a style sheet or a script without comments and needless blanks, else all of it."""
    content = path.read_bytes()
    if path.suffix == ".js":
        return plain_script(content)
    if path.suffix != ".css":
        return content
    try:
        return write_css(read_css(content.decode())).encode()
    except CssError as error:
        raise AssetError(f"{path.name}:{error}") from None
