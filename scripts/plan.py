"""What a build is made from once data and texts hold no error: every text of the staging folder, in memory."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.settings import Language
from model.problem import Problem


@dataclass(frozen=True, slots=True)
class Plan:
    """Ready to be built.

    texts: what the staging folder holds, by path there (see pipeline.build_site); epoch: seconds since 1970
    that stand for today; warnings: what was found on the way.
    """

    texts: Mapping[str, str]
    languages: Sequence[Language]
    epoch: int
    warnings: Sequence[Problem]

    def fill(self, stage: Path) -> Sequence[Language]:
        """Write the staging folder; what `build_site` takes."""
        write_texts(stage, self.texts.items())
        return self.languages


def write_texts(folder: Path, texts: Iterable[tuple[str, str]]) -> None:
    """Write texts below a folder."""
    for name, text in texts:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
