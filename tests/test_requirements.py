"""The locks: exact versions, hashes, no addresses, nothing that nobody needs; and no registry is named anywhere."""

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from support.locks import line_faults, need_faults, npm_faults, pins
from support.project import ROOT

REQUIREMENTS = ROOT / "requirements"
LOCKS = ("site", "test", "engines")
NPM_LOCKS = ("package-lock.json", "tests/lighthouse/package-lock.json")
# In two pieces, so that this file names none either.
HOSTS = [
    f"{name}.{ending}"
    for name, ending in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("npmmirror", "com"),
        ("yarnpkg", "com"),
        ("unpkg", "com"),
        ("jsdelivr", "net"),
        ("anaconda", "org"),
        ("crates", "io"),
        ("golang", "org"),
        ("ghcr", "io"),
        ("docker", "io"),
    )
]
A, B = "a" * 64, "b" * 64
LOCK = f"""\
babel==2.18.0 \\
    --hash=sha256:{A} \\
    --hash=sha256:{B}
    # via
    #   -r site.in
    #   mkdocs
mkdocs==1.6.1 ; python_full_version >= '3.11.5' \\
    --hash=sha256:{A}
    # via -r site.in
"""
WANTED = "# Dates.\nBabel\nmkdocs>=1.6,<2\n"
PACKAGE = f'"version": "4.14.1", "integrity": "sha512-{"a" * 86}=="'
NPM_LOCK = f'{{"packages": {{"": {{"devDependencies": {{"axe": "4.14.1"}}}}, "node_modules/axe": {{{PACKAGE}}}}}}}'


def read(name: str) -> str:
    return (REQUIREMENTS / name).read_text(encoding="utf-8")


def own_files(root: Path) -> Iterator[Path]:
    """Every file of the project: what .gitignore names is made, not written."""
    lines = (root / ".gitignore").read_text(encoding="utf-8").splitlines()
    made = [".git", *(line.strip("/") for line in lines if line and not line.startswith("#"))]
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not any(fnmatch(name, one) for one in made)]
        yield from (Path(folder, name) for name in names if not any(fnmatch(name, one) for one in made))


def hosts_in(text: str) -> list[str]:
    return [host for host in HOSTS if host in text]


@pytest.mark.parametrize("name", LOCKS)
def test_locks_hold_exact_versions_and_hashes_only(name: str) -> None:
    lock = read(f"{name}.txt")
    assert list(line_faults(lock)) == []
    assert len(pins(lock)) > 20


@pytest.mark.parametrize("name", NPM_LOCKS)
def test_npm_locks_hold_exact_versions_and_hashes_only(name: str) -> None:
    assert list(npm_faults((ROOT / name).read_text(encoding="utf-8"))) == []


def test_everything_that_builds_the_site_is_needed() -> None:
    assert list(need_faults(read("site.txt"), read("site.in"), "site.in")) == []


@pytest.mark.parametrize("name", ["test.txt", "engines.txt"])
def test_other_locks_build_the_site_with_the_same_versions(name: str) -> None:
    assert pins(read(name)).items() >= pins(read("site.txt")).items()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("==2.18.0", ">=2.18.0", "no line of a lock: babel>=2.18.0 \\"),
        ("==2.18.0", "==2.*", "no line of a lock: babel==2.* \\"),
        (f"    --hash=sha256:{A}\n", "", "no hash: mkdocs"),
        (f"    --hash=sha256:{A} \\\n    --hash=sha256:{B}\n", "", "no hash: babel"),
        ("sha256", "md5", f"no line of a lock: --hash=md5:{A} \\"),
        ("babel==", "--index-url https://host.example/simple\nbabel==", "no line of a lock: --index-url"),
        ("babel==2.18.0", "babel @ https://host.example/b.whl", "no line of a lock: babel @ https"),
        ("    # via -r site.in", "    # from https://host.example/", "no line of a lock: # from https"),
    ],
)
def test_planted_faults_of_lines_are_found(old: str, new: str, fault: str) -> None:
    assert list(line_faults(LOCK)) == []
    assert [found for found in line_faults(LOCK.replace(old, new)) if found.startswith(fault)]


@pytest.mark.parametrize(
    ("lock", "wanted", "fault"),
    [
        (LOCK, "Babel\n", "site.in and the lock differ on mkdocs"),
        (LOCK, WANTED + "Segno\n", "not in the lock: segno"),
        (LOCK.replace("#   mkdocs", "#   jinja2"), WANTED, "not in the lock: jinja2, which needs babel"),
        (LOCK.replace("    # via -r site.in\n", ""), "Babel\n", "nobody needs mkdocs"),
    ],
)
def test_planted_faults_of_needs_are_found(lock: str, wanted: str, fault: str) -> None:
    assert list(need_faults(LOCK, WANTED, "site.in")) == []
    assert fault in list(need_faults(lock, wanted, "site.in"))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('{"axe": "4.14.1"}', '{"axe": "^4.14.1"}', "no exact version: axe"),
        ('"version": "4.14.1"', '"version": "4"', "no exact version: node_modules/axe"),
        ('"integrity"', '"sha"', "no hash: node_modules/axe"),
        ("sha512-", "sha1-", "no hash: node_modules/axe"),
        ('{"version"', '{"resolved": "axe.tgz", "version"', "address: node_modules/axe resolved"),
        ('{"version"', '{"from": "https://host.example/", "version"', "address: https://host.example/"),
    ],
)
def test_planted_faults_of_npm_locks_are_found(old: str, new: str, fault: str) -> None:
    assert list(npm_faults(NPM_LOCK)) == []
    assert NPM_LOCK.count(old) == 1
    assert list(npm_faults(NPM_LOCK.replace(old, new))) == [fault]


def test_no_file_names_a_registry() -> None:
    files = list(own_files(ROOT))
    assert {ROOT / "Makefile", ROOT / "requirements" / "site.txt", Path(__file__)} <= set(files)
    found = {path: hosts_in(path.read_bytes().decode(errors="replace")) for path in files}
    assert {path: hosts for path, hosts in found.items() if hosts} == {}


@pytest.mark.parametrize("host", HOSTS)
def test_a_planted_registry_is_found(tmp_path: Path, host: str) -> None:
    (tmp_path / ".gitignore").write_text("# made\n/site/\n*.log\n", encoding="utf-8")
    for name in ("site/page.txt", "run.log", "scripts/fetch.sh"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"curl https://files.{host}/a\n", encoding="utf-8")
    found = [path for path in own_files(tmp_path) if hosts_in(path.read_text(encoding="utf-8"))]
    assert found == [tmp_path / "scripts" / "fetch.sh"]


def test_installing_takes_wheels_with_the_right_hash_only() -> None:
    for name in ("environment", "wheelhouse"):
        assert read(name).count("--require-hashes --only-binary :all:") == 1, name
    assert "npm ci --ignore-scripts" in read("npm")
