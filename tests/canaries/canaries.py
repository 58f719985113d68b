"""Whether other engines build the same site from the same staging folder: `make canaries`.

Exit code 1 where ProperDocs' files are not equal byte for byte, before or after the build's last stages; or where
Zensical leaves out a page, or a page of its has another title or main text; or where one of them fails.
README.md says what differs, and what each would take.
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from canaries.compare import Tree, byte_differences, compared, shortened
from canaries.engines import OURS, PROPERDOCS, ZENSICAL, Staged, run_engine, stage_site
from canaries.finish import breaks, finished, rules
from engine.run import EngineError
from engine.settings import SiteSettings
from finishing.problem import SiteProblems
from finishing.tidy import TidyError
from support.project import filler
from support.small_site import tree

# With addresses, so that every line of a page's head is written.
SETTINGS = SiteSettings("https://example.org/", "https://git.example.org/source/", "post@example.org")


def main() -> int:
    """Build with each engine, print what differs; 1 if anything does that must not."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        try:
            return 1 if _fly(work) else 0
        except (EngineError, TidyError) as error:
            print(error)
        except SiteProblems as error:
            print(*rules(str(error).splitlines()), sep="\n")
        return 1


def _fly(work: Path) -> bool:
    """Whether there is a difference that must not be."""
    staged = stage_site(work, filler(SETTINGS), SETTINGS)
    for engine in (OURS, PROPERDOCS, ZENSICAL):
        seconds = run_engine(engine, staged)
        pages = sum(1 for _ in (work / engine).rglob("*.html"))
        print(f"{engine}: {pages} pages, {seconds:.1f} CPU s", flush=True)
    ours = tree(work / OURS)
    wrong = [*_properdocs(staged, ours), *_zensical(staged, ours)]
    return bool(wrong)


def _properdocs(staged: Staged, ours: Tree) -> list[str]:
    """What must not differ, also once the site is finished."""
    wrong = byte_differences(ours, tree(staged.work / PROPERDOCS))
    _print(f"{PROPERDOCS}: files that differ", wrong)
    old, new = (finished(name, staged) for name in (OURS, PROPERDOCS))
    sums = sorted(set(new.splitlines()) ^ set(old.splitlines()))
    _print(f"{PROPERDOCS}: finished and verified, lines of SHA256SUMS that differ", sums)
    return wrong + sums


def _zensical(staged: Staged, ours: Tree) -> list[str]:
    """What must not differ; of the rest a summary."""
    found = compared(ours, tree(staged.work / ZENSICAL))
    _print(f"{ZENSICAL}: pages, titles and main texts that differ", found.said)
    frame = [f"{count} {kind}" for kind, count in sorted(found.frame.items(), key=lambda item: (-item[1], item[0]))]
    _print(f"{ZENSICAL}: other differences, by kind (no failure)", frame, len(frame))
    _print(f"{ZENSICAL}: what stops the last stages (no failure)", breaks(ZENSICAL, staged))
    return found.said


def _print(title: str, lines: Sequence[str], shown: int = 10) -> None:
    print(f"{title}: {len(lines)}")
    for line in shortened(list(lines), shown):
        print(f"  {line}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
