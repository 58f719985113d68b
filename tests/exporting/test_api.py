"""The files of the API: which there are, that nothing is missing in them, and where their addresses lead."""

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from exporting import api
from exporting.export import Export
from model.history import Change, History
from model.vocabulary import Applies, Guide, Rung
from paths import ROOT
from support import project
from support.api import BELOW_PREFIX, all_facts, carrier_files, made, read
from support.golden import API_FILES, FOLDER

DATA = [name for name in made() if "/schema/" not in name]
CODE = "from support.api import made; import sys; sys.stdout.buffer.write(repr(made()).encode())"


@pytest.mark.parametrize("name", API_FILES)
def test_file_is_as_reviewed(name: str) -> None:
    reviewed = (FOLDER / API_FILES[name]).read_text(encoding="utf-8")
    assert made()[name] == reviewed, "run: python -m support.golden, and read the change"


def test_files_stand_where_the_description_says() -> None:
    slugs = [carrier.slug for carrier in project.site().carriers]
    names = ["carriers.json", *(f"carriers/{slug}.json" for slug in slugs), "guides.json", "facts.json"]
    assert list(made()) == [f"api/v1/{name}" for name in [*names, "schema/api.json", "schema/carrier.json"]]


@pytest.mark.parametrize("name", DATA)
def test_every_file_begins_with_version_licence_and_date(name: str) -> None:
    header = {"api": "v1", "licence": "CC-BY-4.0", "data_date": "2026-11-20"}
    assert list(json.loads(made()[name]).items())[:3] == list(header.items())


@pytest.mark.parametrize("name", made())
def test_files_are_plain_text_with_a_line_end(name: str) -> None:
    text = made()[name]
    assert text.endswith("}\n")
    assert "\\u" not in text


def test_equal_data_gives_equal_bytes_whatever_the_seed_of_hashes() -> None:
    path = os.pathsep.join([str(ROOT / "scripts"), str(ROOT / "tests")])
    seen = {
        subprocess.run(
            [sys.executable, "-c", CODE],
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": "Pacific/Auckland"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "7")
    }
    assert seen == {repr(made()).encode()}


def test_directory_has_every_carrier_in_the_order_of_the_site() -> None:
    rows = read("carriers.json")["carriers"]
    assert [row["slug"] for row in rows] == [carrier.slug for carrier in project.site().carriers]
    assert [row["data"] for row in rows] == [f"api/v1/carriers/{row['slug']}.json" for row in rows]


def test_every_fact_of_a_carrier_is_in_its_file_once_in_order() -> None:
    for carrier, file in zip(project.site().carriers, carrier_files(), strict=True):
        assert [fact["address"] for fact in file["facts"]] == [f"{carrier.slug}:{fact.id}" for fact in carrier.facts]


def test_every_shared_fact_is_there() -> None:
    topics = project.inputs().data.topics
    found = [fact["address"] for topic in read("facts.json")["topics"] for fact in topic["facts"]]
    assert found == [f"{name}:{fact.id}" for name, topic in topics.items() for fact in topic.facts]


def test_every_address_is_there_once() -> None:
    times = Counter(fact["address"] for fact in all_facts())
    assert [address for address, count in times.items() if count > 1] == []


def test_only_a_guide_of_unknown_applicability_has_no_source() -> None:
    bare = [fact for fact in all_facts() if not fact["sources"]]
    assert {(fact["type"], fact["applies"]) for fact in bare} <= {("guide", "unknown")}


def test_no_fact_is_without_trust_and_it_is_that_of_the_pages() -> None:
    library = project.site().library
    for fact in all_facts():
        claim = library.named(fact["address"])
        assert claim is not None
        assert fact["trust"] == claim.rung
        assert fact["expected_only"] == (fact["trust"] == Rung.THIRD_PARTY)
        assert fact["caveats"] == list(claim.fact.caveat)


def test_every_open_question_is_there_with_its_text() -> None:
    for carrier, file in zip(project.site().carriers, carrier_files(), strict=True):
        codes = [(str(kind), code) for kind, one in carrier.contracts.items() for code in one.unknown]
        codes += [("", code) for code in carrier.unknown]
        assert [(one.get("contract", ""), one["code"]) for one in file["unknown"]] == codes
        assert all(one["text"]["zh"] and one["ask"]["nb"] for one in file["unknown"])


def test_facts_named_beside_others_are_in_the_api() -> None:
    facts = all_facts()
    assert {name for fact in facts for name in fact.get("beside", [])} <= {fact["address"] for fact in facts}


def test_guides_have_every_carrier_with_the_fact_that_says_so() -> None:
    facts = {fact["address"]: fact for fact in all_facts()}
    guides = read("guides.json")["guides"]
    assert [guide["guide"] for guide in guides] == list(Guide)
    for guide in guides:
        assert [row["slug"] for row in guide["carriers"]] == [carrier.slug for carrier in project.site().carriers]
        for row in guide["carriers"]:
            assert facts[row["fact"]]["applies"] == row["applies"]
            assert ("pages" in row) == (row["applies"] != Applies.NO)


def pages_in(data: object) -> list[str]:
    """Every page address below some JSON."""
    if isinstance(data, list):
        return [page for item in data for page in pages_in(item)]
    if not isinstance(data, dict):
        return []
    own = list(data["pages"].values()) if "pages" in data else []
    return own + [page for value in data.values() for page in pages_in(value)]


def test_pages_are_those_of_the_site() -> None:
    for name in DATA:
        pages = pages_in(json.loads(made()[name]))
        assert [page for page in pages if page.removeprefix("zh/") not in project.written()] == [], name
        assert pages or name.endswith("facts.json")


def test_addresses_are_absolute_where_the_site_has_one() -> None:
    [first, *_] = read("carriers.json", BELOW_PREFIX)["carriers"]
    assert first["data"] == f"https://example.org/siopp/api/v1/carriers/{first['slug']}.json"
    assert first["pages"] == {"zh": f"https://example.org/siopp/zh/carriers/{first['slug']}/"}
    guides = pages_in(read("guides.json", BELOW_PREFIX))
    assert all(page.startswith("https://example.org/siopp/zh/") for page in guides)


def test_pages_are_given_in_every_language_built() -> None:
    [first, *_] = read("carriers.json", project.NO_ADDRESS, ("zh", "nb"))["carriers"]
    assert first["pages"] == {code: f"{code}/carriers/{first['slug']}/" for code in ("zh", "nb")}


def with_history(history: History) -> Export:
    return replace(project.export(), history=history)


def test_changed_date_comes_from_the_history_and_is_left_out_without() -> None:
    change = Change("ice:guide-5g", "changed", "c0ffee", 1_780_000_000, None, None, ())
    law = replace(change, address="law:billing")
    files = dict(api.files(with_history(History({"ice:guide-5g": (change,), "law:billing": (law,)}))))
    facts = json.loads(files["api/v1/carriers/ice.json"])["facts"]
    assert {fact["id"]: fact["changed"] for fact in facts if "changed" in fact} == {"guide-5g": str(change.on)}
    assert change.on == date(2026, 5, 28)
    assert not any("changed" in fact for fact in all_facts())
