"""Whatever stands in the files, the reader gives data or problems: it never raises."""

from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.problem import Problem
from support.carriers import FACTS, as_yaml, carrier, merged, read
from support.located import misplaced
from support.plain_data import paths, replaced

TEXT = st.text(max_size=12) | st.sampled_from(
    ["", "unknown", "terms", "phone", "yes", "subscription", "2026-06-05", "2027-01-01", "+4791509000", "law:billing"]
)
NAMES = """
id kind value print source confidence caveat note text zh en nb rule days hours example received ends renews latest
needs applies contracts channels notice binding unknown sources guides aliases shared url dated read_on confirmed on by
result beside slug name about subscription prepaid 4g esim 1 << a.b
"""
FIELDS = st.sampled_from(NAMES.split())
ANY: st.SearchStrategy[Any] = st.recursive(
    TEXT, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS | TEXT, inner, max_size=4), max_leaves=10
)
PLACES: list[tuple[Any, ...]] = [
    (),
    ("sources", "terms"),
    ("contacts", 0),
    ("contracts", "subscription"),
    ("contracts", "subscription", "notice", 0),
    ("guides", "4g"),
]


def checked(root: Path, carriers: dict[str, str | bytes], facts: dict[str, str | bytes]) -> list[Problem]:
    """The problems of these files, sorted and inside them."""
    problems = read(root, carriers, facts)[1]
    assert problems == sorted(problems)
    for problem in problems:
        assert not misplaced(problem, Path(problem.file).read_bytes()), problem
    return problems


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


@given(data=st.data())
@settings(deadline=None, max_examples=200)
def test_carrier_with_anything_anywhere_gives_data_or_problems(root: Path, data: st.DataObject) -> None:
    small = carrier()
    path = data.draw(st.sampled_from(paths(small)))
    whole = replaced(small, path, data.draw(ANY))
    checked(root, {"nord.yml": as_yaml(whole)}, {**FACTS})


@given(place=st.sampled_from(PLACES), change=st.dictionaries(FIELDS, ANY, max_size=4))
@settings(deadline=None, max_examples=100)
def test_carrier_with_anything_added_gives_data_or_problems(
    root: Path, place: tuple[Any, ...], change: dict[str, Any]
) -> None:
    small = carrier()
    whole = replaced(small, place, merged(reduce(getitem, place, small), change))
    checked(root, {"nord.yml": as_yaml(whole)}, {**FACTS})


@given(carriers=st.lists(st.binary(max_size=80) | ANY.map(as_yaml), max_size=2), facts=ANY.map(as_yaml))
@settings(deadline=None, max_examples=100)
def test_folders_with_anything_in_them_give_data_or_problems(
    root: Path, carriers: list[bytes | str], facts: str
) -> None:
    files = {f"c{number}.yml": text for number, text in enumerate(carriers)}
    checked(root, files, {"law.yml": facts, "questions.yml": facts})
