"""A staging folder that takes the steps of unchanged carriers from an earlier one is the one written anew."""

from pathlib import Path

import pytest

from model.history import History
from plan import Before
from staging import Source, fill_stage
from support import project
from support.small_site import tree
from writing.inputs import read_inputs

RULE = "{received: 2026-06-10, ends: 2026-06-11}"
LATER = "{received: 2026-07-02, ends: 2026-07-03}"


def source(carriers: Path) -> Source:
    inputs = read_inputs(carriers, project.ROOT / "docs", ["zh", "en"], project.TODAY)
    return Source(inputs, project.TODAY, History(), project.NO_ADDRESS)


@pytest.fixture(scope="module")
def carriers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three carriers: ice, another of its house, and one of elsewhere."""
    folder = tmp_path_factory.mktemp("carriers")
    for name in ("ice", "nicemobil", "airalo"):
        text = (project.ROOT / "carriers" / f"{name}.yml").read_text(encoding="utf-8")
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return folder


def test_one_changed_carrier_gives_what_writing_all_gives(tmp_path: Path, carriers: Path) -> None:
    first, second, anew = (tmp_path / name for name in ("first", "second", "anew"))
    fill_stage(source(carriers), first)
    ice = carriers / "ice.yml"
    text = ice.read_text(encoding="utf-8")
    assert RULE in text
    # Its rules and its name, which pages of its house show.
    ice.write_text(text.replace(RULE, LATER).replace("name: ice\n", "name: Ice2\n", 1), encoding="utf-8")
    fill_stage(source(carriers), second, Before(first, frozenset({"ice"})))
    fill_stage(source(carriers), anew)
    assert tree(second) == tree(anew) != tree(first)
    steps = "zh/carriers/airalo/esim/index.md"
    assert (second / steps).stat().st_ino == (first / steps).stat().st_ino


def test_steps_of_a_changed_carrier_are_not_taken(tmp_path: Path, carriers: Path) -> None:
    fill_stage(source(carriers), tmp_path / "first")
    page = tmp_path / "first" / "zh" / "carriers" / "airalo" / "esim" / "index.md"
    page.write_text("planted", encoding="utf-8")
    for name, changed in (("kept", "ice"), ("written", "airalo")):
        fill_stage(source(carriers), tmp_path / name, Before(tmp_path / "first", frozenset({changed})))
    made = [tmp_path / name / "zh" / "carriers" / "airalo" / "esim" / "index.md" for name in ("kept", "written")]
    assert [path.read_text(encoding="utf-8") == "planted" for path in made] == [True, False]
