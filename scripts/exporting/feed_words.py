"""A feed's entries in the words of one language: which fact, what it said, what it says, who says so and when."""

from collections.abc import Iterable, Iterator

from composing.claims import Claim, rung_of
from composing.site import Site
from exporting.events import Event
from history.substance import contract_of
from model.history import Change
from model.records import Carrier, Channel, Contact, Fact, GuideRef, PartialDate, Separate, Source, TextFact, ValueFact
from model.vocabulary import CheckResult, Need, Purpose, Rung
from writing.facts import Speaker

# A title names a fact, it does not tell it.
TITLE_LIMIT = 40
JOINT = " · "


class FeedSpeaker:
    """Says the events of one site in one language."""

    def __init__(self, speaker: Speaker, site: Site) -> None:
        self._speaker = speaker
        self._phrases = speaker.phrases
        self._data = site.library.data

    def name(self, owner: str) -> str:
        """The name of a carrier or topic; that of its file where it is gone."""
        if owner in self._data.carriers:
            return self._data.carriers[owner].name
        return self._speaker.text(self._data.topics[owner].name) if owner in self._data.topics else owner

    def title(self, event: Event) -> str:
        """Who and which fact, and whether it is new, changed or gone."""
        name = self.name(event.first.owner)
        if event.whole:
            return self._phrases.say(f"feed.all_{event.kind}", name=name, total=len(event.changes))
        return self._phrases.say(f"feed.{event.kind}", name=name, value=self._label(event.first))

    def content(self, event: Event) -> str:
        """Old value, new value and sources with their dates, a line each."""
        if event.whole:
            return self._phrases.say(f"feed.all_{event.kind}_text", total=len(event.changes))
        return "\n".join(self._lines(event.first))

    def _lines(self, change: Change) -> Iterator[str]:
        before = self._told(change, change.before, change.old_sources)
        after = self._told(change, change.after, change.sources)
        if before == after:
            yield self._phrases.say("feed.same", value=after)
        else:
            yield from self._said("feed.before", [before])
            yield from self._said("feed.after", [after])
        yield from self._sources(change)

    def _said(self, key: str, values: Iterable[str]) -> Iterator[str]:
        return (self._phrases.say(key, value=value) for value in values if value)

    def _told(self, change: Change, fact: Fact | None, sources: tuple[Source, ...]) -> str:
        """All that counts of a fact, "" for none; the contract only where that is what changed."""
        if fact is None:
            return ""
        claim = _claim(change.address, fact, sources)
        contracts = [contract_of(one) for one in (change.before, change.after) if one]
        moved = contract_of(fact) if len(set(contracts)) > 1 else ""
        parts = [self._phrases.say(f"contract.{moved}") if moved else "", *self._values(claim), *self._evidence(claim)]
        return JOINT.join(part for part in parts if part)

    def _values(self, claim: Claim) -> list[str]:
        fact, say = claim.fact, self._phrases.say
        said = self._speaker.said(claim)
        match fact:
            case Channel():
                return self._channel(claim.address, fact)
            case GuideRef():
                contracts = self._speaker.listed([say(f"contract.{kind}") for kind in fact.contracts])
                return [say(f"feed.applies.{fact.applies}"), contracts, self._speaker.listed(fact.plans)]
            case TextFact():
                about = say(f"step.not-{fact.about}.title") if fact.about else ""
                return [about, said.text, *_data_values(fact)]
            case Separate():
                return [self._speaker.separate(fact), self._speaker.text(fact.text)]
            case Contact():
                number = fact.value if _digits(fact.value) != _digits(said.value) else ""
                return list(dict.fromkeys([said.text, said.value, number, fact.name, fact.url]))
            case _:
                return [said.text, said.expected]

    def _channel(self, address: str, fact: Channel) -> list[str]:
        say = self._phrases.say
        purpose = say(f"channel.{fact.purpose}") if fact.purpose != Purpose.CANCEL else ""
        listed = {"needs": fact.needs, "not_needed": fact.not_needed}
        needs = [
            say("channel.with_name", kind=say(f"channel.{key}"), name=self._needs(needs))
            for key, needs in listed.items()
            if needs
        ]
        return [purpose, self._channel_name(address, fact), self._speaker.text(fact.route), fact.url, *needs]

    def _needs(self, needs: tuple[Need, ...]) -> str:
        return self._speaker.listed([self._phrases.say(f"need.{need}") for need in Need if need in needs])

    def _channel_name(self, address: str, fact: Channel) -> str:
        """With the number the carrier's file gives today, or the id of one that it no longer gives."""
        carrier = self._data.carriers.get(address.partition(":")[0])
        contact = _contact(carrier, fact.contact) if fact.contact else None
        name = self._speaker.channel_name(fact, contact)
        return f"{name} ({fact.contact})" if fact.contact and contact is None else name

    def _evidence(self, claim: Claim) -> Iterator[str]:
        """For which product it holds, where in a law it stands, how sure it is, when a check found it changed."""
        fact, said = claim.fact, self._speaker.said(claim)
        yield said.product
        yield fact.section
        yield from said.caveats
        if fact.confidence:
            yield self._phrases.say(f"feed.confidence.{fact.confidence}")
        for check in fact.confirmed:
            if check.result == CheckResult.CHANGED:
                yield self._phrases.say("feed.check_changed", date=self._speaker.day(check.on))

    def _sources(self, change: Change) -> Iterator[str]:
        """A line for each source; of a changed fact they say which are new and which are gone."""
        say = self._phrases.say
        old, now = map(_by_edition, (change.old_sources, change.sources))
        for edition, source in old.items():
            if edition not in now:
                yield say("feed.old_source", value=self._source(source))
        for edition, source in now.items():
            new = change.kind == "changed" and edition not in old
            yield say("feed.new_source" if new else "feed.source", value=self._source(source))
        if not now:
            yield say("feed.source", value=say("feed.no_source"))

    def _source(self, source: Source) -> str:
        mark = self._speaker.mark(source)
        return JOINT.join(part for part in (mark.kind, mark.publisher, mark.date, mark.title, mark.url) if part)

    def _label(self, change: Change) -> str:
        """The fact in a few words: its section, and its short text or the beginning of its text."""
        fact = change.after or change.before
        if fact is None:
            return change.address
        words = [self._phrases.say(key) for key in _section_keys(fact.path.split("."))]
        short = "" if isinstance(fact, GuideRef) else self._short(_claim(change.address, fact, change.sources))
        return JOINT.join([*words, *([short] if short else [])])

    def _short(self, claim: Claim) -> str:
        match claim.fact:
            case Channel() as channel:
                short = self._channel_name(claim.address, channel)
            case ValueFact() as fact:
                short = fact.value
            case _:
                short = self._speaker.short(claim)
        return short if len(short) <= TITLE_LIMIT else f"{short[: TITLE_LIMIT - 1]}…"


def _section_keys(path: list[str]) -> list[str]:
    """The phrases that name the part of a page in which a fact stands."""
    match path:
        case ["contracts", kind, section, *_]:
            return [f"contract.{kind}", f"section.{section}"]
        case ["guides", guide, *_]:
            return [f"guide.{guide}"]
        case ["facts", *_]:
            return []
        case _:
            return [f"carrier.{path[0]}"]


def _data_values(fact: TextFact) -> list[str]:
    """The numbers that pages quote, under their names."""
    if isinstance(fact.value, str):
        return [fact.value]
    return [f"{name}: {value}" for name, value in sorted(fact.value.items())]


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def _by_edition(sources: tuple[Source, ...]) -> dict[tuple[str, PartialDate], Source]:
    """Sources by address and date: a newer edition of a page is another source."""
    return {(source.url, source.dated): source for source in sources}


def _contact(carrier: Carrier | None, name: str) -> Contact | None:
    return next((one for one in carrier.contacts if one.id == name), None) if carrier else None


def _claim(address: str, fact: Fact, sources: tuple[Source, ...]) -> Claim:
    """A claim that stands alone: a feed tells of one fact, and of the past, whose age does not matter."""
    rung = min((rung_of(source) for source in sources), key=list(Rung).index, default=Rung.UNKNOWN)
    return Claim(address=address, fact=fact, sources=sources, rung=rung, stale=False, checked=None)
