"""The whole build: the old site stays until the new one is whole, and equal input gives equal bytes."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from engine.run import EngineError
from finishing.checksums import NAME as CHECKSUMS
from finishing.lock import BuildRunning, build_lock
from finishing.problem import SiteProblems
from finishing.verify import verify_site
from paths import ROOT
from pipeline import OutputError, build_site
from settings import Language, SiteSettings
from support.small_site import EPOCH, LANGUAGES, NO_ADDRESS, stage_with, tree, write_stage

PARTS = ("mkdocs.yml", "overrides", "docs/assets", "scripts/engine", "scripts/finishing", "scripts/model",
         "scripts/paths.py", "scripts/pipeline.py", "scripts/settings.py", "scripts/side_by_side.py",
         "tests/support")  # fmt: skip


@pytest.fixture
def old(tmp_path: Path, built: Path) -> Path:
    """An old site that differs from every new one."""
    site = tmp_path / "site"
    shutil.copytree(built, site)
    (site / "old.txt").write_text("old", encoding="utf-8")
    return site


def start(out: Path, *, stage: str = "", root: Path = ROOT, **environ: str) -> subprocess.Popen[str]:
    """A build in a process of its own."""
    environ = {**os.environ, "PYTHONPATH": f"{root / 'scripts'}{os.pathsep}{root / 'tests'}", **environ}
    command = [sys.executable, "-m", "support.build_small_site", str(out), *([stage] if stage else [])]
    return subprocess.Popen(command, env=environ, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def rebuilt(out: Path) -> dict[str, bytes]:
    """The site after another build, which waits for what a killed one left running."""
    for _ in range(100):
        try:
            build_site(write_stage, out, NO_ADDRESS, EPOCH)
        except BuildRunning:
            time.sleep(0.1)
        else:
            return tree(out)
    raise AssertionError("the lock was never free")


def test_built_site_has_no_problem(built: Path) -> None:
    assert verify_site(built, NO_ADDRESS, LANGUAGES) == []


def test_site_below_a_prefix_has_no_problem(built_below_prefix: Path) -> None:
    assert verify_site(built_below_prefix, SiteSettings("https://example.org/siopp/", "", ""), LANGUAGES) == []


def test_files_for_the_root_are_in_the_site(built: Path) -> None:
    assert (built / "api" / "all.json").read_text(encoding="utf-8") == "{}\n"


def test_new_site_replaces_the_old_one_and_nothing_is_left_beside_it(old: Path, built: Path) -> None:
    build_site(write_stage, old, NO_ADDRESS, EPOCH)
    assert tree(old) == tree(built)
    assert sorted(path.name for path in old.parent.iterdir()) == [".site.lock", "site"]


@pytest.mark.parametrize(
    ("fault", "error", "said"),
    [
        ("[a](missing.md)", EngineError, "missing.md"),
        ("[a](#nowhere)", EngineError, "nowhere"),
        ('<p><a href="missing/">a</a></p>', SiteProblems, "[link]"),
        ('<p><a href="#nowhere">a</a></p>', SiteProblems, "[fragment]"),
        ('<p style="color: red">a</p>', SiteProblems, "[inline-style]"),
        ("| a |\n|--:|\n| b |", SiteProblems, "[inline-style]"),
        ('<p><img src="https://example.org/a.png" alt=""></p>', SiteProblems, "[foreign]"),
        ('<p id="top">a</p>', SiteProblems, "[duplicate-id]"),
        ("<p>a</p><script>alert(1)</script>", SiteProblems, "[inline-script]"),
    ],
)
def test_faulty_page_leaves_the_old_site(old: Path, fault: str, error: type[Exception], said: str) -> None:
    before = tree(old)
    with pytest.raises(error) as caught:
        build_site(stage_with(fault), old, NO_ADDRESS, EPOCH)
    assert said in str(caught.value)
    assert tree(old) == before
    assert sorted(path.name for path in old.parent.iterdir()) == [".site.lock", "site"]


def test_failing_stage_leaves_the_old_site(old: Path) -> None:
    def fail(_stage: Path) -> Sequence[Language]:
        raise RuntimeError("no stage")

    before = tree(old)
    with pytest.raises(RuntimeError, match="no stage"):
        build_site(fail, old, NO_ADDRESS, EPOCH)
    assert tree(old) == before


@pytest.mark.parametrize(
    "stage",
    [
        *("write_assets", "build_languages", "finish", "reduce_sheet"),
        *("verify_site", "compress_site", "write_checksums", "swap"),
    ],
)
def test_killed_build_leaves_the_old_site_and_the_next_one_works(old: Path, built: Path, stage: str) -> None:
    before = tree(old)
    process = start(old, stage=stage)
    process.communicate()
    assert process.returncode < 0
    assert tree(old) == before
    assert rebuilt(old) == tree(built)
    assert sorted(path.name for path in old.parent.iterdir()) == [".site.lock", "site"]


def test_build_killed_while_its_engines_run_leaves_the_old_site(old: Path, built: Path) -> None:
    before = tree(old)
    process = start(old)
    while not (old.parent / ".site.building" / "engine" / "nb.yml").exists() and process.poll() is None:
        time.sleep(0.005)
    process.kill()
    process.communicate()
    assert tree(old) == before
    assert rebuilt(old) == tree(built)


def test_second_build_does_not_disturb_the_first(old: Path) -> None:
    before = tree(old)
    with build_lock(old.with_name(".site.lock")), pytest.raises(BuildRunning):
        build_site(write_stage, old, NO_ADDRESS, EPOCH)
    assert tree(old) == before


def test_folder_of_something_else_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(OutputError, match="papers is not a site built here"):
        build_site(write_stage, tmp_path / "papers", NO_ADDRESS, EPOCH)
    assert tree(tmp_path / "papers") == {"letter.txt": b"dear"}


def test_empty_folder_is_taken(tmp_path: Path, built: Path) -> None:
    (tmp_path / "site").mkdir()
    build_site(write_stage, tmp_path / "site", NO_ADDRESS, EPOCH)
    assert tree(tmp_path / "site") == tree(built)


def copied(folder: Path) -> Path:
    """The parts of the repository that a build reads, in another folder."""
    for part in PARTS:
        target = folder / part
        target.parent.mkdir(parents=True, exist_ok=True)
        copy: Callable[[Path, Path], object] = shutil.copytree if (ROOT / part).is_dir() else shutil.copyfile
        copy(ROOT / part, target)
    return folder


def test_equal_input_gives_equal_bytes_anywhere(tmp_path: Path, built: Path) -> None:
    root = copied(tmp_path / "another folder 词")
    out = tmp_path / "elsewhere" / "public"
    process = start(out, root=root, TZ="Pacific/Auckland", PYTHONHASHSEED="7", LC_ALL="C", LANG="C")
    said, _ = process.communicate()
    assert process.returncode == 0, said
    assert tree(out) == tree(built)


@pytest.mark.parametrize("fault", ["time.time_ns()", "{'a', 'b', 'c', 'd', 'e'}"], ids=["clock", "set"])
def test_a_build_that_is_not_the_same_again_is_seen(fault: str, tmp_path: Path) -> None:
    root = copied(tmp_path / "faulty")
    with (root / "scripts" / "finishing" / "headers.py").open("a", encoding="utf-8") as file:
        file.write("\n\n_right = headers_text\n\n\ndef headers_text(*given):\n    import time\n\n")
        file.write(f"    return _right(*given) + str({fault})\n")
    outs = [tmp_path / seed for seed in ("1", "7")]
    for out in outs:
        said, _ = start(out, root=root, PYTHONHASHSEED=out.name).communicate()
        assert out.is_dir(), said
    one, other = map(tree, outs)
    assert {name for name in one if one[name] != other[name]} == {"_headers", CHECKSUMS}


def test_order_of_the_languages_is_that_of_the_stage(built: Path) -> None:
    text = (built / "index.html").read_text(encoding="utf-8")
    places = [text.index(language.name) for language in LANGUAGES]
    assert places == sorted(places)
