"""Which releases have been current, in which order: a file with one line a switch.

File times cannot say it: equal files are shared by releases, and a rollback touches none.
"""

import os
import time
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from publishing.problem import PublishError

KEPT = 5
# More than any five releases need; older switches are forgotten.
_LINES = 1000
PUBLISH, ROLLBACK = "publish", "rollback"


class Switch(NamedTuple):
    """One time that `current` was pointed elsewhere: seconds since 1970, how, and at which release."""

    stamp: int
    how: str
    release: str


def read_history(file: Path, current: str) -> list[Switch]:
    """The switches that happened; current: the release that is shown, "" for none.

    A switch is written down before it is made. So where the last one leads elsewhere than to the current release, it
    was never made; and where that is not it either, somebody has pointed `current` by hand, or removed it.
    """
    switches = [_switch(file, line) for line in _text(file).splitlines()]
    for likely in (switches, switches[:-1]):
        if shown(likely) == current:
            return likely
    return [*switches, Switch(next_stamp(switches), PUBLISH, current)] if current else switches


def write_history(file: Path, switches: Sequence[Switch]) -> None:
    """Write the file in one move."""
    text = "".join(f"{switch.stamp} {switch.how} {switch.release}\n" for switch in switches[-_LINES:])
    fresh = file.with_name(f"{file.name}.new")
    with fresh.open("w", encoding="utf-8", newline="\n") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(file)


def next_stamp(switches: Sequence[Switch]) -> int:
    """The time of a switch that comes now: later than all before, whatever the clock says.

    Servers tell readers that a file is unchanged by its time and size alone, so no two releases may share a second.
    """
    return max([int(time.time()), *(switch.stamp + 1 for switch in switches)])


def line(switches: Sequence[Switch]) -> list[str]:
    """The releases that rollbacks lead through, the current one last: what was rolled back is not among them."""
    found: list[str] = []
    for switch in switches:
        if switch.how == PUBLISH:
            found.append(switch.release)
        else:
            del found[-1:]
    return found


def shown(switches: Sequence[Switch]) -> str:
    """The release that the last switch shows, "" for none."""
    return switches[-1].release if switches else ""


def kept(switches: Sequence[Switch], here: Collection[str]) -> set[str]:
    """The releases here that stay, five in all: the current one, the two that rollbacks lead to, then the last shown.

    Two, so that after a rollback there still is one before the current.
    """
    newest = [shown(switches), *line(switches)[:-4:-1], *(switch.release for switch in reversed(switches))]
    return set([release for release in dict.fromkeys(newest) if release in here][:KEPT])


def _switch(file: Path, text: str) -> Switch:
    stamp, _, rest = text.partition(" ")
    how, _, release = rest.partition(" ")
    if not stamp.isdecimal() or how not in (PUBLISH, ROLLBACK) or not release:
        raise PublishError(f"{file}: not a line of this file: {text!r}")
    return Switch(int(stamp), how, release)


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""
