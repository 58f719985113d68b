"""What differs between a page and its translation is named with both lines; alike pages have no difference."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.problem import Problem
from writing.parity import (
    PagePair,
    heading_problems,
    missing_pages,
    page_pair,
    page_problems,
    phrase_problems,
)
from writing.phrases import Phrases, read_phrases
from writing.sections import pairs, sections

BOTH = frozenset({"zh", "en"})
ZH = """\
# 题目 {: #top }

先看[这里](../a.md)。

## 怎么办 {: #what }

{fact esim:iccid}

1. 打电话。
2. 等。

我们的建议：问。
{: .advice }

<div class="sentence"><p lang="nb">Si opp.</p><p class="sentence__meaning">解约。</p></div>
"""
EN = """\
# Title {: #top }

First see [here](../a.md).

## What to do {: #what }

{fact esim:iccid}

1. Call.
2. Wait.

Our advice: ask.
{: .advice }

<div class="sentence"><p lang="nb">Si opp.</p><p class="sentence__meaning">Cancel.</p></div>
"""


def compared(zh: str, en: str, language: str = "en") -> list[Problem]:
    both = frozenset({"zh", language})
    found = PagePair("a.md", "zh/a.md", "en/a.md", tuple(pairs(sections(zh, both), sections(en, both))))
    return list(page_problems(found, language))


def places(zh: str, en: str, language: str = "en") -> list[tuple[int, str]]:
    assert all(problem.rule == "parity" and problem.file == "en/a.md" for problem in compared(zh, en, language))
    return [(problem.line, problem.text) for problem in compared(zh, en, language)]


def test_a_translation_differs_in_words_only() -> None:
    assert compared(ZH, EN) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "text"),
    [
        ("../a.md", "../b.md", 3, "links must be as at zh/a.md:3, ../a.md: ../b.md"),
        ("[here](../a.md)", "here", 3, "links must be as at zh/a.md:3, ../a.md: none"),
        ("#what", "#which", 5, "heading id must be as at zh/a.md:5, what: which"),
        ("## What", "### What", 5, "kind of passage must be as at zh/a.md:5, heading 2: heading 3"),
        ("esim:iccid", "esim:eid", 7, "directives must be as at zh/a.md:7, {fact esim:iccid}: {fact esim:eid}"),
        ("1. Call", "- Call", 9, "kind of passage must be as at zh/a.md:9, numbered item: list item"),
        ("2. Wait.\n", "", 9, "page must have after this line what stands at zh/a.md:10: numbered item '等。'"),
        ("2. Wait.", "2. Wait.\n3. Go.", 11, "page must not have what does not follow zh/a.md:10: numbered item 'Go.'"),
        ("\n{: .advice }", "", 12, "mark must be as at zh/a.md:12, .advice: none"),
        ("Si opp.", "Si op.", 15, "sentence to say must be as at zh/a.md:15, nb 'Si opp.': nb 'Si op.'"),
        (
            '<p class="sentence__meaning">Cancel.</p>',
            "",
            15,
            "meaning of the sentence must be as at zh/a.md:15, 解约。: none",
        ),
    ],
)
def test_a_difference_is_named_with_both_lines(old: str, new: str, line: int, text: str) -> None:
    assert EN.count(old) == 1
    assert places(ZH, EN.replace(old, new)) == [(line, text)]


def test_one_difference_does_not_shift_the_sections_after_it() -> None:
    assert len(places(ZH, EN.replace("First see [here](../a.md).\n", "One.\n\nTwo.\n"))) == 2


def test_a_missing_section_is_one_problem() -> None:
    text = "page must have after this line what stands at zh/a.md:5: heading 2 '## 怎么办 {: #what }'"
    assert places(ZH, EN.partition("## What")[0]) == [(3, text)]


def test_who_reads_the_language_of_a_sentence_needs_no_meaning() -> None:
    assert compared(ZH, EN.replace('<p class="sentence__meaning">Cancel.</p>', ""), "nb") == []


def test_passages_for_some_languages_are_left_out() -> None:
    assert (
        compared(f"{ZH}\n{{only zh}}\n\n只有中文。\n\n{{end}}\n", f"{EN}\n{{only en nb}}\n\nEnglish.\n\n{{end}}\n")
        == []
    )
    # What both have is compared, marked or not.
    assert len(compared(f"{ZH}\n{{only zh en}}\n\n两种。\n\n{{end}}\n", EN)) == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("## Words", "'## Words'"),
        ("## Words {: #Words }", "'Words'"),
        ("## Words {: #4g }", "'4g'"),
        ("## 词 {: #词 }", "'词'"),
        ("## Words {: #top }", "it is on line 1 too: 'top'"),
    ],
)
def test_a_heading_needs_an_id_that_holds_in_all_languages(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"# Title {{: #top }}\n\n{line}\n\n### More {{: #more-4g }}\n", encoding="utf-8")
    [problem] = heading_problems(path)
    assert (problem.line, problem.rule, problem.severity) == (3, "heading-id", "error")
    assert said in problem.text


def test_pages_of_one_language_only_are_named(tmp_path: Path) -> None:
    for name in ("zh/topics/a.md", "en/topics/b.md", "zh/c.md", "en/c.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# c {: #c }\n", encoding="utf-8")
    files = {problem.file: problem.text for problem in missing_pages(tmp_path, "en")}
    zh, en = tmp_path / "zh", tmp_path / "en"
    assert files == {
        f"{en}/topics/a.md": f"page must be there as {zh}/topics/a.md:1 is",
        f"{en}/topics/b.md": f"page must have its original, {zh}/topics/b.md:1 is missing",
    }
    assert compared_pages(tmp_path, "c.md") == []


def compared_pages(docs: Path, name: str) -> list[Problem]:
    return list(page_problems(page_pair(docs, "en", name), "en"))


PHRASES_ZH = """\
home:
  title: 题目
  text: "{name}在{date}"
  none: ""
sentence:
  cancel-en:
    say: I want to cancel.
    means: 我要解约。
"""
PHRASES_EN = """\
home:
  title: Title
  text: "On {date}, {name}"
  none: ""
sentence:
  cancel-en:
    say: I want to cancel.
    means: ""
"""


def phrases(folder: Path, language: str, text: str) -> Phrases:
    path = folder / language / "phrases.yml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return read_phrases(folder, language)[0]


@pytest.mark.parametrize(
    ("old", "new", "line", "text"),
    [
        ("", "", 0, ""),
        ("  title: Title\n", "", 1, "home.title must be there as at {zh}:2"),
        (
            "  title: Title\n",
            "  title: Title\n  more: More\n",
            3,
            "home.more must have its original, none after {zh}:2",
        ),
        ("{date}", "{days}", 3, "home.text must have the same slots as at {zh}:3, date, name: days, name"),
        ('none: ""', "none: x", 4, "home.none must have the same text or none as at {zh}:4, '': 'x'"),
        ("title: Title", 'title: ""', 2, "home.title must have the same text or none as at {zh}:2, '题目': ''"),
        (
            "to cancel.",
            "to go.",
            7,
            "sentence.cancel-en.say must have the same sentence to say as at {zh}:7,"
            " 'I want to cancel.': 'I want to go.'",
        ),
    ],
)
def test_phrases_differ_in_words_only(tmp_path: Path, old: str, new: str, line: int, text: str) -> None:
    original = phrases(tmp_path, "zh", PHRASES_ZH)
    translated = phrases(tmp_path, "en", PHRASES_EN.replace(old, new, 1))
    found = [(problem.line, problem.text) for problem in phrase_problems(original, translated)]
    assert found == ([(line, text.replace("{zh}", original.file))] if text else [])


def test_who_reads_another_language_needs_the_meaning(tmp_path: Path) -> None:
    original, translated = phrases(tmp_path, "zh", PHRASES_ZH), phrases(tmp_path, "nb", PHRASES_EN)
    [problem] = phrase_problems(original, translated)
    assert (problem.line, problem.text[:26]) == (8, "sentence.cancel-en.means m")


# A page of sections, each a heading and passages; every passage says something of its own.
KINDS = (
    "Words {n}.",
    "- item {n}",
    "{n}. step {n}",
    "{{fact a:{n}}}",
    "See [{n}](../{n}.md).",
    "Advice {n}.\n{{: .advice }}",
)
PAGES = st.lists(st.lists(st.sampled_from(KINDS), max_size=5), min_size=1, max_size=4)


def blocks(page: Sequence[Sequence[str]]) -> list[tuple[int, str]]:
    """Section and text of each passage, the heading of its section first."""
    found: list[tuple[int, str]] = []
    for section, kinds in enumerate(page):
        found.append((section, f"## Heading {{: #s{section} }}"))
        found += [(section, kind.format(n=len(found) + place)) for place, kind in enumerate(kinds)]
    return found


def page_text(found: Sequence[tuple[int, str]]) -> str:
    return "\n\n".join(text for _, text in found) + "\n"


@given(PAGES)
def test_a_page_is_like_itself(page: list[list[str]]) -> None:
    text = page_text(blocks(page))
    assert compared(text, text) == []


@given(PAGES, st.data())
def test_a_passage_removed_repeated_or_moved_is_found_in_its_section(
    page: list[list[str]], data: st.DataObject
) -> None:
    whole = blocks(page)
    at = data.draw(st.integers(0, len(whole) - 1))
    section, passage = whole[at]
    change = data.draw(st.sampled_from(["removed", "repeated", "moved"]))
    other = {
        "removed": [*whole[:at], *whole[at + 1 :]],
        "repeated": [*whole[: at + 1], *whole[at:]],
        "moved": [*whole[:at], *whole[at + 1 : at + 2], (section, passage), *whole[at + 2 :]],
    }[change]
    zh, en = page_text(whole), page_text(other)
    shapes = [[one.shape for part in sections(text, BOTH) for one in part.passages] for text in (zh, en)]
    problems = compared(zh, en)
    # Two paragraphs without links in each other's place are alike: their hashes tell (see test_translated.py).
    assert bool(problems) == (shapes[0] != shapes[1])
    starts = [number for number, line in enumerate(zh.split("\n"), 1) if line == f"## Heading {{: #s{section} }}"]
    end = next((n for n, line in enumerate(zh.split("\n"), 1) if line == f"## Heading {{: #s{section + 1} }}"), 10**6)
    named = [int(problem.text.partition("zh/a.md:")[2].partition(":")[0].partition(",")[0]) for problem in problems]
    assert not problems or any(starts[0] <= line <= end for line in named)
