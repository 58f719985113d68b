"""Every page is valid HTML, as the HTML checker of WHATWG and W3C (vnu) sees it."""

import json
import re
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from support.project import ROOT

JAR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# No guessing of languages: a page may quote more Norwegian than it has Chinese; `lang` has tests of its own.
COMMAND = ["java", "-jar", str(JAR), "--skip-non-html", "--no-langdetect", "--format", "json"]


@dataclass(frozen=True)
class Filter:
    """Messages that are left out, and why."""

    pattern: str
    reason: str


FILTERS = (
    Filter(
        r"Resource violates Content Security Policy \(meta tag\): external \S+ .* blocked by “\S+-src”",
        "the checker reads files, where 'self' is no host; in the browser the tests see that nothing is refused",
    ),
)


@dataclass(frozen=True)
class Message:
    """One message of the checker."""

    page: str
    line: int
    text: str


def checked(folder: Path) -> list[Message]:
    """Every message, warnings too, about the pages in a folder."""
    done = subprocess.run([*COMMAND, str(folder)], capture_output=True, text=True, check=False)
    found = json.loads(done.stderr)["messages"]
    return [Message(one.get("url", ""), one.get("lastLine", 0), one["message"]) for one in found]


def unfiltered(messages: Iterable[Message], filters: Sequence[Filter] = FILTERS) -> list[Message]:
    return [one for one in messages if not any(re.match(leave.pattern, one.text) for leave in filters)]


@pytest.fixture(scope="module")
def messages(real_site: Path) -> list[Message]:
    return checked(real_site)


def test_every_page_is_valid(messages: list[Message]) -> None:
    assert unfiltered(messages) == []


@pytest.mark.parametrize("leave", FILTERS, ids=lambda leave: leave.pattern)
def test_every_filter_is_still_needed(messages: list[Message], leave: Filter) -> None:
    assert leave.reason
    assert len(unfiltered(messages, [leave])) < len(messages)


def test_an_unclosed_tag_is_found(real_site: Path, tmp_path: Path) -> None:
    page = (real_site / "zh" / "index.html").read_text(encoding="utf-8")
    (tmp_path / "page.html").write_text(page.replace("</article>", "", 1), encoding="utf-8")
    assert any("article" in one.text for one in unfiltered(checked(tmp_path)))
