from pathlib import Path

from finishing.headers import headers_text
from finishing.policy import HEADER_POLICY, META_POLICY


def test_header_adds_only_the_ancestors_to_the_policy_of_the_pages() -> None:
    assert f"{META_POLICY}; frame-ancestors 'none'" == HEADER_POLICY


def test_rules_begin_with_the_path_of_the_site() -> None:
    places = [line for line in headers_text("/siopp/").splitlines() if line.startswith("/")]
    assert places == ["/siopp/*", "/siopp/assets/*", "/siopp/api/*"]


def test_every_header_is_one_indented_line() -> None:
    lines = [line for line in headers_text("/").splitlines() if line and not line.startswith("/")]
    assert all(line.startswith("  ") and ": " in line and line.isascii() for line in lines)


def test_site_has_its_headers(built: Path) -> None:
    assert (built / "_headers").read_text(encoding="utf-8") == headers_text("/")
