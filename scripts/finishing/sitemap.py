"""The sitemap: every page that search engines may list, with its other languages; and robots.txt, which names it."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from settings import Language

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
_NOINDEX = re.compile(r'<meta name="robots" content="[^"]*noindex')
_START = """\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
"""


def write_sitemap(site: Path, languages: Sequence[Language], url: str) -> None:
    """Write sitemap.xml and robots.txt; neither without the public address, which every line of them needs.

    Call it when all pages are there. No date is given: a page's bytes say nothing about when it changed.
    """
    if not url:
        return
    entries = "".join(_entry(address, languages, url) for address in _addresses(site))
    (site / SITEMAP).write_text(f"{_START}{entries}</urlset>\n", encoding="utf-8", newline="\n")
    robots = f"User-agent: *\nDisallow:\n\nSitemap: {url}{SITEMAP}\n"
    (site / ROBOTS).write_text(robots, encoding="utf-8", newline="\n")


def _addresses(site: Path) -> Iterator[str]:
    """The address of every page that may be listed, from the site's root: "" is the chooser."""
    for path in sorted(site.rglob("*.html")):
        head = path.read_text(encoding="utf-8").partition("</head>")[0]
        if not _NOINDEX.search(head):
            yield path.relative_to(site).as_posix().removesuffix("index.html")


def _entry(address: str, languages: Sequence[Language], url: str) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(tag)} href={quoteattr(href)}/>\n'
        for tag, href in _alternates(address, languages, url)
    )
    return f"<url>\n<loc>{escape(url + address)}</loc>\n{links}</url>\n"


def _alternates(address: str, languages: Sequence[Language], url: str) -> Iterator[tuple[str, str]]:
    """Language tag and address of the same page in each language; whoever reads none of them gets the chooser."""
    code, _, page = address.partition("/")
    if len(languages) < 2 or (address and code not in {language.code for language in languages}):
        return
    for language in languages:
        yield language.tag, f"{url}{language.code}/{page}"
    yield "x-default", url
