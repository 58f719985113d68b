"""Runs an engine over the staging folder, with the configuration the build gives to its own."""

import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.config import language_config, write_config
from engine.paths import ASSETS
from engine.run import EngineError, engine_environment, shared_settings
from engine.settings import Language, SiteSettings
from finishing.assets import Assets, write_assets
from support.project import EPOCH

# The engine of the build, and the canaries; each a module with the command `build`.
OURS = "mkdocs"
PROPERDOCS = "properdocs"
ZENSICAL = "zensical"
STAGE = "stage"


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


def run_engine(name: str, staged: Staged) -> float:
    """Builds every language into work/<name>/<language>/, gives CPU seconds; EngineError with what the engine said."""
    before = _cpu()
    for language in staged.languages:
        _run(name, _write_config(name, staged, language))
    return _cpu() - before


def _write_config(name: str, staged: Staged, language: Language) -> Path:
    """The build's configuration, except that its folders are relative: Zensical takes none outside its project."""
    docs, path = Path(STAGE) / language.code, staged.work / f"{name}-{language.code}.yml"
    shared = shared_settings(staged.assets)
    config = language_config(language, staged.languages, staged.settings, shared, staged.work / docs)
    write_config(config, path, docs, Path(name) / language.code)
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
