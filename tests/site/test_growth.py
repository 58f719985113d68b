"""More carriers make more pages, not longer ones: only the pages that list all carriers grow."""

from collections.abc import Mapping
from pathlib import Path

import build
from composing.topics import carriers_by_topic
from support import project
from support.small_site import tree
from support.synthetic import write_carriers
from writing.all_pages import staged_pages
from writing.inputs import read_inputs

# Home, directory, guides, the checklists to print, and the topics on which carriers have something to say.
LISTS = ("", "carriers/", "guides/", "tools/dates/", "tools/letter/", "about/for-carriers/", "about/status/", "print/")


def written(folder: Path, count: int) -> Mapping[str, str]:
    """Address -> Markdown of every page of so many carriers."""
    write_carriers(folder, count)
    return staged_pages(read_inputs(folder, project.ROOT / "docs", ["zh"], project.TODAY), project.TODAY)["zh"]


def built(folder: Path, count: int) -> dict[str, bytes]:
    """Every file of the site of so many carriers."""
    write_carriers(folder / "carriers", count)
    arguments = ["--carriers", str(folder / "carriers"), "--out", str(folder / "site")]
    assert build.main(["build", "--languages", "zh", *arguments]) == 0
    return tree(folder / "site")


def is_list(address: str) -> bool:
    topics = {f"topics/{topic}/" for topic in carriers_by_topic(project.site())}
    return address in LISTS or address in topics or address.startswith("guides/")


def test_the_text_of_a_page_is_the_same_among_many_carriers(tmp_path: Path) -> None:
    few, many = written(tmp_path / "few", 24), written(tmp_path / "many", 75)
    assert {address for address in few if few[address] != many[address]} == set(filter(is_list, few))


def test_a_built_page_is_the_same_among_more_carriers(tmp_path: Path) -> None:
    few, more = built(tmp_path / "few", 2), built(tmp_path / "more", 4)
    pages = [name for name in few if name.startswith("zh/carriers/synthetic-")]
    assert {name.count("/") for name in pages} >= {3, 4, 5}
    assert [name for name in pages if few[name] != more[name]] == []
