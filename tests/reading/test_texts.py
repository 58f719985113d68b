"""Texts: their lengths, their languages, and any text at all."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.vocabulary import CarrierSection, ContractKind, Section
from support.carriers import QUESTIONS, as_yaml, brief, carrier, found, read

EVIDENCE: dict[str, Any] = {"source": "terms", "confidence": "high"}
LANGUAGES = ("zh", "en", "nb")


def said(**words: str) -> dict[str, str]:
    return {"zh": "中", "en": "a", "nb": "å", **words}


def with_contract(**fields: Any) -> str:
    return as_yaml(carrier(contracts={"subscription": fields}))


def with_text(**fields: Any) -> str:
    return with_contract(fees=[{"id": "fee", "text": said(), **EVIDENCE, **fields}])


def with_channel(**fields: Any) -> str:
    return with_contract(channels=[{"id": "shop", "kind": "shop", **EVIDENCE, **fields}])


@pytest.mark.parametrize("section", [section.value for section in Section if section != Section.DOES_NOT_CANCEL])
def test_every_section_of_a_contract_takes_texts(tmp_path: Path, section: str) -> None:
    fact = {"id": "fact", "text": said(), "short": said(), **EVIDENCE}
    assert found(tmp_path, with_contract(**{section: [fact]})) == []


def test_what_does_not_cancel_says_what_it_is_about(tmp_path: Path) -> None:
    fact = {"id": "fact", "about": "blocking", "text": said(), **EVIDENCE}
    assert found(tmp_path, with_contract(does_not_cancel=[fact])) == []
    [(_, _, rule, text)] = found(tmp_path, with_contract(does_not_cancel=[{**fact, "about": "selling"}]))
    assert (rule, text) == ("value-choice", "does_not_cancel.about must be one of the listed words: 'selling'")


@pytest.mark.parametrize("section", [section.value for section in CarrierSection])
def test_every_section_of_a_carrier_takes_texts(tmp_path: Path, section: str) -> None:
    assert found(tmp_path, as_yaml(carrier(**{section: [{"id": "fact", "text": said(), **EVIDENCE}]}))) == []


def test_every_field_of_a_fact_is_accepted(tmp_path: Path) -> None:
    confirmed = [{"on": "2026-11-20", "by": "live", "result": "same"}]
    loose = {"product": "Nord 5 GB", "section": "4.2", "caveat": ["old", "conflict"]}
    assert found(tmp_path, with_text(note=said(), beside=["law:billing"], confirmed=confirmed, **loose)) == []


LONG: list[tuple[str, int, str]] = [
    ("name", 80, as_yaml(carrier(name="TEXT"))),
    ("aliases.text", 80, as_yaml(carrier(aliases=[{"text": "TEXT"}]))),
    ("sources.terms.title", 200, as_yaml(carrier(sources={"terms": {"title": "TEXT"}}))),
    ("sources.terms.publisher", 80, as_yaml(carrier(sources={"terms": {"publisher": "TEXT"}}))),
    ("company.value", 120, as_yaml(carrier(company=[{"id": "company", "value": "TEXT", **EVIDENCE}]))),
    ("separate.name", 80, as_yaml(carrier(separate=[{"id": "a", "kind": "other", "name": "TEXT", **EVIDENCE}]))),
    ("contacts.value", 120, as_yaml(carrier(contacts=[{"id": "phone", "kind": "post", "value": "TEXT", **EVIDENCE}]))),
    ("contacts.name", 80, as_yaml(carrier(contacts=[{"id": "phone", "kind": "chat", "name": "TEXT", **EVIDENCE}]))),
    ("contacts.print", 80, as_yaml(carrier(contacts=[{"id": "phone", "kind": "chat", "print": "TEXT", **EVIDENCE}]))),
    ("guides.esim.plans", 80, as_yaml(carrier(guides={"esim": {"plans": ["TEXT"]}}))),
    ("channels.name", 80, with_channel(name="TEXT")),
    ("channels.path.zh", 80, with_channel(path=said(zh="TEXT"))),
    ("channels.path.en", 160, with_channel(path=said(en="TEXT"))),
    ("channels.path.nb", 160, with_channel(path=said(nb="TEXT"))),
    ("fees.product", 80, with_text(product="TEXT")),
    ("fees.section", 80, with_text(section="TEXT")),
    ("fees.text.zh", 120, with_text(text=said(zh="TEXT"))),
    ("fees.text.en", 330, with_text(text=said(en="TEXT"))),
    ("fees.text.nb", 330, with_text(text=said(nb="TEXT"))),
    ("fees.short.zh", 22, with_text(short=said(zh="TEXT"))),
    ("fees.short.en", 46, with_text(short=said(en="TEXT"))),
    ("fees.short.nb", 46, with_text(short=said(nb="TEXT"))),
    ("fees.note.zh", 100, with_text(note=said(zh="TEXT"))),
    ("fees.note.en", 260, with_text(note=said(en="TEXT"))),
    ("fees.note.nb", 260, with_text(note=said(nb="TEXT"))),
]


@pytest.mark.parametrize(("field", "limit", "text"), LONG, ids=[field for field, *_ in LONG])
def test_text_of_full_length_is_accepted_and_one_more_is_refused(
    tmp_path: Path, field: str, limit: int, text: str
) -> None:
    assert found(tmp_path, text.replace("TEXT", "中" * limit)) == []
    [(_, _, rule, words)] = found(tmp_path, text.replace("TEXT", "中" * (limit + 1)))
    assert (rule, words) == ("text-length", f"{field} must be at most {limit} characters: {limit + 1}")


@pytest.mark.parametrize(
    ("old", "field", "limit"),
    [
        ("最后一张账单是哪一天的？", "zh", 60),
        ("en: When does the last bill come?", "en", 120),
        ("nb: Når kommer siste faktura?", "nb", 120),
        ('nb: "Når kommer siste faktura?"', "ask.nb", 160),
        ('en: "When does the last bill come?"', "ask.en", 160),
    ],
)
def test_question_of_full_length_is_accepted_and_one_more_is_refused(
    tmp_path: Path, old: str, field: str, limit: int
) -> None:
    key = old[:4] if ":" in old else ""
    for more, problems in ((0, []), (1, [f"last-bill.{field} must be at most {limit} characters: {limit + 1}"])):
        questions = QUESTIONS.replace(old, key + "中" * (limit + more), 1)
        found = brief(read(tmp_path, {}, {"questions.yml": questions})[1])
        assert [text for *_, text in found] == problems


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_needs_all_three_languages(tmp_path: Path, language: str) -> None:
    text = {code: words for code, words in said().items() if code != language}
    [(_, _, rule, words)] = found(tmp_path, with_text(text=text))
    assert (rule, words) == ("field-missing", f"fees.text.{language} must be there")


def test_traditional_chinese_is_derived_and_not_written(tmp_path: Path) -> None:
    [(_, _, rule, words)] = found(tmp_path, with_text(text={**said(), "zh-hant": "中"}))
    assert (rule, words) == ("field-unknown", "fees.text.zh-hant must be a known field")


@given(text=st.text(max_size=90))
@settings(deadline=None, max_examples=150)
def test_any_name_is_kept_or_refused_in_its_file(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    root = tmp_path_factory.getbasetemp() / "name"
    data, problems = read(root, {"nord.yml": as_yaml(carrier(name=text, sources={"terms": {"title": text}}))})
    if problems:
        assert {problem.file for problem in problems} == {(root / "carriers" / "nord.yml").as_posix()}
        assert min(problem.line for problem in problems) <= 2 or "\n" in text
    else:
        nord = data.carriers["nord"]
        assert (nord.name, nord.sources["terms"].title) == (text, text)


@given(text=st.tuples(*[st.text(st.characters(codec="utf-8", categories=("L", "P", "S", "Zs")), max_size=25)] * 3))
@settings(deadline=None, max_examples=200)
def test_any_fact_is_kept_or_refused(tmp_path_factory: pytest.TempPathFactory, text: tuple[str, str, str]) -> None:
    root = tmp_path_factory.getbasetemp() / "fact"
    words = dict(zip(LANGUAGES, text, strict=True))
    data, problems = read(root, {"nord.yml": with_text(text=words, note=words)})
    if not problems:
        [fact] = data.carriers["nord"].contracts[ContractKind.SUBSCRIPTION].get(Section.FEES)
        assert fact.text == fact.note
        assert tuple(map(fact.text.into, LANGUAGES)) == text
