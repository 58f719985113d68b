"""The servers' files say what the site's own headers say; that servers understand them, `make drill` shows."""

import re

import pytest

from finishing.headers import API_HEADERS, ASSET_HEADERS, FEED_HEADERS, FRESH_HEADERS, JSON_HEADERS, PAGE_HEADERS
from settings import language_tags
from support.project import ROOT

NGINX = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
CADDY = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")
CACHE, ORIGIN, TYPE = "Cache-Control", "Access-Control-Allow-Origin", "Content-Type"


def nginx_map(name: str) -> dict[str, str]:
    """What a variable of nginx is, by the addresses it is so for."""
    [block] = re.findall(rf"^map \$uri \${name} {{\n(.*?)^}}", NGINX, re.DOTALL | re.MULTILINE)
    return {key: text.strip('"') for key, text in re.findall(r"^ +(\S+) (.*);$", block, re.MULTILINE)}


def nginx_headers() -> dict[str, str]:
    return {name: text.strip('"') for name, text in re.findall(r"add_header (\S+) (.*) always;", NGINX)}


def test_nginx_sends_the_headers_of_the_site_with_every_answer() -> None:
    fixed = {name: text for name, text in nginx_headers().items() if not text.startswith("$")}
    assert fixed == PAGE_HEADERS
    assert NGINX.count("add_header") == len(nginx_headers())


def test_nginx_sends_the_headers_that_differ_by_address() -> None:
    assert nginx_headers()[CACHE] == "$siopp_cache"
    assert nginx_headers()[ORIGIN] == "$siopp_origin"
    assert nginx_map("siopp_cache") == {"~^/assets/": ASSET_HEADERS[CACHE], "default": FRESH_HEADERS[CACHE]}
    assert nginx_map("siopp_origin") == {"~^/api/": API_HEADERS[ORIGIN], "default": ""}


def test_nginx_names_the_kinds_of_data_and_feeds() -> None:
    [charsets] = re.findall(r"charset_types (.*);", NGINX)
    for kind in (JSON_HEADERS[TYPE], FEED_HEADERS[TYPE]):
        name, _, charset = kind.partition("; charset=")
        assert name in charsets.split()
        assert f"charset {charset};" in NGINX
    assert f"{FEED_HEADERS[TYPE].partition(';')[0]} xml;" in NGINX


def test_no_place_of_nginx_has_headers_of_its_own_and_loses_those_of_all() -> None:
    places = re.findall(r"^    location [^{]*{\n.*?^    }", NGINX, re.DOTALL | re.MULTILINE)
    assert len(places) == NGINX.count("location ")
    assert [place for place in places if "add_header" in place] == []


def test_nginx_looks_where_the_link_leads_at_every_request() -> None:
    assert re.findall(r"^ *open_file_cache .*$", NGINX, re.MULTILINE) == ["    open_file_cache off;"]


@pytest.mark.parametrize("text", [NGINX, CADDY], ids=["nginx", "Caddy"])
def test_every_language_has_its_own_page_for_what_is_not_found(text: str) -> None:
    found = re.findall(r"\^/\((?:\?<\w+>)?([a-z|-]+)\)/", text)
    assert found
    assert set(found) == {"|".join(language_tags())}


@pytest.mark.parametrize("text", [NGINX, CADDY], ids=["nginx", "Caddy"])
def test_assets_come_from_beside_the_link_and_all_else_from_the_link(text: str) -> None:
    roots = set(re.findall(r"\broot (?:\* )?([\w/]+)", text))
    assert roots == {"/srv/siopp/current", "/srv/siopp"}
    assert re.search(r"(?:location|handle) /assets/\*? {[^{]*root (?:\* )?/srv/siopp\b[^/]", text)


def test_caddy_sends_the_headers_of_the_site_with_every_answer() -> None:
    [block] = re.findall(r"^\(every_answer\) {\n\theader {\n(.*?)^\t}", CADDY, re.DOTALL | re.MULTILINE)
    assert dict(re.findall(r'^\t\t(\S+) "(.*)"$', block, re.MULTILINE)) == PAGE_HEADERS
    # With what is found and with what is not.
    assert re.findall(r"^\t+import every_answer$", CADDY, re.MULTILINE) == [
        "\timport every_answer",
        "\t\timport every_answer",
    ]


def test_caddy_sends_the_headers_that_differ_by_address() -> None:
    found = {(place, name): text for place, name, text in re.findall(r'^\theader @(\w+) (\S+) "(.*)"$', CADDY, re.M)}
    assert found == {
        ("assets", CACHE): ASSET_HEADERS[CACHE],
        ("fresh", CACHE): FRESH_HEADERS[CACHE],
        ("data", ORIGIN): API_HEADERS[ORIGIN],
        ("json", TYPE): JSON_HEADERS[TYPE],
        ("feeds", TYPE): FEED_HEADERS[TYPE],
    }
