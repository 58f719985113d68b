"""Keeps a built site in step with its sources: only changed pages where that is enough, else the whole site."""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from engine.config import language_config, write_config
from engine.run import check_words, shared_settings
from finishing.assets import Assets, write_assets
from finishing.checksums import write_checksums
from finishing.page import read_page
from finishing.plain import write_plain_pages
from finishing.sitemap import write_sitemap
from finishing.verify import verify_site
from model.problem import Problem
from paths import ASSETS
from pipeline import PLAIN_PAGES, ROOT_FILES, build_site
from plan import Before, Plan
from serving.areas import Work
from serving.folders import Difference, contents, difference, emptied, hashes, remove_files, write_files
from serving.page_builder import PageBuilder
from settings import Language, SiteSettings, site_name

# Settings of each language's pages, by its code.
Settings = Mapping[str, Mapping[str, Any]]


class Rebuilder:
    """A served site inside a folder of its own, and what is needed to bring it up to date."""

    def __init__(self, work: Path, settings: SiteSettings) -> None:
        self.site = work / "site"
        self._settings = settings
        self._stage, self._engine, self._scratch = work / "stage", work / "engine", work / "scratch"
        # Hashes of what lies in the staging folder, and the settings the served site was built with, if that is known.
        self._staged: Mapping[str, str] = {}
        self._languages: Sequence[Language] = ()
        self._epoch = 0
        self._built: Settings | None = None
        self._builders: dict[str, PageBuilder] = {}
        # Pages are read again after each change; most are as they were.
        self._read_page = lru_cache(maxsize=4096)(read_page)

    def update(self, plan: Plan, work: Work, changed: frozenset[str] | None = None) -> int | None:
        """Bring the site up to date; the number of files written or removed, None for the whole site.

        changed: carriers whose files have changed since the last update that went well, if nothing else has.
        After an error the next update builds the whole site; the served one stays until then.
        """
        check_words(plan.languages)
        self._languages = plan.languages
        found = self._write_stage(plan, changed)
        assets = write_assets(ASSETS, emptied(self._scratch) / "assets")
        settings = self._language_settings(plan, assets)
        built, self._built = self._built, None
        count = None
        if work == Work.PAGES and settings == built:
            count = self._changed(found, plan, assets)
        else:
            self._whole(plan, settings)
        self._built = settings
        return count

    def problems(self) -> list[Problem]:
        """What the site's own checks find in the served folder."""
        return verify_site(self.site, self._settings, self._languages, read=self._read_page)

    def _write_stage(self, plan: Plan, changed: frozenset[str] | None) -> Difference:
        fresh = emptied(self._scratch)
        # Another day changes what pages say of age.
        same = self._built is not None and changed is not None and plan.epoch == self._epoch
        plan.fill(fresh, Before(self._stage, changed or frozenset()) if same else None)
        self._epoch = plan.epoch
        staged = hashes(fresh)
        found = difference(self._staged, staged)
        shutil.rmtree(self._stage, ignore_errors=True)
        fresh.rename(self._stage)
        self._staged = staged
        return found

    def _copy_stage(self, folder: Path) -> Sequence[Language]:
        shutil.copytree(self._stage, folder, dirs_exist_ok=True)
        return self._languages

    def _language_settings(self, plan: Plan, assets: Assets) -> Settings:
        shared = shared_settings(assets.names)
        return {
            one.code: language_config(one, plan.languages, self._settings, shared, self._stage / one.code)
            for one in plan.languages
        }

    def _whole(self, plan: Plan, settings: Settings) -> None:
        """Build as `build` does, then make ready for building single pages."""
        # A page that is built alone later may use what no page uses now.
        build_site(self._copy_stage, self.site, self._settings, plan.epoch, whole_sheet=True)
        emptied(self._engine)
        self._builders = {}
        for code, config in settings.items():
            file = self._engine / f"{code}.yml"
            write_config(config, file, self._stage / code, self._engine / code)
            self._builders[code] = PageBuilder(file)

    def _changed(self, found: Difference, plan: Plan, assets: Assets) -> int:
        """Build what changed; everything is built before anything is served."""
        files = {
            f"{code}/{address}": html.encode()
            for code, builder in self._builders.items()
            for address, html in builder.pages(_below(code, found.changed))
        }
        files |= {name: (self._stage / ROOT_FILES / name).read_bytes() for name in _below(ROOT_FILES, found.changed)}
        if _below(PLAIN_PAGES, found.changed):
            plain = self._scratch / PLAIN_PAGES
            write_plain_pages(self._stage / PLAIN_PAGES, plain, site_name(), assets)
            files |= contents(plain)
        if found.changed or found.gone:
            write_files(self.site, files)
            remove_files(self.site, map(_served_name, found.gone))
            write_sitemap(self.site, plan.languages, self._settings.url)
            write_checksums(self.site)
        return len(files) + len(found.gone)


def _below(folder: str, paths: Iterable[str]) -> frozenset[str]:
    """The paths below a folder, as seen from there."""
    start = f"{folder}/"
    return frozenset(path.removeprefix(start) for path in paths if path.startswith(start))


def _served_name(path: str) -> str:
    """What the served site calls a file of the staging folder."""
    place, _, name = path.partition("/")
    if place == ROOT_FILES:
        return name
    stem = (name if place == PLAIN_PAGES else path).rpartition(".")[0]
    return f"{stem}.html"
