"""From a staging folder to a site in its place; the old site stays until the new one is whole."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from engine.run import build_languages
from finishing.assets import Assets, write_assets
from finishing.checksums import NAME as CHECKSUMS
from finishing.checksums import write_checksums
from finishing.chooser import write_root_pages
from finishing.compress import compress_site
from finishing.headers import headers_text
from finishing.lock import build_lock
from finishing.opensearch import write_opensearch
from finishing.plain import write_plain_pages
from finishing.problem import SiteProblems
from finishing.reduce import reduce_sheet
from finishing.sitemap import write_sitemap
from finishing.swap import repair, swap
from finishing.tidy import tidy_language
from finishing.verify import verify_site
from paths import ASSETS
from settings import Language, SiteSettings, site_name
from side_by_side import side_by_side

# Below the staging folder: files for the root of the site (data, feeds), taken as they are.
ROOT_FILES = "root"
# Below the staging folder: texts of pages above the languages (see finishing.plain).
PLAIN_PAGES = "plain"


class OutputError(Exception):
    """The output folder is not one that a build may replace."""


def build_site(
    write_stage: Callable[[Path], Sequence[Language]],
    out: Path,
    settings: SiteSettings,
    epoch: int,
    *,
    whole_sheet: bool = False,
) -> None:
    """Build a site into the folder out, replacing the one built there before.

    write_stage: fills the folder it is given with <code>/**.md, with root/** for files that go to the
    root of the site as they are, with plain/** for texts of pages there; returns the languages in order;
    epoch: seconds since 1970 that stand for today; whole_sheet: leave the style sheet whole and pack nothing,
    for pages that are added later.
    Any error leaves the old site as it was: BuildRunning, OutputError, AssetError, EngineError, SiteProblems, Died, and
    OSError where something cannot be written.
    """
    # The engines run in a folder of their own, where a relative path would mean another place.
    out = out.absolute()
    out.parent.mkdir(parents=True, exist_ok=True)
    with build_lock(out.with_name(f".{out.name}.lock")):
        repair(out)
        _check_output(out)
        # A sibling of the output: the last step is a rename, which needs one file system.
        work = out.with_name(f".{out.name}.building")
        if work.exists():
            shutil.rmtree(work)
        work.mkdir()
        try:
            languages, assets = _build(write_stage, work, settings, epoch)
            if not whole_sheet:
                reduce_sheet(work / "site", assets)
            _verify(work / "site", settings, languages, out.name)
            if not whole_sheet:
                compress_site(work / "site")
            write_checksums(work / "site")
            swap(work / "site", out)
        finally:
            shutil.rmtree(work, ignore_errors=True)


def finish(site: Path, languages: Sequence[Language], assets: Assets, settings: SiteSettings) -> None:
    """Add to built languages what belongs to the whole site."""
    side_by_side(tidy_language, [site / language.code for language in languages])
    write_root_pages(site, site_name(), languages, assets, settings)
    write_opensearch(site, site_name(), languages, settings.url)
    headers = headers_text(settings.prefix, [language.code for language in languages])
    (site / "_headers").write_text(headers, encoding="utf-8", newline="\n")


def _check_output(out: Path) -> None:
    """OutputError unless out is missing, empty, or a site built here before."""
    if not out.exists() or (out / CHECKSUMS).is_file():
        return
    if not out.is_dir() or any(out.iterdir()):
        raise OutputError(f"{out.name} is not a site built here: move it away, or choose another")


def _build(
    write_stage: Callable[[Path], Sequence[Language]],
    work: Path,
    settings: SiteSettings,
    epoch: int,
) -> tuple[Sequence[Language], Assets]:
    stage, site = work / "stage", work / "site"
    stage.mkdir()
    languages = write_stage(stage)
    assets = write_assets(ASSETS, site / "assets")
    build_languages(stage, site, languages, settings, assets.names, epoch)
    finish(site, languages, assets, settings)
    if (stage / ROOT_FILES).is_dir():
        shutil.copytree(stage / ROOT_FILES, site, dirs_exist_ok=True)
    write_plain_pages(stage / PLAIN_PAGES, site, site_name(), assets)
    write_sitemap(site, languages, settings.url)
    return languages, assets


def _verify(site: Path, settings: SiteSettings, languages: Sequence[Language], name: str) -> None:
    problems = verify_site(site, settings, languages, name)
    if problems:
        raise SiteProblems(problems)
