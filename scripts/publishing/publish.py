"""Publishes a build, and leads back to the one before; `current` always names one whole release.

Order: copy, read back, add assets, write the switch down, switch, delete. A process that is killed anywhere leaves
`current` as it was or as it was to be, and the next publish clears what it left.
"""

from pathlib import Path

from publishing.history import PUBLISH, ROLLBACK, Switch, kept, line, next_stamp, read_history, write_history
from publishing.place import Place, opened
from publishing.problem import PublishError
from publishing.releases import add_assets, add_release, prune
from publishing.sums import check, release_name


def publish(site: Path, dest: Path) -> str:
    """Publish the build in the folder site to the folder dest; what to say of it. PublishError leaves all as it was."""
    check(site)
    name = release_name(site)
    with opened(dest, new=True) as place:
        switches = read_history(place.history, place.shown())
        stamp = next_stamp(switches)
        prune(place, kept(switches, place.here()))
        add_release(site, place, name, stamp)
        add_assets(place.releases / name, place)
        if place.shown() == name:
            return f"{short(name)} is current already"
        _switch(place, [*switches, Switch(stamp, PUBLISH, name)])
    return f"published {short(name)}"


def rollback(dest: Path) -> str:
    """Show the release before the current one again; what to say of it. PublishError leaves all as it was."""
    with opened(dest, new=False) as place:
        switches = read_history(place.history, place.shown())
        [target] = line(switches)[-2:-1] or [""]
        if target not in place.here():
            raise PublishError(f"{dest}: no release before the current one is kept")
        check(place.releases / target)
        add_assets(place.releases / target, place)
        _switch(place, [*switches, Switch(next_stamp(switches), ROLLBACK, target)])
    return f"back to {short(target)}"


def short(name: str) -> str:
    """The beginning of a release's name, for people."""
    return name[:12]


def _switch(place: Place, switches: list[Switch]) -> None:
    write_history(place.history, switches)
    place.show(switches[-1].release)
    prune(place, kept(switches, place.here()))
