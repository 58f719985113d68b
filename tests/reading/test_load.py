"""All files together: the files with every fault, and the rules that exist."""

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.problem import Problem
from reading.load import Folders, read_all
from support.carriers import CARRIER, TODAY, brief, changed, read, write_data

HERE = Path(__file__).parent
FAULTY = HERE / "faulty"
READING = HERE.parent.parent / "scripts" / "reading"
DATA = Folders(carriers=Path("carriers"), facts=Path("facts"))
# Faults of bytes, which git and editors would repair in a file of their own.
BYTES: dict[str, bytes] = {
    "file-size": b"# " + b"a" * 65536 + b"\n",
    "file-bom": b"\xef\xbb\xbf" + CARRIER.encode(),
    "file-encoding": CARRIER.encode("iso-8859-1"),
    "file-character": CARRIER.replace("Nord Mobil", "Nord\u00a0Mobil").encode(),
    "file-newline": CARRIER.replace("\n", "\r\n").encode(),
    "file-normal-form": CARRIER.replace("Vilkår", "Vilka\u030ar").encode(),
}
# The argument that names the rule, by the function that takes it.
RULE_ARGUMENT = {"Problem": 3, "add": 1, "report": 1, "Pattern": 1, "check": 0}


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> list[Problem]:
    monkeypatch.chdir(FAULTY)
    return read_all(DATA, TODAY)[1]


# Their faults are planted in test_letters.py and test_shipped.py.
ELSEWHERE = {READING / name for name in ("letters.py", "letter_checks.py", "shipped.py")}


def rules_of_the_code() -> Iterator[str]:
    """Every rule that a module of the reader can report, from the calls that report it."""
    for path in sorted(set(READING.glob("*.py")) - ELSEWHERE):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                at = RULE_ARGUMENT.get(name, len(node.args))
                yield from (str(arg.value) for arg in node.args[at : at + 1] if isinstance(arg, ast.Constant))


def test_files_with_every_fault_list_every_fault_in_order(faulty: list[Problem]) -> None:
    expected = (FAULTY / "expected.txt").read_text(encoding="utf-8")
    assert "".join(f"{problem}\n" for problem in faulty).splitlines() == expected.splitlines()


def test_every_rule_has_a_planted_fault(faulty: list[Problem]) -> None:
    planted = {problem.rule for problem in faulty} | set(BYTES) | {"file-read"}
    assert planted == set(rules_of_the_code())


@pytest.mark.parametrize("rule", BYTES)
def test_fault_of_bytes_is_the_only_problem_of_its_file(tmp_path: Path, rule: str) -> None:
    problems = read(tmp_path, {"nord.yml": BYTES[rule]})[1]
    assert {problem.rule for problem in problems} == {rule}


def test_problems_are_sorted_and_each_is_there_once(faulty: list[Problem]) -> None:
    assert faulty == sorted(set(faulty))


def test_every_problem_has_a_place_and_advice_on_one_line_each(faulty: list[Problem]) -> None:
    for problem in faulty:
        assert (FAULTY / problem.file).read_text(encoding="utf-8").split("\n")[problem.line - 1][problem.col - 1 :]
        assert problem.advice
        assert str(problem).count("\n") == 1


def test_wrong_example_is_reported_as_the_issue_writes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE / "issue")
    [problem] = read_all(DATA, TODAY)[1]
    assert str(problem) == (
        "carriers/ice.yml:41:10: error [notice-example] notice.example.ends must be 2026-07-31 "
        "for rule end-of-next-month: '2026-08-31'\n"
        "    recompute the example from the rule, counted from the day the carrier receives the notice"
    )


def test_right_example_has_no_problem(tmp_path: Path) -> None:
    shutil.copytree(HERE / "issue", tmp_path, dirs_exist_ok=True)
    ice = tmp_path / "carriers" / "ice.yml"
    ice.write_text(ice.read_text(encoding="utf-8").replace("2026-08-31", "2026-07-31"), encoding="utf-8")
    assert read_all(Folders(tmp_path / "carriers", tmp_path / "facts"), TODAY)[1] == []


def test_data_of_a_sound_folder_is_loaded(tmp_path: Path) -> None:
    data, problems = read(tmp_path, {"nord.yml": CARRIER})
    assert problems == []
    assert (list(data.carriers), list(data.topics), list(data.questions)) == (["nord"], ["law"], ["last-bill"])


def test_what_earns_a_warning_is_loaded(tmp_path: Path) -> None:
    text = changed("https://nord.example/vilkar", "http://nord.example/vilkar")
    data, [problem] = read(tmp_path, {"nord.yml": text})
    assert (problem.severity, problem.rule) == ("warning", "link-http")
    assert data.carriers["nord"].sources["terms"].url == "http://nord.example/vilkar"


def test_every_problem_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    text = changed("https://nord", "http://nord").replace("name: Nord", "name: ''")
    problems = read(tmp_path, {"nord.yml": text, "sor.yml": "a: &b c\n"})[1]
    assert [problem.rule for problem in problems] == ["text-line", "link-http", "yaml-anchor"]


def test_order_of_files_is_that_of_their_names(tmp_path: Path) -> None:
    names = ["b.yml", "a-b.yml", "a.yml", "ab.yml"]
    problems = read(tmp_path, dict.fromkeys(names, "a: b: c\n"))[1]
    assert [Path(problem.file).name for problem in problems] == sorted(names)


def test_files_that_are_not_yaml_are_left_alone(tmp_path: Path) -> None:
    assert read(tmp_path, {"nord.yml": CARRIER, "README.md": "a: b: c\n"})[1] == []


def test_file_that_cannot_be_opened_is_a_problem_of_its_own(tmp_path: Path) -> None:
    folders = write_data(tmp_path, {"nord.yml": CARRIER})
    (folders.carriers / "gone.yml").symlink_to(tmp_path / "nowhere.yml")
    (folders.facts / "folder.yml").mkdir()
    (folders.facts / "questions.yml").unlink()
    problems = read_all(folders, TODAY)[1]
    assert brief(problems) == [
        (1, 1, "file-read", "file must be readable: No such file or directory"),
        (1, 1, "file-read", "file must be readable: Is a directory"),
        (1, 1, "file-read", "file must be readable: No such file or directory"),
    ]
