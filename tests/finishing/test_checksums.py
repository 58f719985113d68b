import hashlib
from pathlib import Path

from finishing.checksums import checksums_text


def test_every_file_but_the_list_itself_is_listed_in_order(tmp_path: Path) -> None:
    for name in ("b", "a/c", "SHA256SUMS"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    expected = [f"{hashlib.sha256(name.encode()).hexdigest()}  {name}" for name in ("a/c", "b")]
    assert checksums_text(tmp_path).splitlines() == expected


def test_site_matches_its_checksums(built: Path) -> None:
    assert (built / "SHA256SUMS").read_text(encoding="utf-8") == checksums_text(built)
