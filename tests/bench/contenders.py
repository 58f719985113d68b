"""The engines that are compared, each with its own folder of settings in stock/ and the command its manual gives."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.texts import Converter, for_hugo, for_mkdocs, for_pelican, staged_texts, write_content

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parents[1]
STOCK = BENCH / "stock"
PROGRAMS = ROOT / ".venv.engines" / "bin"
# The day all builds take for today, as support.project has it: that module is too large for the process that measures.
EPOCH = 1795132800
OURS, HUGO = "ours", "hugo"
ADDRESS = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Contender:
    """Another engine.

    stock: its folder of settings; build: the command for a site; serve: that for a server, which is followed by
    the address and the port as the last two words; convert: what makes its text of ours; kept: what a build leaves
    for the next one, in the folder of its settings.
    """

    name: str
    stock: str
    build: tuple[str, ...]
    convert: Converter
    serve: tuple[str, ...] = ()
    kept: tuple[str, ...] = ("site",)

    def prepare(self, stage: Path, folder: Path) -> int:
        """Lay settings and text into a folder; the number of pages."""
        shutil.copytree(STOCK / self.stock, folder)
        texts = staged_texts(stage)
        write_content(folder / "content", texts, frozenset(texts), self.convert)
        return len(texts)

    def change(self, old: Path, new: Path, folder: Path) -> int:
        """Write what differs between two staging folders; the number of pages."""
        before, after = staged_texts(old), staged_texts(new)
        changed = {name: text for name, text in after.items() if before.get(name) != text}
        write_content(folder / "content", changed, frozenset(after), self.convert)
        return len(changed)

    def clean(self, folder: Path) -> None:
        """Remove what earlier builds left."""
        for name in self.kept:
            shutil.rmtree(folder / name, ignore_errors=True)

    def build_command(self) -> list[str]:
        """The command for a site, to be run in the prepared folder."""
        return _command(self.build)

    def serve_command(self, port: int) -> list[str]:
        """The command for a server."""
        return [word.format(address=ADDRESS, port=port) for word in _command(self.serve)]


def _command(words: Sequence[str]) -> list[str]:
    return [str(PROGRAMS / words[0]), *words[1:]]


_LISTEN = ("-a", "{address}:{port}")
MKDOCS = ("mkdocs", "build")
OTHERS: tuple[Contender, ...] = (
    # Told outright to follow saves: with click 8.3 and newer it would not.
    Contender("material", "material", MKDOCS, for_mkdocs, ("mkdocs", "serve", "--livereload", *_LISTEN)),
    Contender("material-pruned", "prune", MKDOCS, for_mkdocs),
    Contender(
        "zensical", "material", ("zensical", "build"), for_mkdocs, ("zensical", "serve", *_LISTEN), ("site", ".cache")
    ),
    Contender("pelican", "pelican", ("pelican", "--settings", "pelicanconf.py"), for_pelican, (), ("site", "cache")),
    Contender(
        HUGO, "hugo", ("hugo",), for_hugo, ("hugo", "server", "--bind", "{address}", "--port", "{port}"),
        ("site", "resources"),
    ),
)  # fmt: skip


def environment(temporary: Path, environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """What every command is given: the same day, no banner, our own modules, and one place for temporary files."""
    return {
        **environ,
        "NO_MKDOCS_2_WARNING": "1",
        # Empty is unset: Python keeps what it compiled, ours as that of installed engines.
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPATH": os.pathsep.join(str(ROOT / name) for name in ("scripts", "tests")),
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": str(EPOCH),
        "TMPDIR": str(temporary),
    }


def our_build(folder: Path, languages: str) -> list[str]:
    """The whole build of ours from folder/carriers to folder/site, which says what its stages took."""
    return [sys.executable, "-m", "bench.measure", str(folder / "carriers"), str(folder / "site"), languages]


def our_server(folder: Path, port: int) -> list[str]:
    """`make serve` of a copy of the project."""
    return [sys.executable, str(folder / "scripts" / "build.py"), "serve", "--port", str(port)]
