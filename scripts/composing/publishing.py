"""What carriers publish today, by what readers need: judged by their own pages only."""

from collections.abc import Iterator

from composing.channels import Known
from composing.claims import Claim
from composing.site import Site
from model.records import Carrier
from model.vocabulary import ContactKind, Purpose, Rung, Section

# What a carrier can publish, in the order of the page; each has its phrases.
POINTS = ("address", "rule", "bankid", "abroad", "equipment", "esim")
_OWN = frozenset({Rung.OFFICIAL_LIVE, Rung.OFFICIAL_ARCHIVED})
# Ways that have a web address of their own.
_WEB = frozenset({ContactKind.PAGE, ContactKind.FORM, ContactKind.LOGIN})


def published(site: Site) -> dict[str, tuple[Carrier, ...]]:
    """Point -> the carriers in whose own pages it was read, in the order of the site."""
    found = {carrier.slug: set(_points(site, carrier)) for carrier in site.carriers}
    return {point: tuple(one for one in site.carriers if point in found[one.slug]) for point in POINTS}


def _points(site: Site, carrier: Carrier) -> Iterator[str]:
    for contract in carrier.contracts.values():
        ways = [one for one in contract.channels if one.purpose == Purpose.CANCEL and one.url and one.kind in _WEB]
        listed = {
            "address": ways,
            "rule": contract.notice,
            "equipment": contract.get(Section.EQUIPMENT),
            "esim": contract.get(Section.ESIM),
        }
        yield from (point for point, facts in listed.items() if _own(site.library.claims(carrier, *facts)))
    for page in site.pages_of(carrier):
        for procedure in page.procedures:
            rows = (row for row in procedure.key_facts if row.id in POINTS and row.state == Known.YES)
            yield from (row.id for row in rows if _own(row.claims))


def _own(claims: tuple[Claim, ...]) -> bool:
    return any(claim.rung in _OWN for claim in claims)
