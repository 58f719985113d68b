"""A page is read as passages with their lines and shapes."""

from writing.sections import FRONT, Passage, pairs, sections

BOTH = frozenset({"zh", "en"})
PAGE = """\
---
summary: 一句话
---

# 题目 {: #top }

<div class="lead"><p>先做这个。</p></div>

## 编号 {: #numbers }

一段，两行
第二行。
{: .advice }

1. 第一步，看[这里](../a.md)。
2. 第二步，{value law:fee nok}克朗。

- 一点
  还没完
{only zh}
- 只有中文
{end}
{only zh en}
- 中文和英文
{end}

{fact esim:iccid}
{fact esim:eid}

<div class="sentence"><p lang="nb">Si opp.</p><p class="sentence__meaning">解约。</p></div>
"""


def kinds(text: str, languages: frozenset[str] = BOTH) -> list[tuple[str, int, str]]:
    return [(one.name, passage.line, passage.kind) for one in sections(text, languages) for passage in one.passages]


def test_every_passage_has_its_section_line_and_kind() -> None:
    assert kinds(PAGE) == [
        (FRONT, 2, "summary"),
        ("top", 5, "heading 1"),
        ("top", 7, "lead"),
        ("numbers", 9, "heading 2"),
        ("numbers", 11, "paragraph"),
        ("numbers", 15, "numbered item"),
        ("numbers", 16, "numbered item"),
        ("numbers", 18, "list item"),
        ("numbers", 24, "list item"),
        ("numbers", 27, "directive"),
        ("numbers", 28, "directive"),
        ("numbers", 30, "sentence"),
    ]


def test_passages_for_the_original_alone_are_left_out_and_lines_stay() -> None:
    alone = frozenset({"zh"})
    assert [line for _, line, _ in kinds(PAGE, alone) if 18 <= line < 27] == [18, 21, 24]
    assert [line for _, line, _ in kinds(PAGE, frozenset({"zh", "nb"})) if 18 <= line < 27] == [18]


def test_what_is_compared_is_read() -> None:
    passages = {passage.line: passage for section in sections(PAGE, BOTH) for passage in section.passages}
    assert passages[11].mark == ".advice"
    assert passages[15].links == ("../a.md",)
    assert passages[15].text == "第一步，看[这里](../a.md)。"
    assert passages[16].directives == ("{value law:fee nok}",)
    assert passages[18].text == "一点\n  还没完"
    assert passages[30].spoken == (("nb", "Si opp."),)


def test_only_words_of_the_page_are_to_be_translated() -> None:
    words = {passage.line: passage.words for section in sections(PAGE, BOTH) for passage in section.passages}
    assert (words[27], words[30], words[2]) == ("", "解约。", "summary: 一句话")


def test_a_section_that_is_missing_is_one_pair() -> None:
    whole = sections(PAGE, BOTH)
    [pair] = [pair for pair in pairs(whole, whole[:2]) if pair.translated is None]
    assert isinstance(pair.original, Passage)
    assert (pair.section, pair.original.name, pair.lines) == ("numbers", "numbers", (9, 7))
