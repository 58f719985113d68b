"""Whether other engines build the same site from the same staging folder: `make canaries`.

Exit code 1 where ProperDocs' files are not equal byte for byte, before or after the build's last stages; or where
Zensical leaves out a page, or a page of its has another title or main text; or where one of them, or a stage of the
build after them, fails. Both run twice: over whole pages, and bare: without a theme, over pages without their HTML
blocks, as the build gives them. README.md says what differs, and what each would take.
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from canaries.compare import byte_differences, compared, shortened
from canaries.engines import OURS, PROPERDOCS, ZENSICAL, Staged, folder_of, run_engine, stage_site
from canaries.finish import finished, rules, site_of
from engine.blocks import LostBlock
from engine.run import EngineError
from finishing.problem import SiteProblems
from settings import SiteSettings
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
        except (EngineError, LostBlock) as error:
            print(error)
        except SiteProblems as error:
            print(*rules(str(error).splitlines()), sep="\n")
        return 1


def _fly(work: Path) -> bool:
    """Whether there is a difference that must not be."""
    staged = stage_site(work, filler(SETTINGS), SETTINGS)
    _build(OURS, staged)
    sums = finished(OURS, staged)
    wrong = []
    for bare in (False, True):
        for engine in (PROPERDOCS, ZENSICAL):
            _build(engine, staged, bare=bare)
        wrong += [*_properdocs(staged, sums, bare=bare), *_zensical(staged, bare=bare)]
    return bool(wrong)


def _build(engine: str, staged: Staged, *, bare: bool = False) -> None:
    seconds = run_engine(engine, staged, bare=bare)
    folder = folder_of(engine, bare=bare)
    pages = sum(1 for _ in (staged.work / folder).rglob("*.html"))
    print(f"{folder}: {pages} pages, {seconds:.1f} CPU s", flush=True)


def _properdocs(staged: Staged, sums: str, *, bare: bool) -> list[str]:
    """What must not differ, as built and as finished; sums: the checksums of our own site."""
    folder = folder_of(PROPERDOCS, bare=bare)
    wrong = []
    if not bare:
        # A theme brings files, which the build takes out: without one only what is finished can be equal.
        wrong = byte_differences(tree(staged.work / OURS), tree(staged.work / folder))
        _print(f"{folder}: files that differ", wrong)
    lines = sorted(set(sums.splitlines()) ^ set(finished(folder, staged).splitlines()))
    _print(f"{folder}: finished and verified, lines of SHA256SUMS that differ", lines)
    return wrong + lines


def _zensical(staged: Staged, *, bare: bool) -> list[str]:
    """What must not differ in the finished site; of the rest a summary."""
    folder = folder_of(ZENSICAL, bare=bare)
    finished(folder, staged)
    found = compared(tree(site_of(OURS, staged)), tree(site_of(folder, staged)))
    _print(f"{folder}: finished and verified, pages, titles and main texts that differ", found.said)
    frame = [f"{count} {kind}" for kind, count in sorted(found.frame.items(), key=lambda item: (-item[1], item[0]))]
    _print(f"{folder}: other differences, by kind (no failure)", frame, len(frame))
    return found.said


def _print(title: str, lines: Sequence[str], shown: int = 10) -> None:
    print(f"{title}: {len(lines)}")
    for line in shortened(list(lines), shown):
        print(f"  {line}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
