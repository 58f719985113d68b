"""Checks the whole built site: every link, every id, and what no page may hold."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby
from pathlib import Path
from urllib.parse import unquote, urlsplit

from finishing.files import files_below
from finishing.languages import Links, Versions, may_be_listed
from finishing.page import Address, Fault, Page, read_page
from finishing.problem import site_problem
from finishing.sitemap import SITEMAP
from finishing.targets import target_of
from model.problem import Problem
from settings import Language, SiteSettings
from side_by_side import side_by_side

SCHEMES = frozenset({"https", "http", "tel", "mailto"})
# Pages above the languages; they and every 404.html need no description.
ROOT_PAGES = frozenset({"index.html", "404.html"})
_CSS_ADDRESS = re.compile(r"""url\(\s*["']?(?!data:|#)([^"')]+)|@import\b""")


def verify_site(
    site: Path,
    settings: SiteSettings,
    languages: Sequence[Language],
    name: str = "site",
    read: Callable[[str], Page] | None = None,
) -> list[Problem]:
    """Every problem of the site in the folder, sorted.

    languages: those it was built in; name: how the places call the folder; read: turns HTML into a page in this
    process, for who reads the same pages many times; without it the folders of a site are read side by side.
    """
    built = _Site(site, settings, read or read_page)
    versions = Versions(languages, settings)
    look = partial(_look, built, versions, name)
    found = [look(group) for group in built.groups] if read else side_by_side(look, built.groups)
    problems = [problem for group, _ in found for problem in group]
    listed = {path: links for _, group in found for path, links in group.items()}
    problems += (
        site_problem(f"{name}/{SITEMAP}", (1, 1), "sitemap", text)
        for text in versions.sitemap_faults(built.text_of(SITEMAP), listed)
    )
    return sorted([*problems, *_css_problems(site, name)])


def _look(
    built: "_Site", versions: Versions, name: str, paths: Sequence[str]
) -> tuple[list[Problem], dict[str, Links]]:
    """The problems of some pages, and the links to other languages of those that may be listed, by path."""
    pages = {path: built.page(path) for path in paths}
    problems = [
        site_problem(f"{name}/{path}", (fault.line, fault.col), fault.rule, fault.text)
        for path, page in pages.items()
        for fault in (
            *page.faults,
            *_whole(path, page),
            *built.address_faults(path, page),
            *versions.faults(path, page),
        )
    ]
    return problems, {path: page.alternates for path, page in pages.items() if may_be_listed(page)}


@dataclass(frozen=True)
class _Site:
    """The files of a site and its pages, by path from its root."""

    folder: Path
    settings: SiteSettings
    read: Callable[[str], Page]

    @cached_property
    def files(self) -> frozenset[str]:
        """Paths of all files; compared as text, so that case counts on every system."""
        return files_below(self.folder)

    @cached_property
    def groups(self) -> list[list[str]]:
        """Paths of all pages, those of each folder at the root together: they mostly link to each other."""
        pages = sorted(path for path in self.files if path.endswith(".html"))
        return [list(group) for _, group in groupby(pages, lambda path: path.partition("/")[0])]

    @cached_property
    def _pages(self) -> dict[str, Page]:
        return {}

    def page(self, path: str) -> Page:
        """A page, read once."""
        if path not in self._pages:
            self._pages[path] = self.read((self.folder / path).read_text(encoding="utf-8"))
        return self._pages[path]

    def text_of(self, file: str) -> str:
        """The text of a file, "" where there is none."""
        return (self.folder / file).read_text(encoding="utf-8") if file in self.files else ""

    def address_faults(self, path: str, page: Page) -> Iterator[Fault]:
        """What is wrong with the addresses of a page."""
        for address in page.addresses:
            problem = self._problem(path, address)
            if problem:
                yield Fault(address.line, address.col, *problem)

    def _problem(self, path: str, address: Address) -> tuple[str, str] | None:
        """Rule and text of what is wrong with an address, if anything is."""
        text = address.text
        url = self.settings.url
        if url and text.startswith(url) and not self._is_beside(text):
            return self._inner(path, "/" + text.removeprefix(url), "/", text)
        try:
            parts = urlsplit(text)
        except ValueError:
            return "scheme", f"the address must be readable: {text!r}"
        if parts.scheme or parts.netloc:
            return _outer(parts.scheme, address)
        if not text:
            return "link", "an address must not be empty"
        if text.startswith("/") and path.rpartition("/")[2] != "404.html":
            return "absolute", f"the address must be relative: {text!r}"
        return self._inner(path, text, self.settings.prefix, text)

    def _is_beside(self, text: str) -> bool:
        """Whether an address is the repository's or the contact's, which may lie below the site's own."""
        beside = (self.settings.repository, self.settings.contact)
        return any(one and (text == one or text.startswith(f"{one.rstrip('/')}/")) for one in beside)

    def _inner(self, path: str, text: str, prefix: str, shown: str) -> tuple[str, str] | None:
        """The same for an address of the site itself; prefix: what an absolute one begins with."""
        parts = urlsplit(text)
        target = target_of(path, unquote(parts.path), prefix)
        if target not in self.files:
            return "link", f"the target must exist: {shown!r}"
        fragment = unquote(parts.fragment)
        if fragment and target.endswith(".html") and fragment not in self.page(target).ids:
            return "fragment", f"the id must exist on the page: {shown!r}"
        return None


def _outer(scheme: str, address: Address) -> tuple[str, str] | None:
    """The same for an address that leaves the site."""
    if address.loaded:
        if scheme == "data":
            return None
        return "foreign", f"nothing must be loaded from elsewhere: {address.text!r}"
    if scheme not in SCHEMES:
        return "scheme", f"the address must not be followed: {address.text!r}"
    return None


def _whole(path: str, page: Page) -> Iterator[Fault]:
    """What is wrong with a page as a whole."""
    if page.policies != 1:
        yield Fault(1, 1, "policy", f"the page must have one policy, it has {page.policies}")
    if page.headings != 1:
        yield Fault(1, 1, "heading", f"the page must have one h1, it has {page.headings}")
    heading = " ".join(page.heading.split())
    if len(page.titles) != 1 or not " ".join(page.titles[0].split()).startswith(heading):
        yield Fault(1, 1, "title", f"must have one title, from its h1 {heading!r}: {page.titles}")
    least = 0 if path in ROOT_PAGES or path.endswith("/404.html") else 1
    filled = [text for text in page.descriptions if text.strip()]
    if not least <= len(filled) == len(page.descriptions) <= 1:
        yield Fault(1, 1, "description", f"must have one description: {page.descriptions}")


def _css_problems(site: Path, name: str) -> Iterator[Problem]:
    """What a style sheet loads: nothing but data it holds itself."""
    for path in (site / name for name in sorted(files_below(site)) if name.endswith(".css")):
        text = path.read_text(encoding="utf-8")
        for hit in _CSS_ADDRESS.finditer(text):
            line = text.count("\n", 0, hit.start()) + 1
            col = hit.start() - text.rfind("\n", 0, hit.start())
            file = f"{name}/{path.relative_to(site).as_posix()}"
            yield site_problem(file, (line, col), "foreign", f"must load nothing: {hit[0][:60]!r}")
