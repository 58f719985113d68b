"""Packed copies: what is unpacked is the file, and the same file gives the same copy."""

import gzip
from hashlib import sha256
from pathlib import Path

# The package brings no types.
import brotli  # type: ignore[import-untyped]
import pytest

from finishing.compress import KINDS, SMALLEST, compress_site
from support.small_site import tree

TEXT = b"<p>One step after the other.</p>\n" * 40


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with one text of each kind, each below a folder of its own."""
    for kind in KINDS:
        (tmp_path / kind[1:]).mkdir()
        (tmp_path / kind[1:] / f"a{kind}").write_bytes(kind.encode() + TEXT)
    return tmp_path


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_copies_are_smaller_and_hold_the_same_bytes(site: Path, kind: str) -> None:
    compress_site(site)
    content = (site / kind[1:] / f"a{kind}").read_bytes()
    packed = {ending: (site / kind[1:] / f"a{kind}{ending}").read_bytes() for ending in (".gz", ".br")}
    assert content == kind.encode() + TEXT
    assert gzip.decompress(packed[".gz"]) == brotli.decompress(packed[".br"]) == content
    assert max(map(len, packed.values())) < len(content)


def test_the_same_text_gives_the_same_copies_whenever_and_whatever_it_is_called(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.css").write_bytes(TEXT)
        compress_site(tmp_path / name)
    assert list(tree(tmp_path / "one").values()) == list(tree(tmp_path / "two").values())
    # Bytes 4 to 7 of the format are the time; no flag in byte 3 says that a name follows.
    assert (tmp_path / "one" / "one.css.gz").read_bytes()[3:8] == bytes(5)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("small.html", b"a" * (SMALLEST - 1)),
        ("picture.png", TEXT),
        ("SHA256SUMS", TEXT),
        ("_headers", TEXT),
        # No packing makes noise smaller.
        ("noise.txt", b"".join(sha256(bytes([number])).digest() for number in range(20))),
    ],
)
def test_what_gains_nothing_stays_alone(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    compress_site(tmp_path)
    assert tree(tmp_path) == {name: content}


def test_every_large_text_of_a_built_site_has_copies_and_checksums_name_them(built: Path) -> None:
    texts = [path for path in built.rglob("*") if path.suffix in KINDS and path.stat().st_size >= SMALLEST]
    sums = (built / "SHA256SUMS").read_text(encoding="utf-8")
    assert len(texts) > 20
    for path in texts:
        name = path.relative_to(built).as_posix()
        assert f"  {name}.gz\n" in sums, name
        assert brotli.decompress(path.with_name(f"{path.name}.br").read_bytes()) == path.read_bytes(), name
