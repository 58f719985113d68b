from pathlib import Path
from typing import Any

import pytest

from support.carriers import CARRIER, QUESTIONS, TOPIC, as_yaml, brief, carrier, changed, found, found_in_topic, read

EXTRA = """\
company:
  - {id: company, value: Nord AS, source: terms, confidence: high}
separate:
  - {id: swap, kind: device-credit, name: Nord Bytte, source: terms, confidence: low}
unknown: [last-bill]
"""
BINDING = "    binding:\n      - {id: b, max_months: 12, source: terms, confidence: low}\n"
EXAMPLE = "{received: 2026-06-10, ends: 2026-07-31}"
AFTER_CONTACT = "confidence: high\ncontracts"
# What is changed in the file, into what, and where which problem must stand.
Case = tuple[str, str, int, int, str]


def test_small_carrier_is_valid(tmp_path: Path) -> None:
    assert found(tmp_path, CARRIER) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('country: "NO"', "country: unknown"),
        ("audience: consumer", "audience: both"),
        ("aliases:\n  - {text: Nord Mobil}\n", ""),
        ("{text: Nord Mobil}", "{text: Nord Mobil, kind: former, shared: true}"),
        ("dated: 2026-06-05", "dated: unknown"),
        ("dated: 2026-06-05", "dated: 2026-06\n    link: false"),
        ("        needs: [login]\n", ""),
        ("needs: [login]", "needs: []\n        not_needed: [bankid, in-norway]"),
        ("needs: [login]", "path: {zh: 甲, en: a, nb: b}\n        purpose: pause"),
        ("kind: phone\n        contact: phone", "kind: login\n        url: https://nord.example/min-side"),
        ("    unknown: [last-bill]\n", ""),
        ("    unknown: [last-bill]\n", BINDING),
        ("source: terms\n    confidence: high", "source: [terms]\n    confidence: low\n    caveat: old"),
        ("guides:", EXTRA + "guides:"),
        (f"        example: {EXAMPLE}\n", ""),
    ],
)
def test_shape_is_accepted(tmp_path: Path, old: str, new: str) -> None:
    assert found(tmp_path, changed(old, new)) == []


@pytest.mark.parametrize(
    "case",
    [
        ("slug: nord\n", "", 1, 1, "slug"),
        ("name: Nord\n", "", 1, 1, "name"),
        ('country: "NO"\n', "", 1, 1, "country"),
        ("status: active\n", "", 1, 1, "status"),
        ("audience: consumer\n", "", 1, 1, "audience"),
        ("house: independent\n", "", 1, 1, "house"),
        ("{text: Nord Mobil}", "{kind: plan}", 8, 5, "aliases.text"),
        ("    url: https://nord.example/vilkar\n", "", 11, 5, "sources.terms.url"),
        ("    title: Vilkår for mobil\n", "", 11, 5, "sources.terms.title"),
        ("    publisher: Nord\n", "", 11, 5, "sources.terms.publisher"),
        ("    kind: official\n", "", 11, 5, "sources.terms.kind"),
        ("    dated: 2026-06-05\n", "", 11, 5, "sources.terms.dated"),
        ("    read_as: archived-copy\n", "", 11, 5, "sources.terms.read_as"),
        ("    kind: phone\n    value", "    value", 18, 5, "contacts.kind"),
        (
            "    source: terms\n    confidence: high\ncontracts",
            "    confidence: high\ncontracts",
            18,
            5,
            "contacts.source",
        ),
        (f"    {AFTER_CONTACT}", "contracts", 18, 5, "contacts.confidence"),
        ("        kind: phone\n        contact", "        contact", 27, 9, "channels.kind"),
        ("- id: notice\n        rule", "- rule", 34, 9, "notice.id"),
        ("        rule: end-of-next-month\n", "", 34, 9, "notice.rule"),
        ("received: 2026-06-10, ", "", 36, 18, "notice.example.received"),
        (", ends: 2026-07-31", "", 36, 18, "notice.example.ends"),
        (EXAMPLE, "{renews: 2026-06-10}", 36, 18, "notice.example.latest"),
        ("4g: {applies: unknown, ", "4g: {", 42, 7, "guides.4g.applies"),
    ],
)
def test_missing_field_is_named(tmp_path: Path, case: Case) -> None:
    old, new, line, col, field = case
    assert found(tmp_path, changed(old, new)) == [(line, col, "field-missing", f"{field} must be there")]


@pytest.mark.parametrize("field", ["sources", "contracts", "guides"])
def test_missing_part_of_the_file_is_named(tmp_path: Path, field: str) -> None:
    problems = found(tmp_path, as_yaml(carrier(**{field: None})))
    assert (1, 1, "field-missing", f"{field} must be there") in problems


@pytest.mark.parametrize(
    "case",
    [
        ("slug: nord", "Slug: x\nslug: nord", 1, 1, "Slug must be a known field"),
        ("slug: nord", '"": x\nslug: nord', 1, 1, "file must be a known field"),
        ("slug: nord", "a.b.c: x\nslug: nord", 1, 1, "a.b.c must be a known field"),
        ("{text: Nord", "{words: x, text: Nord", 8, 6, "aliases.words must be a known field"),
        ("    url: ", "    colour: x\n    url: ", 11, 5, "sources.terms.colour must be a known field"),
        ("    value: ", "    number: x\n    value: ", 20, 5, "contacts.number must be a known field"),
        ("  subscription:", "  landline: {}\n  subscription:", 25, 3, "contracts.landline must be a known key"),
        ("    notice:", "    notes: []\n    notice:", 33, 5, "notes must be a known field"),
        ("        rule: ", "        hour: x\n        rule: ", 35, 9, "notice.hour must be a known field"),
        ("{received", "{sent: x, received", 36, 19, "notice.example.sent must be a known field"),
        ("  5g:", "  3g: {}\n  5g:", 43, 3, "guides.3g must be a known key"),
    ],
)
def test_unknown_field_is_refused(tmp_path: Path, case: Case) -> None:
    old, new, line, col, text = case
    assert found(tmp_path, changed(old, new)) == [(line, col, "field-unknown", text)]


def test_advice_for_an_unknown_field_lists_the_known_ones(tmp_path: Path) -> None:
    _, [problem] = read(tmp_path, {"nord.yml": changed("{text: Nord", "{words: x, text: Nord")})
    assert problem.advice == "known here: text, kind, shared"


@pytest.mark.parametrize(
    "case",
    [
        ("status: active", "status: open", 4, 9, "status"),
        ("audience: consumer", "audience: people", 5, 11, "audience"),
        ("house: independent", "house: none", 6, 8, "house"),
        ("{text: Nord Mobil}", "{text: Nord Mobil, kind: typo}", 8, 30, "aliases.kind"),
        ("read_as: archived-copy", "read_as: memory", 16, 14, "sources.terms.read_as"),
        ("kind: official", "kind: Official", 14, 11, "sources.terms.kind"),
        ("    kind: phone\n    value", "    kind: fax\n    value", 19, 11, "contacts.kind"),
        (AFTER_CONTACT, "confidence: sure\ncontracts", 23, 17, "contacts.confidence"),
        (AFTER_CONTACT, "confidence: high\n    caveat: [stale]\ncontracts", 24, 14, "contacts.caveat"),
        ("        kind: phone", "        kind: telephone", 28, 15, "channels.kind"),
        ("contact: phone", "contact: phone\n        purpose: leave", 30, 18, "channels.purpose"),
        ("[login]", "[login, passport]", 30, 24, "channels.needs"),
        ("needs: [login]", "not_needed: [no]", 30, 22, "channels.not_needed"),
        ("rule: end-of-next-month", "rule: 30-days", 35, 15, "notice.rule"),
        ('applies: "no"', "applies: maybe", 45, 25, "guides.smart-card.applies"),
        ("[subscription]}\n  esim", "[landline]}\n  esim", 43, 38, "guides.5g.contracts"),
    ],
)
def test_word_that_is_not_in_the_list_is_refused(tmp_path: Path, case: Case) -> None:
    old, new, line, col, field = case
    text = changed(old, new)
    word = text.split("\n")[line - 1][col - 1 :].rstrip("]}").partition(",")[0].partition("]")[0]
    problem = (line, col, "value-choice", f"{field} must be one of the listed words: {word!r}")
    assert found(tmp_path, text) == [problem]


@pytest.mark.parametrize(
    "case",
    [
        ("name: Nord\n", "name: [Nord]\n", 2, 7, "name must be one text"),
        ("aliases:\n  - {text: Nord Mobil}", "aliases: Nord Mobil", 7, 10, "aliases must be a list"),
        ("aliases:\n  - {text: Nord Mobil}", "aliases:", 7, 9, "aliases must be a list"),
        ("  - {text: Nord Mobil}", "  - Nord", 8, 5, "aliases must be a mapping"),
        ("needs: [login]", "needs: login", 30, 16, "channels.needs must be a list"),
        ("needs: [login]", "needs: [[login]]", 30, 17, "channels.needs must be one text"),
        (EXAMPLE, "July", 36, 18, "notice.example must be a mapping"),
        ("{text: Nord Mobil}", "{text: {zh: 北}}", 8, 12, "aliases.text must be one text"),
    ],
)
def test_value_of_the_wrong_kind_is_refused(tmp_path: Path, case: Case) -> None:
    old, new, line, col, text = case
    assert found(tmp_path, changed(old, new)) == [(line, col, "field-kind", text)]


@pytest.mark.parametrize("text", ["a\n", "[a, b]\n", "''\n"])
def test_file_that_is_no_mapping_is_refused(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == [(1, 1, "field-kind", "file must be a mapping")]


@pytest.mark.parametrize("field", ["sources", "contracts", "guides"])
def test_part_that_is_no_mapping_is_refused(tmp_path: Path, field: str) -> None:
    problems = found(tmp_path, as_yaml(carrier(**{field: "none"})))
    assert f"{field} must be a mapping" in [text for *_, text in problems]


@pytest.mark.parametrize(
    ("rule", "case"),
    [
        ("text-line", ("name: Nord\n", "name:\n", 2, 6, "name must be one line of text: ''")),
        ("text-line", ("name: Nord\n", "name: |\n  Nord\n", 2, 7, "name must be one line of text: 'Nord\\n'")),
        ("value-id", ("- id: phone", "- id: Phone", 18, 9, "contacts.id must be a dashed lower-case id: 'Phone'")),
        ("value-date", ("06-10, ends", "31-10, ends", 36, 29, "notice.example.received must be a date: '2026-31-10'")),
        ("value-date", (": 2026-06-05", ": June", 15, 12, "sources.terms.dated must be a date or unknown: 'June'")),
        (
            "value-number",
            ("example: ", "days: x\n        example: ", 36, 15, "notice.days must be a whole number: 'x'"),
        ),
        ("value-flag", ("Mobil}", "Mobil, shared: yes}", 8, 32, "aliases.shared must be true or false: 'yes'")),
        (
            "link",
            (
                "https://nord",
                "ftp://nord",
                11,
                10,
                "sources.terms.url must be a web address: 'ftp://nord.example/vilkar'",
            ),
        ),
        ("list-repeat", ("[login]", "[login, login]", 30, 16, "channels.needs must name each item once: 'login'")),
        (
            "list-empty",
            (
                AFTER_CONTACT,
                "confidence: high\n    caveat: []\ncontracts",
                24,
                13,
                "contacts.caveat must hold at least 1 item",
            ),
        ),
        ("list-empty", ("rule: ", "beside: []\n        rule: ", 35, 17, "notice.beside must hold at least 1 item")),
        ("value-address", ("rule: ", "beside: law\n        rule: ", 35, 17, "notice.beside must be topic:id: 'law'")),
    ],
)
def test_value_of_the_wrong_form_is_refused(tmp_path: Path, rule: str, case: Case) -> None:
    old, new, line, col, text = case
    problems = [problem for problem in found(tmp_path, changed(old, new)) if problem[2] != "contact-known"]
    assert problems == [(line, col, rule, text)]


def test_fact_needs_a_source(tmp_path: Path) -> None:
    text = changed(
        "        source: terms\n        confidence: high\n    unknown",
        "        source: []\n        confidence: high\n    unknown",
    )
    assert found(tmp_path, text) == [(37, 17, "list-empty", "notice.source must hold at least 1 item")]


@pytest.mark.parametrize(
    ("rule", "case"),
    [
        ("field-missing", ("topic: law\n", "", 1, 1, "topic must be there")),
        ("field-missing", ("{zh: 法律, ", "{", 2, 7, "name.zh must be there")),
        ("field-unknown", ("topic: law", "topic: law\nslug: law", 2, 1, "slug must be a known field")),
        ("value-id", ("- id: billing", "- id: Billing", 12, 9, "facts.id must be a dashed lower-case id: 'Billing'")),
        (
            "value-id",
            ('"§ 4-5"', '"§ 4-5"\n    value: {Days: 30}', 15, 13, "facts.value.Days must be a lower-case name: 'Days'"),
        ),
        ("text-line", ("zh: 账单。", 'zh: ""', 13, 16, "facts.text.zh must be one line of text: ''")),
    ],
)
def test_shared_facts_have_a_shape_too(tmp_path: Path, rule: str, case: Case) -> None:
    old, new, line, col, text = case
    assert found_in_topic(tmp_path, changed(old, new, TOPIC)) == [(line, col, rule, text)]


@pytest.mark.parametrize("value", ["30", "{days: 30, until: the end}"])
def test_shared_fact_may_have_one_value_or_several_by_name(tmp_path: Path, value: str) -> None:
    assert found_in_topic(tmp_path, changed('"§ 4-5"', f'"§ 4-5"\n    value: {value}', TOPIC)) == []


@pytest.mark.parametrize(
    ("rule", "case"),
    [
        ("field-missing", ('nb: "Når kommer siste faktura?", ', "", 5, 8, "last-bill.ask.nb must be there")),
        ("field-missing", ("  zh: 最后一张账单是哪一天的？\n", "", 2, 3, "last-bill.zh must be there")),
        ("text-line", ("最后一张账单是哪一天的？", "''", 2, 7, "last-bill.zh must be one line of text: ''")),
        ("field-unknown", ("  zh: ", "  da: x\n  zh: ", 2, 3, "last-bill.da must be a known field")),
    ],
)
def test_questions_have_a_shape_too(tmp_path: Path, rule: str, case: Case) -> None:
    old, new, line, col, text = case
    facts: dict[str, Any] = {"questions.yml": changed(old, new, QUESTIONS), "law.yml": TOPIC}
    assert brief(read(tmp_path, {"nord.yml": CARRIER}, facts)[1]) == [(line, col, rule, text)]
