"""The index of the search, one file a language: what docs/assets/search.js makes its list of pages from."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import opencc

from composing.site import Site
from composing.topics import UNLISTED
from exporting.export import RootFile
from model.records import Carrier
from model.vocabulary import ContactKind, Guide, Status
from reading.search_words import SearchWords
from writing import addresses
from writing.languages import HAN, begun
from writing.phrases import Phrases
from writing.topic_pages import TITLE

# Address -> Markdown of a page.
Pages = Mapping[str, str]
HEADING = re.compile(r"^##+ (.+?)(?: *\{:.*\})?$", re.MULTILINE)
ENTITY = re.compile(r"&#(\d+);")
NUMBERS = frozenset({ContactKind.PHONE, ContactKind.SHORT_CODE})
JOINT = " | "


def index(site: Site, phrases: Phrases, pages: Pages, words: SearchWords) -> RootFile:
    """The index of a language: cards, carriers with the cards they have, other pages, and how titles are made.

    `fold`: signs of Traditional Chinese, each followed by the Simplified one that the index knows.
    """
    say = phrases.say
    made = {
        "titles": {
            "carrier": say("carrier.title", name="{name}"),
            "steps": say("steps.title", name="{name}", guide="{guide}"),
        },
        "cards": [[guide, begun(say(f"guide.{guide}")), _joined(words.guides.get(guide, ()))] for guide in Guide],
        "carriers": [_carrier(site, carrier) for carrier in site.carriers],
        "pages": list(_pages(pages, words)),
    }
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    made = {"fold": fold(text), **made}
    place = f"{phrases.language}/{addresses.SEARCH}index.json"
    return place, json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"


def _carrier(site: Site, carrier: Carrier) -> list[object]:
    aliases = [alias.text for alias in carrier.aliases]
    numbers = [contact.value.removeprefix("+47") for contact in carrier.contacts if contact.kind in NUMBERS]
    guides = [page.guide for page in site.pages_of(carrier)]
    kind = "carrier" if carrier.status == Status.ACTIVE else "gone"
    return [carrier.slug, carrier.name, _joined([*aliases, *numbers]), guides, kind]


def _pages(pages: Pages, words: SearchWords) -> Iterator[list[str]]:
    """Topics with their headings, and what is not a list of everything."""
    for address, text in pages.items():
        title = TITLE.search(text) if is_listed(address) else None
        if title:
            name = address.rstrip("/").rpartition("/")[2]
            headings = [_plain(heading) for heading in HEADING.findall(text)]
            kind = "hub" if name in UNLISTED else "page"
            yield [address, _plain(title[1]), _joined(words.topics.get(name, ())), _joined(headings), kind]


def is_listed(address: str) -> bool:
    """Whether the index takes words from the page itself."""
    return address.rpartition("/")[0].rpartition("/")[0] in ("topics", "tools") or address == addresses.ABOUT


def _plain(text: str) -> str:
    """A heading as people read it."""
    return ENTITY.sub(lambda match: chr(int(match[1])), text)


def _joined(words: Iterable[str]) -> str:
    return JOINT.join(dict.fromkeys(words))


def fold(text: str) -> str:
    """Pairs of signs, Traditional then Simplified, for every Simplified one that a text comes down to."""
    simplified = set(opencc.OpenCC("t2s").convert("".join(HAN.findall(text))))
    return "".join(f"{sign}{plain}" for sign, plain in _traditional() if plain in simplified)


@cache
def _traditional() -> tuple[tuple[str, str], ...]:
    """Every sign that Simplified Chinese writes otherwise, and how."""
    signs = [chr(code) for code in range(0x4E00, 0xA000)]
    plain = opencc.OpenCC("t2s").convert("\n".join(signs)).split("\n")
    return tuple(pair for pair in zip(signs, plain, strict=True) if pair[0] != pair[1])
