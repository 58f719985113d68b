"""nginx and Caddy with the files of deploy/, on this machine, for one folder that is published to."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from support.project import ROOT

_DEPLOY = ROOT / "deploy"
_DEST = "/srv/siopp"
_BROTLI = "modules/ngx_http_brotli_static_module.so"
# Where Debian keeps nginx and its modules.
_NGINX = Path("/usr/sbin/nginx")
_LIBRARY = Path("/usr/lib/nginx")
_MAIN = """
load_module {module};
{user}
daemon off;
worker_processes auto;
pid nginx.pid;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
    sendfile on;
    tcp_nopush on;
    client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp;
    uwsgi_temp_path temp; scgi_temp_path temp;
    include site.conf;
    # What nginx can do here at most: one file of the mean size of those asked for, held open, as it is.
    server {{
        listen 127.0.0.1:{limit};
        root bare;
        open_file_cache max=10;
        location / {{ try_files /answer =500; }}
    }}
}}
"""


@contextmanager
def nginx(work: Path, dest: Path, size: int) -> Iterator[tuple[int, int]]:
    """The port of the site, and that of a server that answers everything with one file of the given size."""
    port, limit = _free_port(), _free_port()
    text = _edited("nginx.conf", {_DEST: str(dest), "listen 80;": f"listen 127.0.0.1:{port};", "#brotli_": "brotli_"})
    (work / "site.conf").write_text(text, encoding="utf-8")
    (work / "bare").mkdir()
    (work / "bare" / "answer").write_text("x" * size, encoding="utf-8")
    # Started by root, its workers would be somebody who cannot read this folder.
    user = "user root;" if os.geteuid() == 0 else ""
    main = _MAIN.format(module=_LIBRARY / _BROTLI, user=user, limit=limit)
    (work / "nginx.conf").write_text(main, encoding="utf-8")
    words = [str(_NGINX), "-p", str(work), "-c", "nginx.conf", "-e", "error.log"]
    subprocess.run([*words, "-t", "-q"], check=True)
    with _running(words, {}, port):
        yield port, limit
    _show(work / "error.log")


@contextmanager
def caddy(work: Path, dest: Path) -> Iterator[int]:
    """The port of the site."""
    port = _free_port()
    text = _edited("Caddyfile", {_DEST: str(dest), "\nexample.org {": f"\nhttp://127.0.0.1:{port} {{"})
    (work / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{text}", encoding="utf-8")
    homes = {name: str(work) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    words = [shutil.which("caddy") or "caddy", "run", "--config", str(work / "Caddyfile"), "--adapter", "caddyfile"]
    with _running(words, homes, port):
        yield port


def _edited(name: str, changes: dict[str, str]) -> str:
    """A file of deploy/ with what an administrator would edit; an address of another text is no longer shipped."""
    text = (_DEPLOY / name).read_text(encoding="utf-8")
    for old, new in changes.items():
        if old not in text:
            raise ValueError(f"deploy/{name}: nothing to edit like {old!r}")
        text = text.replace(old, new)
    return text


@contextmanager
def _running(words: Sequence[str], environ: dict[str, str], port: int) -> Iterator[None]:
    log = subprocess.DEVNULL if "caddy" in words[0] else None
    process = subprocess.Popen(words, env={**os.environ, **environ}, stderr=log, stdin=subprocess.DEVNULL)
    try:
        _wait(process, port)
        yield
    finally:
        process.terminate()
        process.wait()


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError(f"{process.args!r} does not answer")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def _show(log: Path) -> None:
    """What nginx complained of: files that are not there are asked for on purpose."""
    for line in log.read_text(encoding="utf-8").splitlines():
        if re.search(r"\[(warn|error|crit|alert|emerg)\]", line) and "(2: No such file" not in line:
            print(line, file=sys.stderr)
