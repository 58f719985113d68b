"""Chromium for tests: how it starts, and a page that remembers what must not happen."""

import os
import shutil

from playwright.sync_api import Page

# As root Chromium has no sandbox; it opens nothing but our own pages. The rest keeps it from calling home.
LAUNCH = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium_path() -> str:
    """Debian's Chromium, or the one CHROMIUM names."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not found:
        raise FileNotFoundError("Chromium is missing; on Debian: apt-get install chromium")
    return found


class Watched:
    """A page with everything it complained about and every request it made."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.errors: list[str] = []
        self.foreign: list[str] = []
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(base) else self.foreign.append(request.url))

    def clean(self) -> bool:
        """True if nothing was refused, broken or asked of another host."""
        return not self.errors and not self.foreign
