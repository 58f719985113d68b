"""Checks of rules with their examples, and of contacts."""

from pathlib import Path

import pytest

from support.carriers import Place, changed, found

PHONE = '    value: "+4791509000"\n    print: "+47 915 09 000"\n'
RULE = "rule: end-of-next-month\n        example: {received: 2026-06-10, ends: 2026-07-31}"


@pytest.mark.parametrize(
    ("fields", "problems"),
    [
        (
            "rule: next-day\n        days: 3",
            [(36, 15, "notice-amount", "notice.days must not be there for rule next-day")],
        ),
        (
            "rule: end-of-month\n        hours: 3",
            [(36, 16, "notice-amount", "notice.hours must not be there for rule end-of-month")],
        ),
        ("rule: days-after-notice", [(34, 9, "notice-amount", "notice.days must be there for rule days-after-notice")]),
        (
            "rule: hours-before-renewal\n        days: 2",
            [
                (34, 9, "notice-amount", "notice.hours must be there for rule hours-before-renewal"),
                (36, 15, "notice-amount", "notice.days must not be there for rule hours-before-renewal"),
            ],
        ),
        # Without the right amount nothing is said about the example.
        (
            "rule: days-after-notice\n        example: {received: 2026-06-10, ends: 2026-06-24}",
            [(34, 9, "notice-amount", "notice.days must be there for rule days-after-notice")],
        ),
        (
            "rule: end-of-next-month\n        example: {received: 2026-06-10, ends: 2026-08-31}",
            [
                (
                    36,
                    47,
                    "notice-example",
                    "notice.example.ends must be 2026-07-31 for rule end-of-next-month: '2026-08-31'",
                )
            ],
        ),
        (
            "rule: end-of-month\n        example: {received: 2100-02-10, ends: 2100-02-29}",
            [(36, 47, "value-date", "notice.example.ends must be a date: '2100-02-29'")],
        ),
        (
            "rule: days-before-renewal\n        days: 7\n        example: {renews: 2026-06-30, latest: 2026-06-24}",
            [
                (
                    37,
                    47,
                    "notice-example",
                    "notice.example.latest must be 2026-06-23 for rule days-before-renewal: '2026-06-24'",
                )
            ],
        ),
        (
            "rule: hours-before-renewal\n        hours: 48\n        example: {renews: 2026-06-30T12:00, "
            "latest: 2026-06-28}",
            [
                (
                    37,
                    53,
                    "notice-example",
                    "notice.example.latest must be 2026-06-28T12:00 for rule hours-before-renewal: '2026-06-28'",
                )
            ],
        ),
        (
            "rule: end-of-month\n        example: {renews: 2026-06-10, latest: 2026-06-30}",
            [(36, 18, "notice-example", "notice.example must hold received and ends for rule end-of-month")],
        ),
        (
            "rule: days-before-renewal\n        days: 7\n        example: {received: 2026-06-30, ends: 2026-06-23}",
            [(37, 18, "notice-example", "notice.example must hold renews and latest for rule days-before-renewal")],
        ),
        (
            "rule: next-day\n        example: {received: 9999-12-31, ends: 9999-12-31}",
            [
                (
                    36,
                    47,
                    "notice-example",
                    "notice.example.ends must be a date of the calendar for rule next-day: '9999-12-31'",
                )
            ],
        ),
        (
            "rule: hours-before-renewal\n        hours: 99\n        example: {renews: 0001-01-01, latest: 0001-01-01}",
            [
                (
                    37,
                    47,
                    "notice-example",
                    "notice.example.latest must be a date of the calendar for rule hours-before-renewal: '0001-01-01'",
                )
            ],
        ),
    ],
)
def test_rule_and_its_example_must_agree(tmp_path: Path, fields: str, problems: list[Place]) -> None:
    assert found(tmp_path, changed(RULE, fields)) == problems


@pytest.mark.parametrize(
    ("fields", "problems"),
    [
        (
            "phone\n    value: '91509000'\n    print: '915 09 000'\n",
            [
                (20, 12, "contact-value", "contacts.value must be an international number: '91509000'"),
                (21, 12, "contact-value", "contacts.print must hold the digits of value: '915 09 000'"),
            ],
        ),
        (
            "phone\n    value: +47 915 09 000\n    print: +47 915 09 000\n",
            [
                (20, 12, "contact-value", "contacts.value must be in E.164 form: '+47 915 09 000'"),
                (21, 12, "contact-value", "contacts.print must hold the digits of value: '+47 915 09 000'"),
            ],
        ),
        (
            "phone\n    value: '+4700000000'\n    print: +47 00 00 00 00\n",
            [
                (20, 12, "contact-value", "contacts.value must be a number that exists: '+4700000000'"),
            ],
        ),
        (
            "phone\n    value: '+4791509000'\n    print: +47 915 09 001\n",
            [
                (21, 12, "contact-value", "contacts.print must hold the digits of value: '+47 915 09 001'"),
            ],
        ),
        (
            "phone\n    value: '+4791509000'\n",
            [
                (18, 5, "contact-value", "contacts.print must hold the digits of value: ''"),
            ],
        ),
        ("phone\n", [(18, 5, "contact-value", "contacts.value must be an international number: ''")]),
        (
            "short-code\n    value: '+4791509000'\n",
            [
                (20, 12, "contact-value", "contacts.value must be three to six digits or a star code: '+4791509000'"),
            ],
        ),
        (
            "short-code\n    value: ٠٩٠٠٠\n",
            [(20, 12, "contact-value", "contacts.value must be three to six digits or a star code: '٠٩٠٠٠'")],
        ),
        ("short-code\n", [(18, 5, "contact-value", "contacts.value must be three to six digits or a star code: ''")]),
        (
            "email\n    value: nord.example\n",
            [
                (20, 12, "contact-value", "contacts.value must be an e-mail address: 'nord.example'"),
            ],
        ),
        ("post\n", [(18, 5, "contact-value", "contacts.value must hold the postal address")]),
        ("page\n", [(18, 5, "contact-value", "contacts.url must be there")]),
        ("form\n    name: Skjema\n", [(18, 5, "contact-value", "contacts.url must be there")]),
        # A field that could not be read is not missing too.
        (
            "page\n    url: ftp://nord.example\n",
            [
                (20, 10, "link", "contacts.url must be a web address: 'ftp://nord.example'"),
            ],
        ),
    ],
)
def test_contact_must_be_one_that_can_be_used(tmp_path: Path, fields: str, problems: list[Place]) -> None:
    assert found(tmp_path, changed(f"phone\n{PHONE}", fields)) == problems
