"""Reads one built page: its ids, its addresses, and what is wrong on the page itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from engine.policy import META_POLICY

# Attributes that hold one address.
ADDRESSES = frozenset({"href", "src", "action", "formaction", "poster", "data", "cite"})
# Link relations that name a place and load nothing.
PLACES = frozenset({"alternate", "author", "canonical", "license", "next", "prev", "search"})
# Nearly all tags of a page stand in the form in which templates write them; the parser, made for any form, takes many
# times as long for one. Quiet tags, in which no rule can find anything, do not reach it, nor does the text after them
# up to a sign that may end something else.
_COMMON = (
    "a|b|br|dd|details|div|dl|dt|h2|h3|input|label|li|ol|p|section|span|summary|sup|table|tbody|td|th|thead|time|tr|ul"
)
_QUIET_ATTRIBUTES = "class|data-fact|data-label|datetime|lang|start|type|value"
_QUIET = re.compile(rf'(?:</?(?:{_COMMON})(?: (?:{_QUIET_ATTRIBUTES})="[^"<>\n]*")*>[^]<>"\'-]*)+')
_PLAIN = re.compile(rf'<({_COMMON})((?: [a-z-]+="[^"&<>\n]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')

Attributes = list[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Address:
    """One address: where it stands (line, col from 1), its text, whether the page loads it."""

    line: int
    col: int
    text: str
    loaded: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong on the page itself: line and col from 1, the rule's id, what must hold."""

    line: int
    col: int
    rule: str
    text: str


@dataclass(slots=True)
class Page:
    """What the rules need to know of one page."""

    ids: set[str] = field(default_factory=set)
    addresses: list[Address] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    headings: int = 0
    heading: str = ""
    policies: int = 0
    titles: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    robots: list[str] = field(default_factory=list)
    # Addresses in <link rel="canonical">; language tag and address of links with hreflang, in <head> and in the text.
    canonicals: list[str] = field(default_factory=list)
    alternates: list[tuple[str, str]] = field(default_factory=list)
    language_links: list[tuple[str, str]] = field(default_factory=list)


def read_page(html: str) -> Page:
    """The page in a text of HTML."""
    reader = _Reader()
    # The text of title and heading counts; below them only the places of tags do.
    above, end, below = html.partition("</h1>")
    reader.feed(above + end + _QUIET.sub(_filled, below))
    reader.close()
    return reader.page


def _filled(quiet: re.Match[str]) -> str:
    """Text after which places are the same; its > ends, as theirs did, a tag in which the quiet ones may stand."""
    *before, last = quiet[0].split("\n")
    return "_>" + ("\n" * len(before) + "_" * len(last) if before else "_" * (len(last) - 2))


class _Reader(HTMLParser):
    """Walks the tags of a page once."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._inside = ""
        self._in_body = False

    def parse_starttag(self, i: int) -> int:
        plain = _PLAIN.match(self.rawdata, i)
        if not plain:
            return super().parse_starttag(i)
        self.handle_starttag(plain[1], list(_ATTRIBUTE.findall(plain[2])))
        return plain.end()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self._attributes(tag, attrs)
        special = _TAGS.get(tag)
        if special:
            special(self, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.page.titles[-1] += data
        elif self._inside == "h1":
            self.page.heading += data

    def _attributes(self, tag: str, attrs: Attributes) -> None:
        for name, value in attrs:
            if name == "id":
                self._id(value or "")
            elif name in ADDRESSES:
                self._address(value or "", _is_loaded(tag, name, attrs))
            elif name == "srcset":
                for address in _srcset(value or ""):
                    self._address(address, loaded=True)
            elif name == "style":
                self._fault("inline-style", f"<{tag}> must not have a style attribute")
            elif name.startswith("on"):
                self._fault("inline-handler", f"<{tag}> must not have the attribute {name}")

    def _id(self, name: str) -> None:
        if name in self.page.ids or not name:
            self._fault("duplicate-id", f"the id must be the only one: {name!r}")
        self.page.ids.add(name)

    def _address(self, text: str, loaded: bool) -> None:
        self.page.addresses.append(Address(*self._place(), text.strip(), loaded))

    def _fault(self, rule: str, text: str) -> None:
        self.page.faults.append(Fault(*self._place(), rule, text))

    def _place(self) -> tuple[int, int]:
        line, col = self.getpos()
        return line, col + 1

    def _html(self, attrs: dict[str, str]) -> None:
        if not attrs.get("lang"):
            self._fault("lang", "<html> must have a lang attribute")

    def _body(self, _attrs: dict[str, str]) -> None:
        self._in_body = True

    def _title(self, _attrs: dict[str, str]) -> None:
        # The title of a drawing is not the page's.
        if self._in_body:
            return
        self.page.titles.append("")
        self._inside = "title"

    def _heading(self, _attrs: dict[str, str]) -> None:
        self.page.headings += 1
        self._inside = "h1"

    def _meta(self, attrs: dict[str, str]) -> None:
        if attrs.get("name", "").lower() == "description":
            self.page.descriptions.append(attrs.get("content", ""))
        if attrs.get("name", "").lower() == "robots":
            self.page.robots.append(attrs.get("content", "").lower())
        if attrs.get("http-equiv", "").lower() == "content-security-policy":
            self._policy(attrs.get("content", ""))

    def _policy(self, text: str) -> None:
        self.page.policies += 1
        if text != META_POLICY:
            self._fault("policy", f"the policy must be that of the site: {text!r}")
        if self.page.addresses:
            self._fault("policy", "the policy must stand before everything that loads")

    def _link(self, attrs: dict[str, str]) -> None:
        if "hreflang" in attrs:
            self.page.alternates.append((attrs["hreflang"], attrs.get("href", "")))
        if attrs.get("rel", "").lower() == "canonical":
            self.page.canonicals.append(attrs.get("href", ""))

    def _anchor(self, attrs: dict[str, str]) -> None:
        if "hreflang" in attrs:
            self.page.language_links.append((attrs["hreflang"], attrs.get("href", "")))

    def _script(self, attrs: dict[str, str]) -> None:
        if not attrs.get("src"):
            self._fault("inline-script", "<script> must have a src")

    def _style(self, _attrs: dict[str, str]) -> None:
        self._fault("inline-style", "<style> must not be used")


_TAGS = {
    "a": _Reader._anchor,
    "body": _Reader._body,
    "h1": _Reader._heading,
    "html": _Reader._html,
    "link": _Reader._link,
    "meta": _Reader._meta,
    "script": _Reader._script,
    "style": _Reader._style,
    "title": _Reader._title,
}


def _is_loaded(tag: str, name: str, attrs: Attributes) -> bool:
    """Whether the browser asks for the address by itself."""
    if tag == "link":
        return not PLACES & set((dict(attrs).get("rel") or "").split())
    return name in ("src", "poster", "data") or tag in ("image", "use")


def _srcset(text: str) -> Iterator[str]:
    """The addresses of a srcset, without their widths."""
    for candidate in text.split(","):
        if candidate.strip():
            yield candidate.split()[0]
