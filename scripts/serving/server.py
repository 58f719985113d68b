"""Serves the folder of a site as its own host would, and lets open pages see that it has changed."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from serving.headers import headers_for_all

HOST = "127.0.0.1"
SCRIPT = Path(__file__).with_name("reload.js")
SCRIPT_PATH = "/__reload.js"
VERSION_PATH = "/__version"
HTML = "text/html; charset=utf-8"
# Shown until there is a first site: the problems of the data stand where `make serve` runs.
NO_SITE = "<!doctype html><html lang=en><title>No site yet</title><body><h1>No site yet</h1>"
NO_SITE += "<p>It is being built, or its data has errors: see where the server runs.</p></body></html>\n"


class Server(ThreadingHTTPServer):
    """Answers from one folder, below the prefix the site has on its host."""

    daemon_threads = True

    def __init__(self, site: Path, prefix: str, port: int) -> None:
        super().__init__((HOST, port), Handler)
        self.site = site
        self.prefix = prefix
        self._start = time.time_ns()
        self._changes = 0

    @property
    def version(self) -> str:
        """Another text after each change of the site, and after each start of a server."""
        return f"{self._start}-{self._changes}"

    @property
    def address(self) -> str:
        """Where the site begins."""
        return f"http://{HOST}:{self.server_port}{self.prefix}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A page that is loaded again drops what it asked for; that is no error."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    def changed(self) -> None:
        """Let open pages load themselves again."""
        self._changes += 1


@contextmanager
def running(server: Server) -> Iterator[None]:
    """Answer requests in the background."""
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def with_reload(html: bytes, version: str) -> bytes:
    """The page with the script that watches for changes; the file on disk stays as it was built."""
    script = f'<script src="{SCRIPT_PATH}" data-version="{version}"></script>'.encode()
    before, body_end, after = html.rpartition(b"</body>")
    return before + script + body_end + after


class Handler(SimpleHTTPRequestHandler):
    """One request; nothing is kept by the browser, since the next answer may differ."""

    server: Server

    def do_GET(self) -> None:
        """Answer with a file of the site, or with what reloads pages."""
        path = urlsplit(self.path).path
        if path == VERSION_PATH:
            self._answer(HTTPStatus.OK, "text/plain; charset=utf-8", self.server.version.encode())
        elif path == SCRIPT_PATH:
            self._answer(HTTPStatus.OK, "text/javascript; charset=utf-8", SCRIPT.read_bytes())
        elif not path.startswith(self.server.prefix):
            self._redirect(self.server.prefix)
        else:
            self._site_file("/" + path.removeprefix(self.server.prefix))

    def do_HEAD(self) -> None:
        """The same, without the content."""
        self.do_GET()

    def _site_file(self, path: str) -> None:
        # The version first: a change while the file is read must be seen by the page.
        version = self.server.version
        self.directory = str(self.server.site)
        file = Path(self.translate_path(path))
        if file.is_dir() and not path.endswith("/"):
            self._redirect(f"{urlsplit(self.path).path}/")
            return
        status, file, content = self._read(file / "index.html" if file.is_dir() else file)
        kind = HTML if file.suffix == ".html" else self.guess_type(file)
        self._answer(status, kind, with_reload(content, version) if kind == HTML else content)

    def _read(self, file: Path) -> tuple[HTTPStatus, Path, bytes]:
        """Status, file and content of the answer: the nearest page "not found" where there is no such file."""
        try:
            return HTTPStatus.OK, file, file.read_bytes()
        except OSError:
            inside = [parent for parent in file.parents if parent.is_relative_to(self.server.site)]
        for page in (parent / "404.html" for parent in inside):
            if page.is_file():
                return HTTPStatus.NOT_FOUND, page, page.read_bytes()
        return HTTPStatus.SERVICE_UNAVAILABLE, self.server.site / "index.html", NO_SITE.encode()

    def _redirect(self, to: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        for name, text in headers_for_all(self.server.site / "_headers"):
            self.send_header(name, text)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def end_headers(self) -> None:
        """No answer is kept by the browser."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: the problems of the data must stay in sight."""
