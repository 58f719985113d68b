from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from engine.policy import HEADER_POLICY, META_POLICY
from finishing.headers import PAGE_HEADERS, headers_text
from support.small_site import LANGUAGES


def test_header_adds_only_the_ancestors_to_the_policy_of_the_pages() -> None:
    assert f"{META_POLICY}; frame-ancestors 'none'" == HEADER_POLICY


CODES = ("zh", "nb")


def rules(text: str) -> dict[str, dict[str, str]]:
    """The headers of each place."""
    blocks = (block.splitlines() for block in text.split("\n\n"))
    return {place: dict(line.strip().split(": ", 1) for line in lines) for place, *lines in blocks}


def sent(path: str) -> list[tuple[str, str]]:
    """Every header that the rules give a file; a host joins what is given twice."""
    found = (one for place, one in rules(headers_text("/", CODES)).items() if fnmatchcase(path, place))
    return [pair for one in found for pair in one.items()]


def test_rules_begin_with_the_path_of_the_site() -> None:
    places = list(rules(headers_text("/siopp/", CODES)))
    assert places[:5] == ["/siopp/*", "/siopp/assets/*", "/siopp/api/*", "/siopp/api/*.json", "/siopp/feeds/*"]
    assert all(place.startswith("/siopp/") for place in places)


def test_every_header_is_one_indented_line() -> None:
    lines = [line for line in headers_text("/", CODES).splitlines() if line and not line.startswith("/")]
    assert all(line.startswith("  ") and ": " in line and line.isascii() for line in lines)


def test_data_is_for_the_programs_of_everyone_and_says_that_it_is_json() -> None:
    found = dict(sent("/api/v1/facts.json"))
    assert found["Access-Control-Allow-Origin"] == "*"
    assert found["Content-Type"] == "application/json; charset=utf-8"
    assert "Content-Type" not in dict(sent("/api/v1/"))
    assert dict(sent("/feeds/zh/all.xml"))["Content-Type"] == "application/atom+xml; charset=utf-8"


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("/assets/site.0123456789.js", "public, max-age=31536000, immutable"),
        *((path, "no-cache") for path in ("/", "/index.html", "/404.html", "/licences.txt", "/sitemap.xml")),
        *((path, "no-cache") for path in ("/zh/", "/nb/search/index.json", "/api/v1/facts.json", "/feeds/zh/all.xml")),
    ],
)
def test_what_is_named_by_its_content_is_kept_and_all_else_is_asked_for_again(path: str, rule: str) -> None:
    found = sent(path)
    assert [text for name, text in found if name == "Cache-Control"] == [rule]
    assert len({name for name, _ in found}) == len(found)
    assert PAGE_HEADERS.items() <= dict(found).items()


def test_site_has_its_headers(built: Path) -> None:
    expected = headers_text("/", [language.code for language in LANGUAGES])
    assert (built / "_headers").read_text(encoding="utf-8") == expected
