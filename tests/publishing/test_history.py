"""The record of switches: what is current, where rollbacks lead, which times are free."""

import time
from pathlib import Path

import pytest

from publishing.history import Switch, kept, line, next_stamp, read_history, write_history
from publishing.problem import PublishError


def switches(text: str) -> list[Switch]:
    """A switch a word, a second apart: `a` publishes, `-a` leads back to it."""
    words = enumerate(text.split())
    return [Switch(at, "rollback" if word[0] == "-" else "publish", word.lstrip("-")) for at, word in words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("a", "a"),
        ("a b c", "abc"),
        ("a b c -b", "ab"),
        ("a b c -b -a", "a"),
        ("a b -a c", "ac"),
        ("a b a", "aba"),
        ("a b a -b -a", "a"),
    ],
)
def test_rollbacks_lead_through_what_was_published_and_not_taken_back(text: str, expected: str) -> None:
    assert "".join(line(switches(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a b c d e", "abcde"),
        ("a b c d e f", "bcdef"),
        ("a b c d e f -e", "bcdef"),
        ("a b c -b d -b e -b f -b g -b", "abgfe"),
    ],
)
def test_the_current_release_and_the_one_before_are_always_kept(text: str, expected: str) -> None:
    assert kept(switches(text), set("abcdefg")) == set(expected)


def test_only_what_is_here_is_counted() -> None:
    assert kept(switches("a b c d e f g"), set("abcdefg") - {"e"}) == set("bcdfg")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    found = switches("a b -a")
    write_history(tmp_path / "history", found)
    assert read_history(tmp_path / "history", "a") == found
    assert [path.name for path in tmp_path.iterdir()] == ["history"]


def test_a_switch_that_was_written_down_but_not_made_is_none(tmp_path: Path) -> None:
    write_history(tmp_path / "history", switches("a b"))
    assert read_history(tmp_path / "history", "a") == switches("a")


def test_a_line_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "history").write_text("1 publish a\nyesterday\n", encoding="utf-8")
    with pytest.raises(PublishError, match="history: not a line of this file: 'yesterday'"):
        read_history(tmp_path / "history", "a")


def test_a_time_is_never_used_twice_and_never_goes_back() -> None:
    future = int(time.time()) + 1000
    assert next_stamp([Switch(future, "publish", "a"), Switch(5, "publish", "b")]) == future + 1
    assert abs(next_stamp(switches("a")) - time.time()) < 5
