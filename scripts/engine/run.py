"""Runs MkDocs, one process a language, side by side."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from engine.blocks import LostBlock, lift_folder, lower_folder
from engine.config import WORDS, language_config, write_config
from engine.policy import META_POLICY
from settings import Language, SiteSettings
from side_by_side import side_by_side


class EngineError(Exception):
    """A language that could not be built; the text holds what the engine said."""


def build_languages(  # noqa: PLR0913, PLR0917 -- the six things a build needs, each of another kind
    stage: Path,
    out: Path,
    languages: Sequence[Language],
    settings: SiteSettings,
    assets: Mapping[str, str],
    epoch: int,
) -> None:
    """Build stage/<code>/ into out/<code>/ for every language.

    assets: file names below the site's assets folder, by their names without hash; epoch: seconds since 1970 that
    stand for today. EngineError names every language that failed.
    """
    check_words(languages)
    configs = stage.parent / "engine"
    configs.mkdir(exist_ok=True)
    shared = shared_settings(assets)
    for language in languages:
        config = language_config(language, languages, settings, shared, stage / language.code)
        write_config(config, configs / f"{language.code}.yml", configs / language.code, out / language.code)
    said = side_by_side(partial(_build, stage, out, engine_environment(epoch)), languages)
    failed = [text for text in said if text]
    if failed:
        raise EngineError("\n".join(failed))


def shared_settings(assets: Mapping[str, str]) -> dict[str, Any]:
    """The part of `extra` that all languages have."""
    return {"assets": dict(assets), "policy": META_POLICY}


def check_words(languages: Sequence[Language]) -> None:
    """EngineError if a language lacks a word of the page frame."""
    missing = [
        f"{language.code} lacks the words: {', '.join(lacking)}"
        for language in languages
        if (lacking := [key for key in WORDS if not language.words.get(key)])
    ]
    if missing:
        raise EngineError("\n".join(missing))


def engine_environment(epoch: int, environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The environment of an engine process: the build's day, text as UTF-8, no banner."""
    return {
        **environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": str(epoch),
    }


def _build(stage: Path, out: Path, environ: Mapping[str, str], language: Language) -> str:
    """Build one language without its HTML blocks, then put them in; what went wrong, else ""."""
    pages, lifted = stage / language.code, stage.parent / "engine" / language.code
    blocks = lift_folder(pages, lifted)
    said = _run(lifted.with_name(f"{language.code}.yml"), environ)
    if not said:
        try:
            lower_folder(out / language.code, pages, blocks)
        except LostBlock as error:
            return f"{language.code}: {error}"
    return said


def _run(config: Path, environ: Mapping[str, str]) -> str:
    """What MkDocs said if it failed, else ""."""
    # Never -q or -v: with them --strict lets broken links pass.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config)]
    # The lock of the build is inherited: a killed build holds it until its last engine has ended.
    done = subprocess.run(
        command, env=environ, close_fds=False, check=False, capture_output=True, text=True,
        encoding="utf-8", errors="replace", cwd=config.parent,
    )  # fmt: skip
    return f"{config.stem}: MkDocs failed\n{done.stdout}{done.stderr}" if done.returncode else ""
