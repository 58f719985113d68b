"""Checks how the languages of a site lead to each other: links to the same page, for readers and for search engines."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree

from finishing.page import Fault, Page
from finishing.targets import target_of
from settings import Language, SiteSettings

# The pages above the languages lead to the homes of all.
ABOVE = frozenset({"index.html", "404.html"})
NOT_FOUND = "404.html"
CHOOSER = "x-default"
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
Links = list[tuple[str, str]]


@dataclass(frozen=True)
class Versions:
    """The languages of a site, and where it stands."""

    languages: Sequence[Language]
    settings: SiteSettings

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(language.code for language in self.languages)

    def faults(self, path: str, page: Page) -> Iterator[Fault]:
        """What is wrong with the links between the languages on the page at path."""
        prefix = self.settings.prefix
        same = self._same(path)
        links = [(tag, target_of(path, address, prefix)) for tag, address in page.language_links]
        if sorted(links) != sorted(same):
            yield Fault(1, 1, "languages", f"must link once to itself in each language: {_changes(links, same)}")
        wanted = self._wanted_alternates(path, same)
        if sorted(page.alternates) != sorted(wanted):
            said = _changes(page.alternates, wanted)
            yield Fault(1, 1, "alternates", f"<head> must name each language of the page once: {said}")
        own = [self._address(path)] if self._is_listed(path) else []
        if page.canonicals != own:
            yield Fault(1, 1, "canonical", f"the canonical address must be {own}: {page.canonicals}")

    def sitemap_faults(self, text: str, listed: Mapping[str, Links]) -> Iterator[str]:
        """What is wrong with the text of a sitemap, "" for none.

        listed: the links of <head> to other languages, of every page that may be listed, by its path.
        """
        if not self.settings.url:
            if text:
                yield "must not be there without the site's address"
            return
        try:
            found = list(_entries(text))
        except ElementTree.ParseError as error:
            yield f"must be there, as XML: {error}"
            return
        wanted = {self._address(path): links for path, links in listed.items()}
        yield from _listing_faults(found, wanted)

    def _same(self, path: str) -> Links:
        """Language tag and path of the same page in each language; empty where a page has no other."""
        code, _, rest = path.partition("/")
        if path not in ABOVE and (code not in self._codes or len(self.languages) < 2):
            return []
        # What is not found has no other versions: its links lead home.
        page = "index.html" if path in ABOVE or rest == NOT_FOUND else rest
        return [(language.tag, f"{language.code}/{page}") for language in self.languages]

    def _wanted_alternates(self, path: str, same: Links) -> Links:
        if not self._is_listed(path) or len(self.languages) < 2:
            return []
        return [*((tag, self._address(other)) for tag, other in same), (CHOOSER, self.settings.url)]

    def _is_listed(self, path: str) -> bool:
        """Whether the page has an address to be named: never without the site's, and never what is not found."""
        known = path in ABOVE or path.partition("/")[0] in self._codes
        return bool(self.settings.url) and known and path.rpartition("/")[2] != NOT_FOUND

    def _address(self, path: str) -> str:
        return self.settings.url + path.removesuffix("index.html")


def _listing_faults(found: Sequence[tuple[str, Links]], wanted: Mapping[str, Links]) -> Iterator[str]:
    """How the entries of a sitemap differ from the pages: every address once, with the languages of its <head>."""
    times = Counter(address for address, _ in found)
    for address in sorted(wanted.keys() | times.keys()):
        if times[address] != (address in wanted):
            yield f"must {'list once' if address in wanted else 'not list'} {address}"
    for address, links in found:
        languages = wanted.get(address, links)
        if sorted(links) != sorted(languages):
            yield f"must name each language of {address}: {_changes(links, languages)}"


def _changes(found: Links, wanted: Links) -> str:
    """What must be added, and what must go; links that stand twice must go too."""
    lacking = [" ".join(link) for link in wanted if link not in found]
    needless = [" ".join(link) for at, link in enumerate(found) if link not in wanted or link in found[:at]]
    return "; ".join([*(f"lacks {link}" for link in lacking), *(f"has {link}" for link in needless)])


def may_be_listed(page: Page) -> bool:
    """Whether search engines may show the page."""
    return not any("noindex" in robots for robots in page.robots)


def _entries(sitemap: str) -> Iterator[tuple[str, Links]]:
    """Address and language links of every entry of a sitemap."""
    for entry in ElementTree.fromstring(sitemap):  # noqa: S314 -- our own file
        links = [(link.get("hreflang", ""), link.get("href", "")) for link in entry.iter(f"{_XHTML}link")]
        yield entry.findtext(f"{_SITEMAP}loc", ""), links
