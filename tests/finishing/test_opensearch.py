"""What a browser needs to search the site by itself, only where the site has an address."""

from pathlib import Path

import pytest
from lxml import etree, html

BASE = "https://example.org/siopp/"
SPACE = "{http://a9.com/-/spec/opensearch/1.1/}"
TAGS = {"zh": "zh-Hans", "zh-hant": "zh-Hant", "en": "en", "nb": "nb"}


@pytest.mark.parametrize("code", TAGS)
def test_each_language_describes_its_search(built_below_prefix: Path, code: str) -> None:
    root = etree.parse(built_below_prefix / code / "opensearch.xml").getroot()
    address = root.find(f"{SPACE}Url")
    assert address is not None
    assert address.get("template") == f"{BASE}{code}/search/?q={{searchTerms}}"
    assert root.findtext(f"{SPACE}Language") == TAGS[code]
    assert 0 < len(root.findtext(f"{SPACE}ShortName") or "") <= 16
    assert root.findtext(f"{SPACE}Description")


@pytest.mark.parametrize("page", ["index.html", "carriers/one/esim/index.html"])
def test_pages_name_it(built_below_prefix: Path, page: str) -> None:
    tree = html.parse(built_below_prefix / "zh" / page).getroot()
    [link] = tree.xpath("//link[@rel='search']")
    assert (built_below_prefix / "zh" / page).parent.joinpath(link.get("href")).resolve().is_file()


def test_without_an_address_there_is_none(built: Path) -> None:
    assert not list(built.rglob("opensearch.xml"))
    assert not html.parse(built / "zh" / "index.html").getroot().xpath("//link[@rel='search']")
