"""What the trust marks of a page mean: one sentence for each kind of source and each warning word that it shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from composing.claims import DOUBTS
from model.vocabulary import Caveat, Rung, SourceKind
from writing.facts import Said, Speaker

# Each kind of source, strongest first, with the rung whose shape stands before it.
KINDS = {
    "law": Rung.LAW,
    "regulator": Rung.LAW,
    "official-live": Rung.OFFICIAL_LIVE,
    "official-archived": Rung.OFFICIAL_ARCHIVED,
    "guidance": Rung.GUIDANCE,
    SourceKind.PRESS.value: Rung.THIRD_PARTY,
    SourceKind.THIRD_PARTY.value: Rung.THIRD_PARTY,
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word of the marks, the shape before it ("" for none), and what it means."""

    rung: str
    word: str
    text: str


def legend(speaker: Speaker, shown: Iterable[Said]) -> tuple[Meaning, ...]:
    """The meanings of what these claims show, kinds of sources first; nothing that they do not show."""
    claims = list(_all(shown))
    marks = {mark.kind for said in claims for mark in said.marks}
    caveats = {caveat for said in claims for caveat in said.caveats}
    say = speaker.phrases.say
    found = [Meaning(rung, say(f"mark.{kind}"), say(f"mark_legend.{kind}")) for kind, rung in KINDS.items()]
    for caveat in Caveat:
        rung = Rung.UNKNOWN if caveat in DOUBTS else ""
        found.append(Meaning(rung, say(f"caveat.{caveat}"), say(f"mark_legend.{caveat}")))
    return tuple(meaning for meaning in found if meaning.word in marks | caveats)


def _all(shown: Iterable[Said]) -> Iterator[Said]:
    for said in shown:
        yield said
        yield from _all(said.beside)
