"""What a build is made from once data and texts hold no error."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from model.problem import Problem
from settings import Language


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier staging folder, and the carriers whose files have changed since; nothing else has."""

    stage: Path
    changed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Plan:
    """Ready to be built.

    write: writes every text of a staging folder (see pipeline.build_site), taking from an earlier one what is the
    same; epoch: seconds since 1970 that stand for today; warnings: what was found on the way.
    """

    write: Callable[[Path, Before | None], None]
    languages: Sequence[Language]
    epoch: int
    warnings: Sequence[Problem]

    def fill(self, stage: Path, before: Before | None = None) -> Sequence[Language]:
        """Write the staging folder; what `build_site` takes."""
        self.write(stage, before)
        return self.languages
