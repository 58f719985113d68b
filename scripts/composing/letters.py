"""(kind, carrier) -> a letter with whom it goes to and how, or the reason why there is none. No language, no files."""

from collections.abc import Iterator
from dataclasses import dataclass

from composing.claims import Claim, Library, company
from model.letters import Addressee, EndWords, Letter, LetterKind, Letters, Version, WhyNot
from model.records import Carrier, Channel, Contact, Contract, Notice, ValueFact
from model.vocabulary import ContactKind, ContractKind, Purpose
from model.words import Question

# What a letter is for, where a source says what an address is for.
PURPOSES = {
    LetterKind.CANCELLATION: (Purpose.CANCEL, Purpose.STOP_RENEWAL),
    LetterKind.ABROAD: (Purpose.CANCEL,),
    LetterKind.POWER_OF_ATTORNEY: (Purpose.CANCEL,),
    LetterKind.DEATH: (Purpose.CANCEL,),
    LetterKind.WITHDRAWAL: (Purpose.REFUND,),
    LetterKind.BALANCE: (Purpose.REFUND,),
}
# Ways to hand a letter over, in the order of use: those that take a text at once, then a person, then the slow ones.
WAYS = (
    ContactKind.EMAIL,
    ContactKind.CHAT,
    ContactKind.FORM,
    ContactKind.PHONE,
    ContactKind.SHORT_CODE,
    ContactKind.SHOP,
    ContactKind.APP,
    ContactKind.POST,
    ContactKind.LOGIN,
    ContactKind.PAGE,
)
# These take no letter; they are named where nothing else is known, as a place to look for a way.
LAST_RESORT = frozenset({ContactKind.LOGIN, ContactKind.PAGE})
# Stands between the names of sellers that share a file.
SEVERAL = " / "
BOARD_NAME = "complaints:which-body"
BOARD_WAYS = ("complaints:bkn-online-form", "complaints:bkn-contact")


@dataclass(frozen=True, slots=True)
class LetterEnd:
    """A contract that the letter may be about, and the rule we go by; EndWords.SOONEST where none is known."""

    kind: ContractKind
    words: EndWords
    days: int = 0
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class LetterWay:
    """A way to hand a letter over; `contracts`: only for these, empty where it is the carrier's for everything."""

    claim: Claim
    contracts: tuple[ContractKind, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadyLetter:
    """A letter of one kind for one carrier.

    `company` is empty where no source names the contract's party, `mail` where no source gives an e-mail address for
    this; `ways` are all that exist, `asked` what to ask where none is known.
    """

    kind: LetterKind
    carrier: Carrier
    version: Version
    contracts: tuple[LetterEnd, ...]
    company: tuple[Claim, ...]
    mail: str
    ways: tuple[LetterWay, ...]
    asked: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class NoLetter:
    """Why a carrier has no letter of a kind."""

    kind: LetterKind
    carrier: Carrier
    why: WhyNot


def letter_for(library: Library, letters: Letters, kind: LetterKind, carrier: Carrier) -> ReadyLetter | NoLetter:
    """The letter of a kind for a carrier, or why there is none."""
    letter = next(one for one in letters.letters if one.id == kind)
    version = letter.norwegian if carrier.norwegian else letter.abroad
    if version is None:
        return NoLetter(kind, carrier, WhyNot.NOT_NORWEGIAN)
    contracts = _contracts(library, letter, carrier)
    if not contracts:
        return NoLetter(kind, carrier, letter.unsuited or WhyNot.NOT_CONSUMER)
    to_board = version.to == Addressee.BOARD
    ways = [LetterWay(claim) for claim in library.shared(*BOARD_WAYS)] if to_board else _ways(library, letter, carrier)
    return ReadyLetter(
        kind=kind,
        carrier=carrier,
        version=version,
        contracts=contracts,
        company=company(library, carrier),
        mail="" if to_board else _mail(kind, carrier),
        ways=tuple(ways),
        asked=() if ways else (library.data.questions["channels"],),
    )


def brand(carrier: Carrier) -> str:
    """What a letter calls the carrier; "" for a file of several sellers, of which the reader has one."""
    return "" if SEVERAL in carrier.name else carrier.name


def party(letter: ReadyLetter) -> str:
    """Whom a letter is addressed to: the contract's party, or the brand where no source names it."""
    facts = (claim.fact for claim in letter.company)
    return next((fact.value for fact in facts if isinstance(fact, ValueFact)), brand(letter.carrier))


def _contracts(library: Library, letter: Letter, carrier: Carrier) -> tuple[LetterEnd, ...]:
    """The carrier's contracts that the letter suits, the main one first."""
    suited = [(kind, contract) for kind, contract in carrier.contracts.items() if kind in letter.suits]
    return tuple(_end(library, carrier, kind, contract) for kind, contract in suited)


def _end(library: Library, carrier: Carrier, kind: ContractKind, contract: Contract) -> LetterEnd:
    notice: Notice | None = next(iter(contract.notice), None)
    claim = library.claim(carrier, notice) if notice else None
    # A rule on renewals gives no last day that one could ask for.
    if notice is None or str(notice.rule) not in list(EndWords):
        return LetterEnd(kind, EndWords.SOONEST, claim=claim)
    return LetterEnd(kind, EndWords(str(notice.rule)), notice.days, claim)


def _mail(kind: LetterKind, carrier: Carrier) -> str:
    mails = (one for one in carrier.contacts if one.kind == ContactKind.EMAIL and may_take(kind, carrier, one))
    return next((one.value for one in mails), "")


def may_take(kind: LetterKind, carrier: Carrier, contact: Contact) -> bool:
    """Whether a contact may be offered for a letter: no address that the data say is for something else."""
    said = {
        channel.purpose
        for contract in carrier.contracts.values()
        for channel in contract.channels
        if channel.contact == contact.id
    }
    addressed = contact.kind in (ContactKind.EMAIL, ContactKind.POST)
    return not (addressed and said) or not said.isdisjoint(PURPOSES.get(kind, ()))


def _ways(library: Library, letter: Letter, carrier: Carrier) -> list[LetterWay]:
    """Every contact that may take the letter, and the channels without a contact of their own, by kind."""
    contacts = [one for one in carrier.contacts if one.kind in WAYS and may_take(letter.id, carrier, one)]
    found = [(one.kind, LetterWay(library.claim(carrier, one))) for one in contacts]
    channels: dict[tuple[object, ...], list[tuple[ContractKind, Channel]]] = {}
    for kind, channel in _channels(letter, carrier):
        # A channel of several contracts, by one source, is one way.
        channels.setdefault((channel.kind, channel.name, channel.url, channel.source), []).append((kind, channel))
    for same in channels.values():
        channel = same[0][1]
        found.append((channel.kind, LetterWay(library.claim(carrier, channel), tuple(kind for kind, _ in same))))
    taking = [pair for pair in found if pair[0] not in LAST_RESORT]
    return [way for _, way in sorted(taking or found, key=lambda pair: WAYS.index(pair[0]))]


def _channels(letter: Letter, carrier: Carrier) -> Iterator[tuple[ContractKind, Channel]]:
    """The channels of the contracts that the letter suits, for what it asks."""
    wanted = PURPOSES.get(letter.id, (Purpose.CANCEL,))
    for kind, contract in carrier.contracts.items():
        for channel in contract.channels:
            if kind in letter.suits and channel.purpose in wanted and not channel.contact:
                yield kind, channel
