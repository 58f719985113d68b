"""HTML blocks stay out of the engine: a page goes in with one mark for each, and comes out with the blocks in place.

Markdown leaves such a block as it is, but reads it twice to find where it ends and which ids it holds; on our pages,
most of which are HTML, that was two thirds of a build. What comes out is the same, byte for byte.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

# What the pages of a staging folder are called, each in a folder of its own.
PAGE = "index.md"
# A block begins a line with one of these; what follows it is an empty line, the next block, or the end.
_OPENING = re.compile(
    r"^<(article|aside|details|div|dl|footer|form|header|nav|ol|p|section|table|ul)[ >]", re.MULTILINE
)
_MAY_FOLLOW = re.compile(rf"[ \t]*(?:\n|\Z)|{_OPENING.pattern[1:]}")
_ID = re.compile(r' id="[^"]*"')


class LostBlock(Exception):
    """A block that the engine's page has no mark for; the text names the page and the block."""


class Block(NamedTuple):
    """What stands for a block on its way through the engine, and where the block is in its page."""

    mark: str
    start: int
    stop: int


def lift_folder(source: Path, out: Path) -> dict[str, list[Block]]:
    """Write the folder with marks in the place of its pages' blocks, every other file as it is; blocks by page."""
    blocks = {}
    for path in sorted(source.rglob("*")):
        if path.is_file():
            name = path.relative_to(source)
            target = out / name
            target.parent.mkdir(parents=True, exist_ok=True)
            content = path.read_bytes()
            if path.name == PAGE:
                text, blocks[name.as_posix()] = lifted(content.decode())
                content = text.encode()
            target.write_bytes(content)
    return blocks


def lower_folder(built: Path, source: Path, blocks: Mapping[str, Sequence[Block]]) -> None:
    """Put the blocks of a folder's pages into what the engine made of them; LostBlock where one has no place."""
    for page, its_blocks in blocks.items():
        path = (built / page).with_suffix(".html")
        html, text = path.read_text(encoding="utf-8"), (source / page).read_bytes().decode()
        try:
            whole = lowered(html, text, its_blocks)
        except LostBlock as error:
            raise LostBlock(f"{path.relative_to(built).as_posix()}: {error}") from None
        path.write_text(whole, encoding="utf-8", newline="\n")


def lifted(text: str) -> tuple[str, list[Block]]:
    """A page of Markdown with a mark in the place of each block, and where they were."""
    pieces: list[str] = []
    blocks: list[Block] = []
    end = 0
    for start, stop in _blocks(text):
        # The engine checks links to the block's ids.
        ids = "".join(f"<i{one}></i>" for one in _ID.findall(text, start, stop))
        blocks.append(Block(f'<div data-block="{len(blocks)}">{ids}</div>', start, stop))
        pieces += [text[end:start], blocks[-1].mark, "\n"]
        end = stop
    return "".join([*pieces, text[end:]]), blocks


def lowered(html: str, text: str, blocks: Sequence[Block]) -> str:
    """HTML made from a lifted page, with the blocks of the page again; LostBlock where a mark is missing."""
    pieces: list[str] = []
    for number, (mark, start, stop) in enumerate(blocks):
        before, found, html = html.partition(mark)
        block = text[start:stop].removesuffix("\n")
        if not found:
            raise LostBlock(f"the engine lost block {number}: {block[:60]!r}")
        pieces += [before, block]
    return "".join([*pieces, html])


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each block, its last line break included; a block that ends within a line is not one."""
    after = 0
    for opening in _OPENING.finditer(text):
        start = opening.start()
        # A block begins the text, or follows another or an empty line.
        if start == after or (start > after and not text[text.rfind("\n", 0, start - 1) + 1 : start].strip()):
            end = _end(text, start, opening[1])
            if end:
                yield start, end
                after = end


def _end(text: str, start: int, tag: str) -> int:
    """Where the block ends that begins at start; 0 where it does not end with a line, or text follows at once."""
    depth, line = 0, len(text)
    for sign in re.compile(rf"<(/?){tag}[ >]").finditer(text, start):
        if sign.start() > line:
            return 0
        depth += -1 if sign[1] else 1
        if depth == 0:
            line = text.find("\n", sign.end())
            if line == sign.end():
                return line + 1 if _MAY_FOLLOW.match(text, line + 1) else 0
    return 0
