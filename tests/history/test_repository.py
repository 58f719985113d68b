"""Which commits change a fact, and when the history says nothing."""

import shutil
import subprocess
from pathlib import Path

import pytest

from history.repository import read_history
from history.versions import Version, read_version
from model.history import NO_HISTORY, Change
from model.records import Carrier, Notice
from model.vocabulary import Rule
from reading.shapes import Shape
from support.carriers import CARRIER, TOPIC, changed
from support.repository import DAY, FIRST, START, Repository, brief, history_of, newest

RULE = changed("rule: end-of-next-month", "rule: end-of-month")
RULE = changed("received: 2026-06-10, ends: 2026-07-31", "received: 2026-06-10, ends: 2026-06-30", RULE)
SECOND_PHONE = changed(
    "contracts:\n",
    '  - {id: phone-2, kind: phone, value: "+4722000000", print: "+47 22 00 00 00", source: terms, confidence: low}\n'
    "contracts:\n",
)
NOTICE = "nord:notice"
OF_NORD = ["phone", "cancel-phone", "notice", *(f"guide-{one}" for one in ("unlimited", "4g", "5g", "esim"))]
OF_NORD = sorted(f"nord:{name}" for name in [*OF_NORD, "guide-smart-card"])


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repository")
    made.commit({"README.md": "# Nord\n"})
    made.commit(FIRST)
    return made


def later(repository: Repository) -> list[tuple[str, str]]:
    """Kind and address of every change after the commit that added all."""
    return [(kind, address) for number, kind, address in brief(repository.history()) if number > 1]


def test_first_commit_of_a_file_adds_its_facts(repository: Repository) -> None:
    history = repository.history()
    added = [(1, "added", address) for address in [*OF_NORD, "law:billing", "law:binding"]]
    assert brief(history) == sorted(added)
    change = newest(history, NOTICE)
    assert (change.before, change.old_sources) == (None, ())
    assert [source.key for source in change.sources] == ["terms"]
    assert (change.seconds, change.commit) == (START + DAY, repository.git("rev-parse", "HEAD"))
    assert str(history.changed_on(NOTICE)) == "2026-01-02"


def test_changed_rule_is_a_change_of_one_fact(repository: Repository) -> None:
    name = repository.commit({"carriers/nord.yml": RULE})
    history = repository.history()
    assert later(repository) == [("changed", NOTICE)]
    change = newest(history, NOTICE)
    assert isinstance(change.before, Notice)
    assert isinstance(change.after, Notice)
    assert (change.before.rule, change.after.rule) == (Rule.END_OF_NEXT_MONTH, Rule.END_OF_MONTH)
    assert (change.commit, change.number, str(change.on)) == (name, 2, "2026-01-03")
    assert str(history.owner_changed_on("nord")) == "2026-01-03"
    assert str(history.owner_changed_on("law")) == "2026-01-02"
    assert history.owner_changed_on("nor") is None


def test_wording_order_and_comments_are_no_change(repository: Repository) -> None:
    reworded = changed("账单。", "关于账单。", TOPIC)
    commented = "# about Nord\n" + changed("title: Vilkår for mobil", "title: Vilkår")
    repository.commit({"docs/facts/law.yml": reworded, "carriers/nord.yml": commented})
    assert later(repository) == []


def test_a_number_in_the_text_is_a_change(repository: Repository) -> None:
    repository.commit({"docs/facts/law.yml": changed("账单。", "账单留5年。", TOPIC)})
    assert later(repository) == [("changed", "law:billing")]


def test_new_edition_of_a_source_changes_the_facts_that_cite_it(repository: Repository) -> None:
    repository.commit({"carriers/nord.yml": changed("dated: 2026-06-05", "dated: 2026-11-01")})
    cite = {"nord:phone", "nord:cancel-phone", NOTICE, "nord:guide-unlimited", "nord:guide-smart-card"}
    assert set(later(repository)) == {("changed", address) for address in cite}
    change = newest(repository.history(), NOTICE)
    assert [str(source.dated) for source in (*change.old_sources, *change.sources)] == ["2026-06-05", "2026-11-01"]


def test_added_and_removed_facts(repository: Repository) -> None:
    repository.commit({"carriers/nord.yml": SECOND_PHONE})
    repository.commit({"carriers/nord.yml": CARRIER})
    assert later(repository) == [("added", "nord:phone-2"), ("removed", "nord:phone-2")]
    change = newest(repository.history(), "nord:phone-2")
    assert change.after is None
    assert change.before
    assert [source.key for source in change.sources] == ["terms"]


def test_change_and_return_are_two_changes_newest_first(repository: Repository) -> None:
    for text in (RULE, CARRIER):
        repository.commit({"carriers/nord.yml": text})
    assert [change.number for change in repository.history().changes[NOTICE]] == [3, 2, 1]


def test_renamed_file_is_one_removed_and_one_added(repository: Repository) -> None:
    repository.git("mv", "carriers/nord.yml", "carriers/sor.yml")
    repository.commit({})
    renamed = [("removed", address) for address in OF_NORD]
    renamed += [("added", address.replace("nord", "sor")) for address in OF_NORD]
    assert sorted(later(repository)) == sorted(renamed)


def test_merge_counts_once_on_the_day_it_came_in(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "side")
    repository.commit({"carriers/nord.yml": RULE})
    repository.git("switch", "--quiet", "main")
    repository.commit({"README.md": "# Nord and others\n"})
    repository.git("merge", "--quiet", "--no-ff", "--message", "merge", "side")
    assert later(repository) == [("changed", NOTICE)]
    assert str(repository.history().changed_on(NOTICE)) == "2026-01-05"
    assert newest(repository.history(), NOTICE).commit == repository.git("rev-parse", "main")


@pytest.mark.parametrize("text", ["slug: [nord\n", "", b"\xff\xfe\n", "- list\n", "a: &b c\n"])
def test_version_that_cannot_be_read_counts_as_unchanged(repository: Repository, text: str | bytes) -> None:
    repository.commit({"carriers/nord.yml": text})
    repository.commit({"carriers/nord.yml": RULE})
    assert later(repository) == [("changed", NOTICE)]
    assert newest(repository.history(), NOTICE).number == 3


def test_fact_that_cannot_be_read_counts_as_unchanged_and_others_are_read(repository: Repository) -> None:
    slip = changed("rule: end-of-next-month", "rule: end-of-nxt-month", changed('"+4791509000"', '"+4791509001"'))
    repository.commit({"carriers/nord.yml": slip})
    repository.commit({"carriers/nord.yml": changed('"+4791509000"', '"+4791509001"')})
    assert later(repository) == [("changed", "nord:phone")]


def test_only_data_files_of_the_two_folders_are_read(repository: Repository) -> None:
    other = changed("slug: nord", "slug: sor")
    places = [
        "carriers/old/sor.yml",
        "sor.yml",
        "carriers/sor.yaml",
        "docs/sor.yml",
        "carriers/.#sor",
        "carriers2/a.yml",
    ]
    repository.commit(dict.fromkeys(places, other))
    (repository.root / "carriers" / "link.yml").symlink_to("nord.yml")
    repository.commit({})
    assert later(repository) == []


def test_what_is_not_committed_does_not_appear(repository: Repository) -> None:
    before = repository.history()
    repository.write({"carriers/nord.yml": RULE})
    assert repository.history() == before
    repository.git("add", "--all")
    assert repository.history() == before


def test_commits_after_the_day_of_the_build_count(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit({"carriers/nord.yml": RULE})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(START))
    assert later(repository) == [("changed", NOTICE)]


def test_clocks_that_run_backwards_do_not_turn_the_history_round(repository: Repository) -> None:
    repository.count = -400
    repository.commit({"carriers/nord.yml": RULE})
    newest_first = repository.history().changes[NOTICE]
    assert [change.number for change in newest_first] == [2, 1]
    assert newest_first[0].seconds < newest_first[1].seconds


def test_equal_content_is_read_once(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in (RULE, CARRIER, RULE):
        repository.commit({"carriers/nord.yml": text})
    seen: list[bytes] = []

    def watched(shape: Shape[Carrier], data: bytes) -> Version | None:
        seen.append(data)
        return read_version(shape, data)

    monkeypatch.setattr("history.repository.read_version", watched)
    assert len(repository.history().changes[NOTICE]) == 4
    assert sorted(seen) == sorted([CARRIER.encode(), RULE.encode(), TOPIC.encode()])


def test_without_a_repository_nothing_is_told(tmp_path: Path) -> None:
    assert history_of(tmp_path) == NO_HISTORY
    assert history_of(tmp_path / "nowhere") == NO_HISTORY


def test_before_the_first_commit_nothing_is_told(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    made.write(FIRST)
    assert made.history() == NO_HISTORY


def test_without_git_nothing_is_told(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository.root))
    assert repository.history() == NO_HISTORY


@pytest.mark.parametrize("limit", ["--depth=1", "--depth=2", "--shallow-since=2026-01-02"])
def test_shallow_clone_tells_nothing(repository: Repository, tmp_path: Path, limit: str) -> None:
    repository.commit({"carriers/nord.yml": RULE})
    repository.git("clone", "--quiet", limit, f"file://{repository.root}", str(tmp_path / "clone"))
    assert history_of(tmp_path / "clone") == NO_HISTORY


def test_clone_without_contents_tells_nothing_and_fetches_nothing(repository: Repository, tmp_path: Path) -> None:
    repository.commit({"carriers/nord.yml": RULE})
    repository.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--no-checkout", "--filter=blob:none", f"file://{repository.root}", str(clone))
    before = sorted(path.name for path in (clone / ".git" / "objects" / "pack").iterdir())
    assert history_of(clone) == NO_HISTORY
    assert sorted(path.name for path in (clone / ".git" / "objects" / "pack").iterdir()) == before


def test_folders_outside_the_repository_tell_nothing(repository: Repository, tmp_path: Path) -> None:
    outside = tmp_path / "carriers"
    shutil.copytree(repository.root / "carriers", outside)
    facts = repository.root / "docs" / "facts"
    assert read_history(repository.root, outside, facts) == NO_HISTORY
    assert read_history(repository.root, repository.root / "carriers", tmp_path) == NO_HISTORY


def test_a_full_clone_and_a_folder_of_the_repository_tell_the_same(repository: Repository, tmp_path: Path) -> None:
    repository.commit({"carriers/nord.yml": RULE})
    clone = tmp_path / "clone with a\nline end"
    subprocess.run(["git", "clone", "--quiet", repository.root, clone], check=True, capture_output=True)  # noqa: S607 -- wherever git is
    assert history_of(clone) == repository.history()
    root = repository.root
    assert read_history(root / "docs", root / "carriers", root / "docs" / "facts") == repository.history()


def test_relative_folders_are_found(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository.root / "docs")
    assert read_history(Path(".."), Path("../carriers"), Path("facts")) == repository.history()


def test_configuration_and_variables_change_nothing(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in (RULE, CARRIER):
        repository.commit({"carriers/nord.yml": text})
    before = repository.history()
    loud = ["log.showSignature", "log.follow", "diff.relative", "color.ui", "diff.renames", "core.quotePath"]
    for name in loud:
        repository.git("config", name, {"color.ui": "always", "diff.renames": "copies"}.get(name, "true"))
    repository.write({"order": "docs\ncarriers\n"})
    for name, text in {"log.showRoot": "false", "diff.orderFile": "order", "log.diffMerges": "off"}.items():
        repository.git("config", name, text)
    monkeypatch.setenv("GIT_DIR", str(repository.root / "elsewhere"))
    monkeypatch.setenv("GIT_CONFIG_PARAMETERS", "'core.bare=true'")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(repository.root / "order"))
    # The last answer is remembered by commit; another commit makes it ask again.
    name = repository.commit({"README.md": "# Nord\n\nMore.\n"})
    assert repository.git("rev-parse", "HEAD") == name
    assert repository.history() == before


def test_changes_know_their_owner() -> None:
    change = Change("nord:notice", "added", "0" * 40, START, None, None, ())
    assert (change.owner, str(change.on), change.number) == ("nord", "2026-01-01", 0)
