"""What others made: docs/shipped.yml against the lock, the installed packages, docs/assets and what the site says."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, distribution

import pytest

from exporting import notices
from model.shipped import Licence, Part, Shipped
from paths import ASSETS
from support import project
from support.locks import pins
from writing import addresses

SHIPPED = project.inputs().shipped
LOCK = pins((project.ROOT / "requirements" / "site.txt").read_text(encoding="utf-8"))
TOOLS = [(licence, name) for licence, names in SHIPPED.tools.items() for name in names]
# What packages write that do not use SPDX.
OTHER_WORDS = {
    "MIT License": Licence.MIT,
    "Apache License 2.0": Licence.APACHE,
    "Apache Software License": Licence.APACHE,
    "Mozilla Public License 2.0 (MPL 2.0)": Licence.MPL,
}
# Which of the two, only the text says.
BSD = "BSD License"
# Words that only this licence's text has.
TELLING = {
    Licence.MIT: "Permission is hereby granted, free of charge, to any person obtaining a copy of this software",
    Licence.APACHE: "Apache License Version 2.0, January 2004",
    Licence.UNICODE: "UNICODE LICENSE V3",
}


def differences(lock: Mapping[str, object], shipped: Shipped) -> set[str]:
    """Packages of the lock that are not listed, and listed ones that it does not have."""
    listed = {name for names in shipped.tools.values() for name in names}
    listed |= {part.package for part in shipped.parts.values() if part.package}
    return lock.keys() ^ listed


def licence_of(installed: Distribution) -> str:
    """The licence that a package's own metadata name; "" where they name none that is known."""
    metadata = installed.metadata
    fields = ("License-Expression", "License", "Classifier")
    for words in (line.rpartition(" :: ")[2] for field in fields for line in metadata.get_all(field) or []):
        if words in list(Licence):
            return str(words)
        if words in OTHER_WORDS:
            return OTHER_WORDS[words]
        if words == BSD:
            text = installed.read_text("licenses/LICENSE") or installed.read_text("licenses/LICENSE.txt") or ""
            return Licence.BSD_3 if re.search("neither the name", text, re.IGNORECASE) else Licence.BSD_2
    return ""


def of_others(assets: Mapping[str, str]) -> Iterator[str]:
    """Files that look as if others had made them: a banner, a notice, or lines that nobody writes by hand."""
    for name, text in assets.items():
        lines = text.split("\n")
        banner = text.startswith("/*!") or re.search(r"copyright|licen[cs]e|@preserve|sourceMappingURL", text, re.I)
        if banner or ".min." in name or max(map(len, lines)) > 1000:
            yield name


def asset_faults(part: Part, content: bytes) -> list[str]:
    """What of a part's file is not as it is recorded."""
    faults = [] if hashlib.sha256(content).hexdigest() == part.sha256 else ["hash"]
    named = f"/*! {part.name} {part.version},".encode()
    return faults if content.startswith(named) else [*faults, "version"]


def test_every_package_of_the_lock_is_listed_once() -> None:
    assert differences(LOCK, SHIPPED) == set()
    assert len(TOOLS) == len({name for _, name in TOOLS})
    packages = {part.package: part.licence for part in SHIPPED.parts.values()}
    # Babel is a tool, and of the data it brings something is shipped under their own licence.
    assert {name for _, name in TOOLS} & packages.keys() == {"babel"}


@pytest.mark.parametrize(
    "planted", [LOCK | {"left-pad": {"1.0"}}, {name: found for name, found in LOCK.items() if name != "opencc"}]
)
def test_a_package_too_many_or_too_few_is_found(planted: Mapping[str, object]) -> None:
    assert len(differences(planted, SHIPPED)) == 1


@pytest.mark.parametrize(("licence", "name"), TOOLS)
def test_tools_have_the_licence_that_they_name(licence: Licence, name: str) -> None:
    assert licence_of(distribution(name)) == licence


def test_parts_have_the_licence_that_they_name() -> None:
    whole = [part for part in SHIPPED.parts.values() if part.package and part.notice.startswith("licenses/")]
    assert {part.name for part in whole} == {"Material for MkDocs", "OpenCC"}
    assert [licence_of(distribution(part.package)) for part in whole] == [part.licence for part in whole]


@pytest.mark.parametrize("part", SHIPPED.parts.values(), ids=SHIPPED.parts.keys())
def test_notices_are_those_of_the_licence(part: Part) -> None:
    told = [licence for licence, words in TELLING.items() if words in " ".join(part.text.split())]
    assert told == [part.licence]


@pytest.mark.parametrize("part", SHIPPED.parts.values(), ids=SHIPPED.parts.keys())
def test_page_and_notices_name_the_version_of_the_lock(part: Part) -> None:
    versions = LOCK[part.package] if part.package else {part.version}
    assert part.version in versions
    pages = [pages[addresses.LICENCES] for pages in project.staged().values()]
    for text in (*pages, notices.text(SHIPPED)):
        assert re.search(rf"{re.escape(f'{part.name} {part.version}')} ?[(（]{part.licence}[)）]", text)
    assert part.text.strip() in notices.text(SHIPPED)


def test_notices_begin_with_ours() -> None:
    text = notices.text(SHIPPED)
    for name in notices.OWN:
        own = (project.ROOT / name).read_text(encoding="utf-8").strip()
        assert 0 < text.find(own) < text.find("Material for MkDocs")


def test_files_of_others_are_listed_and_as_they_came() -> None:
    assets = {path.name: path.read_bytes() for path in ASSETS.iterdir()}
    parts = {part.asset: part for part in SHIPPED.parts.values() if part.asset}
    assert set(of_others({name: content.decode() for name, content in assets.items()})) == parts.keys()
    assert {name: asset_faults(part, assets[name]) for name, part in parts.items()} == {name: [] for name in parts}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("chart.js", "/*! Chart 1.0 */\n"),
        ("chart.min.css", "a{}\n"),
        ("chart.js", "// Copyright 2020 Somebody\n"),
        ("chart.js", f"f({'a,' * 600}b)\n"),
    ],
)
def test_a_planted_file_of_others_is_found(name: str, text: str) -> None:
    assert list(of_others({"ours.js": "let a = 1;\n", name: text})) == [name]


def test_a_changed_file_of_others_is_found() -> None:
    [part] = (part for part in SHIPPED.parts.values() if part.asset)
    content = (ASSETS / part.asset).read_bytes()
    assert asset_faults(part, content + b"\n") == ["hash"]
    assert asset_faults(part, content.replace(part.version.encode(), b"8.0.0")) == ["hash", "version"]
