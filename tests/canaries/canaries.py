"""Whether other engines build the same site from the same staging folder: `make canaries`.

Exit code 1 where ProperDocs' files are not equal byte for byte, before or after the build's last stages; or where
Zensical leaves out a page, or a page of its has another title or main text; or where one of them fails.
Both run a second time without Material's theme, over pages without their HTML blocks, as the build does it:
ProperDocs' finished site must have the same checksums, Zensical's must pass the build's checks and say the same.
README.md says what differs, and what each would take.
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from canaries.compare import Compared, byte_differences, compared, shortened
from canaries.engines import OURS, PROPERDOCS, ZENSICAL, Staged, folder_of, run_engine, stage_site
from canaries.finish import breaks, finished, rules, site_of
from engine.blocks import LostBlock
from engine.run import EngineError
from finishing.problem import SiteProblems
from finishing.tidy import TidyError
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
        except (EngineError, LostBlock, TidyError) as error:
            print(error)
        except SiteProblems as error:
            print(*rules(str(error).splitlines()), sep="\n")
        return 1


def _fly(work: Path) -> bool:
    """Whether there is a difference that must not be."""
    staged = stage_site(work, filler(SETTINGS), SETTINGS)
    for engine in (OURS, PROPERDOCS, ZENSICAL):
        _build(engine, staged)
    sums = finished(OURS, staged)
    wrong = [*_properdocs(staged, sums), *_zensical(staged)]
    for engine in (PROPERDOCS, ZENSICAL):
        _build(engine, staged, theme=False)
    wrong += [*_properdocs_without_theme(staged, sums), *_zensical_without_theme(staged)]
    return bool(wrong)


def _build(engine: str, staged: Staged, *, theme: bool = True) -> None:
    seconds = run_engine(engine, staged, theme=theme)
    folder = folder_of(engine, theme=theme)
    pages = sum(1 for _ in (staged.work / folder).rglob("*.html"))
    print(f"{folder}: {pages} pages, {seconds:.1f} CPU s", flush=True)


def _properdocs(staged: Staged, sums: str) -> list[str]:
    """What must not differ, as built and as finished; sums: the checksums of our own site."""
    wrong = byte_differences(tree(staged.work / OURS), tree(staged.work / PROPERDOCS))
    _print(f"{PROPERDOCS}: files that differ", wrong)
    lines = _changed(sums, finished(PROPERDOCS, staged))
    _print(f"{PROPERDOCS}: finished and verified, lines of SHA256SUMS that differ", lines)
    return wrong + lines


def _zensical(staged: Staged) -> list[str]:
    """What must not differ; of the rest a summary."""
    found = compared(tree(staged.work / OURS), tree(staged.work / ZENSICAL))
    _summary(f"{ZENSICAL}: ", found)
    _print(f"{ZENSICAL}: what stops the last stages (no failure)", breaks(ZENSICAL, staged))
    return found.said


def _properdocs_without_theme(staged: Staged, sums: str) -> list[str]:
    """What must not differ in the finished site."""
    folder = folder_of(PROPERDOCS, theme=False)
    lines = _changed(sums, finished(folder, staged, ()))
    _print(f"{folder}: finished and verified, lines of SHA256SUMS that differ", lines)
    return lines


def _zensical_without_theme(staged: Staged) -> list[str]:
    """What must not differ in the finished site; of the rest a summary."""
    folder = folder_of(ZENSICAL, theme=False)
    finished(folder, staged, ())
    found = compared(tree(site_of(OURS, staged)), tree(site_of(folder, staged)))
    _summary(f"{folder}: finished and verified, ", found)
    return found.said


def _changed(old: str, new: str) -> list[str]:
    return sorted(set(old.splitlines()) ^ set(new.splitlines()))


def _summary(title: str, found: Compared) -> None:
    frame = [f"{count} {kind}" for kind, count in sorted(found.frame.items(), key=lambda item: (-item[1], item[0]))]
    _print(f"{title}pages, titles and main texts that differ", found.said)
    _print(f"{title}other differences, by kind (no failure)", frame, len(frame))


def _print(title: str, lines: Sequence[str], shown: int = 10) -> None:
    print(f"{title}: {len(lines)}")
    for line in shortened(list(lines), shown):
        print(f"  {line}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
