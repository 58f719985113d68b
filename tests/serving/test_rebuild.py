"""A served site that is brought up to date page by page is the one that a whole build makes."""

from pathlib import Path

import pytest

from engine.blocks import Block
from engine.run import EngineError
from plan import Before, Plan
from serving import page_builder
from serving.areas import Work, changed_carriers
from serving.rebuild import Rebuilder
from settings import SiteSettings
from staging import write_texts
from support.small_site import EPOCH, LANGUAGES, page_text, write_stage

ADDRESS = SiteSettings("https://example.org/siopp/", "", "")


def plan(more: dict[str, str]) -> Plan:
    """The small site with more texts."""

    def write(stage: Path, _before: Before | None) -> None:
        write_stage(stage)
        write_texts(stage, more.items())

    return Plan(write, LANGUAGES, EPOCH, ())


def test_the_sitemap_follows_pages_that_come_and_go(tmp_path: Path) -> None:
    page = page_text({"summary": "new"}, "# New { #top }\n")
    more = {f"{language.code}/new/index.md": page for language in LANGUAGES}
    rebuilder = Rebuilder(tmp_path / "work", ADDRESS)
    sitemap = rebuilder.site / "sitemap.xml"
    assert rebuilder.update(plan({}), Work.WHOLE) is None
    before = sitemap.read_text(encoding="utf-8")
    assert rebuilder.update(plan(more), Work.PAGES) == len(LANGUAGES)
    assert sitemap.read_text(encoding="utf-8").count("/new/</loc>") == len(LANGUAGES)
    assert rebuilder.problems() == []
    assert rebuilder.update(plan({}), Work.PAGES) == len(LANGUAGES)
    assert sitemap.read_text(encoding="utf-8") == before
    assert rebuilder.problems() == []


def test_only_a_change_of_carriers_alone_is_told_by_carrier() -> None:
    carriers = Path("carriers").absolute()
    both = [carriers / "ice.yml", carriers / "saga.yml"]
    assert changed_carriers(both, Path("carriers")) == frozenset({"ice", "saga"})
    assert changed_carriers([carriers / "ice.yml", Path("docs/glossary.yml").absolute()], Path("carriers")) is None
    assert changed_carriers([], Path("carriers")) is None


def test_steps_are_taken_from_before_only_on_the_same_day_and_after_a_build_that_went_well(tmp_path: Path) -> None:
    seen: list[frozenset[str] | None] = []

    def write(stage: Path, before: Before | None) -> None:
        seen.append(before.changed if before else None)
        write_stage(stage)

    rebuilder = Rebuilder(tmp_path / "work", ADDRESS)
    for changed, epoch in (({"ice"}, EPOCH), ({"ice"}, EPOCH), ({"ice"}, EPOCH + 86400), (None, EPOCH + 86400)):
        named = frozenset(changed) if changed else None
        rebuilder.update(Plan(write, LANGUAGES, epoch, ()), Work.PAGES, named)
    assert seen == [None, {"ice"}, None, None]


def test_bug_a_lost_block_was_shown_as_a_traceback_without_its_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuilder = Rebuilder(tmp_path / "work", ADDRESS)
    rebuilder.update(plan({}), Work.WHOLE)
    monkeypatch.setattr(page_builder, "lifted", lambda text: (text, [Block("<i></i>", 0, 5)]))
    page = page_text({"summary": "new"}, "# New { #top }\n")
    with pytest.raises(EngineError, match=r"^nb: new/index\.html: the engine lost block 0: '# New'"):
        rebuilder.update(plan({"nb/new/index.md": page}), Work.PAGES)
