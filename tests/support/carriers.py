"""Small data files, and the reader called on them."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from model.problem import Problem
from model.records import Data
from reading.load import Folders, read_all
from reading.strict_yaml import Mapping as Tree
from reading.strict_yaml import Node, Scalar, Sequence, read_tree

TODAY = date(2026, 11, 20)

# A valid carrier file with nearly nothing in it. Tests count its lines: add only at the end.
CARRIER = """\
slug: nord
name: Nord
country: "NO"
status: active
audience: consumer
house: independent
aliases:
  - {text: Nord Mobil}
sources:
  terms:
    url: https://nord.example/vilkar
    title: Vilkår for mobil
    publisher: Nord
    kind: official
    dated: 2026-06-05
    read_as: archived-copy
contacts:
  - id: phone
    kind: phone
    value: "+4791509000"
    print: "+47 915 09 000"
    source: terms
    confidence: high
contracts:
  subscription:
    channels:
      - id: cancel-phone
        kind: phone
        contact: phone
        needs: [login]
        source: terms
        confidence: high
    notice:
      - id: notice
        rule: end-of-next-month
        example: {received: 2026-06-10, ends: 2026-07-31}
        source: terms
        confidence: high
    unknown: [last-bill]
guides:
  unlimited: {applies: "yes", contracts: [subscription], source: terms, confidence: high}
  4g: {applies: unknown, contracts: [subscription]}
  5g: {applies: unknown, contracts: [subscription]}
  esim: {applies: unknown, contracts: [subscription]}
  smart-card: {applies: "no", source: terms, confidence: high}
"""

QUESTIONS = """\
last-bill:
  zh: 最后一张账单是哪一天的？
  en: When does the last bill come?
  nb: Når kommer siste faktura?
  ask: {nb: "Når kommer siste faktura?", en: "When does the last bill come?"}
"""

TOPIC = """\
topic: law
name: {zh: 法律, en: The law, nb: Loven}
sources:
  ekomloven:
    url: https://lovdata.no/lov/2024-12-13-76
    title: Ekomloven
    publisher: Lovdata
    kind: law
    dated: 2026-07-02
    read_as: mirror-of-law
facts:
  - id: billing
    text: {zh: 账单。, en: Bills., nb: Fakturaer.}
    section: "§ 4-5"
    source: ekomloven
    confidence: high
  - id: binding
    text: {zh: 合约期。, en: Binding., nb: Binding.}
    section: "§ 4-6"
    source: ekomloven
    confidence: high
"""

FACTS = {"questions.yml": QUESTIONS, "law.yml": TOPIC}
# Line, column, rule and text of a problem.
Place = tuple[int, int, str, str]


class PlainDumper(yaml.SafeDumper):
    """Writes no anchors, which the reader refuses."""

    def ignore_aliases(self, data: Any) -> bool:
        """Nothing is written as an alias."""
        return True


def brief(problems: Iterable[Problem]) -> list[Place]:
    """What tests compare of problems."""
    return [(problem.line, problem.col, problem.rule, problem.text) for problem in problems]


def changed(old: str, new: str, text: str = CARRIER) -> str:
    """The file with one place changed."""
    assert text.count(old) == 1, f"{text.count(old)} times in the file: {old}"
    return text.replace(old, new)


def write_data(root: Path, carriers: Mapping[str, str | bytes], facts: Mapping[str, str | bytes] = FACTS) -> Folders:
    """The two folders of data below root, emptied first."""
    folders = Folders(carriers=root / "carriers", facts=root / "facts")
    for folder, files in ((folders.carriers, carriers), (folders.facts, facts)):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        for name, text in files.items():
            (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folders


def read(
    root: Path, carriers: Mapping[str, str | bytes], facts: Mapping[str, str | bytes] = FACTS
) -> tuple[Data, list[Problem]]:
    """What the reader makes of these files."""
    return read_all(write_data(root, carriers, facts), TODAY)


def found(root: Path, text: str) -> list[Place]:
    """Every problem of one carrier file."""
    return brief(read(root, {"nord.yml": text})[1])


def found_in_topic(root: Path, text: str) -> list[Place]:
    """Every problem of one file of shared facts."""
    return brief(read(root, {"nord.yml": CARRIER}, {"questions.yml": QUESTIONS, "law.yml": text})[1])


def merged(base: Any, change: Any) -> Any:
    """Base with the changes: mappings key by key, all else replaced; None removes a key."""
    if not (isinstance(base, dict) and isinstance(change, dict)):
        return change
    whole = {key: merged(base.get(key), value) for key, value in change.items()}
    return {key: value for key, value in {**base, **whole}.items() if value is not None}


def carrier(**changes: Any) -> dict[str, Any]:
    """The small carrier as plain data, with changes merged in."""
    whole: dict[str, Any] = merged(plain(read_tree("nord.yml", CARRIER.encode())[0]), changes)
    return whole


def as_yaml(data: Any) -> str:
    """Plain data as YAML."""
    return yaml.dump(data, Dumper=PlainDumper, allow_unicode=True, sort_keys=False, width=10_000)


def plain(node: Node | None) -> Any:
    """A tree without its places."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Tree():
            return {key: plain(child) for key, (_, child) in node.entries.items()}
        case _:
            return None
