"""The comparison of engines: what it gives them, how it measures, what it says; of the engines only ours runs here."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from bench import contenders, engines
from bench.comparing import BUILD, CHANGED, Ratio, Result, least, outcome, ratio, rows, verdicts
from bench.contenders import HUGO, OTHERS, OURS
from bench.rounds import Size, Work, carriers_between, stages_of
from bench.saving import Saves, Server, change_fact, free_port, median, saves
from bench.serving_rounds import our_saves, serve_rows
from bench.texts import Written, body, for_hugo, for_mkdocs, for_pelican, staged_texts, title, write_content
from bench.watching import Usage, kilobytes, seconds_of, session_of, watch
from settings import language_tags
from support import project

PAGE = '---\nsummary: "short"\nkind: "carrier"\n---\n\n# A: how to end it {: #top }\n\nText.\n\n## Next {: #next }\n'
TEXT = "# A: how to end it {: #top }\n\nText.\n\n## Next {: #next }\n"
ENVIRONMENT = contenders.environment(Path())


def usage(wall: float, cpu: float = 1.0, together: float = 100.0, stopped: str = "") -> Usage:
    return Usage(wall, cpu, 90.0, together, 0, stopped)


def result(engine: str, used: Usage, pages: int = 100, size: int = 100, wrong: str = "") -> Result:
    return Result(size, BUILD, engine, pages, used, wrong)


def said(*results: Result) -> str:
    """The verdicts, with a ! before what fails the bench."""
    return "\n".join(f"{'!' if fails else ''}{text}" for text, fails in verdicts(results))


def test_a_page_is_given_without_our_front_matter() -> None:
    assert body(PAGE) == TEXT
    assert body(TEXT) == TEXT
    assert title(TEXT) == "A: how to end it"
    assert for_mkdocs("zh/index.md", PAGE, False) == ("zh/index.md", TEXT)


def test_pelican_is_given_lines_of_meta_data() -> None:
    name, text = for_pelican("zh/a/index.md", PAGE, False)
    assert (name, text) == (
        "zh/a/index.md",
        f"Title: A: how to end it\nDate: 2026-01-01\nSlug: zh/a\n\n{TEXT}",
    )
    assert "\nSlug: zh/a\n" in for_pelican("zh/a.md", "Text.\n", False)[1]


@pytest.mark.parametrize(
    ("name", "above", "expected"),
    [
        ("zh/a/index.md", False, "zh/a/index.md"),
        ("zh/a/index.md", True, "zh/a/_index.md"),
        ("zh/b.md", True, "zh/b.md"),
    ],
)
def test_hugo_is_given_a_title_and_its_own_names(name: str, above: bool, expected: str) -> None:
    own, text = for_hugo(name, PAGE, above)
    assert own == expected
    assert text == '---\ntitle: "A: how to end it"\n---\n\n# A: how to end it { #top }\n\nText.\n\n## Next { #next }\n'


def test_a_page_with_pages_below_it_is_known(tmp_path: Path) -> None:
    texts = dict.fromkeys(("zh/index.md", "zh/a/index.md", "zh/a/b/index.md"), PAGE)
    write_content(tmp_path, {"zh/a/index.md": PAGE}, frozenset(texts), for_hugo)
    assert [path.name for path in tmp_path.rglob("*.md")] == ["_index.md"]


def test_a_fact_of_a_carrier_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("x:\n  - text:\n      zh: Old.\n      en: Old.\n  - text:\n      zh: Old.\n", encoding="utf-8")
    change_fact(path, "New.")
    assert path.read_text(encoding="utf-8").count("zh: New.") == 1
    path.write_text("x: 1\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.yml: no fact"):
        change_fact(path, "New.")


def test_the_files_of_processes_are_read() -> None:
    stat = "42 (a) (b) c) S 1 40 41 0 -1 4194560 1 2 3 4 200 100 50 0 20 0 1 0 5 6"
    assert session_of(stat) == 41
    assert session_of("") == 0
    assert seconds_of(stat) > 0
    assert kilobytes("Rss:   900 kB\nPss:     700 kB\nPss_Dirty: 3 kB\n", "Pss") == 700
    assert kilobytes("", "Pss") == 0


def test_memory_of_all_processes_is_added_up(tmp_path: Path) -> None:
    child = "import time; held = bytearray(60_000_000); time.sleep(1)"
    code = f"import subprocess, sys; held = bytearray(60_000_000); subprocess.run([sys.executable, '-c', '{child}'])"
    used = watch([sys.executable, "-c", code], tmp_path, ENVIRONMENT, tmp_path / "said", 60)
    assert (used.code, used.stopped) == (0, "")
    assert used.wall >= 1
    assert 60 < used.largest < 115 < used.together


def test_who_takes_too_long_is_stopped(tmp_path: Path) -> None:
    used = watch([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, ENVIRONMENT, tmp_path / "said", 0.2)
    assert used.stopped == "time"
    assert used.wall < 30


@pytest.mark.parametrize(
    ("used", "made", "expected"),
    [
        (usage(1), Written(12, 900), ""),
        (usage(1, stopped="time"), Written(12, 900), "stopped: time"),
        (Usage(1, 1, 1, 1, 3), Written(12, 900), "failed: exit code 3"),
        (usage(1), Written(9, 900), "failed: 9 pages of 10"),
        (usage(1), Written(12, 90), "failed: the text is not in the pages"),
    ],
)
def test_only_a_whole_site_counts(used: Usage, made: Written, expected: str) -> None:
    assert outcome(used, made, Written(10, 1000)) == expected


def test_the_least_of_several_runs_counts() -> None:
    best = least([result("a", usage(3, 2, 90)), result("a", usage(2, 3, 80))])
    assert best.usage == Usage(2, 2, 90, 80, 0)
    failed = result("a", usage(1), wrong="failed: exit code 1")
    assert least([result("a", usage(3)), failed]) == failed


def test_ratios_are_against_ours() -> None:
    ours = result(OURS, usage(2, 4, 200))
    assert ratio(result("a", usage(4, 2, 100)), ours) == Ratio(2, 0.5, 0.5)
    assert ratio(result("a", usage(4), wrong="failed"), ours) == Ratio(None, None, None)
    assert ratio(result("a", usage(4, stopped="time"), wrong="stopped"), ours).wall == 2


def test_what_grows_too_fast_or_takes_too_much_fails() -> None:
    small = result(OURS, usage(10, 10), 100)
    assert "!" not in said(small, result(OURS, usage(100, 43), 400, 400))
    assert "!ours: linear within 10 %, CPU" in said(small, result(OURS, usage(40, 45), 400, 400))
    assert "!ours: under 300 MB, all processes, 100 pages: no (301)" in said(result(OURS, usage(10, 10, 301)))
    assert said(result(OURS, usage(1), wrong="failed: exit code 1")) == "!ours at 100: failed: exit code 1"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (result("a", usage(20, 3)), "ahead of a, build of 100: yes (wall 2.00, CPU 3.00)"),
        (result("a", usage(5, 3)), "ahead of a, build of 100: no (wall 0.50, CPU 3.00)"),
        (result(HUGO, usage(5, 3)), "hugo, build of 100: 0.50 of our wall time, 3.00 of our CPU"),
        (result("a", usage(20, 3, stopped="time"), wrong="stopped: time"), "yes (wall at least 2.00, CPU 3.00)"),
        (result("a", usage(5, 3, stopped="time"), wrong="stopped: time"), "not told (stopped: time)"),
        (result("a", usage(5, 3), wrong="failed: 9 pages of 10"), "not told (failed: 9 pages of 10)"),
    ],
)
def test_it_is_said_which_engines_ours_is_ahead_of(other: Result, expected: str) -> None:
    assert expected in said(result(OURS, usage(10)), other).splitlines()[-1]


def test_the_table_has_a_line_a_result() -> None:
    lines = list(rows([result(OURS, usage(2)), result("a", usage(3, stopped="time"), 9, wrong="stopped: time")]))
    assert len(lines) == 3
    assert lines[2].split()[:5] == ["100", BUILD, "a", "9", ">3.00"]
    assert lines[2].endswith("stopped: time")


def test_the_number_of_carriers_follows_from_two_counts() -> None:
    assert carriers_between(1600, 24, 1300, 2500) == 30
    assert carriers_between(10, 24, 1300, 2500) == 1


def test_the_engine_is_told_apart_by_the_stages() -> None:
    cost = {"wall": 2.0, "cpu": 3.0, "memory": 100.0, "children": 90.0}
    assert stages_of("noise\n" + json.dumps({"stages": {"engine": cost}, "pages": 3})) == [Usage(2, 3, 100, 0, 0)]
    assert stages_of("noise\n") == []


def test_settings_are_those_of_the_project() -> None:
    assert project.EPOCH == contenders.EPOCH
    assert engines.LANGUAGES.split(",") == list(language_tags())


def test_every_engine_has_its_settings() -> None:
    assert all((contenders.STOCK / one.stock).is_dir() for one in OTHERS)
    assert OTHERS[0].serve_command(8123)[-1] == "127.0.0.1:8123"


def test_a_build_of_ours_and_the_text_for_the_others(tmp_path: Path) -> None:
    told: list[str] = []
    work = Work(tmp_path, True, [], 1, 300, "zh", told.append)
    size = Size(work, 50, 1)
    before = size.builds()
    after = size.rebuilds(before)
    assert [(one.run, one.engine) for one in before + after] == [
        (run, engine) for run in (BUILD, CHANGED) for engine in (OURS, "ours, engine")
    ]
    assert all(one.wrong == "" and one.pages >= size.markdown.pages > 20 and one.usage.cpu > 0 for one in before)
    assert len(told) == 2
    for one in OTHERS:
        assert one.prepare(size.folder / "stage", size.place(one)) == size.markdown.pages
        assert len(list((size.place(one) / "content").rglob("*.md"))) == size.markdown.pages
        assert 0 < one.change(size.folder / "before", size.folder / "stage", size.place(one)) < size.markdown.pages


def test_only_pages_of_languages_are_given(tmp_path: Path) -> None:
    for name in ("zh/index.md", "root/index.md", "plain/index.md"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    assert list(staged_texts(tmp_path)) == ["zh/index.md"]


def test_a_save_is_timed_until_it_is_served(tmp_path: Path) -> None:
    page, port = tmp_path / "page.html", free_port()
    page.write_text("<h1>Old</h1>", encoding="utf-8")
    command = [sys.executable, "-m", "http.server", "--bind", contenders.ADDRESS, str(port)]

    def start() -> Server:
        return Server(command, tmp_path, ENVIRONMENT, f"http://{contenders.ADDRESS}:{port}/page.html")

    found = saves(Saves("a", 1), start, lambda text: page.write_text(text, encoding="utf-8"), 2, 30)
    assert (len(found.seconds), len(found.cpu), found.wrong) == (2, 2, "")
    assert 0 < median(found.seconds) < 30
    assert next(iter(list(serve_rows([found]))[1].split())) == "a"


def test_a_page_that_does_not_come_is_told(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<h1>Old</h1>", encoding="utf-8")
    port = free_port()
    command = [sys.executable, "-m", "http.server", "--bind", contenders.ADDRESS, str(port)]

    def start() -> Server:
        return Server(command, tmp_path, ENVIRONMENT, f"http://{contenders.ADDRESS}:{port}/page.html")

    found = saves(Saves("a", 1), start, lambda _: None, 2, 10)
    assert found.seconds == []
    assert found.wrong.startswith("no 'Saved 1.' in time; it said: ")
    assert found.start > 0


def test_a_server_that_ends_is_told(tmp_path: Path) -> None:
    def start() -> Server:
        return Server(
            [sys.executable, "-c", "print('Over.'); exit(3)"], tmp_path, ENVIRONMENT, f"http://127.0.0.1:{free_port()}/"
        )

    found = saves(Saves("a", 1), start, lambda _: None, 2, 30)
    assert found.wrong == "the server ended with 3; it said: Over."
    assert median(found.seconds) == 0


def test_bug_our_server_had_no_licences_to_show_and_was_waited_for_in_vain(tmp_path: Path) -> None:
    (tmp_path / "carriers").mkdir()
    shutil.copy(contenders.ROOT / "carriers" / "ice.yml", tmp_path / "carriers")
    found = our_saves(Work(tmp_path, True, [], 1, 120, "zh", print, saves=1), tmp_path / "carriers", 0)
    assert (len(found.seconds), found.wrong) == (1, "")


def test_a_server_of_ours_that_serves_nothing_fails_the_bench(capsys: pytest.CaptureFixture[str]) -> None:
    assert engines.judged([], [Saves(OURS, 1, wrong="no '<h1' in time"), Saves("a", 1)]) == 1
    assert engines.judged([], [Saves(OURS, 1, 1.0, [1.0], [1.0]), Saves("a", 1, wrong="no '<h1' in time")]) == 0
    assert "no '<h1' in time" in capsys.readouterr().out
