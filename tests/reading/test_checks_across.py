"""Checks between facts, files and carriers."""

from pathlib import Path

import pytest

from support.carriers import CARRIER, FACTS, QUESTIONS, TOPIC, Place, brief, changed, found_in_topic, read

PHONE = '    value: "+4791509000"\n    print: "+47 915 09 000"\n'
BESIDE = changed("rule: end-of-next-month", "rule: end-of-next-month\n        beside: law:billing")
ONE = CARRIER
OTHER = changed("slug: nord\nname: Nord", "slug: sor\nname: Sør")
SHARED = changed("{text: Nord Mobil}", '{text: nord mobil, shared: "true"}')
SHARED_TOO = SHARED.replace("slug: nord\nname: Nord", "slug: sor\nname: Sør")


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("topic: law", "topic: loven", [(1, 8, "slug-file", "topic must be the file's name 'law': 'loven'")]),
        ('    section: "§ 4-5"\n', "", [(12, 5, "law-section", "facts.section must be there for a law")]),
        (
            '    section: "§ 4-5"',
            '    section: "§ 4-5"\n    beside: law:gone',
            [
                (15, 13, "beside-known", "facts.beside must be a shared fact: 'law:gone'"),
            ],
        ),
        ('    section: "§ 4-5"', '    section: "§ 4-5"\n    beside: law:binding', []),
        (
            '    section: "§ 4-5"',
            '    section: "§ 4-5"\n    beside: law:billing',
            [
                (15, 13, "beside-circle", "facts.beside must not lead back to the fact: 'law:billing'"),
            ],
        ),
        ("- id: binding", "- id: billing", [(17, 9, "id-unique", "facts.id must stand once in the file: 'billing'")]),
    ],
)
def test_shared_facts_must_fit_together_too(tmp_path: Path, old: str, new: str, problems: list[Place]) -> None:
    assert found_in_topic(tmp_path, changed(old, new, TOPIC)) == problems


def test_two_shared_facts_cannot_stand_beside_each_other(tmp_path: Path) -> None:
    text = TOPIC.replace('"§ 4-5"', '"§ 4-5"\n    beside: law:binding').replace(
        '"§ 4-6"', '"§ 4-6"\n    beside: law:billing'
    )
    assert found_in_topic(tmp_path, text) == [
        (15, 13, "beside-circle", "facts.beside must not lead back to the fact: 'law:binding'"),
        (21, 13, "beside-circle", "facts.beside must not lead back to the fact: 'law:billing'"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "texts"),
    [
        (ONE, changed("Nord Mobil", "Sør Mobil", OTHER), []),
        (SHARED, SHARED_TOO, []),
        (
            ONE,
            OTHER,
            [
                "nord.yml:8:12 aliases.text must be marked shared, sor has it too: 'Nord Mobil'",
                "sor.yml:8:12 aliases.text must be marked shared, nord has it too: 'Nord Mobil'",
            ],
        ),
        (SHARED, OTHER, ["sor.yml:8:12 aliases.text must be marked shared, nord has it too: 'Nord Mobil'"]),
        (ONE, SHARED_TOO, ["nord.yml:8:12 aliases.text must be marked shared, sor has it too: 'Nord Mobil'"]),
    ],
)
def test_alias_of_two_carriers_must_be_marked_at_both(tmp_path: Path, one: str, other: str, texts: list[str]) -> None:
    problems = read(tmp_path, {"nord.yml": one, "sor.yml": other})[1]
    assert {problem.rule for problem in problems} <= {"alias-shared"}
    assert [f"{Path(p.file).name}:{p.line}:{p.col} {p.text}" for p in problems] == texts


@pytest.mark.parametrize("name", ["law.yml", "questions.yml"])
def test_broken_file_of_shared_facts_is_not_held_against_carriers(tmp_path: Path, name: str) -> None:
    _, problems = read(tmp_path, {"nord.yml": BESIDE}, {**FACTS, name: "a: [b\n"})
    assert [(Path(problem.file).name, problem.rule) for problem in problems] == [(name, "yaml-syntax")]


def test_shared_fact_that_is_too_long_is_still_known(tmp_path: Path) -> None:
    law = changed("账单。", "账" * 121, TOPIC)
    [problem] = read(tmp_path, {"nord.yml": BESIDE}, {"questions.yml": QUESTIONS, "law.yml": law})[1]
    assert problem.rule == "text-length"


def test_faults_of_one_fact_are_named_together(tmp_path: Path) -> None:
    text = changed("kind: phone\n" + PHONE, f"kind: phone\n{PHONE}    note: {{zh: {'中' * 101}, en: a, nb: b}}\n")
    text = text.replace("{id: phone", "{id: telephone").replace("source: terms\n    confidence: high", "source: gone")
    assert brief(read(tmp_path, {"nord.yml": text})[1]) == [
        (18, 5, "field-missing", "contacts.confidence must be there"),
        (22, 16, "text-length", "contacts.note.zh must be at most 100 characters: 101"),
        (23, 13, "source-known", "contacts.source must name a source of this file: 'gone'"),
    ]
