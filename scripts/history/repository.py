"""Changes of facts from the repository's history: what feeds and changed dates are made from."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath

from history.git import Commit, NoHistory, Touched, commits, contents, whole_repository
from history.versions import AnyShape, Held, Version, read_version
from model.history import NO_HISTORY, Change, History
from reading.load import QUESTIONS
from reading.schema import CARRIER, TOPIC

Facts = Mapping[str, Held]


def read_history(root: Path, carriers: Path, facts: Path) -> History:
    """Every change of a fact on the main line of the repository around root, for the files of two folders in it.

    Empty without git, without a repository, before its first commit, for a clone that is shallow or lacks contents,
    and where a folder lies outside the repository. A version of a file, or of one fact, that cannot be read counts as
    unchanged. A renamed file is one removed and one added: addresses begin with its name. What is not committed does
    not appear. The day a build stands for (SOURCE_DATE_EPOCH) leaves nothing out: commits dated after it count too.
    """
    try:
        top, head = whole_repository(root.resolve())
        return _up_to(top, head, _inside(top, carriers), _inside(top, facts))
    except (NoHistory, OSError):
        return NO_HISTORY


# What a commit's history is never changes, and a running server builds again and again.
@lru_cache(maxsize=1)
def _up_to(top: Path, head: str, carriers: str, facts: str) -> History:
    folders: dict[str, AnyShape] = {carriers: CARRIER, facts: TOPIC}
    found = [_data_only(commit, folders) for commit in commits(top, head, list(folders))]
    with contents(top) as content:
        return _history(_Story(folders, found, content).changes())


def _inside(top: Path, folder: Path) -> str:
    """A folder's path in the repository."""
    path = folder.resolve()
    if not path.is_relative_to(top):
        raise NoHistory
    return path.relative_to(top).as_posix()


def _data_only(commit: Commit, folders: Mapping[str, AnyShape]) -> Commit:
    """The commit without files that are no data files."""
    files = tuple(file for file in commit.files if _is_data(PurePosixPath(file.path), folders))
    return Commit(commit.name, commit.seconds, files)


def _is_data(path: PurePosixPath, folders: Mapping[str, AnyShape]) -> bool:
    shape = folders.get(path.parent.as_posix())
    return shape is not None and path.suffix == ".yml" and not (shape is TOPIC and path.name == QUESTIONS)


def _history(changes: Iterator[Change]) -> History:
    by_address: dict[str, list[Change]] = {}
    for change in changes:
        by_address.setdefault(change.address, []).insert(0, change)
    return History({address: tuple(found) for address, found in by_address.items()})


class _Story:
    """Goes through the commits and knows what every file holds by then."""

    def __init__(self, folders: Mapping[str, AnyShape], found: list[Commit], content: Callable[[str], bytes]) -> None:
        self._folders = folders
        self._commits = found
        self._content = content
        self._files: dict[str, Facts] = {}
        # A blob is read once, and kept only while a later commit brings it back.
        self._left = Counter(self._key(file) for commit in found for file in commit.files)
        self._read: dict[tuple[str, str], Version | None] = {}

    def changes(self) -> Iterator[Change]:
        """Every change, oldest commit first, in the order of the files and of the facts in them."""
        for number, commit in enumerate(self._commits, 1):
            for file in commit.files:
                old = self._files.get(file.path, {})
                new = self._files[file.path] = self._facts(file, old)
                yield from _compared(PurePosixPath(file.path).stem, commit, number, old, new)

    def _facts(self, file: Touched, old: Facts) -> Facts:
        """What a file holds after a commit; what cannot be read stays as it was."""
        version = self._version(file) if file.blob else Version({}, frozenset())
        if version is None:
            return old
        return {**version.facts, **{name: old[name] for name in old if name in version.unread}}

    def _version(self, file: Touched) -> Version | None:
        key = folder, blob = self._key(file)
        if key not in self._read:
            self._read[key] = read_version(self._folders[folder], self._content(blob))
        self._left[key] -= 1
        return self._read[key] if self._left[key] else self._read.pop(key)

    @staticmethod
    def _key(file: Touched) -> tuple[str, str]:
        """What decides how a file is read: its folder and its content."""
        return PurePosixPath(file.path).parent.as_posix(), file.blob


def _compared(owner: str, commit: Commit, number: int, old: Facts, new: Facts) -> Iterator[Change]:
    for name in (*new, *(name for name in old if name not in new)):
        before, after = old.get(name), new.get(name)
        if before and after and before.substance == after.substance:
            continue
        held = after or before
        yield Change(
            address=f"{owner}:{name}",
            kind="changed" if before and after else "added" if after else "removed",
            commit=commit.name,
            seconds=commit.seconds,
            before=before.fact if before else None,
            after=after.fact if after else None,
            sources=held.sources if held else (),
            old_sources=before.sources if before else (),
            number=number,
        )
