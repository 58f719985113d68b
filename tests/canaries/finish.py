"""Finishes what another engine built, as the build finishes its own."""

import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pipeline
from canaries.engines import Staged
from finishing.checksums import NAME
from support.project import EPOCH


def finished(folder: str, staged: Staged) -> str:
    """The checksums of <folder>-site, made of what an engine built into folder; SiteProblems stop the build."""
    out = site_of(folder, staged)
    with _already(staged.work / folder):
        pipeline.build_site(staged.fill, out, staged.settings, EPOCH)
    return (out / NAME).read_text(encoding="utf-8")


def site_of(folder: str, staged: Staged) -> Path:
    """Where the site lies that is made of what an engine built into folder."""
    return staged.work / f"{folder}-site"


def rules(problems: Sequence[str]) -> list[str]:
    """How many problems there are of each rule, with the first of them; what is no problem's line is left out."""
    named = [(line.partition("[")[2].partition("]")[0], line) for line in problems if " error [" in line]
    counts = Counter(rule for rule, _ in named)
    firsts = dict(reversed(named))
    return [f"verify: {count} [{rule}], as {firsts[rule]}" for rule, count in counts.most_common()]


@contextmanager
def _already(built: Path) -> Iterator[None]:
    """In the place of the engine: its pages, which are there."""

    def build_languages(_stage: Path, out: Path, *_more: object) -> None:
        shutil.copytree(built, out, dirs_exist_ok=True)

    with patch.object(pipeline, "build_languages", build_languages):
        yield
