"""Each fault, planted in a site of two pages, is found at its place; what is right stays quiet."""

from pathlib import Path

import pytest

from engine.policy import META_POLICY
from finishing.problem import ADVICE
from finishing.sitemap import write_sitemap
from finishing.verify import verify_site
from settings import SiteSettings
from support.small_site import NO_ADDRESS

HEAD = (
    f'<!doctype html><html lang="zh-Hans"><head><meta http-equiv="Content-Security-Policy" content="{META_POLICY}">'
    '<title>A &amp; b - Si opp</title><meta name="description" content="d"><link rel="icon" href="data:,"></head>'
)
PAGE = HEAD + '\n<body><h1 id="top">A <i>&amp; b</i></h1>\nBODY</body></html>\n'
ADDRESS = SiteSettings("https://example.org/siopp/", "", "")


def found(folder: Path, body: str, settings: SiteSettings = NO_ADDRESS, page: str = PAGE) -> list[str]:
    site = folder / "site"
    (site / "zh" / "b").mkdir(parents=True)
    (site / "zh" / "b" / "index.html").write_text(PAGE.replace("BODY", ""), encoding="utf-8")
    (site / "zh" / "index.html").write_text(page.replace("BODY", body), encoding="utf-8")
    (site / "data.json").write_text("{}", encoding="utf-8")
    write_sitemap(site, (), settings.url)
    return [f"{one.file}:{one.line}:{one.col} {one.rule}" for one in verify_site(site, settings, ())]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="b/">', '<a href="./b/">', '<a href="b/index.html">', '<a href="b/#top">', '<a href="#top">',
        '<a href=".">', '<a href="b/?q=a#top">', '<a href="../data.json">', '<a href="%62/">', '<a href="b/#%74op">',
        '<a href="https://example.org/">', '<a href="http://example.org/x#y">', '<a href="tel:+47915">',
        '<a href="mailto:a@example.org">', '<form action="b/"></form>', '<img src="data:image/png;base64,">',
        '<svg><title>drawing</title></svg>', '<link rel="alternate" href="https://example.org/feed">',
        '<script src="../data.json"></script>',
    ],
)  # fmt: skip
def test_right_markup_is_quiet(tmp_path: Path, body: str) -> None:
    assert found(tmp_path, body) == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ('<a href="c/">', "link"),
        ('<a href="b">', "link"),
        ('<a href="B/">', "link"),
        ('<a href="">', "link"),
        ('<a href="../">', "link"),
        ('<a href="../../zh/">', "link"),
        ('<img src="a.png">', "link"),
        ('<form action="c/"></form>', "link"),
        ('<img srcset="b/index.html 1x, a.png 2x">', "link"),
        ('<a href="b/#nowhere">', "fragment"),
        ('<a href="#nowhere">', "fragment"),
        ('<a href="/zh/">', "absolute"),
        ('<a href="javascript:alert(1)">', "scheme"),
        ('<a href="//example.org/">', "scheme"),
        ('<a href="ftp://example.org/">', "scheme"),
        ('<a href="http://[">', "scheme"),
        ('<img src="https://example.org/a.png">', "foreign"),
        ('<img srcset="https://example.org/a.png 2x">', "foreign"),
        ('<script src="//example.org/a.js"></script>', "foreign"),
        ('<link rel="stylesheet" href="https://example.org/a.css">', "foreign"),
        ('<iframe src="https://example.org/"></iframe>', "foreign"),
        ('<svg><use href="https://example.org/a.svg#a"/></svg>', "foreign"),
        ("<p style='color: red'>", "inline-style"),
        ("<style>p {}</style>", "inline-style"),
        ("<script>alert(1)</script>", "inline-script"),
        ('<p onclick="a()">', "inline-handler"),
        ('<p id="top">', "duplicate-id"),
        ('<p id="">', "duplicate-id"),
    ],
)
def test_planted_fault_is_found_at_its_place(tmp_path: Path, body: str, rule: str) -> None:
    place = body.rindex("<use") + 1 if "<use" in body else 1
    assert found(tmp_path, body) == [f"site/zh/index.html:3:{place} {rule}"]


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("default-src 'none'", "default-src *", ["policy"]),
        ("http-equiv=", "name=", ["policy"]),
        ("<head>", '<head><link rel="icon" href="data:,">', ["policy"]),
        (' lang="zh-Hans"', "", ["lang"]),
        ("<title>A &amp; b - Si opp</title>", "", ["title"]),
        ("<title>A &amp; b", "<title>Index", ["title"]),
        ("<title>", "<title>A &amp; b</title><title>", ["title"]),
        ('content="d"', 'content=" "', ["description"]),
        ('<meta name="description" content="d">', "", ["description"]),
        ('<meta name="description"', '<meta name="description" content="e"><meta name="description"', ["description"]),
        ("BODY", "<h1>B</h1>", ["heading", "title"]),
    ],
)
def test_fault_of_the_whole_page_is_found(tmp_path: Path, old: str, new: str, rules: list[str]) -> None:
    problems = found(tmp_path, "", page=PAGE.replace(old, new))
    assert [problem.split(" ")[1] for problem in problems] == rules


@pytest.mark.parametrize("css", ["a{b:url(https://example.org/a.png)}", '@import "b.css";', "a{b:url( '//e.org/a' )}"])
def test_style_sheet_that_loads_is_found(tmp_path: Path, css: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.css").write_text(f"/* */\n {css}", encoding="utf-8")
    assert found(tmp_path, "")[0].startswith("site/a.css:2:")


def test_style_sheet_with_its_own_pictures_is_quiet(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    css = "a{b:url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>\");c:url(#d)}"
    (tmp_path / "site" / "a.css").write_text(css, encoding="utf-8")
    assert found(tmp_path, "") == []


def test_addresses_with_the_public_address_are_checked(tmp_path: Path) -> None:
    good = "https://example.org/siopp/zh/b/#top"
    body = f'<a href="{good}"><a href="https://example.org/siopp/zh/c/">'
    assert found(tmp_path, body, ADDRESS) == [f"site/zh/index.html:3:{len(good) + 12} link"]


@pytest.mark.parametrize(("link", "rules"), [("/siopp/zh/b/", []), ("/zh/b/", ["link"]), ("/siopp/x", ["link"])])
def test_not_found_page_may_use_the_prefix(tmp_path: Path, link: str, rules: list[str]) -> None:
    page = PAGE.replace("BODY", f'<a href="{link}">').replace('<meta name="description" content="d">', "")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "404.html").write_text(page, encoding="utf-8")
    assert [problem.split(" ")[1] for problem in found(tmp_path, "", ADDRESS)] == rules


def test_problem_says_where_what_and_what_to_do(tmp_path: Path) -> None:
    found(tmp_path, '<a href="c/">')
    problem = verify_site(tmp_path / "site", NO_ADDRESS, (), "out")[0]
    assert str(problem).splitlines() == [
        "out/zh/index.html:3:1: error [link] the target must exist: 'c/'",
        f"    {ADVICE['link']}",
    ]


def test_a_repository_below_the_address_of_the_site_is_no_page_of_it(tmp_path: Path) -> None:
    settings = SiteSettings("https://example.org/", "https://example.org/code", "https://example.org/write")
    body = '<a href="https://example.org/code/issues"><a href="https://example.org/write">'
    assert "link" not in " ".join(found(tmp_path / "beside", body, settings))
    assert "link" in " ".join(found(tmp_path / "other", '<a href="https://example.org/codex">', settings))
