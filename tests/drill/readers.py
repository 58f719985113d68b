"""Readers who look at what they get: each answer is a whole file of the current release, its assets are there."""

import http.client
import random
import re
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256

from drill.answers import ENCODINGS, Answer, address_of, ask

_ASSET = re.compile(rb"assets/([\w.-]+\.(?:css|js))")
# Seconds after which a reader's browser asks for the assets of a page, at most: long enough for a switch in between.
_PATIENCE = 3.0


class Timeline:
    """Which releases could be current when."""

    def __init__(self) -> None:
        self._entries: list[tuple[float, frozenset[str]]] = []

    def now(self, *releases: str) -> None:
        """From now on it is one of these."""
        self._entries.append((time.monotonic(), frozenset(releases)))

    def since(self, start: float) -> frozenset[str]:
        """All that could be current at some time from start until now."""
        entries = list(self._entries)
        before = [releases for at, releases in entries if at <= start][-1:]
        return frozenset().union(*before, *(releases for at, releases in entries if at > start))


@dataclass
class Readers:
    """Several readers at once. releases: by name, the hash of each file; what is wrong is kept as text."""

    port: int
    releases: Mapping[str, Mapping[str, str]]
    timeline: Timeline
    asked: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def reading(self, count: int) -> Iterator[None]:
        """Let them read meanwhile."""
        threads = [threading.Thread(target=self._read, args=(number,)) for number in range(count)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._stop.set()
            for thread in threads:
                thread.join()

    def _read(self, number: int) -> None:
        choose = random.Random(number)  # noqa: S311 -- a choice of pages
        files = pages(next(iter(self.releases.values())))
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        with closing(connection):
            while not self._stop.is_set():
                try:
                    self._visit(connection, choose.choice(files), choose)
                except (OSError, http.client.HTTPException) as error:
                    self.wrong.append(f"no answer: {error!r}")
                    connection.close()

    def _visit(self, connection: http.client.HTTPConnection, file: str, choose: random.Random) -> None:
        """Open a page, ask for its assets a little later, and for the page again."""
        encoding = choose.choice(list(ENCODINGS))
        page, releases = self._page(connection, file, encoding)
        if not releases:
            return
        if choose.random() < 0.5:
            self._stop.wait(choose.uniform(0, _PATIENCE))
        for name in sorted(set(_ASSET.findall(page.content))):
            self._asset(connection, f"assets/{name.decode()}", releases)
        again, current = self._page(connection, file, encoding, **{"If-None-Match": page.headers["etag"]})
        if again.status == http.client.NOT_MODIFIED and not releases & current:
            self.wrong.append(f"{file}: said to be unchanged, but it is not")

    def _page(
        self, connection: http.client.HTTPConnection, file: str, encoding: str, **headers: str
    ) -> tuple[Answer, frozenset[str]]:
        """The answer, and the releases whose file it is; of "not modified", those that could be current."""
        start = time.monotonic()
        answer = ask(connection, address_of(file), encoding, **headers)
        possible = self.timeline.since(start)
        self.asked[f"status {answer.status}"] += 1
        if answer.status == http.client.NOT_MODIFIED and headers:
            return answer, possible
        releases = self._of(answer, file, encoding)
        if answer.status != http.client.OK or not releases & possible:
            self.wrong.append(f"{file}: status {answer.status}, {len(answer.body)} bytes of no current release")
        return answer, releases

    def _asset(self, connection: http.client.HTTPConnection, file: str, releases: frozenset[str]) -> None:
        answer = ask(connection, f"/{file}", "br")
        self.asked["assets"] += 1
        if answer.status != http.client.OK or not self._of(answer, file, "br") & releases:
            self.wrong.append(f"{file}: status {answer.status}, not the asset of the page's release")

    def _of(self, answer: Answer, file: str, encoding: str) -> frozenset[str]:
        """The releases whose file this is, byte for byte."""
        digest = sha256(answer.body).hexdigest()
        packed = file + (ENCODINGS[encoding] if "content-encoding" in answer.headers else "")
        return frozenset(name for name, sums in self.releases.items() if sums.get(packed) == digest)


def pages(files: Mapping[str, str]) -> Sequence[str]:
    """The pages, data and feeds of a release."""
    return [file for file in files if file.endswith(("index.html", ".json", ".xml"))]
