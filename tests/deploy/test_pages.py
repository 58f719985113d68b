"""The workflow for GitHub Pages: what it may do, and its own steps run against a repository on this machine."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from support.project import ROOT
from support.published import build

WORKFLOW = yaml.safe_load((ROOT / "deploy" / "github-pages.yml").read_text(encoding="utf-8"))
[JOB] = WORKFLOW["jobs"].values()
BASH = shutil.which("bash") or "bash"
NAME = "owner/project"


def test_it_runs_no_code_of_others_and_may_write_one_branch() -> None:
    assert WORKFLOW["permissions"] == {}
    assert JOB["permissions"] == {"contents": "write", "pages": "read"}
    assert [step for step in JOB["steps"] if "uses" in step] == []


def test_it_stands_where_nobodys_fork_runs_it() -> None:
    assert "pages" not in {path.stem for path in (ROOT / ".github" / "workflows").iterdir()}


@pytest.fixture
def host(tmp_path: Path) -> Path:
    """A host with one repository, the place of a run beside it, and a `gh` that has nothing to set up."""
    git("init", "--quiet", "--bare", "--initial-branch=main", str(tmp_path / f"{NAME}.git"), cwd=tmp_path)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "bin" / "gh").chmod(0o755)
    return tmp_path


def git(*words: str, cwd: Path) -> str:
    environ = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(["git", *words], cwd=cwd, env=environ, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S607 -- git of whoever runs it
    return done.stdout


def run(host: Path, name: str) -> None:
    """The last two steps of a run whose build has made one of the builds of support.published."""
    place = host / f"run-{name}"
    place.mkdir()
    git("clone", "--quiet", str(host / f"{NAME}.git"), "project", cwd=place)
    site = build(host, name)
    for ending in (".gz", ".br"):
        (site / f"index.html{ending}").write_text("packed", encoding="utf-8")
    with (site / "SHA256SUMS").open("a", encoding="utf-8") as sums:
        sums.write(f"{'0' * 64}  index.html.gz\n{'0' * 64}  index.html.br\n")
    shutil.move(site, place / "project" / "site")
    environ = {
        **os.environ,
        "PATH": f"{host / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GITHUB_SERVER_URL": str(host),
        "GITHUB_SHA": "0" * 40,
        "GH_REPO": NAME,
    }
    for step in JOB["steps"][-2:]:
        subprocess.run([BASH, "-e", "-c", step["run"]], cwd=place, env=environ, check=True)


def published(host: Path) -> set[str]:
    return set(git("ls-tree", "-r", "--name-only", "gh-pages", cwd=host / f"{NAME}.git").split())


def test_a_run_publishes_the_build_without_packed_copies(host: Path) -> None:
    run(host, "a")
    expected = {".nojekyll", "SHA256SUMS", "index.html", "zh/index.html", "assets/sheet.css", "assets/script.a.js"}
    assert published(host) == expected


def test_the_assets_of_the_release_before_stay_and_older_ones_go(host: Path) -> None:
    for name in "abc":
        run(host, name)
    assets = {path for path in published(host) if path.startswith("assets/")}
    assert assets == {"assets/sheet.css", "assets/script.b.js", "assets/script.c.js"}
    assert git("show", "gh-pages:assets/script.b.js", cwd=host / f"{NAME}.git") == "b"
    assert git("show", "gh-pages:index.html", cwd=host / f"{NAME}.git") == "page of c"
