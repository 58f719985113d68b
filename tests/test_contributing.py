"""CONTRIBUTING.md: what it tells a volunteer to do works as written (the journey: tests/browser/test_serve.py)."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from reading import schema
from reading.shapes import Record
from starting import fields
from support import contributing
from support.project import ROOT
from support.repository import PERSON
from support.serving import copy_project


def test_ten_lines_lead_from_a_clone_to_a_branch_that_can_be_asked_for(tmp_path: Path) -> None:
    [block] = contributing.blocks(contributing.section("With Git, in ten lines"), "sh")
    lines = block.splitlines()
    assert len(lines) == 10
    fork = copy_project(tmp_path / "fork", ["ice"])
    quiet = {**os.environ, **PERSON, "GIT_CONFIG_GLOBAL": os.devnull, "EDITOR": "sed -i 's/^name: ice$/name: Ice/'"}

    bash = shutil.which("bash") or "bash"

    def run(command: str, folder: Path) -> None:
        subprocess.run(
            [bash, "-euo", "pipefail", "-c", command], cwd=folder, env=quiet, check=True, capture_output=True
        )

    run("git init -q && git add . && git commit -qm start && git switch -qc other", fork)
    for line in lines:
        if line.startswith("git clone"):
            run(line.replace("ADDRESS-OF-YOUR-FORK", str(fork)), tmp_path)
        elif line.startswith("make"):
            assert re.search(rf"^{line.split()[1]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
        elif not line.startswith("cd "):
            # An editor takes its command from the variable.
            run(line.replace("$EDITOR", 'eval "$EDITOR"'), tmp_path / "si-opp")
    # Into grep without -q: it reads to the end, so that git's pipe does not break.
    run("git show ice-notice:carriers/ice.yml | grep '^name: Ice$' > /dev/null", fork)


def test_make_new_writes_what_it_says(tmp_path: Path) -> None:
    [command] = contributing.blocks(contributing.section("A new carrier"), "sh")
    [name] = re.findall(r"writes `(carriers/[a-z-]+\.yml)`", contributing.section("A new carrier"))
    folder = copy_project(tmp_path / "project", ["ice"])
    subprocess.run([*contributing.MAKE, *command.split()[1:]], cwd=folder, check=True, capture_output=True)
    assert (folder / name).is_file()


def test_every_field_is_explained() -> None:
    records = [shape for shape in vars(schema).values() if isinstance(shape, Record)]
    assert len(records) > 20
    assert [name for record in records for name in record.fields if f"`{name}`" not in contributing.TEXT] == []


def test_the_list_of_fields_is_what_the_shapes_say() -> None:
    assert fields.verify(), "write it anew: make fields"


@pytest.mark.parametrize("link", re.findall(r"\]\(#([a-z-]+)\)", contributing.TEXT))
def test_a_link_leads_to_a_heading(link: str) -> None:
    headings = re.findall(r"^#+ (.*)$", contributing.TEXT, re.MULTILINE)
    assert link in [re.sub(r"[^a-z -]", "", heading.lower()).replace(" ", "-") for heading in headings]


def test_files_it_names_are_there() -> None:
    named = set(re.findall(r"`((?:carriers|docs|scripts)/[a-z/_-]+\.[a-z]+)`", contributing.TEXT))
    assert len(named) >= 3
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == ["carriers/chili-mobil.yml"]
