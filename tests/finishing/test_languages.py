"""Each fault in how the languages lead to each other, planted in the small site, is found; the site itself has none."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from finishing.verify import verify_site
from settings import SiteSettings
from support.small_site import LANGUAGES, NO_ADDRESS

ADDRESS = SiteSettings("https://example.org/siopp/", "", "")
BASE = ADDRESS.url
STEPS = "zh/carriers/one/esim/index.html"
SHEET = "en/carriers/one/esim/checklist/index.html"


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory, built: Path, built_below_prefix: Path) -> dict[SiteSettings, Path]:
    """Both sites, for planting in one file at a time."""
    folder = tmp_path_factory.mktemp("copies")
    sites = {NO_ADDRESS: built, ADDRESS: built_below_prefix}
    return {settings: shutil.copytree(site, folder / f"{len(settings.url)}") for settings, site in sites.items()}


@contextmanager
def planted(file: Path, old: str, new: str) -> Iterator[None]:
    """A file with every old replaced by new, until the end of the block."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    try:
        yield
    finally:
        file.write_text(text, encoding="utf-8")


def found(site: Path, settings: SiteSettings) -> list[str]:
    return [f"{one.file.removeprefix('site/')} {one.rule}" for one in verify_site(site, settings, LANGUAGES)]


def test_the_small_site_has_no_fault(copies: dict[SiteSettings, Path]) -> None:
    assert {settings.url: found(site, settings) for settings, site in copies.items()} == {"": [], BASE: []}


@pytest.mark.parametrize("settings", [NO_ADDRESS, ADDRESS], ids=["no address", "address"])
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (STEPS, 'hreflang="nb" lang', "lang"),
        (STEPS, 'hreflang="nb" lang', 'hreflang="no" lang'),
        (STEPS, 'nb/carriers/one/esim/" hreflang', 'nb/carriers/" hreflang'),
        (STEPS, 'zh-hant/carriers/one/esim/" hreflang', 'zh/carriers/one/esim/" hreflang'),
        (STEPS, "<article", '<a href="." hreflang="zh-Hans">again</a><article'),
        (SHEET, 'hreflang="zh-Hant" lang', "lang"),
        ("nb/404.html", 'hreflang="en" lang', "lang"),
        ("404.html", 'hreflang="en"', ""),
        ("index.html", '<a href="en/" hreflang="en"', '<a href="en/"'),
    ],
)
def test_a_page_that_lacks_a_language_is_found(
    copies: dict[SiteSettings, Path], settings: SiteSettings, file: str, old: str, new: str
) -> None:
    with planted(copies[settings] / file, old, new):
        assert found(copies[settings], settings) == [f"{file} languages"]


def test_a_page_that_is_not_in_every_language_is_found(copies: dict[SiteSettings, Path]) -> None:
    page = copies[NO_ADDRESS] / SHEET
    text = page.read_text(encoding="utf-8")
    page.unlink()
    problems = found(copies[NO_ADDRESS], NO_ADDRESS)
    page.write_text(text, encoding="utf-8")
    assert {f"{code}/carriers/one/esim/checklist/index.html link" for code in ("zh", "zh-hant", "nb")} <= {*problems}


HEAD = f'<link rel="alternate" hreflang="nb" href="{BASE}nb/carriers/one/esim/">'


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        (STEPS, HEAD, "", "alternates"),
        (STEPS, HEAD, HEAD + HEAD, "alternates"),
        (STEPS, HEAD, HEAD.replace("nb/carriers", "en/carriers"), "alternates"),
        (STEPS, 'hreflang="x-default"', 'hreflang="sv"', "alternates"),
        (STEPS, f'<link rel="canonical" href="{BASE}zh/carriers/one/esim/">', "", "canonical"),
        (STEPS, f'"canonical" href="{BASE}zh/', f'"canonical" href="{BASE}nb/', "canonical"),
        ("index.html", f'"canonical" href="{BASE}"', f'"canonical" href="{BASE}zh/"', "canonical"),
        ("sitemap.xml", f"<loc>{BASE}nb/carriers/</loc>", "", "sitemap"),
        ("sitemap.xml", f"<loc>{BASE}nb/carriers/</loc>", f"<loc>{BASE}nb/carriers</loc>", "sitemap"),
        ("sitemap.xml", f"<loc>{BASE}nb/carriers/</loc>", f"<loc>{BASE}en/carriers/</loc>", "sitemap"),
        ("sitemap.xml", f"<loc>{BASE}nb/</loc>", f"<loc>{BASE}nb/carriers/one/esim/</loc>", "sitemap"),
        ("sitemap.xml", 'hreflang="nb"', 'hreflang="no"', "sitemap"),
        ("sitemap.xml", f'<xhtml:link rel="alternate" hreflang="en" href="{BASE}en/carriers/"/>', "", "sitemap"),
        ("sitemap.xml", "</urlset>", "", "sitemap"),
    ],
)
def test_a_fault_for_search_engines_is_found(
    copies: dict[SiteSettings, Path], file: str, old: str, new: str, rule: str
) -> None:
    with planted(copies[ADDRESS] / file, old, new):
        assert set(found(copies[ADDRESS], ADDRESS)) == {f"{file} {rule}"}


def test_a_page_that_may_not_be_listed_is_found_in_the_sitemap(copies: dict[SiteSettings, Path]) -> None:
    with planted(copies[ADDRESS] / "nb/index.html", "<head>", '<head><meta name="robots" content="NOINDEX">'):
        [problem] = verify_site(copies[ADDRESS], ADDRESS, LANGUAGES)
    assert problem.text == f"must not list {BASE}nb/"


@pytest.mark.parametrize(
    ("link", "rule"),
    [(f'<link rel="canonical" href="{BASE}zh/carriers/one/esim/">', "canonical"), (HEAD, "alternates")],
)
def test_a_link_that_needs_an_address_is_found_without_one(
    copies: dict[SiteSettings, Path], link: str, rule: str
) -> None:
    with planted(copies[NO_ADDRESS] / STEPS, "</head>", f"{link}</head>"):
        assert found(copies[NO_ADDRESS], NO_ADDRESS) == [f"{STEPS} {rule}"]


def test_a_sitemap_without_an_address_is_found(copies: dict[SiteSettings, Path]) -> None:
    (copies[NO_ADDRESS] / "sitemap.xml").write_text("<urlset/>", encoding="utf-8")
    problems = found(copies[NO_ADDRESS], NO_ADDRESS)
    (copies[NO_ADDRESS] / "sitemap.xml").unlink()
    assert problems == ["sitemap.xml sitemap"]


def test_the_problem_says_what_is_missing_and_what_is_too_much(copies: dict[SiteSettings, Path]) -> None:
    with planted(copies[NO_ADDRESS] / STEPS, 'hreflang="nb" lang', 'hreflang="no" lang'):
        [problem] = verify_site(copies[NO_ADDRESS], NO_ADDRESS, LANGUAGES)
    said = "lacks nb nb/carriers/one/esim/index.html; has no nb/carriers/one/esim/index.html"
    assert problem.text == f"must link once to itself in each language: {said}"
