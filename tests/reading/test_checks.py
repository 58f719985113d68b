from pathlib import Path

import pytest

from support.carriers import Place, changed, found

PHONE = '    value: "+4791509000"\n    print: "+47 915 09 000"\n'
RULE = "rule: end-of-next-month\n        example: {received: 2026-06-10, ends: 2026-07-31}"
CHANNEL = "      - {id: ID, kind: shop, source: terms, confidence: high}\n"
CONFIRMED = "confidence: high\n    confirmed: [{on: DAY, by: live, result: same}]\ncontracts"
STATUS = """\
about:
  - {id: status, text: {zh: 停业, en: Closed, nb: Stengt}, source: terms, confidence: high}
"""
# What is changed in the small carrier, into what.
Change = tuple[str, str]


@pytest.mark.parametrize(
    "change",
    [
        ("rule: end-of-next-month", "rule: end-of-next-month\n        beside: law:billing"),
        ("read_as: archived-copy", "read_as: live\n    read_on: 2026-11-20"),
        ("dated: 2026-06-05", "dated: 2026-11-20"),
        ("dated: 2026-06-05", "dated: 2026-11"),
        ("dated: 2026-06-05", "dated: 2026"),
        ("confidence: high\ncontracts", CONFIRMED.replace("DAY", "2026-11-20")),
        (RULE, "rule: next-day\n        example: {received: 2026-12-31, ends: 2027-01-01}"),
        (RULE, "rule: end-of-month\n        example: {received: 2028-02-01, ends: 2028-02-29}"),
        (RULE, "rule: days-after-notice\n        days: 14\n        example: {received: 2026-06-10, ends: 2026-06-24}"),
        (RULE, "rule: days-before-renewal\n        days: 7\n        example: {renews: 2026-06-30, latest: 2026-06-23}"),
        (
            RULE,
            "rule: hours-before-renewal\n        hours: 48\n"
            "        example: {renews: 2026-06-30T12:00, latest: 2026-06-28T12:00}",
        ),
        ("kind: phone\n" + PHONE, "kind: short-code\n    value: 09000\n"),
        ("kind: phone\n" + PHONE, "kind: email\n    value: kunde@nord.example\n"),
        ("kind: phone\n" + PHONE, "kind: post\n    value: Postboks 1, 0001 Oslo\n"),
        ("kind: phone\n" + PHONE, "kind: page\n    url: https://nord.example/si-opp\n"),
        ("kind: phone\n" + PHONE, "kind: form\n    url: https://nord.example/skjema\n"),
        ("kind: phone\n" + PHONE, "kind: chat\n    name: Nora\n"),
        ("needs: [login]", "needs: [login]\n        not_needed: [bankid]"),
        ("4g: {applies: unknown, contracts: [subscription]}", '4g: {applies: "no", source: terms, confidence: low}'),
        ("status: active", STATUS + "status: closed"),
        ("{text: Nord Mobil}", "{text: Nord Mobil}\n  - {text: nord}"),
    ],
)
def test_fields_that_fit_together_are_accepted(tmp_path: Path, change: Change) -> None:
    assert found(tmp_path, changed(*change)) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("slug: nord", "slug: sor"), (1, 7, "slug-file", "slug must be the file's name 'nord': 'sor'")),
        (("- id: notice", "- id: phone"), (34, 13, "id-unique", "notice.id must stand once in the file: 'phone'")),
        (
            ("- id: notice", "- id: guide-4g"),
            (42, 3, "id-unique", "guides.4g.id must stand once in the file: 'guide-4g'"),
        ),
        (
            (
                "        source: terms\n        confidence: high\n    unknown",
                "        source: [terms, letter]\n        confidence: high\n    unknown",
            ),
            (37, 17, "source-known", "notice.source must name a source of this file: 'letter'"),
        ),
        (
            ("source: terms, confidence: high}\n  4g", "source: web, confidence: high}\n  4g"),
            (41, 66, "source-known", "guides.unlimited.source must name a source of this file: 'web'"),
        ),
        (
            ("read_as: archived-copy", "read_as: live"),
            (10, 3, "source-read-on", "sources.terms.read_on must stand with read_as live, and only there: live"),
        ),
        (
            ("read_as: archived-copy", "read_as: archived-copy\n    read_on: 2026-06-05"),
            (
                17,
                14,
                "source-read-on",
                "sources.terms.read_on must stand with read_as live, and only there: archived-copy",
            ),
        ),
        (
            ("dated: 2026-06-05", "dated: 2026-11-21"),
            (15, 12, "date-future", "sources.terms.dated must not be after today (2026-11-20): 2026-11-21"),
        ),
        (
            ("dated: 2026-06-05", "dated: 2026-12"),
            (15, 12, "date-future", "sources.terms.dated must not be after today (2026-11-20): 2026-12"),
        ),
        (
            ("dated: 2026-06-05", "dated: 2027"),
            (15, 12, "date-future", "sources.terms.dated must not be after today (2026-11-20): 2027"),
        ),
        (
            ("read_as: archived-copy", "read_as: live\n    read_on: 2026-11-21"),
            (17, 14, "date-future", "sources.terms.read_on must not be after today (2026-11-20): 2026-11-21"),
        ),
        (
            ("confidence: high\ncontracts", CONFIRMED.replace("DAY", "2026-11-21")),
            (24, 22, "date-future", "contacts.confirmed.on must not be after today (2026-11-20): 2026-11-21"),
        ),
        (
            ("rule: ", "beside: [law:billing, law:gone]\n        rule: "),
            (35, 17, "beside-known", "notice.beside must be a shared fact: 'law:gone'"),
        ),
        (
            ("rule: ", "beside: gone:billing\n        rule: "),
            (35, 17, "beside-known", "notice.beside must be a shared fact: 'gone:billing'"),
        ),
        (
            ("contact: phone", "contact: chat"),
            (29, 18, "contact-known", "channels.contact must be a contact of this file: 'chat'"),
        ),
        (
            ("needs: [login]", "needs: [login, sim]\n        not_needed: [sim]"),
            (31, 21, "channel-needs", "channels.not_needed must not repeat needs: 'sim'"),
        ),
        (
            ("[last-bill]", "[last-bill, colour]"),
            (39, 14, "question-known", "unknown must be a known question: 'colour'"),
        ),
        (
            ("guides:", "unknown: [colour]\nguides:"),
            (40, 10, "question-known", "unknown must be a known question: 'colour'"),
        ),
        (
            ("  5g: {applies: unknown, contracts: [subscription]}\n", ""),
            (41, 3, "guide-complete", "guides.5g must be there"),
        ),
        (
            ("4g: {applies: unknown, contracts: [subscription]}", "4g: {applies: unknown}"),
            (42, 3, "guide-evidence", "guides.4g.contracts must be there for applies unknown"),
        ),
        (
            ('"yes", contracts: [subscription]', '"yes"'),
            (41, 3, "guide-evidence", "guides.unlimited.contracts must be there for applies yes"),
        ),
        (
            ("[subscription], source: terms", "[subscription]"),
            (41, 3, "guide-evidence", "guides.unlimited.source must be there for applies yes"),
        ),
        (
            ('"no", source: terms, confidence: high', '"no", source: terms'),
            (45, 3, "guide-evidence", "guides.smart-card.confidence must be there for applies no"),
        ),
        (
            ("[subscription]}\n  esim", "[subscription, prepaid]}\n  esim"),
            (43, 37, "guide-contract", "guides.5g.contracts must be contracts of this carrier: 'prepaid'"),
        ),
        (
            ("status: active", "status: closed"),
            (4, 9, "status-evidence", "status must be shown by a fact about.status: 'closed'"),
        ),
        (
            ("status: active", "status: unknown"),
            (4, 9, "status-evidence", "status must be shown by a fact about.status: 'unknown'"),
        ),
        (
            ("{text: Nord Mobil}", "{text: Nord}"),
            (8, 12, "alias-name", "aliases.text must differ from the name and the other aliases: 'Nord'"),
        ),
        (
            ("{text: Nord Mobil}", "{text: A}\n  - {text: A}"),
            (9, 12, "alias-name", "aliases.text must differ from the name and the other aliases: 'A'"),
        ),
    ],
)
def test_fields_that_do_not_fit_together_are_refused(tmp_path: Path, change: Change, problem: Place) -> None:
    assert found(tmp_path, changed(*change)) == [problem]


def test_every_further_fact_of_the_same_id_is_named(tmp_path: Path) -> None:
    text = changed(
        "    notice:\n", "".join(CHANNEL.replace("ID", name) for name in ("shop", "shop", "shop")) + "    notice:\n"
    )
    assert found(tmp_path, text) == [
        (34, 14, "id-unique", "channels.id must stand once in the file: 'shop'"),
        (35, 14, "id-unique", "channels.id must stand once in the file: 'shop'"),
    ]


def test_source_that_no_fact_names_is_refused(tmp_path: Path) -> None:
    spare = (
        "  spare:\n    url: https://nord.example\n    title: A\n    publisher: Nord\n    kind: press\n    dated: 2025\n"
    )
    text = changed("contacts:\n", f"{spare}    read_as: live\n    read_on: 2026-01-01\ncontacts:\n")
    assert found(tmp_path, text) == [(17, 3, "source-used", "sources.spare must be used by a fact")]
