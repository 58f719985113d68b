"""What a reader still has in hand, and which needs of a channel that meets."""

from collections.abc import Set as AbstractSet
from enum import StrEnum

from model.vocabulary import Need


class Have(StrEnum):
    """The questions of the home page, in the order asked; docs/assets/router.js knows the same."""

    BANKID = "bankid"
    SIM = "sim"
    EMAIL = "email"
    CUSTOMER_NUMBER = "customer-number"
    LOGIN = "login"
    SOMEBODY = "somebody"
    IN_NORWAY = "in-norway"


# A passport is what everybody who came to Norway has; the form says that it counts on that.
ASSUMED = frozenset({Need.ID_COPY})
# Being somewhere: only where a carrier is may it ask for that.
PLACES = frozenset({Need.IN_PERSON, Need.IN_NORWAY})
_MEETS = {
    Have.BANKID: Need.BANKID,
    Have.SIM: Need.SIM,
    Have.EMAIL: Need.EMAIL,
    Have.CUSTOMER_NUMBER: Need.CUSTOMER_NUMBER,
    Have.LOGIN: Need.LOGIN,
    Have.IN_NORWAY: Need.IN_NORWAY,
}


def needs_met(haves: AbstractSet[Have], *, norwegian: bool) -> tuple[frozenset[Need], frozenset[Need]]:
    """The needs that a reader meets, and those that may be met: by somebody with a power of attorney, or elsewhere.

    norwegian: whether the carrier is in Norway; where the shop of another one is, the reader was not asked.
    """
    has = ASSUMED | {_MEETS[have] for have in haves if have in _MEETS}
    maybe: frozenset[Need] = frozenset()
    if not norwegian:
        maybe = frozenset({Need.IN_PERSON})
    elif Have.IN_NORWAY in haves:
        has |= PLACES
    elif Have.SOMEBODY in haves:
        maybe = PLACES
    return has, maybe - has
