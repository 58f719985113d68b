"""Topics: every step that leaves claims to a topic finds them there, and nobody is left alone on a page."""

import pytest
from lxml import html

from composing.topics import TOPIC_OF, TOPICS
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
    shown = set(facts_named(FOLDER / f"{topic}.md")) | {"travel:delete-tidies-phone"}  # said under what does not cancel
    assert wanted - shown == set()


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_there_and_reached_from_home(topic: str, trees: Trees) -> None:
    assert f"topics/{topic}" in trees
    assert f"topics/{topic}/" in trees["."].xpath("//article//a/@href")


def test_about_is_reached_from_every_page(trees: Trees) -> None:
    assert "about" in trees
    for address, tree in trees.items():
        if "checklist" not in address:
            assert [href for href in tree.xpath("//a/@href") if href.rstrip("/").endswith("about") or href == "./"], (
                address
            )
