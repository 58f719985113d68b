"""The search finds the page that answers: shares of the queries in queries.yml, on the half that nobody tuned on."""

import json
import random
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from exporting import search
from support import project

HERE = Path(__file__).parent
COMMAND = ["node", str(HERE / "run.js")]
Index = dict[str, Any]


@dataclass(frozen=True)
class Query:
    """What is typed on the site of a language, and the page that answers."""

    kind: str
    language: str
    text: str
    page: str


@dataclass(frozen=True)
class Target:
    """Of these kinds at least this share must be among the first so many."""

    kinds: tuple[str, ...]
    share: float
    among: int


TARGETS = (
    Target(("names", "typos", "numbers"), 0.95, 1),
    Target(("synonyms", "scripts", "languages"), 0.90, 1),
    Target(("sentences", "situations"), 0.85, 3),
    Target(("brands",), 0.85, 1),
)


@cache
def queries() -> tuple[Query, ...]:
    kinds = yaml.safe_load((HERE / "queries.yml").read_text(encoding="utf-8"))
    return tuple(Query(kind, *map(str, line)) for kind, lines in kinds.items() for line in lines)


def halves() -> tuple[Sequence[Query], Sequence[Query]]:
    """For tuning and for testing, split at random once and for all."""
    mixed = list(queries())
    random.Random(20261120).shuffle(mixed)  # noqa: S311 -- a split that stays, no secret
    return mixed[::2], mixed[1::2]


@cache
def index_of(language: str) -> Index:
    inputs = project.inputs()
    pages = project.staged()[language]
    _, text = search.index(project.site(), inputs.phrases[language], pages, inputs.words)
    made: Index = json.loads(text)
    return made


def found(index: Index, texts: Sequence[str]) -> list[list[str]]:
    """The pages for each text, the best first, as the script of the search page finds them."""
    asked = json.dumps({"index": index, "queries": texts})
    done = subprocess.run(COMMAND, input=asked, capture_output=True, text=True, check=True)
    result: list[list[str]] = json.loads(done.stdout)
    return result


def missed(half: Sequence[Query], among: int) -> list[Query]:
    """The queries whose page is not among the first so many."""
    lost: list[Query] = []
    for language in sorted({query.language for query in half}):
        asked = [query for query in half if query.language == language]
        pages = found(index_of(language), [query.text for query in asked])
        lost += [query for query, got in zip(asked, pages, strict=True) if query.page not in got[:among]]
    return lost


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: "-".join(target.kinds))
@pytest.mark.parametrize("half", ["tuning", "testing"])
def test_the_page_that_answers_is_found(half: str, target: Target) -> None:
    asked = [query for query in halves()[half == "testing"] if query.kind in target.kinds]
    assert {query.kind for query in asked} == set(target.kinds)
    lost = missed(asked, target.among)
    assert len(lost) <= (1 - target.share) * len(asked), lost


def test_there_are_queries_enough_in_every_language_and_kind() -> None:
    assert len(queries()) >= 160
    assert {query.language for query in queries()} == set(project.inputs().phrases)
    assert {kind for target in TARGETS for kind in target.kinds} == {query.kind for query in queries()}
    assert len({(query.language, query.text) for query in queries()}) == len(queries())


def test_every_page_expected_is_there() -> None:
    for query in queries():
        assert query.page in project.staged()[query.language], query


def test_a_search_that_has_lost_its_words_is_noticed() -> None:
    poorer = {**index_of("zh"), "carriers": [], "fold": ""}
    asked = [query for query in queries() if query.language == "zh" and query.kind in ("names", "scripts")]
    got = found(poorer, [query.text for query in asked])
    assert sum(query.page in pages[:1] for query, pages in zip(asked, got, strict=True)) < len(asked) / 2


@pytest.mark.parametrize("text", ["", " ", "qqqqqqq", "的", "???", "<script>", "\\", '"'])
def test_odd_words_find_nothing_or_something_but_never_fail(text: str) -> None:
    assert isinstance(found(index_of("zh"), [text])[0], list)


def test_nothing_is_found_for_nothing() -> None:
    assert found(index_of("en"), ["", "   ", "zzzzzzzzzz"]) == [[], [], []]


def test_traditional_signs_are_folded_to_those_of_the_index() -> None:
    pairs = search.fold("号码转网")
    assert dict(zip(pairs[::2], pairs[1::2], strict=True)).items() >= {
        ("號", "号"),
        ("碼", "码"),
        ("轉", "转"),
        ("網", "网"),
    }
    assert "賬" not in pairs


def test_words_are_given_for_guides_and_topics_that_exist() -> None:
    words = project.inputs().words
    topics = {address.split("/")[1] for address in project.written() if address.startswith("topics/")}
    assert set(words.topics) <= topics
    assert len(words.guides) == 5
