"""Compares what two engines made of one staging folder: byte for byte, by what a page says, and by its frame."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from itertools import chain

from canaries.reader import Said, read_said
from finishing.compress import ENDINGS

# Content of every file, by path: <language>/**.
Tree = Mapping[str, bytes]
# The one line in which an engine names itself.
GENERATOR = re.compile(rb'[ \t]*<meta name="generator"[^>]*>\n?')
PACKED = tuple(f".html{ending}" for ending in ENDINGS)
# How many lines of each kind of list are read by anyone.
SHOWN = 10


def byte_differences(ours: Tree, theirs: Tree) -> list[str]:
    """Every file that is not equal byte for byte once the generator's name is taken out, a line each."""
    found = list(_missing(ours.keys(), theirs.keys()))
    for name in sorted(ours.keys() & theirs.keys()):
        old, new = (GENERATOR.sub(b"", tree[name]) for tree in (ours, theirs))
        if old != new:
            found.append(f"{name}: {_first_difference(old, new)}")
    return found


@dataclass(slots=True)
class Compared:
    """What two engines do not share.

    said: pages that are missing or say another thing, a line for each part; frame: how many pages or files have
    another frame, by what is missing (-) or added (+).
    """

    said: list[str] = field(default_factory=list)
    frame: Counter[str] = field(default_factory=Counter)


def compared(ours: Tree, theirs: Tree) -> Compared:
    """Compares the pages of two engines by what they say, and everything else by its kind."""
    found = Compared(list(_missing(_pages(ours), _pages(theirs))), _file_kinds(ours, theirs))
    for name in sorted(_pages(ours) & _pages(theirs)):
        if ours[name] != theirs[name]:
            old, new = read_said(ours[name].decode()), read_said(theirs[name].decode())
            found.said += (f"{name}: {text}" for text in _parts(old, new))
            found.frame.update(["other bytes in a page", *set(_frame(old, new))])
    return found


def _file_kinds(ours: Tree, theirs: Tree) -> Counter[str]:
    """How many files that are no pages differ, by kind."""
    old, new = ours.keys() - _pages(ours), theirs.keys() - _pages(theirs)
    found = Counter(f"- file {_kind(name)}" for name in old - new)
    found.update(f"+ file {_kind(name)}" for name in new - old)
    found.update(f"other bytes in file {_kind(name)}" for name in old & new if ours[name] != theirs[name])
    return found


def shortened(lines: list[str], shown: int = SHOWN) -> list[str]:
    """The first lines, and how many more there are."""
    rest = len(lines) - shown
    return [*lines[:shown], f"and {rest} more"] if rest > 0 else lines


def _pages(tree: Tree) -> Set[str]:
    return {name for name in tree if name.endswith(".html")}


def _missing(old: Set[str], new: Set[str]) -> Iterator[str]:
    yield from (f"{name}: is missing" for name in sorted(old - new))
    yield from (f"{name}: is not among ours" for name in sorted(new - old))


def _first_difference(old: bytes, new: bytes) -> str:
    """The first line that is another one, as both have it."""
    lines = chain(zip(old.splitlines(), new.splitlines(), strict=False), [(old, new)])
    first = next(pair for pair in lines if pair[0] != pair[1])
    return " became ".join(repr(line[:120].decode(errors="replace")) for line in first)


def _parts(old: Said, new: Said) -> Iterator[str]:
    """What two readings of one page do not share, outside the frame."""
    if old.titles != new.titles:
        yield f"title {old.titles} became {new.titles}"
    if old.text != new.text:
        yield f"text {_first_word(old.text, new.text)}"
    for part in ("headings", "links", "facts"):
        lost, added = Counter(getattr(old, part)), Counter(getattr(new, part))
        if getattr(old, part) != getattr(new, part):
            yield f"{part} lost {list((lost - added).elements())[:3]}, added {list((added - lost).elements())[:3]}"


def _first_word(old: str, new: str) -> str:
    """Where two texts part, with a few words of each."""
    same = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), None)
    at = min(len(old), len(new)) if same is None else same
    start = max(0, at - 20)
    return f"{old[start : at + 40]!r} became {new[start : at + 40]!r}"


def _frame(old: Said, new: Said) -> Iterator[str]:
    """The kinds of difference between two frames, and between the tags of two main texts."""
    lost = Counter(kind for kind, _ in (Counter(old.frame) - Counter(new.frame)).elements())
    added = Counter(kind for kind, _ in (Counter(new.frame) - Counter(old.frame)).elements())
    yield from (f"- {kind}" for kind in lost - added)
    yield from (f"+ {kind}" for kind in added - lost)
    yield from (f"other address or content in {kind}" for kind in lost & added)
    if old.frame_text != new.frame_text:
        yield "other words in the frame"
    if old.tags != new.tags:
        yield "other tags in the main text"


def _kind(name: str) -> str:
    """A file's name without its language; packed copies by ending, files of a theme by folder and ending alone."""
    if name.endswith(PACKED):
        # They differ where their pages do.
        return f"*{name[name.rindex('.') :]}"
    path = name.partition("/")[2] or name
    folder, slash, file = path.rpartition("/")
    return f"{folder}/*.{file.rpartition('.')[2]}" if slash and folder.startswith("assets") else path
