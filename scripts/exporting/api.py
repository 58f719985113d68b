"""The JSON API, version 1: every file below api/v1/, from the composed site."""

import json
from collections.abc import Iterator
from typing import Any

from composing.site import Site
from exporting import api_schema, schema
from exporting.export import LICENCE, Export, RootFile
from exporting.facts import Json, fact_data, kept, words
from exporting.places import API, Places
from model.history import History
from model.records import Carrier, Topic
from model.vocabulary import Applies, Guide
from writing import addresses


def files(export: Export) -> Iterator[RootFile]:
    """Every JSON file of the API: path from the root of the site, and text."""
    view = _View(export)
    yield f"{API}carriers.json", json_text(view.carriers())
    for carrier in export.site.carriers:
        yield f"{API}carriers/{carrier.slug}.json", json_text(view.carrier(carrier))
    yield f"{API}guides.json", json_text(view.guides())
    yield f"{API}facts.json", json_text(view.facts())
    yield f"{API}schema/api.json", json_text(api_schema.api_schema())
    yield f"{API}schema/carrier.json", schema.schema_text()


def json_text(data: Any) -> str:
    """JSON as it is published: UTF-8, keys in the order they were put, one blank of indent, a line end at the end."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


class _View:
    """The four kinds of file, as JSON-able data."""

    def __init__(self, export: Export) -> None:
        self._site: Site = export.site
        self._history: History = export.history
        self._places = Places(export.settings.url, export.languages)
        self._header = {"api": "v1", "licence": LICENCE, "data_date": export.data_date.isoformat()}

    def carriers(self) -> Json:
        """The directory: who there is, under which names, and where to read on."""
        rows = [
            {
                **self._identity(carrier),
                "data": self._places.data(f"carriers/{carrier.slug}.json"),
                "guides": {guide: carrier.guides[guide].applies for guide in Guide},
            }
            for carrier in self._site.carriers
        ]
        return {**self._header, "carriers": rows}

    def carrier(self, carrier: Carrier) -> Json:
        """Everything known about one carrier, and what is not."""
        library = self._site.library
        claims = library.claims(carrier, *carrier.facts)
        facts = [fact_data(claim, self._history.changed_on(claim.address)) for claim in claims]
        return {
            **self._header,
            **self._identity(carrier),
            "guides": [{"guide": guide, **self._guide(carrier, guide)} for guide in Guide],
            "facts": facts,
            "unknown": list(self._unknown(carrier)),
        }

    def guides(self) -> Json:
        """The five cards, each with every carrier."""
        guides = [
            {
                "guide": guide,
                "pages": self._places.pages(addresses.guide(guide)),
                "carriers": [{"slug": one.slug, **self._guide(one, guide)} for one in self._site.carriers],
            }
            for guide in Guide
        ]
        return {**self._header, "guides": guides}

    def facts(self) -> Json:
        """What holds for every carrier, by topic."""
        topics = self._site.library.data.topics.values()
        return {**self._header, "topics": [self._topic(topic) for topic in topics]}

    def _topic(self, topic: Topic) -> Json:
        claims = self._site.library.shared(*(f"{topic.topic}:{fact.id}" for fact in topic.facts))
        facts = [fact_data(claim, self._history.changed_on(claim.address)) for claim in claims]
        return {"topic": topic.topic, "name": words(topic.name), "facts": facts}

    def _identity(self, carrier: Carrier) -> Json:
        aliases = [kept({"text": one.text, "kind": one.kind, "shared": one.shared}) for one in carrier.aliases]
        return {
            "slug": carrier.slug,
            "name": carrier.name,
            "country": carrier.country,
            "status": carrier.status,
            "audience": carrier.audience,
            "house": carrier.house,
            "pages": self._places.pages(addresses.carrier(carrier)),
            **kept({"aliases": aliases}),
            "contracts": list(carrier.contracts),
        }

    def _guide(self, carrier: Carrier, guide: Guide) -> Json:
        ref = carrier.guides[guide]
        has_steps = ref.applies != Applies.NO
        return {
            "applies": ref.applies,
            "fact": f"{carrier.slug}:{ref.id}",
            **kept({"contracts": list(ref.contracts)}),
            **({"pages": self._places.pages(addresses.steps(carrier, guide))} if has_steps else {}),
        }

    def _unknown(self, carrier: Carrier) -> Iterator[Json]:
        """The open questions, of each contract first, then of the carrier."""
        questions = self._site.library.data.questions
        lists = {**{str(kind): contract.unknown for kind, contract in carrier.contracts.items()}, "": carrier.unknown}
        for contract, codes in lists.items():
            for code in codes:
                question = questions[code]
                ask = {"nb": question.ask_nb, "en": question.ask_en}
                yield {"code": code, **kept({"contract": contract}), "text": words(question.text), "ask": ask}
