"""Topics: every step that leaves claims to a topic finds them there, and nobody is left alone on a page."""

import pytest
from lxml import html

from composing.topics import SPEAKS_ON, TOPIC_OF, TOPICS, UNLISTED, carriers_by_topic
from support import project
from writing.handwritten import facts_named
from writing.steps_view import OPEN_FACTS

Trees = dict[str, html.HtmlElement]
FOLDER = project.ROOT / "docs" / "zh" / "topics"


def left_to_topics() -> set[tuple[str, str]]:
    """(topic, address of a shared claim) for every claim that a step leaves to its topic."""
    steps = (
        (phase.id, page.carrier.slug, step)
        for page in project.site().steps_pages
        for procedure in page.procedures
        for phase in procedure.phases
        for step in phase.steps
    )
    return {
        (TOPIC_OF[step.id], claim.address)
        for phase, slug, step in steps
        if step.id in TOPIC_OF and phase in OPEN_FACTS
        for claim in step.claims[OPEN_FACTS[phase] :]
        if not claim.address.startswith(f"{slug}:")
    }


@pytest.mark.parametrize("topic", sorted({topic for topic, _ in left_to_topics()}))
def test_a_topic_says_what_steps_leave_to_it(topic: str) -> None:
    wanted = {address for name, address in left_to_topics() if name == topic}
    shown = set(facts_named(FOLDER / f"{topic}.md", project.inputs().phrases["zh"])) | {
        "travel:delete-tidies-phone"
    }  # said under what does not cancel
    assert wanted - shown == set()


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_there_and_reached_from_home(topic: str, trees: Trees) -> None:
    assert f"topics/{topic}" in trees
    assert f"topics/{topic}/" in trees["."].xpath("//article//a/@href")


def test_about_is_reached_from_every_page(trees: Trees) -> None:
    assert "about" in trees
    for address, tree in trees.items():
        # A sheet of paper has no frame; it leads back to the page it belongs to.
        if not tree.find_class("sheet"):
            assert [href for href in tree.xpath("//a/@href") if href.rstrip("/").endswith("about") or href == "./"], (
                address
            )


def test_a_topic_lists_the_carriers_that_have_something_to_say(trees: Trees) -> None:
    for topic, carriers in carriers_by_topic(project.site()).items():
        listed = trees[f"topics/{topic}"].xpath("//h2[@id='with-own-rules']/following-sibling::ul[1]//a/@href")
        assert {f"../../carriers/{one.slug}/" for one in carriers} <= set(listed), topic


def test_whom_a_topic_quotes_it_lists(trees: Trees) -> None:
    for topic in set(TOPICS) - UNLISTED:
        tree = trees[f"topics/{topic}"]
        quoted = {address.partition(":")[0] for address in tree.xpath("//article//@data-fact")}
        listed = tree.xpath("//h2[@id='with-own-rules']/following-sibling::ul[1]//a/@href")
        names = {carrier.slug for carrier in project.site().carriers}
        assert {f"../../carriers/{slug}/" for slug in quoted & names} <= set(listed), topic


def test_every_step_that_speaks_on_a_topic_exists() -> None:
    steps = project.inputs().phrases["zh"].group("step")
    assert {f"{step}.title" for step in SPEAKS_ON} <= set(steps)


def test_words_of_topics_and_guides_lead_to_the_glossary(trees: Trees) -> None:
    ids = set(trees["topics/glossary"].xpath("//dl[@class='terms']/div/@id"))
    for address, tree in trees.items():
        links = [href.rpartition("#")[2] for href in tree.xpath("//article//a[@class='term']/@href")]
        assert len(links) == len(set(links)), address
        assert set(links) <= ids, address
    assert trees["topics/still-billed"].xpath("//a[@class='term'][@href='../glossary/#faktura']")
    assert trees["guides/esim"].xpath("//article//a[@class='term']")
