"""The server alone, before a folder made by hand."""

import http.client
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from finishing.headers import headers_text
from serving.server import HOST, SCRIPT_PATH, VERSION_PATH, Server, running, with_reload

PAGE = "<!doctype html><html><body><p>x</p></body></html>"


@contextmanager
def serve(site: Path, prefix: str) -> Iterator[Server]:
    for name in ("index.html", "zh/index.html", "404.html", "zh/404.html"):
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.replace("x", name), encoding="utf-8")
    (site / "a.css").write_text("a {}", encoding="utf-8")
    (site / "_headers").write_text(headers_text(prefix, ["zh"]), encoding="utf-8")
    server = Server(site, prefix, 0)
    with running(server):
        yield server


@pytest.fixture(params=["/", "/siopp/"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    with serve(tmp_path / "site", request.param) as server:
        yield server


def ask(server: Server, path: str, method: str = "GET") -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=30)
    try:
        connection.request(method, path)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read().decode()
    finally:
        connection.close()


def test_a_page_has_the_script_and_the_headers_of_the_site_and_is_not_kept(server: Server) -> None:
    status, headers, text = ask(server, f"{server.prefix}zh/")
    assert status == 200
    assert "zh/index.html" in text
    assert f'<script src="{SCRIPT_PATH}" data-version="{server.version}"></script></body>' in text
    assert (headers["Cache-Control"], headers["Content-Type"]) == ("no-store", "text/html; charset=utf-8")
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert headers["Content-Length"] == str(len(text))


def test_the_file_on_disk_has_no_script(server: Server) -> None:
    assert SCRIPT_PATH not in (server.site / "zh" / "index.html").read_text(encoding="utf-8")


def test_other_files_are_sent_as_they_are(server: Server) -> None:
    status, headers, text = ask(server, f"{server.prefix}a.css")
    assert (status, text, headers["Content-Type"]) == (200, "a {}", "text/css")
    assert headers["Cache-Control"] == "no-store"


def test_what_is_not_there_gets_the_nearest_page_that_says_so(server: Server) -> None:
    for path, page in (("nowhere/", ">404.html"), ("zh/nowhere", "zh/404.html"), ("zh/a/b/c.css", "zh/404.html")):
        status, _, text = ask(server, server.prefix + path)
        assert (status, page in text) == (404, True)


def test_a_folder_without_its_slash_leads_to_it(server: Server) -> None:
    status, headers, _ = ask(server, f"{server.prefix}zh?a=b")
    assert (status, headers["Location"]) == (302, f"{server.prefix}zh/")


@pytest.mark.parametrize("path", ["..%2f..%2f..%2fetc/passwd", "%2e%2e/%2e%2e/secret", "../../secret"])
def test_nothing_outside_the_site_is_sent(server: Server, path: str) -> None:
    (server.site.parent / "secret").write_text("secret", encoding="utf-8")
    status, _, text = ask(server, server.prefix + path)
    assert (status, "404.html" in text) == (404, True)


def test_above_the_prefix_there_is_only_the_way_to_the_site(tmp_path: Path) -> None:
    with serve(tmp_path / "site", "/siopp/") as server:
        assert server.address.endswith("/siopp/")
        for path in ("/", "/zh/"):
            status, headers, _ = ask(server, path)
            assert (status, headers["Location"]) == (302, "/siopp/")


def test_head_sends_no_content(server: Server) -> None:
    status, headers, text = ask(server, server.prefix, "HEAD")
    assert (status, text) == (200, "")
    assert int(headers["Content-Length"]) > len(PAGE)


def test_a_change_gives_another_version(server: Server) -> None:
    before = ask(server, VERSION_PATH)[2]
    server.changed()
    after = ask(server, VERSION_PATH)[2]
    assert before != after == server.version


def test_the_script_is_served(server: Server) -> None:
    _, headers, text = ask(server, SCRIPT_PATH)
    assert headers["Content-Type"].startswith("text/javascript")
    assert VERSION_PATH in text


def test_without_a_site_the_page_says_so_and_waits(tmp_path: Path) -> None:
    server = Server(tmp_path / "site", "/", 0)
    with running(server):
        status, _, text = ask(server, "/zh/")
    assert (status, SCRIPT_PATH in text) == (503, True)


def test_the_script_stands_before_the_end_of_the_body() -> None:
    assert with_reload(b"<p></body> in text</p></body>", "1").endswith(b"</script></body>")
    assert with_reload(b"no body", "1").endswith(b"</script>no body")
