"""What a page says of the age of its sources, and of when it was checked."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from composing.attention import never_live
from composing.claims import Claim
from writing.facts import Speaker

# Stands for a number in a sentence that is taken apart around it; no keyboard writes it.
_NUMBER = "\ufffc"


@dataclass(frozen=True, slots=True)
class Age:
    """What a page says at its place for age.

    before, after: the sentence about claims past their limit, around their number; stale: that number as of the build;
    later: how many more are past it from which day on, which a script counts when the page is read; more: what else is
    said.
    """

    before: str
    stale: int
    after: str
    later: Mapping[date, int]
    more: str


def age(speaker: Speaker, claims: Iterable[Claim], *further: str) -> Age:
    """The notice for the claims of a page; further: sentences after that on the last check."""
    listed = list(claims)
    before, _, after = speaker.phrases.say("age.stale", total=len(listed), stale=_NUMBER).partition(_NUMBER)
    later = Counter(sorted(claim.stale_from for claim in listed if claim.stale_from and not claim.stale))
    more = speaker.phrases.joined([*_checked(speaker, listed), *further])
    return Age(before, sum(claim.stale for claim in listed), after, later, more)


def _checked(speaker: Speaker, claims: Iterable[Claim]) -> list[str]:
    day = max((claim.checked for claim in claims if claim.checked), default=None)
    return [speaker.phrases.say("age.checked", date=speaker.day(day))] if day else []


def live_line(speaker: Speaker, claims: Iterable[Claim]) -> str:
    """The note for the top of a page whose rules were never read live, "" for others."""
    return speaker.phrases.say("age.never") if never_live(claims) else ""


def paper_line(speaker: Speaker, claims: Iterable[Claim]) -> str:
    """The same for a sheet, in few words: when it was last checked, or that nothing was read live; "" for neither."""
    listed = list(claims)
    never = [speaker.phrases.say("age.never_paper")] if never_live(listed) else []
    return next(iter([*_checked(speaker, listed), *never]), "")
