"""Runs an engine over the staging folder, with the configuration the build gives to its own."""

import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.config import language_config, write_config
from engine.paths import ASSETS, OVERRIDES
from engine.run import EngineError, engine_environment, shared_settings
from engine.settings import Language, SiteSettings
from finishing.assets import Assets, write_assets
from support.project import EPOCH

# The engine of the build, and the canaries; each a module with the command `build`.
OURS = "mkdocs"
PROPERDOCS = "properdocs"
ZENSICAL = "zensical"
STAGE = "stage"
TEMPLATES = "templates"
# The frame of a page without any theme.
BASE = Path(__file__).parent / "base.html"


@dataclass(frozen=True, slots=True)
class Staged:
    """A staging folder at work/stage, and what the configurations beside it are made from.

    fill: what fills a staging folder, for `build_site`.
    """

    work: Path
    fill: Callable[[Path], Sequence[Language]]
    languages: Sequence[Language]
    settings: SiteSettings
    assets: Assets


def stage_site(work: Path, fill: Callable[[Path], Sequence[Language]], settings: SiteSettings) -> Staged:
    """Stages a site below an empty folder."""
    return Staged(work, fill, fill(work / STAGE), settings, write_assets(ASSETS, work / "assets"))


def run_engine(name: str, staged: Staged, *, theme: bool = True) -> float:
    """Builds every language into work/<folder_of>/<language>/, gives CPU seconds; EngineError with what was said.

    theme: False for our own base.html in the place of Material's theme.
    """
    before = _cpu()
    for language in staged.languages:
        _run(name, _write_config(folder_of(name, theme=theme), staged, language, _theme(staged.work, theme=theme)))
    return _cpu() - before


def folder_of(name: str, *, theme: bool = True) -> str:
    """Where an engine's pages lie below the folder of work."""
    return name if theme else f"{name}-no-theme"


def _theme(work: Path, *, theme: bool) -> dict[str, Any]:
    """What a configuration without Material's theme has instead."""
    if theme:
        return {}
    shutil.copytree(OVERRIDES, work / TEMPLATES, dirs_exist_ok=True)
    shutil.copy(BASE, work / TEMPLATES / "base.html")
    return {"name": None, "custom_dir": TEMPLATES, "static_templates": ["404.html"]}


def _write_config(folder: str, staged: Staged, language: Language, theme: Mapping[str, Any]) -> Path:
    """The build's configuration, except that its folders are relative: Zensical takes none outside its project."""
    docs, path = Path(STAGE) / language.code, staged.work / f"{folder}-{language.code}.yml"
    shared = shared_settings(staged.assets)
    config = language_config(language, staged.languages, staged.settings, shared, staged.work / docs)
    config["theme"] |= theme
    write_config(config, path, docs, Path(folder) / language.code)
    return path


def _run(name: str, config: Path) -> None:
    command = [sys.executable, "-m", name, "build", "--strict", "-f", str(config)]
    done = subprocess.run(
        command, env=engine_environment(EPOCH), check=False, capture_output=True, text=True,
        encoding="utf-8", errors="replace", cwd=config.parent,
    )  # fmt: skip
    if done.returncode:
        raise EngineError(f"{config.stem}: failed\n{done.stdout}{done.stderr}")


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
