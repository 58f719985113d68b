"""What carriers publish today, by what readers need: judged by their own pages only."""

from collections.abc import Iterable, Iterator

from composing.claims import Claim
from composing.site import Site
from model.records import Carrier, Fact
from model.vocabulary import Caveat, ContactKind, Purpose, Rung, Section

# What a carrier can publish, in the order of the page; each has its phrases.
POINTS = ("address", "rule", "bankid", "abroad", "equipment", "esim")
_OWN = frozenset({Rung.OFFICIAL_LIVE, Rung.OFFICIAL_ARCHIVED})
# What we concluded or advise, and what was said long ago, nobody publishes today.
_NOT_TODAY = frozenset({Caveat.OLD, Caveat.ADVICE, Caveat.INFERRED, Caveat.DERIVED})
# Ways with a web address that opens without a log-in.
_WEB = frozenset({ContactKind.PAGE, ContactKind.FORM})


def published(site: Site) -> dict[str, list[tuple[Carrier, tuple[Claim, ...]]]]:
    """Point -> the carriers whose own pages say something about it, in the order of the site, with what they say."""
    return {point: list(_who(site, point)) for point in POINTS}


def _who(site: Site, point: str) -> Iterator[tuple[Carrier, tuple[Claim, ...]]]:
    for carrier in site.carriers:
        claims = site.library.claims(carrier, *_facts(carrier, point))
        own = {claim.address: claim for claim in claims if _says_today(claim)}
        if own:
            yield carrier, tuple(own.values())


def _says_today(claim: Claim) -> bool:
    return claim.rung in _OWN and _NOT_TODAY.isdisjoint(claim.fact.caveat)


def _facts(carrier: Carrier, point: str) -> Iterator[Fact]:
    if point == "address":
        # Pages on refunds are contacts too; the id says what a page is for.
        yield from (one for one in carrier.contacts if one.kind == ContactKind.PAGE and "cancel" in one.id)
    for contract in carrier.contracts.values():
        ways = [one for one in contract.channels if one.purpose == Purpose.CANCEL and one.url and one.kind in _WEB]
        found: dict[str, Iterable[Fact]] = {
            "address": ways,
            "rule": contract.notice,
            "bankid": contract.get(Section.IDENTITY),
            "abroad": contract.get(Section.ABROAD),
            "equipment": contract.get(Section.EQUIPMENT),
            "esim": contract.get(Section.ESIM),
        }
        yield from found[point]
