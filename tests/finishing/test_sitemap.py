"""The sitemap of the small site, as search engines read it."""

from pathlib import Path

from lxml import etree

BASE = "https://example.org/siopp/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
CODES = {"zh-Hans": "zh", "zh-Hant": "zh-hant", "en": "en", "nb": "nb"}


def entries(site: Path) -> dict[str, dict[str, str]]:
    """Address -> language tag -> address, of every entry."""
    found = etree.parse(site / "sitemap.xml").getroot().findall("s:url", NAMES)
    return {
        str(entry.findtext("s:loc", namespaces=NAMES)): {
            str(link.get("hreflang")): str(link.get("href")) for link in entry.findall("x:link", NAMES)
        }
        for entry in found
    }


def test_every_page_that_may_be_listed_is_there_once(built_below_prefix: Path) -> None:
    pages = ["", "carriers/", "carriers/one/esim/checklist/"]
    listed = [f"{BASE}{code}/{page}" for code in CODES.values() for page in pages]
    assert sorted(entries(built_below_prefix)) == sorted([BASE, f"{BASE}api/", *listed])
    text = (built_below_prefix / "sitemap.xml").read_text(encoding="utf-8")
    assert text.count("<loc>") == len(listed) + 2


def test_every_page_names_all_languages_and_the_chooser(built_below_prefix: Path) -> None:
    for address, links in entries(built_below_prefix).items():
        page = address.removeprefix(BASE).partition("/")[2]
        wanted = {tag: f"{BASE}{code}/{page}" for tag, code in CODES.items()} | {"x-default": BASE}
        assert links == ({} if address == f"{BASE}api/" else wanted), address


def test_robots_file_names_the_sitemap(built_below_prefix: Path) -> None:
    lines = (built_below_prefix / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert f"Sitemap: {BASE}sitemap.xml" in lines
    assert not any(line.startswith("Disallow: ") for line in lines)


def test_without_an_address_there_is_neither(built: Path) -> None:
    assert not (built / "sitemap.xml").exists()
    assert not (built / "robots.txt").exists()
