"""The bench itself: it measures a whole build, and says no where something grows too fast."""

import pytest

from bench.bench import OWN, WHOLE, best, build_measured, verdicts
from bench.measure import BEGINNINGS, Cost, Measured

LITTLE, MUCH = 1.0, 15.0


def measured(pages: int, **changed: float) -> Measured:
    """A build whose stages take a second for ten pages, the engine fifteen, but for what is changed."""
    seconds = {name: (MUCH if name == "engine" else LITTLE) * pages / 10 for name in BEGINNINGS}
    return Measured({name: Cost(cpu, cpu, 50, 60) for name, cpu in {**seconds, **changed}.items()}, pages)


def failing(small: Measured, large: Measured) -> list[str]:
    """What fails, by the first word of what is said."""
    found = {1: best([small]), 4: best([large])}
    return [said.partition(":")[0] for said, fails in verdicts(found) if fails]


def test_every_stage_of_a_build_is_measured() -> None:
    found = build_measured(2, "zh")
    assert list(found.stages) == list(BEGINNINGS)
    assert all(cost.wall > 0 and cost.cpu > 0 and cost.memory > 1 for cost in found.stages.values())
    assert found.pages > 20


def test_the_best_of_several_builds_counts() -> None:
    found = best([measured(10, read=3.0), measured(10, write=2.0)])
    assert found.stages["read"].cpu == found.stages["write"].cpu == LITTLE
    assert found.stages[OWN].cpu == LITTLE * (len(BEGINNINGS) - 1)
    assert found.stages[WHOLE].cpu == found.stages[OWN].cpu + MUCH


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"verify": 4.3}, []),
        ({"read": 0.1}, []),
        ({"finish": 4.4}, []),
        ({"verify": 4.5}, ["verify"]),
        ({"engine": 65.0}, []),
        ({"engine": 75.0}, ["whole"]),
        ({"engine": 35.0}, ["ours"]),
        ({"write": 15.0}, ["write", "ours", "whole", "ours"]),
    ],
)
def test_what_grows_too_fast_fails(changed: dict[str, float], expected: list[str]) -> None:
    assert failing(measured(10), measured(40, **changed)) == expected
