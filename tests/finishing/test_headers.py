from pathlib import Path

from finishing.headers import headers_text
from finishing.policy import HEADER_POLICY, META_POLICY


def test_header_adds_only_the_ancestors_to_the_policy_of_the_pages() -> None:
    assert f"{META_POLICY}; frame-ancestors 'none'" == HEADER_POLICY


def test_rules_begin_with_the_path_of_the_site() -> None:
    places = [line for line in headers_text("/siopp/").splitlines() if line.startswith("/")]
    assert places == ["/siopp/*", "/siopp/assets/*", "/siopp/api/*", "/siopp/api/*.json"]


def test_every_header_is_one_indented_line() -> None:
    lines = [line for line in headers_text("/").splitlines() if line and not line.startswith("/")]
    assert all(line.startswith("  ") and ": " in line and line.isascii() for line in lines)


def test_data_is_for_the_programs_of_everyone_and_says_that_it_is_json() -> None:
    blocks = dict(block.split("\n", 1) for block in headers_text("/").split("\n\n"))
    assert blocks["/api/*"].strip() == "Access-Control-Allow-Origin: *"
    assert blocks["/api/*.json"].strip() == "Content-Type: application/json; charset=utf-8"


def test_no_header_is_said_twice_for_one_file() -> None:
    names = [line.partition(":")[0].strip() for line in headers_text("/").splitlines() if line.startswith("  ")]
    assert len(names) == len(set(names))


def test_site_has_its_headers(built: Path) -> None:
    assert (built / "_headers").read_text(encoding="utf-8") == headers_text("/")
