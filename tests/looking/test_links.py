"""The weekly look at links: refused is not dead, and hosts that refuse are not asked."""

import socket
from email.message import Message
from pathlib import Path
from urllib.error import HTTPError, URLError

import pytest

from looking.links import Verdict, judged, linked, refusing_hosts, report
from support import project
from support.carriers import CARRIER, changed, read

ADDRESS = "https://nord.example/vilkår"


def answering(result: int | Exception) -> Verdict:
    def ask(address: str) -> int:
        assert address.isascii()
        if isinstance(result, Exception):
            raise result
        return result

    return judged(ADDRESS, (), ask)


def refused(code: int) -> HTTPError:
    return HTTPError(ADDRESS, code, "", Message(), None)


@pytest.mark.parametrize(
    ("result", "verdict"),
    [
        (200, Verdict.FINE),
        (refused(404), Verdict.DEAD),
        (refused(410), Verdict.DEAD),
        (refused(401), Verdict.REFUSED),
        (refused(403), Verdict.REFUSED),
        (refused(429), Verdict.REFUSED),
        (refused(503), Verdict.UNKNOWN),
        (URLError(socket.gaierror("no such name")), Verdict.DEAD),
        (URLError(ConnectionRefusedError()), Verdict.UNKNOWN),
        (TimeoutError(), Verdict.UNKNOWN),
        (ValueError("no address"), Verdict.UNKNOWN),
    ],
)
def test_only_what_says_so_is_dead(result: int | Exception, verdict: Verdict) -> None:
    assert answering(result) == verdict


def never(address: str) -> int:
    raise AssertionError(f"must not be asked: {address}")


def test_hosts_that_refuse_are_not_asked() -> None:
    assert judged(ADDRESS, {"nord.example": "answers 403"}, never) == Verdict.LISTED


def test_each_listed_host_has_a_reason() -> None:
    assert refusing_hosts("# why\n\na.example  answers 403\n") == {"a.example": "answers 403"}
    with pytest.raises(ValueError, match=r"a reason must follow: b\.example"):
        refusing_hosts("b.example\n")
    refusing_hosts((project.ROOT / ".github" / "refusing.txt").read_text(encoding="utf-8"))


def test_report_names_files_and_counts(tmp_path: Path) -> None:
    data, _ = read(tmp_path, {"nord.yml": CARRIER, "sor.yml": CARRIER.replace("slug: nord", "slug: sor")})
    addresses = linked(data)
    assert addresses["https://nord.example/vilkar"] == ["carriers/nord.yml", "carriers/sor.yml"]
    lines = list(report(addresses, (), lambda address: 404 if "nord" in address else 200))
    assert lines[0] == "dead: https://nord.example/vilkar (carriers/nord.yml, carriers/sor.yml)"
    assert lines[-1] == "addresses: 2 (fine 1, dead 1, refused 0, no answer 0, not asked 0)"


def test_an_address_that_is_evidence_only_is_not_asked(tmp_path: Path) -> None:
    data, _ = read(tmp_path, {"nord.yml": changed("    dated:", "    link: false\n    dated:")})
    assert "https://nord.example/vilkar" not in linked(data)
