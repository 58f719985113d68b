"""Serves a built site behind the headers that it ships itself."""

import functools
import gzip
import http.server
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

TEXT = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml"})


@contextmanager
def serving(site: Path, *, compressed: bool = False) -> Iterator[str]:
    """The base address of the site on this machine, with its own _headers."""
    headers = _headers(site / "_headers")

    class Handler(http.server.SimpleHTTPRequestHandler):
        packed = False

        def send_head(self) -> io.BytesIO | BinaryIO | None:
            self.packed = False
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if path.is_dir() else path
            if not compressed or path.suffix not in TEXT or not path.is_file():
                return super().send_head()
            body = gzip.compress(path.read_bytes(), mtime=0)
            self.packed = True
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(str(path)))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            return io.BytesIO(body)

        def end_headers(self) -> None:
            for name, value in headers:
                self.send_header(name, value)
            if self.packed:
                self.send_header("Content-Encoding", "gzip")
            super().end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _headers(path: Path) -> list[tuple[str, str]]:
    """The headers of the first block, which holds for every file."""
    block = path.read_text(encoding="utf-8").split("\n\n")[0]
    lines = [line.strip() for line in block.splitlines() if line.startswith(" ") and not line.strip().startswith("#")]
    return [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)]
