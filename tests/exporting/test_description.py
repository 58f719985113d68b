"""The page that describes the API: it says what is in the data, with examples from it."""

import json
from typing import Any

import pytest
from lxml import html

from exporting import description
from exporting.api_schema import EVIDENCE, FACTS, PLACE, VOCABULARY
from support.api import all_facts, made, read


def page() -> Any:
    [(name, text)] = description.texts(made())
    assert name == "api/v1/index.json"
    return json.loads(text)


def tree() -> html.HtmlElement:
    return html.fragment_fromstring(page()["body"], create_parent="main")


def examples() -> list[Any]:
    return [json.loads(example.text_content()) for example in tree().iter("pre")]


def test_page_has_what_the_frame_needs() -> None:
    assert list(page()) == ["tag", "title", "summary", "body"]
    assert page()["tag"] == "en"


def test_examples_are_from_the_files() -> None:
    directory, fact, question = examples()
    whole = read("carriers.json")
    assert directory == {**whole, "carriers": whole["carriers"][:1]}
    assert fact in all_facts()
    assert fact["type"] == "notice"
    assert any(question in json.loads(text)["unknown"] for name, text in made().items() if "/carriers/" in name)


def test_every_field_of_a_fact_is_explained() -> None:
    said = [cell.text_content() for cell in tree().xpath("//th[@scope='row']")]
    for fields in ({**PLACE, **EVIDENCE}, *FACTS.values()):
        assert set(fields) <= set(said)


def test_every_word_is_listed() -> None:
    said = {code.text for code in tree().iter("code")}
    assert {str(word) for kind in VOCABULARY.values() for word in kind} <= said


@pytest.mark.parametrize("part", ["files", "fact", "not-known", "showing", "words", "promised", "not-promised"])
def test_page_has_this_part(part: str) -> None:
    assert len(tree().xpath(f"//h2[@id='{part}']")) == 1


def test_links_lead_to_files_of_the_api() -> None:
    links = [str(link) for link in tree().xpath("//a/@href")]
    assert links
    assert [link for link in links if f"api/v1/{link}" not in made()] == []


def test_chinese_is_marked_as_such() -> None:
    marked = [part.text_content() for part in tree().xpath("//pre//span[@lang='zh-Hans']")]
    assert any('"zh": ' in line for line in marked)
    assert not any('"en": ' in line for line in marked)


def test_data_in_an_example_is_text_and_never_markup() -> None:
    files = {name: text.replace("2026-11-20", "<script>alert(1)</script>{{ 1 }}") for name, text in made().items()}
    [(_, text)] = description.texts(files)
    body = json.loads(text)["body"]
    assert "<script>" not in body
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 1 }}" in body


def test_without_a_rule_in_the_data_another_fact_is_shown() -> None:
    name = "api/v1/carriers/saga.json"
    kept = {path: text for path, text in made().items() if path == name or "/carriers/" not in path}
    [(_, text)] = description.texts(kept)
    assert "saga:" in json.loads(text)["body"]
