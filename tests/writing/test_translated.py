"""A changed Chinese text marks exactly its translations as behind; recording makes them current."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import build
from model.problem import DataProblems, Problem
from support import project
from support.serving import replace_in
from writing import addresses
from writing.all_pages import staged_pages
from writing.behind import Behind
from writing.inputs import read_inputs
from writing.record import read_record, record_text
from writing.translated import PHRASES, Unit, behind, text_hash
from writing.translations import NothingNamed, compare, only_counts, record

LANGUAGES = ["en", "nb"]
CHANGE = ("删掉eSIM不等于解约。先通知运营商", "删掉eSIM不算解约。先通知运营商")
ESIM = Path("topics") / "esim.md"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A copy of the real texts, all recorded."""
    folder = tmp_path / "docs"
    shutil.copytree(project.ROOT / "docs", folder)
    list(record(folder, LANGUAGES, []))
    return folder


@pytest.fixture
def carriers(tmp_path: Path) -> Path:
    """One carrier: what is looked at here is the same for all."""
    folder = tmp_path / "carriers"
    folder.mkdir()
    shutil.copy(project.ROOT / "carriers" / "ice.yml", folder)
    return folder


def problems(docs: Path) -> list[Problem]:
    return [problem for one in compare(docs, LANGUAGES, {}).values() for problem in one.problems]


def units(texts: list[str]) -> list[Unit]:
    return [Unit(("a.md", "top"), f"a.md#top/{n}", text_hash(text), "a.md", n, "") for n, text in enumerate(texts, 1)]


def test_the_record_of_the_project_is_whole_and_nothing_else() -> None:
    docs = project.ROOT / "docs"
    for language, one in compare(docs, LANGUAGES, {}).items():
        recorded, report = read_record(docs / language / "translated.yml")
        assert report.problems == []
        assert [place for place in recorded if place not in {unit.place for unit in one.units}] == []


def test_blanks_at_line_ends_do_not_count() -> None:
    assert text_hash("一 \n二") == text_hash("一\n二 \n") != text_hash("一\n 二")
    assert len(text_hash("一")) == 8


TEXTS = st.lists(st.sampled_from(["a", "b", "c", "d"]), min_size=1, max_size=8)


@given(TEXTS, st.data())
def test_one_changed_text_is_behind_and_no_other(texts: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(texts) - 1))
    recorded = {("a.md", "top"): tuple(map(text_hash, texts))}
    changed = units([*texts[:at], "new", *texts[at + 1 :]])
    assert list(behind(units(texts), recorded)) == []
    assert list(behind(changed, recorded)) == [changed[at]]
    added = units([*texts[:at], "new", *texts[at:]])
    assert list(behind(added, recorded)) == [added[at]]


def test_texts_in_another_order_are_behind() -> None:
    recorded = {("a.md", "top"): tuple(map(text_hash, ["a", "b"]))}
    assert len(list(behind(units(["b", "a"]), recorded))) == 1


def test_a_text_that_was_never_recorded_is_behind() -> None:
    assert len(list(behind(units(["a", "b"]), {}))) == 2


def test_a_changed_chinese_sentence_marks_its_two_translations(docs: Path) -> None:
    assert problems(docs) == []
    replace_in(docs / "zh" / ESIM, *CHANGE)
    found = problems(docs)
    assert [(problem.file, problem.rule, problem.severity) for problem in found] == [
        ((docs / language / ESIM).as_posix(), "behind", "warning") for language in LANGUAGES
    ]
    line = 1 + (docs / "zh" / ESIM).read_text(encoding="utf-8").partition(CHANGE[1])[0].count("\n")
    assert [problem.line for problem in found] == [line, line]
    assert (
        f"topics/esim.md#top/2 should be looked at again: {docs / 'zh' / ESIM}:{line} is new or has changed"
        in found[0].text
    )


def test_a_changed_phrase_marks_its_two_translations(docs: Path) -> None:
    replace_in(docs / "zh" / "phrases.yml", "  menu: 菜单", "  menu: 目录")
    found = problems(docs)
    assert [problem.file.rpartition("/docs/")[2] for problem in found] == ["en/phrases.yml", "nb/phrases.yml"]
    lines = [(docs / language / "phrases.yml").read_text(encoding="utf-8").split("\n") for language in LANGUAGES]
    assert all(text[problem.line - 1].startswith("  menu: ") for text, problem in zip(lines, found, strict=True))


def test_a_lost_heading_id_and_a_lost_fact_are_errors(docs: Path) -> None:
    replace_in(docs / "nb" / ESIM, " {: #before }", "")
    replace_in(docs / "en" / ESIM, "{fact esim-devices:eid}\n\n", "")
    assert sorted((problem.rule, problem.severity) for problem in problems(docs)) == [
        ("heading-id", "error"),
        ("parity", "error"),
    ]
    with pytest.raises(DataProblems):
        list(record(docs, LANGUAGES, []))


def test_recording_names_what_it_records(docs: Path) -> None:
    replace_in(docs / "zh" / ESIM, *CHANGE)
    replace_in(docs / "zh" / "phrases.yml", "  menu: 菜单", "  menu: 目录")
    before = (docs / "nb" / "translated.yml").read_bytes()
    said = list(record(docs, ["en"], [f"{docs}/en/topics/esim.md#top"]))
    assert said == [f"{docs}/en/translated.yml: 2 recorded, of them 1 behind before"]
    assert (docs / "nb" / "translated.yml").read_bytes() == before
    assert sorted(problem.text.split()[0] for problem in problems(docs)) == [
        "chrome.menu",
        "chrome.menu",
        "topics/esim.md#top/2",
    ]
    list(record(docs, LANGUAGES, ["chrome.menu", "topics/esim.md"]))
    assert problems(docs) == []


def test_a_name_without_texts_changes_nothing(docs: Path) -> None:
    replace_in(docs / "zh" / ESIM, *CHANGE)
    before = (docs / "en" / "translated.yml").read_bytes()
    with pytest.raises(NothingNamed, match="nowhere"):
        list(record(docs, LANGUAGES, ["topics/esim.md", "nowhere"]))
    assert (docs / "en" / "translated.yml").read_bytes() == before


def test_recording_again_gives_the_same_bytes(docs: Path) -> None:
    files = [docs / language / "translated.yml" for language in LANGUAGES]
    before = [file.read_bytes() for file in files]
    list(record(docs, LANGUAGES, []))
    assert [file.read_bytes() for file in files] == before


def test_a_text_that_is_gone_leaves_a_warning_until_it_is_recorded(docs: Path) -> None:
    path = docs / "en" / "translated.yml"
    replace_in(path, "pages:\n", 'pages:\n  gone.md:\n    top: "0123abcd"\n')
    [problem] = problems(docs)
    assert (problem.file, problem.rule, problem.severity) == (path.as_posix(), "behind", "warning")
    assert path.read_text(encoding="utf-8").split("\n")[problem.line - 1] == '    top: "0123abcd"'
    list(record(docs, ["en"], ["about.md"]))
    assert problems(docs) == []


def test_words_that_yaml_takes_for_others_are_kept(tmp_path: Path) -> None:
    places = [(PHRASES, "lead.4g"), ("a.md", "no"), ("a.md", "top"), ("b.md", "null")]
    found = [Unit(place, "", "01234567", "", 1, "") for place in places]
    path = tmp_path / "translated.yml"
    path.write_text(record_text(found), encoding="utf-8")
    recorded, report = read_record(path)
    assert report.problems == []
    assert recorded == dict.fromkeys(places, ("01234567",))


def test_a_broken_record_is_located(docs: Path) -> None:
    path = docs / "en" / "translated.yml"
    path.write_text("pages: [1]\n", encoding="utf-8")
    [problem] = [problem for problem in problems(docs) if problem.severity == "error"]
    assert (problem.file, problem.line, problem.rule) == (path.as_posix(), 1, "field-kind")


def test_only_chinese_needs_no_other_language(tmp_path: Path) -> None:
    shutil.copytree(project.ROOT / "docs" / "zh", tmp_path / "zh")
    assert [list(one.problems) for one in compare(tmp_path, ["zh"], {}).values()] == [[]]


def test_passages_for_some_languages_are_counted_apart(tmp_path: Path) -> None:
    for code, text in (
        ("zh", "{only zh}\na\n{end}\n{only zh nb}\na\n{end}\n"),
        ("nb", "{only nb}\na\n{end}\n"),
        ("en", "a\n"),
    ):
        (tmp_path / code).mkdir()
        (tmp_path / code / "a.md").write_text(text, encoding="utf-8")
    assert only_counts(tmp_path, ["zh", "zh-hant", "en", "nb"]) == {"zh": 2, "en": 0, "nb": 1}


def staged(carriers: Path, docs: Path, languages: list[str]) -> dict[tuple[str, str], str]:
    inputs = read_inputs(carriers, docs, languages, project.TODAY)
    pages = staged_pages(inputs, project.TODAY)
    return {(language, address): text for language, found in pages.items() for address, text in found.items()}


def added(before: dict[tuple[str, str], str], after: dict[tuple[str, str], str]) -> Iterator[tuple[str, str, str]]:
    """Language, address and new lines of each page that has changed; the page on the data's state counts them all."""
    for (language, address), text in after.items():
        if address == addresses.STATUS:
            continue
        old = before[language, address].split("\n")
        new = [line for line in text.split("\n") if line not in old]
        if text != before[language, address]:
            yield language, address, "\n".join(new)


def test_readers_are_told_on_the_page_that_is_behind_and_nowhere_else(carriers: Path, docs: Path) -> None:
    before = staged(carriers, docs, ["zh", "en"])
    replace_in(docs / "zh" / "guides" / "esim.md", "先通知运营商，拿到书面确认", "先通知运营商，拿到确认")
    replace_in(docs / "zh" / ESIM, *CHANGE)
    told = {
        address: text
        for language, address, text in added(before, staged(carriers, docs, ["zh", "en"]))
        if language == "en"
    }
    start = '<p class="soft">Passages on this page that may be older than the Chinese original: 1.'
    assert told == {
        "topics/esim/": f'{start} <a href="../../../zh/topics/esim/">The Chinese page</a></p>',
        "guides/esim/": f'{start} <a href="../../../zh/guides/esim/">The Chinese page</a></p>',
    }


def test_the_page_about_this_site_tells_of_phrases_that_are_behind(carriers: Path, docs: Path) -> None:
    before = staged(carriers, docs, ["nb"])
    replace_in(docs / "zh" / "phrases.yml", "  menu: 菜单", "  menu: 目录")
    [(_, address, text)] = added(before, staged(carriers, docs, ["nb"]))
    assert (address, text.count("<p"), ": 1.</p>" in text) == ("about/", 1, True)


def test_a_page_without_its_original_beside_it_has_no_link_there() -> None:
    phrases = project.inputs().phrases["en"]
    assert "<a" not in Behind({"about.md": 2}).on_page("about.md", "about/", phrases)
    assert Behind().on_page("about.md", "about/", phrases) == Behind().of_phrases(phrases) == ""


def test_the_commands_say_what_there_is(carriers: Path, docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace_in(docs / "zh" / ESIM, *CHANGE)
    assert build.main(["check", "--carriers", str(carriers), "--docs", str(docs)]) == 0
    said = capsys.readouterr().out
    assert said.count("[behind]") == 2
    assert said.split("\n")[-3].startswith("passages for some languages only: zh ")
    assert build.main(["translated", "--docs", str(docs), "topics/esim.md"]) == 0
    assert capsys.readouterr().out.count(" 1 behind before\n") == 2
    assert build.main(["translated", "--docs", str(docs), "nowhere"]) == 1
    assert "no translated text is named nowhere" in capsys.readouterr().err
