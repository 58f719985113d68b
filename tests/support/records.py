"""Small records: a source, a fact, a channel, and the carrier that has them."""

from collections.abc import Mapping, Sequence
from datetime import date

from model.records import (
    Carrier,
    Channel,
    Confirmation,
    Contact,
    Contract,
    Data,
    PartialDate,
    Source,
    Topic,
    ValueFact,
)
from model.vocabulary import (
    Audience,
    Caveat,
    ContactKind,
    ContractKind,
    House,
    Need,
    Purpose,
    ReadAs,
    SourceKind,
    Status,
)

TODAY = date(2026, 11, 20)


def source(
    key: str = "terms",
    *,
    kind: SourceKind = SourceKind.OFFICIAL,
    read_as: ReadAs = ReadAs.ARCHIVED_COPY,
    dated: PartialDate = PartialDate(2026, 6, 5),  # noqa: B008 - frozen
    read_on: date | None = None,
) -> Source:
    """A source of this summer."""
    url = f"https://nord.example/{key}"
    return Source(
        key=key, url=url, title=key, publisher="Nord", kind=kind, dated=dated, read_as=read_as, read_on=read_on
    )


def fact(
    *,
    source: tuple[str, ...] = ("terms",),
    confirmed: tuple[Confirmation, ...] = (),
    caveat: tuple[Caveat, ...] = (),
) -> ValueFact:
    """A fact of one value."""
    return ValueFact(id="fact", path="company.0", value="x", source=source, confirmed=confirmed, caveat=caveat)


def channel(
    name: str = "channel",
    *,
    needs: tuple[Need, ...] = (),
    not_needed: tuple[Need, ...] = (),
    kind: ContactKind = ContactKind.CHAT,
    purpose: Purpose = Purpose.CANCEL,
) -> Channel:
    """A way to end a contract."""
    return Channel(
        id=name,
        path="contracts.subscription.channels.0",
        kind=kind,
        purpose=purpose,
        needs=needs,
        not_needed=not_needed,
        source=("terms",),
    )


def carrier_with(
    sources: Sequence[Source], *facts: ValueFact, channels: Sequence[Channel] = (), contacts: Sequence[Contact] = ()
) -> Carrier:
    """A carrier with these sources, facts, channels and contacts."""
    contract = Contract(path="contracts.subscription", channels=tuple(channels))
    return Carrier(
        slug="nord",
        name="Nord",
        country="NO",
        status=Status.ACTIVE,
        audience=Audience.CONSUMER,
        house=House.INDEPENDENT,
        sources={one.key: one for one in sources},
        company=facts,
        contacts=tuple(contacts),
        contracts={ContractKind.SUBSCRIPTION: contract},
    )


def data(*carriers: Carrier, topics: Mapping[str, Topic] | None = None) -> Data:
    """All data: these carriers and topics, no questions."""
    return Data(carriers={carrier.slug: carrier for carrier in carriers}, topics=topics or {}, questions={})
