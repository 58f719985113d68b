"""Atom feeds: an entry names the fact, what it said, what it says, and who says so; the same input, the same bytes."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree

from exporting import feeds
from exporting.events import Event
from exporting.export import Export
from exporting.feed_words import FeedSpeaker
from model.history import NO_HISTORY, Change, ChangeKind, History
from model.records import Fact
from settings import SiteSettings
from support import project
from support.carriers import CARRIER, TOPIC, changed
from support.fact_pairs import DIFFERENT, Pair, label
from support.records import TODAY, source
from support.repository import DAY, FIRST, START, Repository, exported
from writing.facts import Speaker

NAMES = {"a": feeds.ATOM}
SET = SiteSettings("https://example.org/siopp/", "", "")
RULE = changed("rule: end-of-next-month", "rule: end-of-month")
RULE = changed("ends: 2026-07-31", "ends: 2026-06-30", RULE)
SOR = changed("slug: nord", "slug: sor", changed("name: Nord\n", "name: Sør & <b>\n"))
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
Feeds = Mapping[str, etree._Element]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A carrier and shared facts, then a changed rule and a second carrier."""
    made = Repository(tmp_path / "repository")
    made.commit(FIRST)
    made.commit({"carriers/nord.yml": RULE})
    made.commit({"carriers/sor.yml": SOR})
    return made


def texts(one: Export) -> dict[str, str]:
    return dict(feeds.files(one, project.inputs().phrases))


def trees(one: Export) -> dict[str, etree._Element]:
    return {name: etree.fromstring(text.encode()) for name, text in texts(one).items()}


def found(tree: etree._Element, query: str) -> list[str]:
    return [str(one) for one in tree.xpath(query, namespaces=NAMES)]


def entry(tree: etree._Element, address: str) -> dict[str, str]:
    """Title and content of the newest entry about an address."""
    path = f"(a:entry[a:category/@term='{address}'])[1]/a:"
    return {name: found(tree, f"{path}{name}/text()")[0] for name in ("title", "content")}


def test_one_feed_for_all_and_one_for_each_carrier(repository: Repository) -> None:
    assert sorted(texts(exported(repository))) == ["feeds/zh/all.xml", "feeds/zh/nord.xml", "feeds/zh/sor.xml"]


@pytest.mark.parametrize("settings", [project.NO_ADDRESS, SET], ids=["no address", "address"])
def test_every_feed_has_what_atom_asks_for(repository: Repository, settings: SiteSettings) -> None:
    for tree in trees(exported(repository, settings)).values():
        assert tree.tag == f"{{{feeds.ATOM}}}feed"
        assert found(tree, "@xml:lang") == ["zh-Hans"]
        assert found(tree, "a:author/a:name/text()") == ["Si opp"]
        for place in [tree, *tree.iterfind("a:entry", NAMES)]:
            for name in ("id", "title", "updated"):
                assert len(found(place, f"a:{name}/text()")) == 1, name
            assert len(found(place, "a:link[@rel='alternate']/@href")) == 1
        assert len(found(tree, "a:link[@rel='self']/@href")) == 1
        assert all(map(RFC_3339.fullmatch, found(tree, "//a:updated/text()")))
        ids = found(tree, "//a:id/text()")
        assert len(ids) == len(set(ids))
        assert all(re.match(r"(urn:uuid:[0-9a-f-]{36}|https://example\.org/siopp/feeds/zh/\S+)$", one) for one in ids)
        assert len(found(tree, "a:entry/a:content[@type='text']/text()")) == len(tree.findall("a:entry", NAMES))
        known = {
            "id",
            "title",
            "subtitle",
            "updated",
            "author",
            "name",
            "rights",
            "link",
            "entry",
            "category",
            "content",
        }
        assert {etree.QName(node).localname for node in tree.iterdescendants()} <= known


def test_entry_names_the_fact_both_values_and_the_source(repository: Repository) -> None:
    told = entry(trees(exported(repository))["feeds/zh/nord.xml"], "nord:notice")
    assert told["title"] == "Nord有改动：月付套餐 · 哪天结束 · 当月月底"
    before, after, evidence = told["content"].split("\n")
    assert before.startswith("原来：从对方收到通知的下个月1日起算一整个月，到那个月最后一天结束。")
    assert after.startswith("现在：从对方收到通知那天算，到当月最后一天结束。")
    assert evidence == "来源：官方存档 · Nord · 2026-06-05 · Vilkår for mobil · https://nord.example/vilkar"


def test_new_carrier_is_one_entry(repository: Repository) -> None:
    made = trees(exported(repository))
    assert found(made["feeds/zh/sor.xml"], "a:entry/a:title/text()") == ["Sør & <b>：新收录，共8条"]
    assert found(made["feeds/zh/nord.xml"], "a:entry/a:category/@term") == ["nord:notice", "nord"]


def test_shared_facts_stand_in_the_feed_of_all(repository: Repository) -> None:
    repository.commit({"docs/facts/law.yml": changed("账单。", "账单留5年。", TOPIC)})
    made = trees(exported(repository))
    terms = found(made["feeds/zh/all.xml"], "a:entry/a:category/@term")
    assert terms == ["law:billing", "sor", "nord:notice", "law", "nord"]
    assert entry(made["feeds/zh/all.xml"], "law:billing")["title"] == "法律有改动：账单留5年。"
    assert "law:billing" not in found(made["feeds/zh/nord.xml"], "a:entry/a:category/@term")


def test_entry_is_the_same_in_both_feeds(repository: Repository) -> None:
    made = trees(exported(repository))
    query = "a:entry[a:category/@term='nord:notice']"
    both = [etree.tostring(made[f"feeds/zh/{name}.xml"].xpath(query, namespaces=NAMES)[0]) for name in ("all", "nord")]
    assert both[0].strip() == both[1].strip()


def test_new_edition_of_a_source_names_both(repository: Repository) -> None:
    repository.commit({"carriers/nord.yml": changed("dated: 2026-06-05", "dated: 2026-11", RULE)})
    content = entry(trees(exported(repository))["feeds/zh/nord.xml"], "nord:notice")["content"].split("\n")
    assert content[0].startswith("内容没变：")
    assert "原来的来源：官方存档 · Nord · 2026-06-05" in content[1]
    assert "新的来源：官方存档 · Nord · 2026-11" in content[2]


def test_wording_makes_no_entry(repository: Repository) -> None:
    before = texts(exported(repository))
    repository.commit({"docs/facts/law.yml": changed("账单。", "关于账单。", TOPIC)})
    assert texts(exported(repository)) == before


def test_removed_carrier_is_one_entry_in_the_feed_of_all(repository: Repository) -> None:
    repository.commit({"carriers/sor.yml": None})
    made = trees(exported(repository))
    assert "feeds/zh/sor.xml" not in made
    assert found(made["feeds/zh/all.xml"], "a:entry[1]/a:title/text()") == ["sor：全部删去，共8条"]
    assert found(made["feeds/zh/all.xml"], "a:entry[1]/a:link/@href") == ["../../zh/"]


def test_removed_fact_tells_what_it_said(repository: Repository) -> None:
    phone = RULE[RULE.index("contacts:") : RULE.index("contracts:")]
    repository.commit({"carriers/nord.yml": RULE.replace(phone, "").replace("        contact: phone\n", "")})
    told = entry(trees(exported(repository))["feeds/zh/nord.xml"], "nord:phone")
    assert told["title"] == "Nord删去：怎么联系 · +47 915 09 000"
    assert told["content"].split("\n")[0].startswith("原来：客服电话 · +47 915 09 000")


def test_feed_is_as_old_as_its_newest_commit(repository: Repository) -> None:
    made = trees(exported(repository))
    newest = datetime.fromtimestamp(START + DAY, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert found(made["feeds/zh/nord.xml"], "a:updated/text()") == [newest]


def test_feed_without_entries_bears_the_date_of_the_data(repository: Repository) -> None:
    for tree in trees(replace(exported(repository), history=NO_HISTORY)).values():
        assert found(tree, "a:updated/text()") == [f"{TODAY}T00:00:00Z"]
        assert found(tree, "a:entry") == []


def test_two_readings_give_equal_bytes_and_ids_stay(repository: Repository) -> None:
    first = texts(exported(repository))
    assert texts(exported(repository)) == first
    ids = found(trees(exported(repository))["feeds/zh/all.xml"], "a:entry/a:id/text()")
    repository.commit({"carriers/nord.yml": CARRIER})
    assert found(trees(exported(repository))["feeds/zh/all.xml"], "a:entry/a:id/text()")[1:] == ids


@pytest.mark.parametrize("settings", [project.NO_ADDRESS, SET], ids=["no address", "address"])
def test_links_lead_to_pages_and_to_the_feed_itself(repository: Repository, settings: SiteSettings) -> None:
    base = settings.url or "https://example.org/any/path/"
    for name, tree in trees(exported(repository, settings)).items():
        links = [urljoin(base + name, link) for link in found(tree, "//a:link/@href")]
        slug = name.removeprefix("feeds/zh/").removesuffix(".xml")
        pages = {f"{base}zh/carriers/{one}/" for one in ("nord", "sor")} | {f"{base}zh/"}
        assert links[:2] == [base + name, f"{base}zh/carriers/" + ("" if slug == "all" else f"{slug}/")]
        assert set(links[2:]) <= pages


def test_only_the_newest_changes_are_told(repository: Repository) -> None:
    for number in range(60):
        repository.commit({"carriers/nord.yml": changed("print: ", f"name: Kanal {number}\n    print: ", RULE)})
    made = trees(exported(repository))
    lengths = {name: len(tree.findall("a:entry", NAMES)) for name, tree in made.items()}
    assert lengths == {"feeds/zh/all.xml": 50, "feeds/zh/nord.xml": 30, "feeds/zh/sor.xml": 1}
    assert "Kanal 59" in entry(made["feeds/zh/all.xml"], "nord:phone")["content"]


def speaker() -> FeedSpeaker:
    return FeedSpeaker(Speaker(project.inputs().phrases["zh"]), project.site())


def told(before: Fact | None, after: Fact | None) -> str:
    """What an entry says of a change of a fact that rests on one source all the time."""
    kind: ChangeKind = "changed" if before and after else "added" if after else "removed"
    change = Change("nord:x", kind, "0" * 40, START, before, after, (source(),), (source(),), 1)
    return speaker().content(Event("nord:x", kind, (change,)))


@pytest.mark.parametrize("pair", DIFFERENT, ids=label)
def test_whatever_changed_is_seen(pair: Pair) -> None:
    lines = told(pair[0], replace(pair[0], **pair[1])).split("\n")
    assert [line[:3] for line in lines[:2]] == ["原来：", "现在："]
    assert lines[0][3:] != lines[1][3:]
    assert told(None, pair[0]).startswith("现在：")
    assert told(pair[0], None).startswith("原来：")


def test_history_of_a_fact_without_source_says_so() -> None:
    guide = project.inputs().data.carriers["lycamobile"].guides
    fact = next(one for one in guide.values() if not one.source)
    change = Change("lycamobile:guide-4g", "added", "0" * 40, START, None, fact, (), number=1)
    history = History({"x:y": (replace(change, address="x:y", number=0),), change.address: (change,)})
    made = trees(replace(project.export(), history=history))
    assert found(made["feeds/zh/lycamobile.xml"], "a:entry/a:title/text()") == ["Lycamobile：新收录，共1条"]
    assert speaker().content(Event(change.address, "added", (change,))).endswith("来源：没有查到")


def test_every_feed_of_the_project_is_well_formed() -> None:
    made = trees(project.export())
    assert len(made) == len(project.site().carriers) + 1
