"""Tree queries over the built site: what a reader and a program rely on, page by page."""

import re
from pathlib import Path

from lxml import html

from composing.procedure import PhaseId
from composing.topics import TOPICS
from support import project
from writing import addresses

Trees = dict[str, html.HtmlElement]


def is_checklist(address: str) -> bool:
    return "checklist" in address.split("/")


def texts(tree: html.HtmlElement, query: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in tree.xpath(query)]


def test_every_address_of_the_contract_is_there(trees: Trees) -> None:
    wanted = {".", "carriers", *(f"guides/{guide}" for guide in ("unlimited", "4g", "5g", "esim", "smart-card"))}
    for carrier in project.site().carriers:
        wanted.add(f"carriers/{carrier.slug}")
    for page in project.site().steps_pages:
        steps = f"carriers/{page.carrier.slug}/{page.guide}"
        wanted |= {steps, f"{steps}/checklist"}
        wanted |= {f"{steps}/checklist/{procedure.kind}" for procedure in page.procedures[1:]}
    wanted |= {
        *("about", "about/correct", "about/for-carriers", "about/licences", "about/status"),
        "print",
        "search",
        *(f"topics/{topic}" for topic in TOPICS),
        *(f"tools/{tool}" for tool in addresses.TOOLS),
    }
    assert wanted == set(trees)


def test_every_page_says_its_language(trees: Trees) -> None:
    assert {tree.get("lang") for tree in trees.values()} == {"zh-Hans"}


def test_titles_and_descriptions_are_unique(trees: Trees) -> None:
    titles = [texts(tree, "//head/title")[0] for tree in trees.values()]
    assert len(titles) == len(set(titles))
    assert all(tree.xpath("//meta[@name='description']/@content") for tree in trees.values())


def test_every_fact_links_to_a_dated_source(trees: Trees) -> None:
    # A value inside a hand-written sentence stands beside its fact, which bears the mark.
    for address, tree in trees.items():
        if is_checklist(address):
            continue
        for node in tree.xpath("//*[@data-fact][not(self::span)]"):
            marks = node.xpath(".//p[contains(@class, 'mark')]")
            assert marks, (address, node.get("data-fact"))
            for mark in marks:
                said = mark.text_content()
                assert mark.xpath(".//time") or "日期不明" in said, (address, said)


def test_every_mark_links_unless_its_source_must_not_be_linked(trees: Trees) -> None:
    owned = [carrier.sources for carrier in project.site().carriers]
    owned += [topic.sources for topic in project.inputs().data.topics.values()]
    unlinked = {source.publisher for sources in owned for source in sources.values() if not source.link}
    for address, tree in trees.items():
        for mark in tree.xpath("//*[contains(@class, 'mark__source')]"):
            if not mark.xpath(".//a[starts-with(@href, 'http')]"):
                assert any(publisher in mark.text_content() for publisher in unlinked), (address, mark.text_content())


def test_checklists_name_a_dated_source_for_every_fact(trees: Trees) -> None:
    for address, tree in trees.items():
        if not is_checklist(address):
            continue
        for node in tree.xpath("//*[@data-fact]"):
            refs = node.xpath(".//sup/a/@href")
            assert refs or node.getparent().xpath(".//sup/a/@href"), (address, node.get("data-fact"))
            for ref in refs:
                source = tree.xpath(f"//li[@id='{ref[1:]}']")
                assert len(source) == 1, (address, ref)
                assert source[0].xpath(".//time") or "日期不明" in source[0].text_content(), (address, ref)


def test_every_fact_of_a_carrier_stands_on_its_page(trees: Trees) -> None:
    for carrier in project.site().carriers:
        shown = set(trees[f"carriers/{carrier.slug}"].xpath("//@data-fact"))
        missing = {f"{carrier.slug}:{fact.id}" for fact in carrier.facts if fact.source} - shown
        assert missing == set(), carrier.slug


def test_unknown_applicability_says_so_and_stays_out_of_search_engines(trees: Trees) -> None:
    for page in project.site().steps_pages:
        tree = trees[f"carriers/{page.carrier.slug}/{page.guide}"]
        robots = tree.xpath("//meta[@name='robots']/@content")
        assert (robots == ["noindex"]) == (page.ref.applies == "unknown"), (page.carrier.slug, page.guide)


def test_steps_pages_follow_the_order_of_the_contract(trees: Trees) -> None:
    order = [*PhaseId, "sources"]
    for page in project.site().steps_pages:
        ids = trees[f"carriers/{page.carrier.slug}/{page.guide}"].xpath("//h2/@id")
        found = [one for one in ids if one in order]
        assert found == [one for one in order if one in found]
        assert {"not-cancelling", "before", "do", "after", "sources"} <= set(found) or page.main.kind == "prepaid"


def test_numerals_run_through_the_page(trees: Trees) -> None:
    for page in project.site().steps_pages:
        tree = trees[f"carriers/{page.carrier.slug}/{page.guide}"]
        numbers = tree.xpath("//li[@class='step'][not(preceding::h2[starts-with(@id, 'contract-')])]/@value")
        assert numbers
        assert [int(number) for number in numbers] == list(range(1, len(numbers) + 1))


def test_nothing_of_material_runs(real_site: Path) -> None:
    assert [path.name for path in real_site.rglob("*.js") if "bundle" in path.name or "workers" in str(path)] == []
    assert not list((real_site / "zh").glob("assets/*"))


def test_assets_stand_once_with_a_hash_in_the_name(real_site: Path) -> None:
    names = [path.name for path in (real_site / "assets").iterdir()]
    assert names
    assert all(re.fullmatch(r"[a-z-]+(\.min)?\.[0-9a-f]{8,}\.(css|js)(\.gz|\.br)?", name) for name in names), names


def test_every_carrier_page_names_a_way_to_make_contact_or_says_that_none_is_known(trees: Trees) -> None:
    for carrier in project.site().carriers:
        row = trees[f"carriers/{carrier.slug}"].xpath("//dl[@class='key-facts']/div[last()]/dd")[0]
        said = " ".join(row.text_content().split())
        assert row.xpath(".//@data-fact") or said == "没有查到", (carrier.slug, said)


def test_a_page_loads_each_of_its_scripts_once(trees: Trees) -> None:
    for address, names in {"": ["router"], "search": ["minisearch.min", "search"], "tools/dates": ["dates"]}.items():
        loaded = [path.rpartition("/")[2] for path in trees[address or "."].xpath("//script/@src")]
        for name in [*names, "site"]:
            assert sum(file.startswith(f"{name}.") for file in loaded) == 1, (address, name, loaded)
