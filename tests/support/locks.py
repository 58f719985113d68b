"""The locks in requirements/ and of npm: what stands in them, and every line that a lock must not hold."""

import json
import re
from collections.abc import Iterator

PIN = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)==([0-9][0-9A-Za-z.+!]*)(?: ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
NEED = re.compile(r"    # +(?:via )?(?P<who>(?:-[rc] )?[a-z0-9.-]+)")
WANTED = re.compile(r"^(?:-r (?P<file>\S+)|(?P<name>[A-Za-z0-9._-]+))", re.MULTILINE)
EXACT = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+(?:[-+][0-9A-Za-z.-]+)?")
INTEGRITY = re.compile(r"sha512-[A-Za-z0-9+/]{86}==")
ADDRESS = re.compile(r"https?:|git\+|file:|//")
# The root of an npm lock says what is asked for.
ROOT = ""


def pins(lock: str) -> dict[str, set[str]]:
    """Package -> versions; more than one where the Python in use decides."""
    found: dict[str, set[str]] = {}
    for match in filter(None, map(PIN.fullmatch, lock.splitlines())):
        found.setdefault(match[1], set()).add(match[2])
    return found


def line_faults(lock: str) -> Iterator[str]:
    """Lines that are no exact version, no hash and no reason, and packages without a hash."""
    package, hashed = "", True
    for line in lock.splitlines():
        pin = PIN.fullmatch(line)
        if pin:
            if not hashed:
                yield f"no hash: {package}"
            package, hashed = pin[1], False
        elif HASH.fullmatch(line):
            hashed = True
        elif not (line == "    # via" or NEED.fullmatch(line)) or ADDRESS.search(line):
            yield f"no line of a lock: {line.strip()}"
    if not hashed:
        yield f"no hash: {package}"


def needs(lock: str) -> dict[str, set[str]]:
    """Package -> who needs it: other packages, and "-r site.in" for what is asked for by hand."""
    found: dict[str, set[str]] = {}
    package = ""
    for line in lock.splitlines():
        pin, need = PIN.fullmatch(line), NEED.fullmatch(line)
        if pin:
            package = pin[1]
            found.setdefault(package, set())
        elif need and need["who"] != "via":
            found[package].add(need["who"])
    return found


def asked(text: str) -> set[str]:
    """The packages that an .in file names, as locks write them."""
    return {re.sub(r"[._]", "-", match["name"]).lower() for match in WANTED.finditer(text) if match["name"]}


def need_faults(lock: str, wanted: str, name: str) -> Iterator[str]:
    """Packages that nobody needs, and needs that are not there; wanted: the text of the .in file of that name."""
    found, by_hand = needs(lock), asked(wanted)
    for package, who in found.items():
        if not who:
            yield f"nobody needs {package}"
        if (f"-r {name}" in who) != (package in by_hand):
            yield f"{name} and the lock differ on {package}"
        yield from (f"not in the lock: {one}, which needs {package}" for one in who - {f"-r {name}"} - found.keys())
    yield from (f"not in the lock: {package}" for package in by_hand - found.keys())


def npm_faults(lock: str) -> Iterator[str]:
    """Packages of an npm lock without exact version or hash, and everything that is an address."""
    for name, package in json.loads(lock)["packages"].items():
        if name == ROOT:
            loose = [one for one, version in package["devDependencies"].items() if not EXACT.fullmatch(version)]
            yield from (f"no exact version: {one}" for one in loose)
            continue
        if not EXACT.fullmatch(package.get("version", "")):
            yield f"no exact version: {name}"
        if not INTEGRITY.fullmatch(package.get("integrity", "")):
            yield f"no hash: {name}"
        yield from (f"address: {name} {field}" for field in ("resolved", "link", "funding") if field in package)
    # A hash may hold two slashes, an address has a scheme before them.
    yield from (f"address: {found}" for found in re.findall(r"[a-z+]+://[^\"]+", lock))
