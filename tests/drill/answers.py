"""Whether a server sends the site as its own `_headers` says, packed or not, found or not."""

import http.client
import zlib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

# The package brings no types.
import brotli  # type: ignore[import-untyped]

from finishing.headers import FRESH_HEADERS, PAGE_HEADERS
from publishing.sums import read_sums
from settings import language_tags

ENCODINGS = {"identity": "", "gzip": ".gz", "br": ".br"}


class Answer(NamedTuple):
    """What a server sent; headers by names in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def content(self) -> bytes:
        """The body, unpacked."""
        how = self.headers.get("content-encoding", "")
        if how == "gzip":
            return zlib.decompress(self.body, 31)
        return bytes(brotli.decompress(self.body)) if how == "br" else self.body


def ask(connection: http.client.HTTPConnection, address: str, encoding: str, **headers: str) -> Answer:
    """One request."""
    connection.request("GET", address, headers={"Accept-Encoding": encoding, **headers})
    answer = connection.getresponse()
    return Answer(answer.status, {name.lower(): text for name, text in answer.getheaders()}, answer.read())


def address_of(file: str) -> str:
    """Where a file of the site is asked for."""
    return "/" + file.removesuffix("index.html")


def faults(port: int, site: Path) -> Iterator[str]:
    """Everything that a server sends otherwise than it should, of one file of each kind and folder."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    files = read_sums(site)
    for file in _samples(files):
        for encoding, ending in ENCODINGS.items():
            packed = ending if file + ending in files else ""
            yield from _file_faults(ask(connection, address_of(file), encoding), site, file, packed)
    for code in ("", *(f"{code}/" for code in language_tags())):
        for missing in (f"{code}missing", f"{code}missing/index.html"):
            yield from _missing_faults(ask(connection, f"/{missing}", "identity"), site, missing, code)
    yield from _missing_faults(ask(connection, "/assets/missing.css", "identity"), site, "assets/missing.css", "")
    connection.close()


def _samples(files: dict[str, str]) -> list[str]:
    """The first file of each kind in each folder at the top, packed copies left out."""
    found: dict[tuple[str, str], str] = {}
    for file in files:
        if not file.endswith((".gz", ".br")) and not file.startswith("_"):
            found.setdefault((file.partition("/")[0], Path(file).suffix), file)
    return list(found.values())


def _file_faults(answer: Answer, site: Path, file: str, packed: str) -> Iterator[str]:
    expected = {"Vary": "Accept-Encoding"} if (site / f"{file}.gz").is_file() else {}
    expected |= _headers(site, address_of(file))
    if packed:
        expected["Content-Encoding"] = {ending: name for name, ending in ENCODINGS.items()}[packed]
    if answer.status != http.client.OK or answer.body != (site / (file + packed)).read_bytes():
        yield f"{file}{packed}: status {answer.status}, {len(answer.body)} bytes, not the file"
    yield from _header_faults(answer, expected, file + packed)


def _missing_faults(answer: Answer, site: Path, address: str, code: str) -> Iterator[str]:
    if answer.status != http.client.NOT_FOUND or answer.body != (site / f"{code}404.html").read_bytes():
        yield f"{address}: status {answer.status}, not the page {code}404.html"
    expected = {**PAGE_HEADERS, **FRESH_HEADERS, "Content-Type": "text/html; charset=utf-8"}
    yield from _header_faults(answer, expected, address)


def _header_faults(answer: Answer, expected: dict[str, str], file: str) -> Iterator[str]:
    for name, text in expected.items():
        if answer.headers.get(name.lower()) != text:
            yield f"{file}: {name} is {answer.headers.get(name.lower())!r}, not {text!r}"


def _headers(site: Path, address: str) -> dict[str, str]:
    """What the site's own `_headers` says of an address; the site is one without a path."""
    blocks = ((site / "_headers").read_text(encoding="utf-8")).split("\n\n")
    found = (block.splitlines() for block in blocks)
    rules = [line for place, *lines in found if fnmatchcase(address, place) for line in lines]
    return {name.strip(): text for name, text in (line.split(": ", 1) for line in rules)}
