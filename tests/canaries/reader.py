"""Reads what a page says, apart from how it is written: its title and main text, and the tags of the frame around."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

HEADING = re.compile(r"h[1-6]")
# Attributes whose values follow the page or the version: the kind of a tag is the same with any.
VARIABLE = frozenset({"content", "href", "src"})
_SAYS_NOTHING = frozenset({"script", "style"})
_WORD = re.compile(r"\S+")

Attributes = list[tuple[str, str | None]]


@dataclass(slots=True)
class Said:
    """What a page says.

    titles: text of every <title> of the head; text: words of the main text, and there headings: tag, id, words;
    links: addresses; facts: tag, data-fact; tags: every start tag. Around it frame: kind and values of every start
    tag; frame_text: words.
    """

    titles: list[str] = field(default_factory=list)
    text: str = ""
    headings: list[tuple[str, str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    frame: list[tuple[str, str]] = field(default_factory=list)
    frame_text: str = ""


def read_said(html: str) -> Said:
    """Reads a page; its main text is the article, or <main> where there is none."""
    reader = _Reader("article" if "<article" in html else "main")
    reader.feed(html)
    reader.close()
    said = reader.said
    said.titles = [_words(title) for title in said.titles]
    said.text, said.frame_text = _words("".join(reader.inside)), _words("".join(reader.outside))
    return said


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text))


class _Reader(HTMLParser):
    """Walks a page once."""

    def __init__(self, main: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said = Said()
        self.inside: list[str] = []
        self.outside: list[str] = []
        self._main = main
        self._depth = 0
        self._heading: tuple[str, str, int] | None = None
        self._in_title = False
        self._silent = False

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if tag == self._main:
            self._depth += 1
        if self._depth:
            self.said.tags.append(f"<{tag} {attrs}>")
            self._in_main(tag, {name: value or "" for name, value in attrs})
            return
        self.said.frame.append((_tag(tag, attrs), " ".join(value or "" for _, value in attrs)))
        self._silent = tag in _SAYS_NOTHING
        if tag == "title":
            self.said.titles.append("")
            self._in_title = True

    def handle_endtag(self, tag: str) -> None:
        if tag == self._main:
            self._depth -= 1
        if tag == "title":
            self._in_title = False
        if self._heading and tag == self._heading[0]:
            level, name, start = self._heading
            self.said.headings.append((level, name, _words("".join(self.inside[start:]))))
            self._heading = None
        if tag in _SAYS_NOTHING:
            self._silent = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.said.titles[-1] += data
        elif self._depth:
            self.inside.append(data)
        elif not self._silent:
            self.outside.append(data)

    def _in_main(self, tag: str, attributes: dict[str, str]) -> None:
        if HEADING.fullmatch(tag):
            self._heading = (tag, attributes.get("id", ""), len(self.inside))
        if "href" in attributes:
            self.said.links.append(attributes["href"])
        if "data-fact" in attributes:
            self.said.facts.append((tag, attributes["data-fact"]))


def _tag(tag: str, attrs: Attributes) -> str:
    """A start tag, without the addresses and contents that differ from page to page."""
    shown = (f'{name}="{_shown(name, value)}"' if value is not None else name for name, value in attrs)
    return f"<{' '.join((tag, *shown))}>"


def _shown(name: str, value: str) -> str:
    return "…" if name in VARIABLE and not value.startswith("#") else value
