"""Whether the sources' addresses still answer: python -m looking.links CARRIERS FACTS REFUSING.

Refused is not dead: only an answer that says so, or a host that is gone, counts. No build runs this.
"""

import http.client
import socket
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from model.records import Data
from reading.load import Folders, read_all
from writing.escape import for_href

AGENT = "si-opp-link-check (reads each source once a week)"
TIMEOUT = 20
# Between two requests, so that no host is pressed.
PAUSE = 1.0
GONE = frozenset({404, 410})
Ask = Callable[[str], int]


class Verdict(StrEnum):
    """What an answer says of an address."""

    FINE = "fine"
    DEAD = "dead"
    REFUSED = "refused"
    UNKNOWN = "no answer"
    LISTED = "not asked"


def judged(address: str, refusing: Iterable[str], ask: Ask) -> Verdict:
    """The verdict on an address; ask: gives the status of an answer, or raises as urlopen does."""
    if (urlsplit(address).hostname or "") in refusing:
        return Verdict.LISTED
    try:
        return _of_status(ask(for_href(address)))
    except HTTPError as error:
        return _of_status(error.code)
    except URLError as error:
        # A name that no longer leads anywhere; every other failure may be ours.
        return Verdict.DEAD if isinstance(error.reason, socket.gaierror) else Verdict.UNKNOWN
    except (OSError, http.client.HTTPException, ValueError):
        return Verdict.UNKNOWN


def _of_status(status: int) -> Verdict:
    if status < 400:
        return Verdict.FINE
    if status in GONE:
        return Verdict.DEAD
    return Verdict.UNKNOWN if status >= 500 else Verdict.REFUSED


def linked(data: Data) -> dict[str, list[str]]:
    """Every address that pages link, with the files that name it; addresses in a stable order."""
    found: dict[str, list[str]] = {}
    owners = [(f"carriers/{slug}.yml", one.sources) for slug, one in data.carriers.items()]
    owners += [(f"docs/facts/{name}.yml", one.sources) for name, one in data.topics.items()]
    for file, sources in owners:
        for source in sources.values():
            if source.link:
                found.setdefault(source.url, []).append(file)
    return dict(sorted(found.items()))


def refusing_hosts(text: str) -> dict[str, str]:
    """Host -> reason; ValueError for a host without one."""
    hosts = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            host, _, reason = line.strip().partition(" ")
            if not reason.strip():
                raise ValueError(f"a reason must follow: {host}")
            hosts[host] = reason.strip()
    return hosts


def report(addresses: dict[str, list[str]], refusing: Iterable[str], ask: Ask) -> Iterator[str]:
    """Lines: the dead addresses, those that refused or did not answer, and how many there are of each."""
    verdicts = {address: judged(address, refusing, ask) for address in addresses}
    for verdict in (Verdict.DEAD, Verdict.REFUSED, Verdict.UNKNOWN):
        for address, found in verdicts.items():
            if found == verdict:
                yield f"{verdict}: {address} ({', '.join(addresses[address])})"
    counted = (f"{verdict} {sum(one == verdict for one in verdicts.values())}" for verdict in Verdict)
    yield f"addresses: {len(addresses)} ({', '.join(counted)})"


def _status(address: str) -> int:
    time.sleep(PAUSE)
    request = Request(address, headers={"User-Agent": AGENT})  # noqa: S310 -- http and https only, the checks see to it
    with urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310 -- the same
        return int(answer.status)


def main(arguments: list[str]) -> None:
    """Print the report; never an error for what it finds."""
    carriers, facts, refusing = map(Path, arguments)
    data, _ = read_all(Folders(carriers=carriers, facts=facts), datetime.now(UTC).date())
    hosts = refusing_hosts(refusing.read_text(encoding="utf-8"))
    for line in report(linked(data), hosts, _status):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
