"""A served site that is brought up to date page by page is the one that a whole build makes."""

from pathlib import Path

from engine.settings import SiteSettings
from plan import Plan, write_texts
from serving.areas import Work
from serving.rebuild import Rebuilder
from support.small_site import EPOCH, LANGUAGES, page_text, write_stage

ADDRESS = SiteSettings("https://example.org/siopp/", "", "")


def plan(more: dict[str, str]) -> Plan:
    """The small site with more texts."""

    def write(stage: Path) -> None:
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
