"""Carriers that do not exist, as many as wanted, in the mix of the project's own files."""

import re
from collections.abc import Iterator
from itertools import count as numbers
from itertools import cycle, islice
from pathlib import Path

from support.project import ROOT
from writing.carrier_page import GROUPS

_ALIAS = re.compile(r"^(  - \{text: )[^,}]+", re.MULTILINE)
_ALIASES = re.compile(r"^aliases:\n(?:  .*\n)+", re.MULTILINE)
_GROUP = re.compile(rf"^house: (?:{'|'.join(sorted(GROUPS))})$", re.MULTILINE)
# A telephone number in both its forms, without the last four digits: value, and print as the carrier groups it.
_PHONE = re.compile(r'^( +value: "\+\d+)\d{4}"\n( +print: "\+[\d ]+)"$', re.MULTILINE)


def write_carriers(folder: Path, count: int) -> None:
    """Write synthetic-0001.yml and so on into a folder; the same count gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    for slug, text in islice(_carriers(), count):
        (folder / f"{slug}.yml").write_text(text, encoding="utf-8", newline="\n")


def _carriers() -> Iterator[tuple[str, str]]:
    """Slug and file of every carrier: the project's files in turn, each time under another name."""
    own = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "carriers").glob("*.yml"))]
    for number, text in zip(numbers(1), cycle(own), strict=False):
        yield f"synthetic-{number:04}", _renamed(text, number)


def _renamed(text: str, number: int) -> str:
    """The file of another carrier; of a house whose brands name each other it is no part."""
    name = f"Synthetic {number:04}"
    text = re.sub(r"^slug: .*$", f"slug: synthetic-{number:04}", text, count=1, flags=re.MULTILINE)
    text = re.sub(r"^name: .*$", f"name: {name}", text, count=1, flags=re.MULTILINE)
    text = _GROUP.sub("house: independent", text)
    text = _ALIASES.sub(lambda found: _other_aliases(found[0], name), text)
    return _PHONE.sub(lambda found: _other_phone(found[1], found[2], f"{number:04}"[-4:]), text)


def _other_aliases(block: str, name: str) -> str:
    """As many aliases of the same kinds, which no other carrier has."""
    left = numbers(1)
    return _ALIAS.sub(lambda found: f"{found[1]}{name} {next(left)}", block)


def _other_phone(value: str, printed: str, digits: str) -> str:
    """A number with these last four digits, grouped as it was."""
    fresh = list(digits)
    signs = [fresh.pop() if sign.isdecimal() and fresh else sign for sign in reversed(printed)]
    return f'{value}{digits}"\n{"".join(reversed(signs))}"'
