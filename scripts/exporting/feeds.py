"""Atom feeds of changed facts: one for each carrier and one for all, in each language."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from exporting.events import Event, all_events, events
from exporting.export import Export, RootFile
from exporting.feed_words import FeedSpeaker
from model.records import Carrier
from settings import language_tags, site_name
from writing import addresses
from writing.escape import for_href, for_xml
from writing.facts import Speaker
from writing.phrases import Phrases

ALL_LIMIT = 50
CARRIER_LIMIT = 30
ATOM = "http://www.w3.org/2005/Atom"


def files(export: Export, phrases: Mapping[str, Phrases]) -> Iterator[RootFile]:
    """feeds/<language>/all.xml and feeds/<language>/<slug>.xml, each language of the build.

    Times are those of commits; a feed without entries bears the date of the data. Without a history no feed has any.
    """
    everything = all_events(export.history)[:ALL_LIMIT]
    of_carriers = [(one, events(export.history, one.slug)[:CARRIER_LIMIT]) for one in export.site.carriers]
    for language in export.languages:
        feeds = _Feeds(export, phrases[language])
        yield feeds.all(everything)
        for carrier, found in of_carriers:
            yield feeds.carrier(carrier, found)


class _Feeds:
    """The feeds of one language."""

    def __init__(self, export: Export, phrases: Phrases) -> None:
        self._export = export
        self._say = phrases.say
        self._language = phrases.language
        self._words = FeedSpeaker(Speaker(phrases), export.site)

    def all(self, found: Sequence[Event]) -> RootFile:
        return self._feed(addresses.feed(self._language), self._say("feed.title_all"), addresses.DIRECTORY, found)

    def carrier(self, carrier: Carrier, found: Sequence[Event]) -> RootFile:
        title = self._say("feed.title", name=carrier.name)
        return self._feed(addresses.feed(self._language, carrier.slug), title, addresses.carrier(carrier), found)

    def _feed(self, place: str, title: str, page: str, found: Sequence[Event]) -> RootFile:
        newest = max((event.first.seconds for event in found), default=None)
        head = [
            _element("id", self._id(place)),
            _element("title", title),
            _element("subtitle", self._say("feed.subtitle")),
            _element("updated", f"{self._export.data_date}T00:00:00Z" if newest is None else _time(newest)),
            f"<author>{_element('name', site_name())}</author>",
            _element("rights", self._say("chrome.source_of_data")),
            _element("link", rel="self", type="application/atom+xml", href=self._link(place)),
            _element("link", rel="alternate", type="text/html", href=self._link(f"{self._language}/{page}")),
        ]
        entries = [line for event in found for line in self._entry(event)]
        tag = for_xml(language_tags()[self._language])
        lines = [f'<feed xmlns="{ATOM}" xml:lang="{tag}">', *(f" {line}" for line in (*head, *entries)), "</feed>"]
        return place, "\n".join(['<?xml version="1.0" encoding="utf-8"?>', *lines, ""])

    def _entry(self, event: Event) -> Iterator[str]:
        owner, commit = event.first.owner, event.first.commit
        carrier = self._export.site.library.data.carriers.get(owner)
        page = addresses.carrier(carrier) if carrier else addresses.HOME
        yield "<entry>"
        # The same entry has the same id in the carrier's feed and in that of all.
        yield _element("id", self._id(f"{addresses.feed(self._language, owner)}#{event.address}@{commit}"))
        yield _element("title", self._words.title(event))
        yield _element("updated", _time(event.first.seconds))
        yield _element("link", rel="alternate", type="text/html", href=self._link(f"{self._language}/{page}"))
        yield _element("category", term=event.address)
        yield _element("content", self._words.content(event), type="text")
        yield "</entry>"

    def _link(self, place: str) -> str:
        """An address from the site's root, absolute where the site has one, else as seen from the feed."""
        if self._export.settings.url:
            return for_href(self._export.settings.url + place)
        folder = "/" if place.endswith("/") else ""
        return for_href(posixpath.relpath(place, f"feeds/{self._language}") + folder)

    def _id(self, name: str) -> str:
        """A name that never changes; without an address of the site it is made of the name alone."""
        url = self._export.settings.url
        return for_href(url + name) if url else uuid5(NAMESPACE_URL, name).urn


def _element(name: str, text: str = "", **attributes: str) -> str:
    opening = name + "".join(f' {key}="{for_xml(value)}"' for key, value in attributes.items())
    return f"<{opening}>{for_xml(text)}</{name}>" if text else f"<{opening}/>"


def _time(seconds: int) -> str:
    """A time as RFC 3339 writes it."""
    return datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z")
