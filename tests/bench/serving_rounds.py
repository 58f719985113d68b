"""Save-to-served of ours and of the engines that have a server of their own."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from bench.contenders import ADDRESS, OURS, ROOT, Contender, environment, our_server
from bench.rounds import Size, Work
from bench.saving import Saves, Server, change_fact, free_port, median, saves

ROW = "{:<17}{:>7}{:>9}{:>7}{:>10}{:>9}{:>7}  {}"
TITLES = ("engine", "pages", "start s", "saves", "median s", "CPU s", "ratio", "")
# What `make serve` needs of the project beside its carriers.
FOLDERS = ("docs", "overrides", "scripts")
FILES = ("mkdocs.yml", "LICENSE", "LICENSE-DATA")


def our_saves(work: Work, carriers: Path, pages: int) -> Saves:
    """Saves of the first carrier of a folder, under `make serve` of a copy of the project."""
    folder = work.folder / "served"
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(carriers, folder / "carriers")
    for name in FILES:
        shutil.copy(ROOT / name, folder)
    if (ROOT / ".git").exists():
        # Every plan reads the history of the data, which is only looked at.
        (folder / ".git").symlink_to(ROOT / ".git")
    file = min((folder / "carriers").glob("*.yml"))
    port = free_port()

    def start() -> Server:
        return Server(our_server(folder, port), folder, environment(work.folder), _page(port, file.stem))

    found = saves(Saves(OURS, pages), start, lambda said: change_fact(file, said), work.saves, work.limit)
    shutil.rmtree(folder)
    return found


def other_saves(work: Work, size: Size, one: Contender) -> Saves:
    """Saves of the same page as another engine has it."""
    slug = min((size.folder / "carriers").glob("*.yml")).stem
    place, port = size.place(one), free_port()
    file = next((place / "content" / "zh" / "carriers" / slug).glob("*index.md"))
    text = file.read_text(encoding="utf-8")

    def start() -> Server:
        return Server(one.serve_command(port), place, environment(work.folder), _page(port, slug))

    def save(said: str) -> None:
        file.write_text(f"{text}\n\n{said}\n", encoding="utf-8")

    return saves(Saves(one.name, size.markdown.pages), start, save, work.saves, work.limit)


def _page(port: int, slug: str) -> str:
    return f"http://{ADDRESS}:{port}/zh/carriers/{slug}/"


def saved_to_served(work: Work, size: Size) -> Iterator[Saves]:
    """Ours at the size of the project, then every server at the size given."""
    measures: list[tuple[str, Callable[[], Saves]]] = []
    if work.ours:
        measures.append((f"{OURS}, the project", partial(our_saves, work, ROOT / "carriers", 0)))
        measures.append((OURS, partial(our_saves, work, size.folder / "carriers", size.markdown.pages)))
    measures += ((one.name, partial(other_saves, work, size, one)) for one in work.others if one.serve)
    for name, measure in measures:
        work.tell(f"  server of {name}: at most {work.limit:.0f} s")
        found = measure()
        told = f"first page after {found.start:.1f} s, {len(found.seconds)} saves of {median(found.seconds):.2f} s"
        work.tell(f"  server of {name}: {told} {found.wrong}".rstrip())
        yield found


def serve_rows(found: Sequence[Saves]) -> Iterator[str]:
    """The table; ratios are against ours at the same number of pages."""
    yield ROW.format(*TITLES).rstrip()
    ours = {one.pages: median(one.seconds) for one in found if one.engine == OURS}
    for one in found:
        wall, against = median(one.seconds), ours.get(one.pages, 0)
        ratio = f"{wall / against:.1f}" if wall and against else "-"
        numbers = (f"{one.start:.1f}", len(one.seconds), f"{wall:.2f}", f"{median(one.cpu):.2f}", ratio)
        yield ROW.format(one.engine, one.pages or "project", *numbers, one.wrong).rstrip()
