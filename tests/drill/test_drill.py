"""The drill sees what it is there to see: answers of no release, of an old one, cut ones, and assets that are gone."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from drill.answers import faults
from drill.builds import variant
from drill.readers import Readers, Timeline
from publishing.sums import check, read_sums
from support.site_server import serving

Reply = Callable[[str, str], tuple[int, bytes]]


@pytest.fixture(scope="module")
def builds(built: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two builds of the small site."""
    folder = tmp_path_factory.mktemp("builds")
    return [variant(built, folder / word, word) for word in ("one", "two")]


def test_a_variant_is_a_whole_build_with_other_pages_of_the_same_size(builds: list[Path]) -> None:
    one, two = (check(build) for build in builds)
    pages = [path for path in one if path.endswith("/index.html") and not path.startswith("api/")]
    assert len(pages) > 10
    for path in pages:
        assert one[path] != two[path]
        assert (builds[0] / path).stat().st_size == (builds[1] / path).stat().st_size
    assert not {path for path in one if path.startswith("assets/")} & two.keys()


def test_a_timeline_knows_what_could_be_current_since_when() -> None:
    line = Timeline()
    line.now("a")
    first = time.monotonic()
    line.now("a", "b")
    line.now("b")
    assert line.since(first) == {"a", "b"}
    assert line.since(time.monotonic()) == {"b"}


@contextmanager
def answering(reply: Reply) -> Iterator[int]:
    """The port of a server that answers as told: by path and by the state that the reader has."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, body = reply(self.path, self.headers.get("If-None-Match", ""))
            self.send_response(status)
            self.send_header("ETag", '"state"')
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def found(builds: list[Path], reply: Reply) -> tuple[int, list[str]]:
    """How many pages a reader asked for while the first build was current, and what was wrong."""
    line = Timeline()
    line.now("one")
    names = dict(zip(("one", "two"), map(read_sums, builds), strict=True))
    with answering(reply) as port:
        readers = Readers(port, names, line)
        with readers.reading(2):
            deadline = time.monotonic() + 20
            while sum(readers.asked.values()) < 60 and not readers.wrong and time.monotonic() < deadline:
                time.sleep(0.05)
    return sum(readers.asked.values()), readers.wrong


def content(build: Path, path: str) -> bytes:
    return (build / (path[1:] + "index.html" if path.endswith("/") else path[1:])).read_bytes()


def test_a_server_that_sends_the_current_release_has_no_faults(builds: list[Path]) -> None:
    def reply(path: str, state: str) -> tuple[int, bytes]:
        return (304, b"") if state else (200, content(builds[0], path))

    asked, wrong = found(builds, reply)
    assert (asked >= 60, wrong) == (True, [])


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (lambda one, two, path, _: (200, content(one, path)[:-1]), "bytes of no current release"),
        (lambda one, two, path, _: (200, content(two if path.endswith("/") else one, path)), "no current release"),
        (lambda one, two, path, _: (500, b""), "status 500"),
        (
            lambda one, two, path, _: (404, b"") if path.startswith("/assets/") else (200, content(one, path)),
            "not the asset of the page's release",
        ),
        (
            lambda one, two, path, _: (200, b"/**/") if path.startswith("/assets/") else (200, content(one, path)),
            "not the asset of the page's release",
        ),
    ],
    ids=["cut", "old", "failed", "no asset", "other asset"],
)
def test_a_server_that_sends_anything_else_is_found_out(
    builds: list[Path], reply: Callable[..., tuple[int, bytes]], said: str
) -> None:
    _, wrong = found(builds, lambda path, state: reply(*builds, path, state))
    assert any(said in line for line in wrong), wrong


def test_a_page_that_is_said_to_be_unchanged_after_a_switch_is_found_out(builds: list[Path]) -> None:
    line = Timeline()
    line.now("one")

    def reply(path: str, state: str) -> tuple[int, bytes]:
        if state:
            return 304, b""
        answer = content(builds[0], path)
        if path.endswith("/"):
            line.now("one", "two")
        return 200, answer

    names = dict(zip(("one", "two"), map(read_sums, builds), strict=True))
    with answering(reply) as port:
        readers = Readers(port, names, line)
        with readers.reading(1):
            deadline = time.monotonic() + 20
            while not readers.wrong and time.monotonic() < deadline:
                time.sleep(0.05)
                line.now("two")
    assert any("said to be unchanged, but it is not" in text for text in readers.wrong), readers.wrong


def test_a_file_that_both_releases_have_is_unchanged_by_a_switch(builds: list[Path]) -> None:
    line = Timeline()
    line.now("one")
    file = "api/all.json"
    names = {name: {file: read_sums(build)[file]} for name, build in zip(("one", "two"), builds, strict=True)}
    with answering(lambda path, state: (304, b"") if state else (200, content(builds[0], path))) as port:
        readers = Readers(port, names, line)
        with readers.reading(8):
            deadline = time.monotonic() + 20
            while readers.asked["status 304"] < 20 and time.monotonic() < deadline:
                for name in ("one", "two"):
                    line.now(name)
                    time.sleep(0.3)
    assert readers.asked["status 304"] >= 20
    assert readers.wrong == []


def test_a_server_without_packed_copies_and_rules_is_found_out(builds: list[Path]) -> None:
    with serving(builds[0]) as address:
        said = list(faults(int(address.rpartition(":")[2]), builds[0]))
    assert any("Cache-Control is None, not 'no-cache'" in line for line in said)
    assert any(line.startswith("assets/") and "not the file" in line for line in said)
    assert any("not the page zh/404.html" in line for line in said)
