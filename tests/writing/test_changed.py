"""What a carrier's page says of its history, and how it leads to the feed."""

from dataclasses import replace

import pytest
from lxml import html

from model.history import Change, History
from support import project
from support.repository import DAY, START
from writing.addresses import feed, from_page
from writing.all_pages import staged_pages

ADDRESS = "carriers/saga/"


def change(number: int, seconds: int, address: str = "saga:company") -> Change:
    return Change(address, "added", "0" * 40, seconds, None, None, (), number=number)


def page(history: History) -> html.HtmlElement:
    """The page of one carrier."""
    carriers = {"saga": project.inputs().data.carriers["saga"]}
    only = replace(project.inputs(), data=replace(project.inputs().data, carriers=carriers))
    return html.fromstring(staged_pages(only, project.TODAY, history)["zh"][ADDRESS])


def age(tree: html.HtmlElement) -> str:
    return str(tree.xpath("string(//p[@class='age'][last()])"))


def test_page_tells_the_day_of_the_newest_commit() -> None:
    changes = {
        "saga:company": (change(5, START + DAY), change(1, START)),
        "saga:gone": (change(3, START + 9 * DAY, "saga:gone"),),
        "saga-2:company": (change(7, START + 30 * DAY, "saga-2:company"),),
    }
    assert age(page(History(changes))).endswith("资料最近一次改动：2026年1月2日。")


def test_page_is_silent_without_a_history() -> None:
    assert "改动" not in age(page(History()))


def test_page_leads_to_its_feed() -> None:
    [link] = page(History()).xpath("//a[contains(@href, 'feeds/')]")
    assert (link.get("href"), "Saga" in link.text_content()) == ("../../../feeds/zh/saga.xml", True)


@pytest.mark.parametrize(
    ("here", "to", "link"),
    [
        ("", feed("zh"), "../feeds/zh/all.xml"),
        ("carriers/", feed("zh", "saga"), "../../feeds/zh/saga.xml"),
        ("carriers/saga/esim/", feed("nb", "saga"), "../../../../feeds/nb/saga.xml"),
    ],
)
def test_pages_link_to_files_at_the_root(here: str, to: str, link: str) -> None:
    assert from_page("zh", here, to) == link
