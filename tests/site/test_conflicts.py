"""Where sources disagree, the site says what it must and never what it must not: conflicts.yml, entry by entry."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from lxml import html

from support import project
from support.conflicts import Conflict, Printed, Shown, findings, printed, table

Trees = dict[str, html.HtmlElement]
CONFLICTS = table(Path(__file__).with_name("conflicts.yml"))
CLAIMS = project.ROOT / "tests" / "claims"


@pytest.fixture(scope="session")
def site(real_site: Path, trees: Trees) -> Printed:
    return printed(real_site, trees, project.inputs().phrases["zh"].group("caveat"))


def named(conflict: Conflict) -> str:
    return conflict.name


@pytest.mark.parametrize("conflict", CONFLICTS, ids=named)
def test_the_site_presents_the_conflict_as_it_must(conflict: Conflict, site: Printed) -> None:
    assert list(findings(conflict, site)) == []


@pytest.mark.parametrize("conflict", CONFLICTS, ids=named)
def test_the_conflict_holds_something(conflict: Conflict) -> None:
    assert conflict.show or conflict.never
    assert conflict.claims or conflict.name == "lycamobile-network"  # both networks come from leads


@pytest.mark.parametrize("conflict", CONFLICTS, ids=named)
def test_the_claims_of_carriers_are_in_their_tables(conflict: Conflict) -> None:
    for owner, claim in (one.split("#") for one in conflict.claims if not one.startswith("_")):
        assert claim in yaml.load((CLAIMS / f"{owner}.yml").read_text(encoding="utf-8"), yaml.BaseLoader), claim


# The check itself, on faults planted in what the site says.


@pytest.mark.parametrize("conflict", CONFLICTS, ids=named)
def test_every_fact_that_is_missing_from_the_data_is_found(conflict: Conflict, site: Printed) -> None:
    for shown in conflict.show:
        facts = {address: caveats for address, caveats in site.facts.items() if address != shown.address}
        assert f"{shown.address} is not in the data" in findings(conflict, replace(site, facts=facts))


@pytest.mark.parametrize("conflict", CONFLICTS, ids=named)
def test_every_page_without_its_fact_is_found(conflict: Conflict, site: Printed) -> None:
    for shown in conflict.show:
        for page in shown.pages:
            pages = {**site.pages, page: html.fromstring("<p>.</p>")}
            assert f"{shown.address} is not on {page}" in findings(conflict, replace(site, pages=pages))


@pytest.mark.parametrize("conflict", CONFLICTS, ids=named)
def test_every_thing_that_must_not_be_printed_is_found(conflict: Conflict, site: Printed) -> None:
    for never in conflict.never:
        path = f"zh/{never.within}/index.html"
        found = list(findings(conflict, replace(site, texts={path: f"。{never.finds}。"})))
        assert any(one.startswith(f"{path} prints {never.pattern}") for one in found), never


@pytest.mark.parametrize("conflict", CONFLICTS, ids=named)
def test_every_address_that_must_be_left_out_is_found(conflict: Conflict, site: Printed) -> None:
    for address in conflict.left_out:
        facts = {**site.facts, address: frozenset[str]()}
        assert f"{address} is published" in findings(conflict, replace(site, facts=facts))


def small(body: str = "", caveats: frozenset[str] = frozenset()) -> Printed:
    """A site of one page that bears the fact a:b."""
    pages = {"p": html.fromstring(f"<div>{body}</div>")}
    return Printed(pages, {}, {"a:b": caveats}, frozenset(), {"conflict": "各处说法不一"})


def conflict_of(shown: Shown) -> Conflict:
    return Conflict("one", (), (shown,), {"p": ("read me",)}, (("a", "subscription.notice"),), (), ())


def test_words_and_caveats_that_are_missing_are_found() -> None:
    shown = Shown("a:b", ("p", "q"), ("ask first",), ("conflict",))
    assert list(findings(conflict_of(shown), small('<p data-fact="a:b">ask</p>'))) == [
        "a:b lacks the caveats ['conflict']",
        "a:b on p does not say ['ask first', '各处说法不一']",
        "a:b is not on q",
        "p does not read “read me”",
        "a does not ask subscription.notice as open",
    ]


def test_one_place_on_the_page_must_say_all_of_it() -> None:
    shown = Shown("a:b", ("p",), ("ask", "first"))
    apart = '<p data-fact="a:b">ask</p><p data-fact="a:b">first</p><p>read me</p>'
    together = '<p data-fact="a:b">-</p><p data-fact="a:b">ask <b>first</b></p><p>read me</p>'
    opened = replace(small(together), open=frozenset({("a", "subscription.notice")}))
    assert "a:b on p does not say ['first']" in findings(conflict_of(shown), small(apart))
    assert list(findings(conflict_of(shown), opened)) == []


def test_a_number_in_a_link_of_a_page_is_read(tmp_path: Path) -> None:
    for name, text in (
        ("api/v1/facts.json", '{"topics": []}'),
        ("zh/index.html", '<a href="tel:+4791505000">Telenor</a>'),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    phone = next(conflict for conflict in CONFLICTS if conflict.name == "telenor-phone")
    found = list(findings(phone, printed(tmp_path, {}, {"old": "旧资料"})))
    assert [one for one in found if one.startswith("zh/index.html prints")]


def test_a_key_the_table_does_not_have_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t.yml").write_text("one: {claims: [], shows: {}}", encoding="utf-8")
    with pytest.raises(ValueError, match="one: unknown keys"):
        table(tmp_path / "t.yml")
