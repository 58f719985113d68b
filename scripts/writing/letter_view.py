"""A letter in two languages, line by line: what the templates print and the reader's browser fills."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from composing.claims import Claim, Library
from composing.letters import BOARD_NAME, LetterEnd, ReadyLetter, brand, party
from model.letters import BLANK, SLOT, EndWords, LetterField, Letters, Line, Signature, Version
from model.records import TextFact
from model.vocabulary import ContractKind
from model.words import Text
from writing.facts import Speaker

# Where the name of a law ends in the title of its source: Ekomforskriften § 1-8, Inkassoloven (LOV-…).
_LAW_NAME = re.compile(r"[^(§,]+")
_COLON = {"zh": "：", "en": ": ", "nb": ": "}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line: plain text, the name of a slot with what stands there, or a law with its fact's address."""

    text: str
    slot: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """One line as it is sent, and as the reader reads it ("" where that is the same)."""

    part: str
    sent: tuple[Piece, ...]
    read: tuple[Piece, ...]
    optional: bool = False
    only: tuple[ContractKind, ...] = ()


def law(claim: Claim) -> str:
    """The law that a fact stands on, as a letter names it: ekomforskriften § 1-8."""
    found = _LAW_NAME.match(claim.sources[0].title)
    name = found[0].strip() if found else claim.sources[0].title
    return f"{name[:1].lower()}{name[1:]} {claim.fact.section}"


def written(pieces: Iterable[Piece]) -> str:
    """A line as text."""
    return "".join(piece.text for piece in pieces)


class LetterSpeaker:
    """Says letters in one language beside the language they are sent in."""

    def __init__(self, speaker: Speaker, library: Library, letters: Letters) -> None:
        self.speaker = speaker
        self.letters = letters
        self.language = speaker.phrases.source
        self._laws = {claim.address: law(claim) for claim in library.shared(*letters.cited)}
        [body] = library.shared(BOARD_NAME)
        self._body = body.fact.value if isinstance(body.fact, TextFact) and isinstance(body.fact.value, str) else ""

    def pairs(self, version: Version, sent_in: str, known: Mapping[str, Text]) -> tuple[Pair, ...]:
        """The whole letter, from whom it goes to down to the name; known: what the data put into slots."""
        own = self.language == sent_in
        return tuple(
            Pair(
                part=part,
                sent=tuple(self._pieces(line.text.into(sent_in), sent_in, known)),
                read=() if own else tuple(self._pieces(self.speaker.text(line.text), self.language, known)),
                optional=line.optional,
                only=line.only,
            )
            for part, line in self._lines(version)
        )

    def ready(self, letter: ReadyLetter) -> Iterator[Pair]:
        """The letter of a carrier's main contract: what the data know is filled in, what is optional left out."""
        end = letter.contracts[0]
        known = self.known(end) | {"company": same(party(letter) or BLANK)}
        known["carrier"] = same(brand(letter.carrier) or BLANK)
        for pair in self.pairs(letter.version, letter.carrier.language, known):
            if not pair.optional and (not pair.only or end.kind in pair.only):
                yield pair

    def _lines(self, version: Version) -> Iterator[tuple[str, Line]]:
        """Every line with the part of the letter that it is."""
        frame, by_hand = self.letters.frame, version.sign == Signature.HAND
        yield "to", Line(text=getattr(frame, version.to))
        if not by_hand:
            yield "date", Line(text=frame.date)
        yield "subject", Line(text=version.subject)
        yield from (("line", line) for line in version.lines)
        yield "heading", Line(text=frame.details)
        yield from (("detail", detail(field)) for field in self.letters.details(version))
        if not by_hand:
            yield "regards", Line(text=frame.regards)
        yield "sign", Line(text=frame.hand if by_hand else same(f"{{{version.sign}}}"))

    def _pieces(self, text: str, language: str, known: Mapping[str, Text]) -> Iterator[Piece]:
        place = 0
        for match in SLOT.finditer(text):
            if match.start() > place:
                yield Piece(text[place : match.start()])
            yield self._slot(match[1], language, known)
            place = match.end()
        if place < len(text):
            yield Piece(text[place:])

    def _slot(self, name: str, language: str, known: Mapping[str, Text]) -> Piece:
        if ":" in name:
            return Piece(self._laws[name], address=name)
        if name == "body":
            return Piece(self._body, address=BOARD_NAME)
        if name in known:
            words = known[name]
            return Piece(words.into(language) if language != self.language else self.speaker.text(words), name)
        return Piece(BLANK, name)

    def known(self, end: LetterEnd) -> dict[str, Text]:
        """The words for a contract and for its wished end, without which a letter would have holes."""
        words = self.letters.ends[end.words]
        filled = Text(**{name: words.into(name).replace("{days}", str(end.days)) for name in _COLON})
        return {"contract": self.letters.contracts[end.kind], "end": filled}

    def unknown(self) -> dict[str, Text]:
        """The same where no carrier is chosen."""
        return self.known(LetterEnd(ContractKind.SUBSCRIPTION, EndWords.SOONEST))

    def unknown_abroad(self) -> dict[str, Text]:
        """The same for sellers outside Norway."""
        return self.known(LetterEnd(ContractKind.TRAVEL, EndWords.SOONEST))


def detail(field: LetterField) -> Line:
    """The line of a field: Kundenummer: {customer}."""
    words = {name: f"{field.label.into(name)}{colon}{{{field.id}}}" for name, colon in _COLON.items()}
    return Line(text=Text(**words), optional=field.optional)


def same(text: str) -> Text:
    """A name: it is written alike in every language."""
    return Text(zh=text, en=text, nb=text)
