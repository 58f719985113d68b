"""The policy in every page is the one that hosts send, but for frame-ancestors, which only a header may hold."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from support.project import ROOT

# Where the policy of each way to serve the site stands, and how.
SENT = {
    "_headers": r"^/\*\n  Content-Security-Policy: (.*)$",
    "nginx.conf": r'^    add_header Content-Security-Policy "(.*)" always;$',
    "Caddyfile": r'^\t\tContent-Security-Policy "(.*)"$',
}
META = "//head/meta[@http-equiv='Content-Security-Policy']/@content"


def sent(name: str, text: str) -> list[str]:
    """The directives that a host sends with every answer; ValueError unless its file says it once."""
    [policy] = re.findall(SENT[name], text, re.MULTILINE)
    return str(policy).split("; ")


def told(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Every page below a folder, and the directives in it."""
    for path in sorted(folder.rglob("*.html")):
        yield path.relative_to(folder).as_posix(), "; ".join(html.parse(path).xpath(META)).split("; ")


def differing(folder: Path, directives: list[str]) -> list[str]:
    """The pages whose policy and the one sent with them differ in more than the ancestors."""
    wanted = [one for one in directives if not one.startswith("frame-ancestors ")]
    assert len(wanted) == len(directives) - 1, directives
    return [page for page, found in told(folder) if found != wanted]


@pytest.mark.parametrize("name", SENT)
def test_every_page_tells_the_policy_that_is_sent_with_it(real_site: Path, name: str) -> None:
    folder = real_site if name == "_headers" else ROOT / "deploy"
    assert differing(real_site, sent(name, (folder / name).read_text(encoding="utf-8"))) == []


PAGE = '<head><meta http-equiv="Content-Security-Policy" content="{}"></head>'
POLICY = "default-src 'none'; script-src 'self'"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (PAGE.format(POLICY), []),
        (PAGE.format(POLICY.replace("'self'", "*")), ["zh/index.html"]),
        (PAGE.format(f"{POLICY}; frame-ancestors 'none'"), ["zh/index.html"]),
        ("<head><title>None</title></head>", ["zh/index.html"]),
    ],
    ids=["same", "weaker", "ancestors", "none"],
)
def test_a_page_with_another_policy_is_found(tmp_path: Path, page: str, expected: list[str]) -> None:
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "index.html").write_text(page, encoding="utf-8")
    headers = f"/*\n  Content-Security-Policy: {POLICY}; frame-ancestors 'none'\n"
    assert differing(tmp_path, sent("_headers", headers)) == expected
