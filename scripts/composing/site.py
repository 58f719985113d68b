"""Which pages there are: every carrier, every guide that concerns it, every contract behind the guide."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from composing.claims import Claim, Library, company
from composing.compose import compose, key_facts
from composing.procedure import KeyFact, Procedure, Situation
from model.records import Carrier, GuideRef
from model.vocabulary import Applies, Guide, House, Status


@dataclass(frozen=True, slots=True)
class StepsPage:
    """The procedures of one carrier and guide, the main contract first; `company` says who the contract is with."""

    carrier: Carrier
    guide: Guide
    ref: GuideRef
    procedures: tuple[Procedure, ...]
    company: tuple[Claim, ...]

    @property
    def main(self) -> Procedure:
        """The procedure of the main contract."""
        return self.procedures[0]


@dataclass(frozen=True)
class Site:
    """All pages that come from data, in the order of houses, carriers and guides."""

    library: Library

    @cached_property
    def carriers(self) -> tuple[Carrier, ...]:
        """Carriers by house: the house's own brand, those in operation by name, then those that may be gone."""
        order = list(House)

        def place(one: Carrier) -> tuple[int, bool, bool, str, str]:
            gone = one.status != Status.ACTIVE
            return order.index(one.house), one.slug != one.house, gone, one.name.casefold(), one.slug

        return tuple(sorted(self.library.data.carriers.values(), key=place))

    @cached_property
    def steps_pages(self) -> tuple[StepsPage, ...]:
        """One page for every carrier and guide that applies or may apply."""
        return tuple(self._steps_pages())

    def _steps_pages(self) -> Iterator[StepsPage]:
        for carrier in self.carriers:
            for guide in Guide:
                ref = carrier.guides[guide]
                if ref.applies != Applies.NO:
                    procedures = (compose(self.library, carrier, guide, kind) for kind in ref.contracts)
                    named = company(self.library, carrier)[:1]
                    yield StepsPage(carrier, guide, ref, tuple(procedures), named)

    def pages_of(self, carrier: Carrier) -> tuple[StepsPage, ...]:
        """The steps pages of one carrier."""
        return self._by_carrier.get(carrier.slug, ())

    @cached_property
    def _by_carrier(self) -> dict[str, tuple[StepsPage, ...]]:
        """The steps pages by slug: looked up for every page of a carrier."""
        grouped = groupby(self.steps_pages, key=lambda page: page.carrier.slug)
        return {slug: tuple(pages) for slug, pages in grouped}

    def summary(self, carrier: Carrier) -> tuple[KeyFact, ...]:
        """The summary of a carrier: that of its first contract."""
        guide = next((page.guide for page in self.pages_of(carrier)), Guide.SMART_CARD)
        return key_facts(Situation(self.library, carrier, guide, next(iter(carrier.contracts))))
