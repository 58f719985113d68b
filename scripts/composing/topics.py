"""The pages on what holds for every carrier, their order, which step leads to which, and whom each concerns."""

from collections.abc import Iterator

from composing.procedure import Step
from composing.site import Site, StepsPage
from model.records import Carrier

# Whose the card is comes first, then situations, then the things in the hand, then rights and words.
TOPICS = (
    "which-carrier",
    "leaving-norway",
    "without-bankid",
    "keep-your-number",
    "still-billed",
    "withdrawal",
    "lost-sim",
    "resold-card",
    "death",
    "sim-card",
    "esim",
    "equipment",
    "rights",
    "complaints",
    "myths",
    "glossary",
    "phrases",
    "proof-sheet",
)
# The topic that tells more about a step.
TOPIC_OF = {
    "keep-number": "keep-your-number",
    "downgrade": "keep-your-number",
    "pause": "keep-your-number",
    "pause-unknown": "keep-your-number",
    "move-logins": "leaving-norway",
    "identity": "without-bankid",
    "binding": "rights",
    "rule-unknown": "rights",
    "withdrawal": "withdrawal",
    "abroad": "without-bankid",
    "delete-esim": "esim",
    "destroy-sim": "sim-card",
    "equipment": "equipment",
    "equipment-unknown": "equipment",
    "privacy": "rights",
    "refused-bankid": "without-bankid",
    "one-way-only": "rights",
    "still-billed": "still-billed",
    "complain": "complaints",
    "scams": "resold-card",
    "standing-payments": "leaving-norway",
}
# Steps that lead to no topic, yet show that a carrier has something to say on it.
SPEAKS_ON = TOPIC_OF | {
    "not-blocking": "lost-sim",
    "not-deleting-esim": "esim",
    "not-moving-abroad": "leaving-norway",
    "not-porting": "keep-your-number",
    "not-throwing-away": "sim-card",
    "not-asking-privacy": "rights",
    "refund": "rights",
    "balance": "rights",
}
# What everybody says something on, or nobody: a list of carriers would tell nothing there.
UNLISTED = frozenset({"myths", "glossary", "phrases", "proof-sheet"})


def carriers_by_topic(site: Site) -> dict[str, tuple[Carrier, ...]]:
    """Topic -> the carriers that have facts of their own on it, in the order of the site."""
    found: dict[str, dict[str, Carrier]] = {}
    for page in site.steps_pages:
        for step in _steps(page):
            if step.id in SPEAKS_ON and any(claim.owner == page.carrier.slug for claim in step.claims):
                found.setdefault(SPEAKS_ON[step.id], {})[page.carrier.slug] = page.carrier
    return {topic: tuple(carriers.values()) for topic, carriers in found.items()}


def _steps(page: StepsPage) -> Iterator[Step]:
    for procedure in page.procedures:
        for phase in procedure.phases:
            yield from phase.steps
