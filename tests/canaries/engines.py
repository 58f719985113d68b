"""Runs an engine over the staging folder, with the configuration the build gives to its own."""

import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.blocks import lift_folder, lower_folder
from engine.config import language_config, write_config
from engine.run import EngineError, engine_environment, shared_settings
from finishing.assets import Assets, write_assets
from paths import ASSETS
from settings import Language, SiteSettings
from support.project import EPOCH

# The engine of the build, and the canaries; each a module with the command `build`.
OURS = "mkdocs"
PROPERDOCS = "properdocs"
ZENSICAL = "zensical"
STAGE = "stage"
LIFTED = "lifted"


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


def run_engine(name: str, staged: Staged, *, bare: bool = False) -> float:
    """Builds every language into work/<folder_of>/<language>/, gives CPU seconds; EngineError with what was said.

    bare: without a theme, and with pages as the build gives them, without their HTML blocks; LostBlock where the engine
    leaves out the mark of one.
    """
    before, folder = _cpu(), folder_of(name, bare=bare)
    for language in staged.languages:
        docs = LIFTED if bare else STAGE
        pages = staged.work / STAGE / language.code
        blocks = lift_folder(pages, staged.work / LIFTED / language.code) if bare else {}
        config = _config(staged, language)
        if bare:
            config["theme"] |= {"name": None, "static_templates": ["404.html"]}
        path = staged.work / f"{folder}-{language.code}.yml"
        # Relative folders: Zensical takes none outside its project.
        write_config(config, path, Path(docs) / language.code, Path(folder) / language.code)
        _run(name, path)
        lower_folder(staged.work / folder / language.code, pages, blocks)
    return _cpu() - before


def folder_of(name: str, *, bare: bool = False) -> str:
    """Where an engine's pages lie below the folder of work."""
    return f"{name}-bare" if bare else name


def _config(staged: Staged, language: Language) -> dict[str, Any]:
    """The configuration that the build writes."""
    shared = shared_settings(staged.assets.names)
    return language_config(language, staged.languages, staged.settings, shared, staged.work / STAGE / language.code)


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
