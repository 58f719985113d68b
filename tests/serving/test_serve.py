"""The real server in a copy of the project: what a save does to what is served."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from finishing.assets import PAGE, Assets
from finishing.checksums import write_checksums
from finishing.compress import compress_site
from finishing.reduce import reduce_sheet
from support.project import ROOT
from support.serving import SERVE, Served, copy_project, replace_in, serving, wait_until
from support.small_site import tree

EXAMPLE = "{received: 2026-06-10, ends: 2026-07-31}"
RULE_PAGE = "zh/carriers/ice/"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all tests here; each leaves data without errors."""
    folder = copy_project(tmp_path_factory.mktemp("serve"), ["ice"])
    with serving(folder) as server:
        yield server


@pytest.fixture
def ice(served: Served) -> Path:
    return served.folder / "carriers" / "ice.yml"


def test_a_saved_correction_shows(served: Served, ice: Path) -> None:
    assert "2026年7月3日" not in served.get(RULE_PAGE)
    replace_in(ice, "{received: 2026-06-10, ends: 2026-06-11}", "{received: 2026-07-02, ends: 2026-07-03}")
    served.shows(RULE_PAGE, "2026年7月3日")


def test_a_bad_save_is_reported_as_check_does_and_the_last_good_page_stays(served: Served, ice: Path) -> None:
    before, said = served.get(RULE_PAGE), len(served.lines)
    replace_in(ice, EXAMPLE, "{received: 2026-06-10, ends: 2026-08-31}")
    served.line("1 error", said)
    check = subprocess.run(
        [sys.executable, "scripts/build.py", "check"], cwd=served.folder, capture_output=True, text=True, check=False
    )
    # What only check counts is no problem.
    expected = [line for line in check.stdout.splitlines() if not line.startswith("passages for")]
    assert served.lines[-len(expected) :] == expected
    assert "error [notice-example] notice.example.ends must be 2026-07-31" in check.stdout
    assert served.get(RULE_PAGE) == before
    replace_in(ice, "{received: 2026-06-10, ends: 2026-08-31}", "{received: 2026-07-10, ends: 2026-08-31}")
    served.shows(RULE_PAGE, "2026年8月31日")


def test_a_phrase_and_a_page_written_by_hand_show(served: Served) -> None:
    phrases = served.folder / "docs" / "zh" / "phrases.yml"
    replace_in(phrases, "  which_carrier: 你的卡是哪家的", "  which_carrier: 你的卡是谁家的")
    served.shows("zh/", "你的卡是谁家的")
    guide = served.folder / "docs" / "zh" / "guides" / "esim.md"
    # Inside a passage: a new one would have to stand in every language.
    replace_in(guide, "eSIM是装进手机的SIM，没有塑料卡。", "eSIM是装进手机的SIM，没有塑料卡。新的一句。")
    served.shows("zh/guides/esim/", "新的一句。")


def test_a_word_of_the_page_frame_shows_on_every_page(served: Served) -> None:
    replace_in(served.folder / "docs" / "zh" / "phrases.yml", "  menu: 菜单", "  menu: 目录")
    served.shows("zh/", "目录")
    assert "目录" in served.get(RULE_PAGE)
    assert "目录" in served.get("zh/nowhere/")


def test_a_new_carrier_appears_and_a_removed_one_goes(served: Served) -> None:
    file = served.folder / "carriers" / "djuice.yml"
    shutil.copy(ROOT / "carriers" / "djuice.yml", file)
    served.shows("zh/carriers/djuice/", 'data-fact="djuice:')
    assert "djuice" in served.get("zh/")
    file.unlink()
    served.shows("zh/carriers/djuice/", "没有这个页面")
    wait_until(lambda: not served.built_file("zh/carriers/djuice").exists(), "its folder must go too")
    assert "djuice" not in served.get("zh/")


def test_a_changed_style_sheet_is_served_under_its_new_name(served: Served) -> None:
    names = sorted(path.name for path in served.built_file("assets").iterdir())
    style = served.folder / "docs" / "assets" / "site.css"
    style.write_text(style.read_text(encoding="utf-8") + "\n.new { color: red; }\n", encoding="utf-8")

    def name() -> str:
        return next(path.name for path in served.built_file("assets").iterdir() if path.name.startswith("page."))

    wait_until(lambda: name() not in names, "a new name")
    served.shows("zh/", name())
    assert ".new{color:red}" in served.get(f"assets/{name()}")


def test_a_mistake_in_a_template_is_located_and_the_site_stays(served: Served) -> None:
    said = len(served.lines)
    template = served.folder / "scripts" / "writing" / "templates" / "home.md.j2"
    text = template.read_text(encoding="utf-8")
    template.write_text(f"{text}\n{{% if %}}\n", encoding="utf-8")
    assert f"home.md.j2:{text.count(chr(10)) + 2}: error [template]" in served.line("[template]", said)
    assert "你的卡" in served.get("zh/")
    template.write_text(f"{text}\n新的末行\n", encoding="utf-8")
    served.shows("zh/", "新的末行")


def reduced_tree(site: Path) -> dict[str, bytes]:
    """The served site with its last steps: while pages change, the style sheet stays whole and nothing is packed."""
    with tempfile.TemporaryDirectory() as folder:
        copied = shutil.copytree(site, Path(folder) / "site")
        [sheet] = copied.glob("assets/page.*.css")
        reduce_sheet(copied, Assets({PAGE: sheet.name}))
        compress_site(copied)
        write_checksums(copied)
        return tree(copied)


def test_what_is_served_is_what_a_build_makes(served: Served) -> None:
    said = len(served.lines)
    replace_in(served.folder / "carriers" / "ice.yml", "name: ice\n", "name: Ice\n")
    served.shows(RULE_PAGE, "Ice")
    served.line(" files in ", said)
    build = [sys.executable, "scripts/build.py", "build", "--out", "site"]
    subprocess.run(build, cwd=served.folder, check=True, capture_output=True)
    wait_until(lambda: tree(served.folder / "site") == reduced_tree(served.built_file("")), "the same files")


def test_scripts_that_do_not_start_change_nothing_and_good_ones_take_over(served: Served) -> None:
    said = len(served.lines)
    script = served.folder / "scripts" / "writing" / "phrases.py"
    text = script.read_text(encoding="utf-8")
    script.write_text(f"{text}\nraise RuntimeError('not ready')\n", encoding="utf-8")
    served.line("the scripts do not start", said)
    assert "Ice" in served.get(RULE_PAGE)
    script.write_text(f"{text}\n# ready\n", encoding="utf-8")
    assert served.line("serving http", said).split()[1] == served.address
    served.line("whole site in", said)
    assert "Ice" in served.get(RULE_PAGE)


def test_a_folder_is_served_once(served: Served) -> None:
    second = subprocess.run(SERVE, cwd=served.folder, capture_output=True, text=True, check=False)
    assert second.returncode == 1
    assert second.stderr == "this folder is being served already: stop that server first\n"


def test_ctrl_c_ends_everything_and_says_no_more_than_that(tmp_path: Path) -> None:
    folder = copy_project(tmp_path / "project", ["holafly"])
    left = folder / ".site.serving" / "site" / "left.txt"
    left.parent.mkdir(parents=True)
    left.write_text("from a server that was killed", encoding="utf-8")
    holafly = folder / "carriers" / "holafly.yml"
    replace_in(holafly, "slug: holafly\n", "slug: hola\n")
    server = Served(folder)
    server.line("1 error")
    assert not left.exists()
    assert "No site yet" in server.get("zh/")
    replace_in(holafly, "slug: hola\n", "slug: holafly\n")
    server.shows("zh/", "Holafly")
    assert server.stop() == 0
    assert server.lines[-1] == "stopped"
    assert not [line for line in server.lines if "Traceback" in line]
    assert server.gone()
    assert not left.parent.parent.exists()


def test_ctrl_c_during_the_first_build_ends_it_too(tmp_path: Path) -> None:
    server = Served(copy_project(tmp_path / "project", ["holafly"]))
    assert "No site yet" in server.get("")
    assert server.stop() == 0
    assert server.lines[1:] == ["stopped"]
    wait_until(server.gone, "a process is left")


def test_a_port_in_use_is_said(served: Served, tmp_path: Path) -> None:
    port = served.address.split(":")[2].strip("/")
    folder = copy_project(tmp_path / "project", ["holafly"])
    done = subprocess.run([*SERVE[:-1], port], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"port {port} cannot be used (")
