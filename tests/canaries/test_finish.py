"""An engine runs over a staging folder, and the last stages over what it built, or say what stops them."""

from pathlib import Path

import pytest

from canaries.engines import OURS, Staged, folder_of, run_engine, stage_site
from canaries.finish import finished, rules
from engine.run import EngineError
from finishing.checksums import NAME
from finishing.problem import SiteProblems
from support.small_site import NO_ADDRESS, stage_with, write_stage

LINES = [
    "site/a.html:1:1: error [fragment] the id must exist on the page: '#a'",
    "    give the element this id",
    "site/b.html:1:1: error [link] the target must exist",
    "site/c.html:1:1: error [fragment] the id must exist on the page: '#b'",
]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Staged:
    """The small site, staged and built."""
    staged = stage_site(tmp_path_factory.mktemp("canaries"), write_stage, NO_ADDRESS)
    assert run_engine(OURS, staged) > 0
    return staged


def planted(staged: Staged, name: str, old: str, new: str) -> None:
    """What the engine built, under another name and with a text changed in its one steps page."""
    copy = staged.work / name / "nb" / "carriers" / "one" / "esim" / "index.html"
    original = staged.work / OURS
    for path in (path for path in original.rglob("*") if path.is_file()):
        target = staged.work / name / path.relative_to(original)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    text = copy.read_text(encoding="utf-8")
    assert text.count(old) == 1
    copy.write_text(text.replace(old, new), encoding="utf-8")


def test_finished_site_is_the_one_the_build_makes(small: Staged, built: Path) -> None:
    assert finished(OURS, small) == (built / NAME).read_text(encoding="utf-8")


def test_finished_site_of_a_bare_run_is_the_same(small: Staged, built: Path) -> None:
    run_engine(OURS, small, bare=True)
    assert finished(folder_of(OURS, bare=True), small) == (built / NAME).read_text(encoding="utf-8")


def test_a_changed_byte_changes_the_checksums(small: Staged) -> None:
    planted(small, "changed", "Verdict.", "Verdict!")
    lines = set(finished("changed", small).splitlines()) ^ set(finished(OURS, small).splitlines())
    page = "nb/carriers/one/esim/index.html"
    assert sorted(line.split()[1] for line in lines) == sorted([page, f"{page}.br", f"{page}.gz"] * 2)


def test_what_the_build_refuses_stops_it(small: Staged) -> None:
    planted(small, "other", "Verdict.", '<a href="#x">Verdict.</a>')
    with pytest.raises(SiteProblems, match=r"\[fragment\]"):
        finished("other", small)


def test_a_failing_engine_says_what_it_said(tmp_path: Path) -> None:
    staged = stage_site(tmp_path, stage_with("[a](missing.md)"), NO_ADDRESS)
    with pytest.raises(EngineError, match=r"missing\.md"):
        run_engine(OURS, staged)


def test_problems_are_counted_by_rule_with_the_first_of_each() -> None:
    assert rules(LINES) == [f"verify: 2 [fragment], as {LINES[0]}", f"verify: 1 [link], as {LINES[2]}"]
