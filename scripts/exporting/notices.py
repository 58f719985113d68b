"""The file licences.txt: the notices of everything that readers receive, ours first."""

from collections.abc import Iterator

from exporting.export import RootFile
from model.shipped import Shipped
from paths import ROOT
from writing import addresses

OWN = ("LICENSE", "LICENSE-DATA")
RULE = "=" * 72


def files(shipped: Shipped) -> Iterator[RootFile]:
    """The file; none for a site whose parts are not recorded."""
    if shipped.parts:
        yield addresses.NOTICES, text(shipped)


def text(shipped: Shipped) -> str:
    """Every notice in full, each under what it belongs to."""
    own = [("Si opp", (ROOT / name).read_text(encoding="utf-8")) for name in OWN]
    others = [(f"{one.name} {one.version} ({one.licence})", one.text) for one in shipped.parts.values()]
    return "\n".join(f"{RULE}\n{name}\n{RULE}\n\n{notice.strip()}\n" for name, notice in [*own, *others])
