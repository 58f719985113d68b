"""One test for each fault the reader once had, named after it."""

from pathlib import Path

import pytest

from model.vocabulary import Guide
from reading.letters import read_letters
from reading.load import read_all
from reading.strict_yaml import read_tree
from support.carriers import (
    CARRIER,
    FACTS,
    TODAY,
    TOPIC,
    Place,
    as_yaml,
    brief,
    carrier,
    changed,
    found,
    read,
    write_data,
)


def test_bug_key_of_digits_raised_an_index_error(tmp_path: Path) -> None:
    assert found(tmp_path, changed("slug: nord", "1: x\nslug: nord")) == [
        (1, 1, "field-unknown", "1 must be a known field")
    ]


def test_bug_missing_questions_raised_a_file_error(tmp_path: Path) -> None:
    folders = write_data(tmp_path, {"nord.yml": CARRIER}, {"law.yml": TOPIC})
    assert brief(read_all(folders, TODAY)[1]) == [
        (1, 1, "file-read", "file must be readable: No such file or directory")
    ]


@pytest.mark.parametrize(
    ("text", "col"), [('a: "b"# c\n', 7), ("a: [b]# c\n", 7), ("a: [b,# c\n  d]\n", 7), ("a: |- # c\n  b\n", 7)]
)
def test_bug_comment_without_a_blank_before_it_was_lost_without_a_word(text: str, col: int) -> None:
    problem = (1, col, "yaml-comment", "a comment must stand on a line of its own: '# c'")
    assert brief(read_tree("a.yml", text.encode())[1]) == [problem]


def test_bug_key_with_a_line_end_broke_the_report_into_lines_of_its_own(tmp_path: Path) -> None:
    _, [problem] = read(tmp_path, {"nord.yml": changed("slug: nord", '"a\\nb": x\nslug: nord')})
    assert (problem.rule, str(problem).count("\n")) == ("yaml-key", 1)


def test_bug_trailing_comment_was_found_only_after_the_other_faults_were_repaired() -> None:
    rules = [rule for _, _, rule, _ in brief(read_tree("a.yml", b"a: &x b\nc: d # e\n")[1])]
    assert rules == ["yaml-anchor", "yaml-comment"]


@pytest.mark.parametrize("url", ["HTTP://nord.example", "https://nord.example:port/"])
def test_bug_http_in_capitals_and_a_port_of_letters_were_accepted(tmp_path: Path, url: str) -> None:
    assert found(tmp_path, changed("https://nord.example/vilkar", url)) == [
        (11, 10, "link", f"sources.terms.url must be a web address: {url!r}")
    ]


def test_bug_short_code_took_digits_of_other_scripts(tmp_path: Path) -> None:
    contact = {"id": "phone", "kind": "short-code", "value": "٠٩٠٠٠", "source": "terms", "confidence": "high"}
    assert [rule for _, _, rule, _ in found(tmp_path, as_yaml(carrier(contacts=[contact])))] == ["contact-value"]


@pytest.mark.parametrize("old", ["name: Nord\n", "slug: nord\n"])
def test_bug_file_without_name_or_slug_hid_its_other_faults(tmp_path: Path, old: str) -> None:
    text = changed(old, "").replace("contact: phone", "contact: chat")
    assert [rule for _, _, rule, _ in found(tmp_path, text)] == ["field-missing", "contact-known"]


def test_bug_source_of_a_fact_that_could_not_be_read_was_called_unused(tmp_path: Path) -> None:
    letter = {"url": "https://nord.example", "title": "A", "publisher": "Nord", "kind": "press", "dated": "2025"}
    small = carrier(sources={"letter": {**letter, "read_as": "archived-copy"}})
    small["contacts"].append({"id": "dove", "kind": "pigeon", "source": "letter", "confidence": "high"})
    assert [text for *_, text in found(tmp_path, as_yaml(small))] == [
        "contacts.kind must be one of the listed words: 'pigeon'"
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("status: active", "status: open", (4, 9, "value-choice", "status must be one of the listed words: 'open'")),
        (
            "[subscription]}\n  esim",
            "[landline]}\n  esim",
            (43, 38, "value-choice", "guides.5g.contracts must be one of the listed words: 'landline'"),
        ),
    ],
)
def test_bug_word_that_could_not_be_read_was_called_missing_too(
    tmp_path: Path, old: str, new: str, problem: Place
) -> None:
    assert found(tmp_path, changed(old, new)) == [problem]


@pytest.mark.parametrize("name", ["law.yml", "questions.yml"])
def test_bug_one_broken_shared_file_made_every_carrier_wrong(tmp_path: Path, name: str) -> None:
    text = changed("rule: end-of-next-month", "rule: end-of-next-month\n        beside: law:billing")
    problems = read(tmp_path, {"nord.yml": text}, {**FACTS, name: b"\xff\n"})[1]
    assert [problem.rule for problem in problems] == ["file-encoding"]


def test_bug_place_of_broken_utf8_counted_bytes() -> None:
    assert brief(read_tree("a.yml", "name: 挪威".encode() + b"\xff\n")[1]) == [
        (1, 9, "file-encoding", "file must be UTF-8")
    ]


def test_bug_shared_facts_beside_each_other_were_followed_without_end(tmp_path: Path) -> None:
    law = changed('"§ 4-5"', '"§ 4-5"\n    beside: law:binding', TOPIC)
    law = changed('"§ 4-6"', '"§ 4-6"\n    beside: law:billing', law)
    problems = read(tmp_path, {"nord.yml": CARRIER}, {**FACTS, "law.yml": law})[1]
    assert {problem.rule for problem in problems} == {"beside-circle"}


def test_bug_contract_named_twice_made_two_pages_of_one_address(tmp_path: Path) -> None:
    text = changed("[subscription]}\n  esim", "[subscription, subscription]}\n  esim")
    assert [rule for _, _, rule, _ in found(tmp_path, text)] == ["list-repeat"]


def test_bug_example_was_judged_by_a_missing_amount(tmp_path: Path) -> None:
    text = changed("rule: end-of-next-month", "rule: days-after-notice")
    assert [rule for _, _, rule, _ in found(tmp_path, text)] == ["notice-amount"]


def test_bug_carrier_without_any_contract_ended_the_build_with_a_traceback(tmp_path: Path) -> None:
    no = {"applies": "no", "source": "terms", "confidence": "high"}
    whole = {**carrier(), "contracts": {}, "guides": {str(guide): no for guide in Guide}}
    problems = found(tmp_path, as_yaml(whole))
    assert problems == [(24, 12, "list-empty", "contracts must hold at least 1 item")]


def test_bug_file_beside_the_data_that_holds_nothing_passed_for_one_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "letters.yml"
    path.write_text("# to be written\n", encoding="utf-8")
    letters, problems = read_letters(path, {})
    assert (letters, brief(problems)) == (None, [(1, 1, "file-empty", "file must hold data")])
