"""Whatever is committed, the changes of a fact make one chain that ends in what the file says now."""

import tempfile
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from history.substance import substance
from history.versions import read_version
from model.history import Change
from reading.schema import CARRIER as SHAPE
from support.carriers import CARRIER, changed
from support.repository import Repository

# What a commit may leave of the file: None is a removed file, the last two cannot be read as a whole or in part.
VERSIONS: tuple[str | None, ...] = (
    CARRIER,
    changed("needs: [login]", "needs: [sim]"),
    changed("print: ", "name: Kundeservice\n    print: "),
    changed("dated: 2026-06-05", "dated: 2026-11"),
    changed("id: notice\n", "id: notice-2026\n"),
    changed("title: Vilkår for mobil", "title: Vilkår"),
    None,
    "slug: [\n",
    changed("needs: [login]", "needs: [magic]"),
)


def before(change: Change) -> object:
    """What counted of the fact before a change, None where it did not exist."""
    return change.before and substance(change.before, change.old_sources)


def after(change: Change) -> object:
    """The same after it."""
    return change.after and substance(change.after, change.sources)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(VERSIONS), min_size=1, max_size=6))
def test_changes_make_a_chain(versions: list[str | None]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(Path(folder))
        there = False
        for text in versions:
            if text is not None or there:
                repository.commit({"carriers/nord.yml": text})
            there = text is not None
        repository.commit({"docs/facts/README": ""})
        history = repository.history()
    for changes in history.changes.values():
        oldest_first = changes[::-1]
        assert [one.number for one in oldest_first] == sorted({one.number for one in changes})
        assert oldest_first[0].before is None
        for one, following in pairwise(oldest_first):
            assert after(one) == before(following)
        for one in changes:
            assert before(one) != after(one)
            assert one.kind == ("added" if one.before is None else "removed" if one.after is None else "changed")
    last = versions[-1]
    found = read_version(SHAPE, last.encode()) if last else None
    for name, held in found.facts.items() if found else ():
        newest = history.changes[f"nord:{name}"][0]
        assert after(newest) == held.substance
    if last is None:
        assert all(changes[0].after is None for changes in history.changes.values())
