"""Carriers that do not exist: the reader takes them, and nothing in them is left to chance."""

from pathlib import Path

from model.records import Data
from model.vocabulary import ContactKind
from reading.load import Folders, read_all
from support import project
from support.small_site import tree
from support.synthetic import write_carriers


def phones(data: Data) -> set[str]:
    contacts = [contact for one in data.carriers.values() for contact in one.contacts]
    return {contact.value for contact in contacts if contact.kind == ContactKind.PHONE}


def test_the_reader_takes_all_of_them(tmp_path: Path) -> None:
    write_carriers(tmp_path, 75)
    data, problems = read_all(Folders(tmp_path, project.ROOT / "docs" / "facts"), project.TODAY)
    own = {problem.rule for problem in project.inputs().warnings}
    assert {problem.rule for problem in problems} <= own
    assert list(data.carriers) == [f"synthetic-{number:04}" for number in range(1, 76)]


def test_none_bears_the_name_of_a_company(tmp_path: Path) -> None:
    write_carriers(tmp_path, 75)
    data, _ = read_all(Folders(tmp_path, project.ROOT / "docs" / "facts"), project.TODAY)
    names = [name for one in data.carriers.values() for name in (one.name, *(alias.text for alias in one.aliases))]
    assert len(names) == len(set(names))
    assert all(name.startswith("Synthetic ") for name in names)


def test_none_has_the_number_of_a_company(tmp_path: Path) -> None:
    write_carriers(tmp_path, 75)
    data, _ = read_all(Folders(tmp_path, project.ROOT / "docs" / "facts"), project.TODAY)
    synthetic, real = phones(data), phones(project.inputs().data)
    assert len(synthetic) > len(real) > 0
    assert synthetic.isdisjoint(real)


def test_the_same_call_gives_the_same_bytes(tmp_path: Path) -> None:
    write_carriers(tmp_path / "one", 75)
    write_carriers(tmp_path / "other", 75)
    assert tree(tmp_path / "one") == tree(tmp_path / "other")


def test_more_carriers_leave_the_first_as_they_are(tmp_path: Path) -> None:
    write_carriers(tmp_path / "few", 30)
    write_carriers(tmp_path / "many", 75)
    assert tree(tmp_path / "few").items() <= tree(tmp_path / "many").items()
