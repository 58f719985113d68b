"""The pages on the state of the data, on reporting and for carriers, in each language as they are written."""

import re
from pathlib import Path

import pytest

from composing.attention import standings, to_read_live
from composing.published import POINTS, published
from support import project
from support.carriers import CARRIER, changed
from support.planted import planted
from writing import about_pages, status_page
from writing.about_pages import LINES, Reach
from writing.behind import Behind
from writing.facts import Speaker

LANGUAGES = ["zh", "zh-hant", "en", "nb"]
ROWS = re.compile(r'<tr><th scope="row">(?:<a href="[./]*carriers/([\w-]+)/">)?')


def speaker(language: str = "en") -> Speaker:
    return Speaker(project.inputs().phrases[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_carrier_has_its_row_in_the_order_of_need(language: str) -> None:
    text = project.staged()[language]["about/status/"]
    assert [slug for slug in ROWS.findall(text) if slug] == [one.owner for one in standings(project.site())]
    facts = re.findall(r'data-fact="([\w:-]+)"', text)
    waiting = [claim.address for claim in to_read_live(project.site())]
    assert list(dict.fromkeys(fact for fact in facts if fact in waiting)) == waiting


def test_planted_age_conflict_and_confirmation_show(tmp_path: Path) -> None:
    old = changed("dated: 2026-06-05", "dated: 2020")
    line = "        caveat: [conflict]\n        confirmed: [{on: 2026-11-02, by: live, result: same}]\n"
    notice = "        example: {received: 2026-06-10, ends: 2026-07-31}\n"
    site = planted(tmp_path, nord=changed(notice, notice + line, old))
    _, text = status_page.page(speaker(), site, [], Behind({"about.md": 2}, 1))
    cells = re.findall(r'<td data-label="[^"]+"><p>(.*?)</p></td>', text)[:7]
    kinds = "Company site, checked: 1, Company site, archived: 4"
    assert cells == ["5", "4", "1", "1", kinds, "2020-01-01", "2026-11-02"]
    assert "caught up with the Chinese original: 3." in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_reports_name_every_line(language: str) -> None:
    text = project.staged()[language]["about/correct/"]
    assert tuple(re.findall(r'data-line="(\w+)"', text)) == LINES
    assert "data-repository" not in text
    assert "data-contact" not in text


def test_reports_go_where_the_settings_say() -> None:
    reach = Reach("https://git.example/si-opp/", "post@si.example")
    _, text = about_pages.correct(speaker(), [], reach)
    assert 'data-repository="https://git.example/si-opp" data-contact="post@si.example"' in text
    assert 'href="https://git.example/si-opp/issues/new/choose"' in text
    assert 'href="mailto:post@si.example"' in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_carriers_read_who_says_what_with_its_source(language: str) -> None:
    text = project.staged()[language]["about/for-carriers/"]
    assert re.findall(r"\{: #(\w+) \}", text)[1:-1] == list(POINTS)
    said = published(project.site())
    facts = [claim.address for who in said.values() for _, claims in who for claim in claims]
    assert [fact for fact in re.findall(r'data-fact="([\w:-]+)"', text) if fact in facts] == facts
    assert len(facts) > 10


@pytest.mark.parametrize(
    ("old", "new", "who"),
    [
        ("", "", 1),
        ("kind: official", "kind: third-party", 0),
        ("rule: end-of-next-month", "rule: end-of-next-month\n        caveat: [derived]", 0),
    ],
)
def test_only_a_carriers_own_words_count(tmp_path: Path, old: str, new: str, who: int) -> None:
    text = changed(old, new) if old else CARRIER
    assert len(published(planted(tmp_path, nord=text))["rule"]) == who


def test_the_note_stands_on_top() -> None:
    pages = project.written()
    never, home = (project.inputs().phrases["zh"].say(f"age.{key}") for key in ("never", "never_home"))
    assert home in pages[""]
    for address in ("carriers/telenor/", "carriers/telenor/esim/"):
        text = pages[address]
        assert text.index(never) < text.index('class="key-facts"')
