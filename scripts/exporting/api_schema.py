"""The JSON Schema of the API's own files. It allows more fields than it names: version 1 may grow."""

from collections.abc import Mapping
from enum import StrEnum

from exporting.export import LICENCE
from exporting.meanings import meaning
from exporting.schema_parts import (
    DATE_FORM,
    DATED_FORM,
    DIALECT,
    MOMENT_FORM,
    URL_FORM,
    Schema,
    form,
    listed,
    ref,
    words_of,
)
from model.vocabulary import (
    About,
    AliasKind,
    Applies,
    Audience,
    Caveat,
    CompanyKind,
    Confidence,
    ContactKind,
    ContractKind,
    Guide,
    House,
    Need,
    Purpose,
    ReadAs,
    Rule,
    Rung,
    SeparateKind,
    SourceKind,
    Status,
)

# Fields by name; a "?" at the end of a name: left out where it is empty.
Fields = Mapping[str, Schema]

FILES = ("carriers_file", "carrier_file", "guides_file", "facts_file")
DESCRIPTION = "The files of version 1. Fields may be added and lists of words may grow; nothing is renamed or removed."
VOCABULARY: Mapping[str, type[StrEnum]] = {
    "about": About,
    "alias_kind": AliasKind,
    "applies": Applies,
    "audience": Audience,
    "caveat": Caveat,
    "company_kind": CompanyKind,
    "confidence": Confidence,
    "contact_kind": ContactKind,
    "contract_kind": ContractKind,
    "guide": Guide,
    "house": House,
    "need": Need,
    "purpose": Purpose,
    "read_as": ReadAs,
    "rule": Rule,
    "separate_kind": SeparateKind,
    "source_kind": SourceKind,
    "status": Status,
    "trust": Rung,
}
TEXT: Schema = {"type": "string", "minLength": 1}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 1}
DAY = form(DATE_FORM)
MOMENT = form(MOMENT_FORM)
LINK = form(URL_FORM)
WORDS = ref("text")
# Page addresses by language code.
PAGES: Schema = {"type": "object", "additionalProperties": TEXT}

HEADER: Fields = {"api": {"const": "v1"}, "licence": {"const": LICENCE}, "data_date": DAY}
IDENTITY: Fields = {
    "slug": TEXT,
    "name": TEXT,
    "country": form("^([A-Z]{2}|unknown)$"),
    "status": ref("status"),
    "audience": ref("audience"),
    "house": ref("house"),
    "pages": PAGES,
    "aliases?": listed(ref("alias"), minItems=1),
    "contracts": listed(ref("contract_kind")),
}
ROW: Fields = {
    "applies": ref("applies"),
    "fact": TEXT,
    "contracts?": listed(ref("contract_kind"), minItems=1),
    "pages?": PAGES,
}
PLACE: Fields = {
    "address": form("^[a-z0-9-]+:[a-z0-9-]+$"),
    "id": TEXT,
    # In the input this word means the section of a law.
    "section": {"description": "Where it stands in its file, without positions in lists.", **TEXT},
}
EVIDENCE: Fields = {
    "note?": WORDS,
    "product?": TEXT,
    "law_section?": TEXT,
    "confidence?": ref("confidence"),
    "caveats": listed(ref("caveat")),
    "trust": ref("trust"),
    "expected_only": FLAG,
    "stale": FLAG,
    "sources": listed(ref("source")),
    "beside?": listed(TEXT, minItems=1),
    "checked": {"anyOf": [DAY, {"type": "null"}]},
    "changed?": DAY,
}
# What each type of fact says of its own.
FACTS: Mapping[str, Fields] = {
    "value": {"kind": ref("company_kind"), "value": TEXT},
    "text": {
        "about?": ref("about"),
        "text": WORDS,
        "short?": WORDS,
        "value?": {"anyOf": [TEXT, {"type": "object", "additionalProperties": TEXT}]},
    },
    "contact": {"kind": ref("contact_kind"), "value?": TEXT, "print?": TEXT, "url?": LINK, "name?": TEXT},
    "channel": {
        "kind": ref("contact_kind"),
        "purpose": ref("purpose"),
        "name?": TEXT,
        "contact?": TEXT,
        "url?": LINK,
        "path?": WORDS,
        "needs?": listed(ref("need"), minItems=1),
        "not_needed?": listed(ref("need"), minItems=1),
    },
    "notice": {
        "rule": ref("rule"),
        "days?": COUNT,
        "hours?": COUNT,
        "example?": {"anyOf": [ref("example_of_notice"), ref("example_of_renewal")]},
    },
    "binding": {"max_months": COUNT, "special_months?": COUNT},
    "separate": {"kind": ref("separate_kind"), "name": TEXT, "text?": WORDS, "short?": WORDS},
    "guide": {
        "guide": ref("guide"),
        "applies": ref("applies"),
        "contracts?": listed(ref("contract_kind"), minItems=1),
        "plans?": listed(TEXT, minItems=1),
    },
}
RECORDS: Mapping[str, Fields] = {
    "carriers_file": {**HEADER, "carriers": listed(ref("carrier"))},
    "carrier": {**IDENTITY, "data": TEXT, "guides": ref("guide_answers")},
    "guide_answers": {str(guide): ref("applies") for guide in Guide},
    "carrier_file": {
        **HEADER,
        **IDENTITY,
        "guides": listed(ref("guide_of_carrier")),
        "facts": listed(ref("fact")),
        "unknown": listed(ref("unknown")),
    },
    "guide_of_carrier": {"guide": ref("guide"), **ROW},
    "unknown": {"code": TEXT, "contract?": ref("contract_kind"), "text": WORDS, "ask": ref("sentence")},
    "guides_file": {**HEADER, "guides": listed(ref("guide_with_carriers"))},
    "guide_with_carriers": {"guide": ref("guide"), "pages": PAGES, "carriers": listed(ref("guide_row"))},
    "guide_row": {"slug": TEXT, **ROW},
    "facts_file": {**HEADER, "topics": listed(ref("topic"))},
    "topic": {"topic": TEXT, "name": WORDS, "facts": listed(ref("text_fact"))},
    "alias": {"text": TEXT, "kind?": ref("alias_kind"), "shared?": FLAG},
    "text": {"zh": TEXT, "en": TEXT, "nb": TEXT},
    "sentence": {"nb": TEXT, "en": TEXT},
    "example_of_notice": {"received": DAY, "ends": DAY},
    "example_of_renewal": {"renews": MOMENT, "latest": MOMENT},
    "source": {
        "key": TEXT,
        "url": LINK,
        "link": FLAG,
        "title": TEXT,
        "publisher": TEXT,
        "kind": ref("source_kind"),
        "dated": form(DATED_FORM),
        "read_as": ref("read_as"),
        "read_on?": DAY,
    },
}


def api_schema() -> Schema:
    """One schema for all four kinds of file; `$defs` names each."""
    facts = {f"{kind}_fact": _fact(kind) for kind in FACTS}
    return {
        "$schema": DIALECT,
        "title": "Si opp: the JSON API",
        "description": DESCRIPTION,
        "anyOf": [ref(name) for name in FILES],
        "$defs": {
            **{name: record(name, fields) for name, fields in RECORDS.items()},
            "fact": {"anyOf": [ref(name) for name in facts]},
            **facts,
            **{name: words_of(words) for name, words in VOCABULARY.items()},
        },
    }


def record(name: str, fields: Fields) -> Schema:
    """An object; fields without "?" are required."""
    properties = {key.rstrip("?"): _said(name, key.rstrip("?"), shape) for key, shape in fields.items()}
    required = [key for key in fields if not key.endswith("?")]
    return {"type": "object", "properties": properties, "required": required}


def _fact(kind: str) -> Schema:
    return record(f"{kind}_fact", {**PLACE, "type": {"const": kind}, **FACTS[kind], **EVIDENCE})


def _said(name: str, key: str, shape: Schema) -> Schema:
    return {"description": meaning(name, key), **shape}
