"""What a carrier's page said before: a page for each carrier whose facts have changed in the repository."""

from collections.abc import Iterator, Mapping

from exporting.events import Event, events
from exporting.export import Export
from exporting.feed_words import FeedSpeaker
from model.records import Carrier
from writing import addresses
from writing.facts import Speaker
from writing.phrases import Phrases
from writing.rendering import rendered

# The newest ones; the feed and the repository hold the rest.
LIMIT = 60


def pages(export: Export, phrases: Mapping[str, Phrases]) -> Iterator[tuple[str, str, str]]:
    """Language, address and Markdown of each page; none for a carrier that nothing happened to since it came."""
    for carrier in export.site.carriers:
        if export.history.tells_more(carrier.slug):
            found = events(export.history, carrier.slug)[:LIMIT]
            for language in export.languages:
                words = FeedSpeaker(Speaker(phrases[language]), export.site)
                yield language, addresses.history(carrier), _page(phrases[language], words, carrier, found)


def _page(phrases: Phrases, words: FeedSpeaker, carrier: Carrier, found: tuple[Event, ...]) -> str:
    address = addresses.history(carrier)
    own = {"text": phrases.say("steps.all_about", name=carrier.name), "to": addresses.carrier(carrier)}
    meta: dict[str, object] = {
        "summary": phrases.say("history.summary", name=carrier.name),
        "kind": "topic",
        "section": [{"name": carrier.name, "links": [own]}],
        # What no longer holds must not be found before what does.
        "robots": "noindex",
    }
    page = {
        "name": carrier.name,
        "carrier": addresses.carrier(carrier),
        "feed": addresses.from_page(phrases.language, address, addresses.feed(phrases.language, carrier.slug)),
        "events": [
            {"title": words.title(one), "day": str(one.first.on), "lines": words.content(one).split("\n")}
            for one in found
        ],
    }
    return rendered("history.md.j2", meta, page=page, say=phrases.say, link=addresses.linker(address))
