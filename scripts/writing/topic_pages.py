"""The pages on what holds for every carrier: hand-written topics and tools, the glossary, the sentences, about."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from composing.site import Site
from composing.topics import TOPICS, UNLISTED, carriers_by_topic
from model.records import Carrier
from model.words import Question, Term, Text
from writing import addresses, proof_sheet
from writing.behind import ALL_CURRENT, Behind
from writing.escape import for_front_matter, for_markdown
from writing.facts import Speaker
from writing.handwritten import claims_named, facts_named, handwritten, page_text
from writing.legend import legend
from writing.phrases import Phrases
from writing.rendering import block, rendered

Page = tuple[str, str]
Section = list[dict[str, object]]
SUMMARY = re.compile(r"\A---\nsummary: (.+)\n---\n")
TITLE = re.compile(r"^# (.+?)(?: *\{:.*\})?$", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|mailto:|tel:|#)([^)#]+)(#[^)]*)?\)")
CONTACT = re.compile(r"^\{contact\}$", re.MULTILINE)
ABOUT = "about"
# The tools that are written by hand; every language must have them, for its home page leads there.
TOOLS = ("answers",)


@dataclass(frozen=True)
class Shelf:
    """The hand-written pages of one language, the glossary, and how to say things."""

    texts: Path
    speaker: Speaker
    site: Site
    terms: tuple[Term, ...]
    section: Section
    contact: str = ""
    behind: Behind = ALL_CURRENT

    def pages(self) -> Iterator[Page]:
        """Every page of the shelf; FileNotFoundError without a tool's text."""
        for name in TOPICS:
            path = self.texts / "topics" / f"{name}.md"
            if path.is_file():
                yield self._written(path, addresses.topic(name), "topics")
        for name in TOOLS:
            yield self._written(self.texts / "tools" / f"{name}.md", addresses.tool(name), "tools", "tool")
        about = self.texts / f"{ABOUT}.md"
        if about.is_file():
            yield self._written(about, addresses.ABOUT, "")
        if self.terms:
            yield self._glossary()
        yield self._sentences()
        yield proof_sheet.page(self.speaker, self.site.library)

    @cached_property
    def _spoken(self) -> dict[str, tuple[Carrier, ...]]:
        return carriers_by_topic(self.site)

    def _written(self, path: Path, address: str, folder: str, kind: str = "topic") -> Page:
        before, after = handwritten(path, address, self.speaker, self.site.library, self.terms)
        text = f"{before}\n\n{after}".strip() + "\n"
        match = SUMMARY.match(text)
        meta = {"summary": match[1] if match else "", "kind": kind, "section": self.section}
        text = CONTACT.sub(self._contact(), SUMMARY.sub("", text, count=1))
        body = staged_links(text, folder, address).strip()
        end = f"{self._carriers(path, address)}{self._legend(path)}{self._behind(path, address)}"
        return address, f"{for_front_matter(meta)}\n{body}\n{end}"

    def _contact(self) -> str:
        """How to write to the project; nothing where no contact is set."""
        if not self.contact:
            return ""
        href = self.contact if "://" in self.contact else f"mailto:{self.contact}"
        return block("contact", self.speaker.phrases.say("topics.contact"), href, self.contact)

    def _carriers(self, path: Path, address: str) -> str:
        """The carriers that have something of their own to say; nothing where there is none."""
        concerned = [] if path.stem in UNLISTED else self._concerned(path)
        if not concerned:
            return ""
        say, link = self.speaker.phrases.say, addresses.linker(address)
        links = block("carrier_list", [(one.name, link(addresses.carrier(one))) for one in concerned])
        return f"\n## {for_markdown(say('topics.carriers'))} {{: #with-own-rules }}\n\n{links}"

    def _concerned(self, path: Path) -> list[Carrier]:
        """Whoever the steps or the page itself quote on this topic."""
        quoted = {address.partition(":")[0] for address in facts_named(path, self.speaker.phrases)}
        spoken = self._spoken.get(path.stem, ())
        return [one for one in self.site.carriers if one in spoken or one.slug in quoted]

    def _legend(self, path: Path) -> str:
        """What the marks of the page mean; nothing on a page without facts."""
        named = claims_named(path, self.speaker.phrases, self.site.library)
        if not named:
            return ""
        say = self.speaker.phrases.say
        meanings = legend(self.speaker, map(self.speaker.said, named))
        return f"\n## {for_markdown(say('mark_legend.title'))} {{: #kinds }}\n\n{block('legend', meanings, say)}"

    def _behind(self, path: Path, address: str) -> str:
        """That the page is behind its original; on the page about this site, the sentences of the templates too."""
        phrases = self.speaker.phrases
        name = path.relative_to(self.texts).as_posix()
        shown = self.behind.of_phrases(phrases) if path.stem == ABOUT else ""
        return shown + self.behind.on_page(name, address, phrases)

    def _glossary(self) -> Page:
        say = self.speaker.phrases.say
        meta: dict[str, object] = {"summary": say("glossary.summary"), "kind": "topic", "section": self.section}
        # An area stands where its first term stands; the file may come back to it.
        order = dict.fromkeys(term.area for term in self.terms)
        areas = [(say(f"glossary.area.{area}"), area, [t for t in self.terms if t.area == area]) for area in order]
        language = self.speaker.phrases.language
        # Norwegian stands first in every language, English last where it is not the reader's.
        page = {
            "areas": areas,
            "word": lambda term: "" if language == "nb" else term.into(language),
            "english": lambda term: "" if language == "en" else term.en,
        }
        return addresses.topic("glossary"), rendered("glossary.md.j2", meta, page=page, say=say, text=self._text)

    def _text(self, text: Text) -> Markup:
        return self.speaker.marked(self.speaker.text(text))

    def _sentences(self) -> Page:
        say = self.speaker.phrases.say
        meta: dict[str, object] = {"summary": say("phrases_page.summary"), "kind": "topic", "section": self.section}
        keys = dict.fromkeys(key.rpartition(".")[0] for key in self.speaker.phrases.group("sentence"))
        spoken = [(say(f"sentence.{key}.say"), say(f"sentence.{key}.means")) for key in keys if key.endswith("-nb")]
        questions: list[Question] = list(self.site.library.data.questions.values())
        norwegian = self.speaker.phrases.source == "nb"
        asked = [(one.ask_nb, "" if norwegian else self._text(one.text)) for one in questions]
        page = {"spoken": spoken, "asked": asked}
        return addresses.topic("phrases"), rendered("phrases.md.j2", meta, page=page, say=say)


def topic_titles(texts: Path, phrases: Phrases, *, has_terms: bool) -> dict[str, str]:
    """Topic -> title, in the order of the site; only topics that this language has."""
    own = {name: texts / "topics" / f"{name}.md" for name in TOPICS}
    found = {name: title_of(path, phrases) for name, path in own.items() if path.is_file()}
    found |= {"glossary": phrases.say("glossary.title")} if has_terms else {}
    found["phrases"] = phrases.say("phrases_page.title")
    found[proof_sheet.TOPIC] = phrases.say("proof_sheet.title")
    return {name: found[name] for name in TOPICS if name in found}


def title_of(path: Path, phrases: Phrases) -> str:
    """The h1 of a hand-written page; "" where it has none."""
    match = TITLE.search(page_text(path, phrases))
    return match[1].strip() if match else ""


def staged_links(text: str, folder: str, address: str) -> str:
    """Links between hand-written files as links between staged pages.

    `without-bankid.md` beside a topic becomes ../without-bankid/index.md; folder: where the file lies in its language.
    """

    def staged(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(folder, match[1])).removesuffix(".md").removesuffix("/index")
        return f"]({posixpath.relpath(target, address)}/index.md{match[2] or ''})"

    return LINK.sub(staged, text)
