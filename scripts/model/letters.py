"""Letters to send, line by line in the written languages: what docs/letters.yml says."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from model.vocabulary import ContractKind, Rule
from model.words import Text

# {name} is filled by the reader or the data, {topic:id} by the law that a shared fact stands on.
SLOT = re.compile(r"\{([a-z0-9_:-]+)\}")
# What the data fill in; `day` and `days` stand only in what is said of the end.
DATA_SLOTS = frozenset({"carrier", "company", "contract", "body", "today"})
END_SLOTS = frozenset({"day", "days"})
BLANK = "____"


class LetterKind(StrEnum):
    """The letters, in the order of the page."""

    CANCELLATION = "cancellation"
    ABROAD = "abroad"
    POWER_OF_ATTORNEY = "power-of-attorney"
    WITHDRAWAL = "withdrawal"
    OBJECTION = "objection"
    BALANCE = "balance"
    ERASURE = "erasure"
    DEATH = "death"
    COMPLAINT = "complaint"
    BOARD = "board"


class WhyNot(StrEnum):
    """Why a carrier has no letter of a kind."""

    NOT_NORWEGIAN = "not-norwegian"
    NOT_CONSUMER = "not-consumer"
    NO_BILL = "no-bill"
    NO_PREPAID = "no-prepaid"


class FieldInput(StrEnum):
    """How a field is filled: one line, a day, some sentences."""

    LINE = "line"
    DATE = "date"
    LONG = "long"


class Signature(StrEnum):
    """Who signs: the customer, the heir, or by hand with place and date."""

    NAME = "name"
    HEIR = "heir"
    HAND = "hand"


class Addressee(StrEnum):
    """Whom a letter goes to."""

    COMPANY = "to"
    BOARD = "board"


class EndWords(StrEnum):
    """What is said of the wished end: a day, as soon as may be, or a notice rule in words."""

    DAY = "day"
    SOONEST = "soonest"
    NEXT_DAY = Rule.NEXT_DAY.value
    END_OF_MONTH = Rule.END_OF_MONTH.value
    END_OF_NEXT_MONTH = Rule.END_OF_NEXT_MONTH.value
    DAYS_AFTER_NOTICE = Rule.DAYS_AFTER_NOTICE.value


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterField:
    """Something the reader may fill in; a `detail` has a line of its own, which drops out if it is `optional`."""

    id: str
    label: Text
    why: Text
    input: FieldInput = FieldInput.LINE
    detail: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence; `optional` drops it while one of its slots is empty, `only` keeps it to kinds of contract."""

    text: Text
    optional: bool = False
    only: tuple[ContractKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A letter as it is sent to carriers in Norway, or to sellers elsewhere."""

    subject: Text
    lines: tuple[Line, ...]
    fields: tuple[str, ...]
    cites: tuple[str, ...] = ()
    sign: Signature = Signature.NAME
    to: Addressee = Addressee.COMPANY


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One kind of letter; `suits`: contracts it is for, `unsuited`: why a carrier with none of these has no such."""

    id: LetterKind
    title: Text
    when: Text
    suits: tuple[ContractKind, ...]
    norwegian: Version
    abroad: Version | None = None
    unsuited: WhyNot | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The lines that every letter shares."""

    to: Text
    board: Text
    date: Text
    details: Text
    regards: Text
    hand: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """The whole file."""

    frame: Frame
    contracts: Mapping[ContractKind, Text]
    ends: Mapping[EndWords, Text]
    fields: tuple[LetterField, ...]
    letters: tuple[Letter, ...]

    def field(self, name: str) -> LetterField:
        """A field by its id; StopIteration for another."""
        return next(field for field in self.fields if field.id == name)

    def details(self, version: Version) -> Iterator[LetterField]:
        """The fields of a letter that have a line of their own."""
        return (field for field in map(self.field, version.fields) if field.detail)

    @property
    def cited(self) -> tuple[str, ...]:
        """The shared facts of all letters, each once."""
        versions = (version for letter in self.letters for version in (letter.norwegian, letter.abroad) if version)
        return tuple(dict.fromkeys(address for version in versions for address in version.cites))


def slots(text: Text) -> tuple[set[str], set[str], set[str]]:
    """The slots of a text in zh, en and nb."""
    return set(SLOT.findall(text.zh)), set(SLOT.findall(text.en)), set(SLOT.findall(text.nb))
