"""Two thousand generated carrier files: each gives located problems, or pages with the tags of the templates alone."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from markupsafe import Markup

from fuzz import by_bytes, by_data, by_text, by_yaml
from fuzz.made import Made, Maker, made
from fuzz.trial import Outcome, tried
from model.problem import Problem
from support import project
from support.located import misplaced
from writing.escape import for_markdown

# Kind -> how its files are made, how many, and how many of them at least are refused and are rendered.
KINDS: dict[str, tuple[Maker, int, int, int]] = {
    "bytes": (by_bytes.changed, 700, 300, 80),
    "yaml": (by_yaml.changed, 720, 400, 0),
    "data": (by_data.changed, 420, 100, 80),
    "text": (by_text.changed, 180, 15, 90),
}
# Fields with hostile text in them that some file must get past the reader, so that a page shows it.
SHOWN = {"zh", "en", "nb", "title", "publisher", "name", "product", "text", "value", "plans", "section", "note", "path"}


@cache
def outcomes(kind: str) -> tuple[Outcome, ...]:
    """What becomes of every file of a kind, in each language in turn."""
    maker, count, _, _ = KINDS[kind]
    return tuple(tried_all(made(kind, count, maker)))


def tried_all(files: Iterable[Made]) -> list[Outcome]:
    languages = list(project.inputs().phrases)
    with TemporaryDirectory() as folder:
        return [tried(one, Path(folder), languages[number % len(languages)]) for number, one in enumerate(files)]


def said(found: Iterable[Outcome]) -> str:
    """Every complaint, each below the file that it is about."""
    return "\n".join(str(one) for one in found if one.complaints)


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_gives_located_problems_or_the_pages_of_the_templates(kind: str) -> None:
    assert said(outcomes(kind)) == ""


def test_two_thousand_files_are_tried_and_no_kind_is_all_refused_or_all_rendered() -> None:
    for kind, (_, count, refused, rendered) in KINDS.items():
        found = [one.refused for one in outcomes(kind)]
        assert len({one.made.content for one in outcomes(kind)}) > count * 0.8, kind
        assert found.count(True) >= refused, kind
        assert found.count(False) >= rendered, kind
    assert sum(len(outcomes(kind)) for kind in KINDS) >= 2000
    assert {one.made.slug for kind in KINDS for one in outcomes(kind)} == {
        path.stem for path in (project.ROOT / "carriers").glob("*.yml")
    }


def test_hostile_text_gets_into_every_free_field() -> None:
    alone = {one.made.done.partition(":")[0] for one in outcomes("text") if not one.refused}
    assert alone >= SHOWN


def few(kind: str) -> list[Made]:
    """Some files of a kind that are rendered when nothing is planted; of hostile texts those that have most."""
    rendered = (one.made for one in outcomes(kind) if not one.refused)
    return list(islice((one for one in rendered if kind != "text" or one.done == by_text.EVERYWHERE), 4))


def broken(*_: object) -> None:
    raise KeyError("broken")


def spin(*_: object) -> None:
    while True:
        pass


@pytest.mark.parametrize(
    ("kind", "place", "fault", "complaint"),
    [
        ("text", "writing.rendering.for_markdown", str, "not in any template"),
        ("text", "writing.rendering.for_markdown", lambda text: for_markdown(text.replace("<", "")), "text is lost"),
        ("text", "writing.norwegian.escape", Markup, "not in any template"),
        ("text", "writing.escape.json.dumps", lambda value, **_: f'"{value}"', "raises"),
        ("data", "writing.facts.for_href", lambda url: f"javascript:{url}", "address of another kind"),
        ("data", "reading.load.run", broken, "raises KeyError('broken')"),
        ("data", "exporting.feeds.for_xml", lambda text: f"{text}<", "raises XMLSyntaxError"),
        ("data", "composing.site.compose", spin, "hangs"),
    ],
)
def test_a_planted_fault_is_seen(
    kind: str, place: str, fault: Callable[..., object], complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = few(kind)
    monkeypatch.setattr(place, fault)
    monkeypatch.setattr("fuzz.trial.SECONDS", 0.5 if fault is spin else 20)
    assert complaint in said(tried_all(files))


@pytest.mark.parametrize(
    ("line", "col", "wrong"), [(2, 3, False), (2, 4, True), (4, 1, True), (0, 1, True), (1, 0, True)]
)
def test_a_place_outside_the_file_is_seen(line: int, col: int, *, wrong: bool) -> None:
    assert misplaced(Problem("a.yml", line, col, "rule", "text", "advice"), "a: b\næø\n".encode()) is wrong


def test_a_problem_of_three_lines_is_seen() -> None:
    assert misplaced(Problem("a.yml", 1, 1, "rule", "te\nxt", "advice"), b"a: b\n")
