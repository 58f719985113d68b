"""From evidence to what a page may say: the trust rung, the checked date, the age."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composing.claims import AGE_LIMIT, Claim, Library, MissingShared, rung_of
from model.records import Confirmation, PartialDate, Source, TextFact, Topic, ValueFact
from model.vocabulary import Caveat, CheckResult, ReadAs, Rung, SourceKind
from model.words import Text
from support.records import TODAY, carrier_with, data, fact, source

OFFICIAL = {Rung.OFFICIAL_LIVE, Rung.OFFICIAL_ARCHIVED}
# What speaks in a source, and the rung of its reading live, in an archived copy, in a mirror of the law.
RUNGS: dict[SourceKind, tuple[Rung, Rung, Rung]] = {
    SourceKind.LAW: (Rung.LAW, Rung.LAW, Rung.LAW),
    SourceKind.REGULATOR: (Rung.LAW, Rung.LAW, Rung.LAW),
    SourceKind.OFFICIAL: (Rung.OFFICIAL_LIVE, Rung.OFFICIAL_ARCHIVED, Rung.OFFICIAL_ARCHIVED),
    SourceKind.PUBLIC_BODY: (Rung.GUIDANCE, Rung.GUIDANCE, Rung.GUIDANCE),
    SourceKind.PRESS: (Rung.THIRD_PARTY, Rung.THIRD_PARTY, Rung.THIRD_PARTY),
    SourceKind.THIRD_PARTY: (Rung.THIRD_PARTY, Rung.THIRD_PARTY, Rung.THIRD_PARTY),
}
READINGS = (ReadAs.LIVE, ReadAs.ARCHIVED_COPY, ReadAs.MIRROR_OF_LAW)
SAME, CHANGED, NOT_LOOKED = CheckResult.SAME, CheckResult.CHANGED, CheckResult.COULD_NOT_LOOK


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def dated(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def looked(days: int, result: CheckResult, by: ReadAs = ReadAs.LIVE) -> Confirmation:
    return Confirmation(on=days_ago(days), by=by, result=result)


def claim(sources: Sequence[Source], *confirmed: Confirmation, caveat: tuple[Caveat, ...] = ()) -> Claim:
    """The claim of one fact that rests on these sources."""
    one = fact(source=tuple(source.key for source in sources), confirmed=confirmed, caveat=caveat)
    carrier = carrier_with(sources, one)
    return Library(data(carrier), TODAY).claim(carrier, one)


@pytest.mark.parametrize(
    ("kind", "read_as", "rung"),
    [(kind, reading, rung) for kind, rungs in RUNGS.items() for reading, rung in zip(READINGS, rungs, strict=True)],
)
def test_rung_follows_from_who_speaks_and_how_it_was_read(kind: SourceKind, read_as: ReadAs, rung: Rung) -> None:
    assert rung_of(source(kind=kind, read_as=read_as)) == rung


def test_every_kind_and_every_reading_is_in_that_table() -> None:
    assert (set(RUNGS), set(READINGS)) == (set(SourceKind), set(ReadAs))


@pytest.mark.parametrize("kind", SourceKind)
def test_confirmed_live_is_as_good_as_read_live(kind: SourceKind) -> None:
    archived = source(kind=kind, read_as=ReadAs.ARCHIVED_COPY)
    assert rung_of(archived, confirmed_live=True) == rung_of(source(kind=kind, read_as=ReadAs.LIVE))


def test_rungs_stand_from_strongest_to_weakest() -> None:
    words = ["law", "official-live", "official-archived", "guidance", "third-party", "unknown"]
    assert [rung.value for rung in Rung] == words


@pytest.mark.parametrize(
    ("confirmed", "rung", "checked"),
    [
        ([], Rung.OFFICIAL_ARCHIVED, None),
        ([looked(3, SAME)], Rung.OFFICIAL_LIVE, days_ago(3)),
        ([looked(3, CHANGED)], Rung.OFFICIAL_ARCHIVED, None),
        ([looked(3, NOT_LOOKED)], Rung.OFFICIAL_ARCHIVED, None),
        ([looked(9, SAME), looked(3, NOT_LOOKED)], Rung.OFFICIAL_LIVE, days_ago(9)),
        ([looked(3, SAME), looked(9, SAME)], Rung.OFFICIAL_LIVE, days_ago(3)),
        ([looked(3, SAME, ReadAs.ARCHIVED_COPY)], Rung.OFFICIAL_ARCHIVED, days_ago(3)),
        ([looked(3, SAME, ReadAs.ARCHIVED_COPY), looked(9, SAME)], Rung.OFFICIAL_LIVE, days_ago(3)),
        ([looked(9, SAME), looked(3, CHANGED)], Rung.OFFICIAL_ARCHIVED, None),
        ([looked(3, CHANGED), looked(9, SAME)], Rung.OFFICIAL_ARCHIVED, None),
        ([looked(9, SAME), looked(6, CHANGED), looked(3, SAME)], Rung.OFFICIAL_LIVE, days_ago(3)),
        (
            [looked(9, SAME), looked(6, CHANGED), looked(3, SAME, ReadAs.ARCHIVED_COPY)],
            Rung.OFFICIAL_ARCHIVED,
            days_ago(3),
        ),
        ([looked(3, SAME), looked(3, CHANGED)], Rung.OFFICIAL_ARCHIVED, None),
        ([looked(3, CHANGED), looked(3, SAME)], Rung.OFFICIAL_LIVE, days_ago(3)),
    ],
)
def test_only_the_result_same_moves_rung_and_checked_date(
    confirmed: list[Confirmation], rung: Rung, checked: date | None
) -> None:
    found = claim([source()], *confirmed)
    assert (found.rung, found.checked) == (rung, checked)


def test_reading_a_source_live_is_not_checking_the_fact() -> None:
    found = claim([source(read_as=ReadAs.LIVE, read_on=days_ago(1))])
    assert (found.rung, found.checked) == (Rung.OFFICIAL_LIVE, None)


@pytest.mark.parametrize(
    ("when", "stale"),
    [
        (PartialDate(), True),
        (dated(days_ago(0)), False),
        (dated(days_ago(365)), False),
        (dated(days_ago(366)), True),
        (PartialDate(TODAY.year), False),
        (PartialDate(TODAY.year - 1), True),
        (PartialDate(TODAY.year - 1, TODAY.month), True),
        (PartialDate(TODAY.year - 1, TODAY.month + 1), False),
    ],
)
def test_age_counts_from_the_date_of_the_source(when: PartialDate, stale: bool) -> None:
    assert claim([source(dated=when)]).stale is stale


def test_limit_of_age_is_a_year() -> None:
    assert timedelta(days=365) == AGE_LIMIT


@pytest.mark.parametrize(
    ("confirmed", "stale"),
    [
        ([looked(365, SAME)], False),
        ([looked(366, SAME)], True),
        ([looked(3, CHANGED)], True),
        ([looked(3, NOT_LOOKED)], True),
        ([looked(366, SAME), looked(3, NOT_LOOKED)], True),
    ],
)
def test_looking_again_makes_an_old_fact_fresh_only_if_it_is_the_same(
    confirmed: list[Confirmation], stale: bool
) -> None:
    assert claim([source(dated=PartialDate())], *confirmed).stale is stale


@pytest.mark.parametrize(
    ("read", "confirmed", "stale"),
    [
        (10, [looked(3, CHANGED)], True),
        (10, [looked(5, SAME), looked(3, CHANGED)], True),
        (10, [looked(3, CHANGED), looked(2, SAME)], False),
        (3, [looked(3, CHANGED)], False),
        (10, [looked(20, CHANGED)], False),
    ],
)
def test_what_was_found_changed_is_outdated_until_something_newer_says_it(
    read: int, confirmed: list[Confirmation], stale: bool
) -> None:
    assert claim([source(dated=dated(days_ago(read)))], *confirmed).stale is stale


def test_a_page_read_live_is_as_old_as_its_reading() -> None:
    assert not claim([source(dated=PartialDate(), read_as=ReadAs.LIVE, read_on=days_ago(365))]).stale
    assert claim([source(dated=PartialDate(), read_as=ReadAs.LIVE, read_on=days_ago(366))]).stale


@pytest.mark.parametrize(
    ("kinds", "rung"),
    [
        ((SourceKind.THIRD_PARTY, SourceKind.OFFICIAL), Rung.OFFICIAL_ARCHIVED),
        ((SourceKind.OFFICIAL, SourceKind.LAW), Rung.LAW),
        ((SourceKind.PRESS, SourceKind.PUBLIC_BODY), Rung.GUIDANCE),
        ((SourceKind.PRESS, SourceKind.THIRD_PARTY), Rung.THIRD_PARTY),
        ((SourceKind.THIRD_PARTY, SourceKind.PUBLIC_BODY, SourceKind.OFFICIAL), Rung.OFFICIAL_ARCHIVED),
    ],
)
def test_of_several_sources_the_strongest_counts(kinds: tuple[SourceKind, ...], rung: Rung) -> None:
    sources = [source(key=f"s{number}", kind=kind) for number, kind in enumerate(kinds)]
    assert claim(sources).rung == claim(sources[::-1]).rung == rung


def test_a_third_party_read_live_does_not_lift_an_official_copy() -> None:
    live = source(key="review", kind=SourceKind.THIRD_PARTY, read_as=ReadAs.LIVE, read_on=TODAY)
    assert claim([source(), live]).rung == Rung.OFFICIAL_ARCHIVED


def test_of_several_sources_the_newest_date_counts() -> None:
    old, new = source(key="old", dated=dated(days_ago(900))), source(key="new", dated=dated(days_ago(10)))
    assert [claim(sources).stale for sources in ([old], [new], [old, new])] == [True, False, False]
    assert not claim([source(key="undated", dated=PartialDate()), new]).stale


def test_fact_without_source_is_on_the_lowest_rung_and_stale() -> None:
    found = claim([])
    assert (found.rung, found.stale, found.checked, found.sources) == (Rung.UNKNOWN, True, None, ())


@given(
    kinds=st.lists(st.sampled_from([SourceKind.PRESS, SourceKind.THIRD_PARTY]), min_size=1, max_size=3),
    read_as=st.sampled_from(ReadAs),
    results=st.lists(st.tuples(st.sampled_from(ReadAs), st.sampled_from(CheckResult)), max_size=3),
)
@settings(deadline=None)
def test_third_party_is_never_official_and_always_only_expected(
    kinds: list[SourceKind], read_as: ReadAs, results: list[tuple[ReadAs, CheckResult]]
) -> None:
    sources = [source(key=f"s{number}", kind=kind, read_as=read_as) for number, kind in enumerate(kinds)]
    found = claim(sources, *(looked(1, result, by) for by, result in results))
    assert (found.rung, found.expected_only) == (Rung.THIRD_PARTY, True)
    assert found.rung not in OFFICIAL


@pytest.mark.parametrize("kind", sorted(set(SourceKind) - {SourceKind.PRESS, SourceKind.THIRD_PARTY}))
def test_any_better_source_is_more_than_expected(kind: SourceKind) -> None:
    assert not claim([source(key="review", kind=SourceKind.PRESS), source(kind=kind)]).expected_only


@pytest.mark.parametrize("caveat", Caveat)
def test_only_what_was_concluded_is_doubtful(caveat: Caveat) -> None:
    assert claim([source()], caveat=(caveat,)).doubtful is (caveat in (Caveat.INFERRED, Caveat.DERIVED))


def test_claim_of_a_carrier_has_its_address() -> None:
    assert claim([source()]).address == "nord:fact"


def library_with_topics() -> Library:
    text = Text("中", "a", "å")
    facts = (
        TextFact(id="billing", path="facts.0", source=("law",), text=text, beside=("law:binding",)),
        TextFact(id="binding", path="facts.1", source=("law",), text=text),
    )
    sources = {"law": source(key="law", kind=SourceKind.LAW, read_as=ReadAs.MIRROR_OF_LAW)}
    topic = Topic(topic="law", name=text, sources=sources, facts=facts)
    return Library(data(topics={"law": topic}), TODAY)


def test_shared_fact_comes_with_what_must_stand_beside_it() -> None:
    [found] = library_with_topics().shared("law:billing")
    assert (found.address, found.rung, [one.address for one in found.beside]) == (
        "law:billing",
        Rung.LAW,
        ["law:binding"],
    )


def test_own_fact_comes_with_the_shared_fact_beside_it() -> None:
    one = ValueFact(id="fact", path="company.0", value="x", source=("terms",), beside=("law:binding",))
    carrier = carrier_with([source()], one)
    found = library_with_topics().claims(carrier, one, one)
    assert [[claim.address for claim in each.beside] for each in found] == [["law:binding"]] * 2


@pytest.mark.parametrize("address", ["law:gone", "gone:billing", ""])
def test_shared_fact_that_is_not_there_is_missed_by_its_address(address: str) -> None:
    with pytest.raises(MissingShared) as missed:
        library_with_topics().shared("law:binding", address)
    assert missed.value.address == address


@given(st.lists(st.tuples(st.sampled_from(SourceKind), st.sampled_from(ReadAs)), min_size=1, max_size=4))
@settings(deadline=None)
def test_another_source_never_weakens_a_claim(kinds: list[tuple[SourceKind, ReadAs]]) -> None:
    sources = [source(key=f"s{number}", kind=kind, read_as=by) for number, (kind, by) in enumerate(kinds)]
    strength = list(Rung).index
    for one in sources:
        assert strength(claim(sources).rung) <= strength(claim([one]).rung)
