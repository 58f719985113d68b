"""The journey of CONTRIBUTING.md: break a rule, see the located error, mend it, see the open page follow."""

import re
import subprocess
from pathlib import Path

from playwright.sync_api import Browser

from support.browser import Watched
from support.contributing import MAKE, blocks, section
from support.serving import LIMIT, Served, copy_project, replace_in, serving

JOURNEY = section("Try it: break a rule and mend it")
BROKEN, MENDED = blocks(JOURNEY, "diff")
[PROBLEM] = blocks(JOURNEY, "text")
[PAGE] = re.findall(r"<http://127.0.0.1:8000/(.*)>", JOURNEY)
# What the page says before and after.
OLD, NEW = re.findall(r"`([^`]*\d年[^`]*)`", JOURNEY)


def test_the_journey_works_as_written_and_the_open_page_follows_it(browser: Browser, tmp_path: Path) -> None:
    folder = copy_project(tmp_path / "project", ["ice"])
    ice = folder / "carriers" / "ice.yml"
    original = ice.read_bytes()
    context = browser.new_context()
    with serving(folder, [*MAKE, "serve", "PORT=0"]) as server:
        page = Watched(context.new_page(), server.address)
        page.page.goto(server.address + PAGE)
        wait_for(page, OLD)
        break_it(server, ice)
        assert page.page.get_by_text(OLD).count() > 0
        apply(MENDED, ice)
        wait_for(page, NEW)
        assert page.page.get_by_text(OLD).count() == 0
        ice.write_bytes(original)
        wait_for(page, OLD)
        assert page.clean(), (page.errors, page.foreign)
        context.close()


def break_it(server: Served, ice: Path) -> None:
    """Make the mistake; the server and `make check` say what CONTRIBUTING says, but for the line it stands on."""
    said = len(server.lines)
    apply(BROKEN, ice)
    check = subprocess.run([*MAKE, "check"], cwd=server.folder, capture_output=True, text=True, check=False)
    assert check.returncode != 0
    server.line("1 error", said)
    wanted = [without_place(line) for line in PROBLEM.splitlines()]
    for output in (check.stdout.splitlines(), server.lines[said:]):
        shown = [without_place(line) for line in output]
        start = shown.index(wanted[0])
        assert shown[start : start + len(wanted)] == wanted


def apply(change: str, file: Path) -> None:
    """Make the change that a diff of two lines shows."""
    old, new = change.splitlines()
    assert (old[0], new[0]) == ("-", "+")
    replace_in(file, old[1:], new[1:])


def without_place(line: str) -> str:
    """A problem without line and column, which move with every correction of the file."""
    return re.sub(r"\.yml:\d+:\d+:", ".yml:", line)


def wait_for(page: Watched, text: str) -> None:
    """Wait until the page holds a text, without touching it."""
    page.page.get_by_text(text).first.wait_for(state="attached", timeout=LIMIT * 1000)
