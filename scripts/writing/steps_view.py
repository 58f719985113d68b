"""A procedure in words: what the templates of steps pages and checklists print."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from composing.channels import ChannelView, Known
from composing.claims import Claim
from composing.procedure import ENDS_ITSELF, KeyFact, Phase, PhaseId, Procedure, Step
from composing.topics import TOPIC_OF
from model.records import Carrier, Notice, TextFact
from model.vocabulary import Caveat, Need, Purpose, Status
from model.words import Question
from writing import addresses
from writing.facts import Said, Speaker

# More than this under one step of a phase hides the next step on a phone. What the carrier says further stands on
# its own page, what holds for every carrier on the topic that the step links to, or folded where there is none.
OPEN_FACTS = {PhaseId.RIGHT_PAGE: 1, PhaseId.SHOULD_I: 1, PhaseId.BEFORE: 2, PhaseId.AFTER: 1, PhaseId.IF_WRONG: 1}
OPEN_QUESTIONS = 6
# Shared facts that concern readers of one language only: these speak of apps that are used in China.
ONLY_IN = {"leaving:chinese-apps": "zh"}
NUMBERED = frozenset({PhaseId.BEFORE, PhaseId.DO, PhaseId.AFTER})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to say or send, its language, and its meaning in the reader's."""

    say: str
    language: str
    means: Markup


@dataclass(frozen=True, slots=True)
class Option:
    """One channel of several: what it needs, what it is said not to need, what nobody says."""

    title: str
    fact: Said
    contact: Said | None
    route: Markup
    needs: tuple[str, ...]
    not_needed: tuple[str, ...]
    open_needs: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One step in words; number 0 where the phase has no numerals.

    `more` is folded; `elsewhere` counts what the carrier's own page says further.
    """

    id: str
    number: int
    title: str
    text: Markup
    advice: bool
    facts: tuple[Said, ...]
    more: tuple[Said, ...]
    elsewhere: int
    topic: tuple[str, str] | None
    options: tuple[Option, ...]
    questions: tuple[Sentence, ...]
    more_questions: tuple[Sentence, ...]
    sentence: Sentence | None


@dataclass(frozen=True, slots=True)
class PhaseView:
    """A phase in words."""

    id: str
    title: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the summary; without facts `text` says what is known of it."""

    id: str
    label: str
    text: str
    facts: tuple[tuple[Markup, Said], ...]


class StepSpeaker:
    """Says the steps of one carrier, where they are seen from a guide with its name; topics: their titles by name."""

    def __init__(
        self, speaker: Speaker, carrier: Carrier, guide: str = "", topics: Mapping[str, str] | None = None
    ) -> None:
        self.speaker = speaker
        self.phrases = speaker.phrases
        self.carrier = carrier
        self.guide = guide
        self.topics = topics or {}
        # Every claim said so far, in order: the page's sources.
        self.used: dict[str, Claim] = {}

    def said(self, claim: Claim) -> Said:
        """A claim in words, remembered for the list of sources."""
        for one in (claim, *claim.beside):
            self.used.setdefault(one.address, one)
        return self.speaker.said(claim)

    def phases(self, phases: Iterable[Phase]) -> tuple[PhaseView, ...]:
        """Phases in words; numerals run on from 1 through the phases that have them."""
        views = []
        first = 1
        for phase in phases:
            steps = tuple(_linked_once(list(self._numbered(phase, first))))
            first += sum(1 for step in steps if step.number)
            views.append(PhaseView(phase.id, self.phrases.say(f"phases.{phase.id}"), steps))
        return tuple(view for view in views if view.steps)

    def _numbered(self, phase: Phase, first: int) -> Iterator[StepView]:
        for offset, step in enumerate(phase.steps):
            shown = OPEN_FACTS.get(phase.id, len(step.claims))
            yield self._step(step, first + offset if phase.id in NUMBERED else 0, shown)

    def _step(self, step: Step, number: int, shown: int) -> StepView:
        slots = self.slots(step)
        text = self.phrases.say(f"step.{step.id}.text", **slots)
        asked = tuple(self.question(question) for question in step.questions)
        claims = self.claims(step)
        rest = claims[shown:]
        own = tuple(claim for claim in rest if self._own(claim))
        topic = self._topic(step)
        return StepView(
            id=step.id,
            number=number,
            title=self.phrases.say(f"step.{step.id}.title", **slots),
            text=self.speaker.marked(self.phrases.say("steps.one_is_enough") if self._alternatives(step) else text),
            advice=step.advice and bool(text),
            facts=tuple(self.said(claim) for claim in claims[:shown]),
            more=() if topic else tuple(self.said(claim) for claim in rest if claim not in own),
            elsewhere=len(own),
            topic=topic,
            options=tuple(self.option(view) for view in step.channels),
            questions=asked[:OPEN_QUESTIONS],
            more_questions=asked[OPEN_QUESTIONS:],
            sentence=self.sentence(step.sentence) if step.sentence else None,
        )

    def claims(self, step: Step) -> tuple[Claim, ...]:
        """The claims of a step that concern readers of the language."""
        return tuple(claim for claim in step.claims if ONLY_IN.get(claim.address, self._source) == self._source)

    @property
    def _source(self) -> str:
        return self.phrases.source

    def _topic(self, step: Step) -> tuple[str, str] | None:
        """Address and words of the page that tells more about a step."""
        name = TOPIC_OF.get(step.id, "")
        title = self.topics.get(name)
        return (addresses.topic(name), self.phrases.say("topics.more", title=title)) if title else None

    def _own(self, claim: Claim) -> bool:
        return claim.address.startswith(f"{self.carrier.slug}:")

    def slots(self, step: Step) -> dict[str, str]:
        """What the phrases of a step may name."""
        facts = (claim.fact for claim in step.claims)
        short = next((self.speaker.text(fact.short) for fact in facts if isinstance(fact, TextFact)), "")
        plans = self.speaker.listed(step.plans)
        return {"name": self.carrier.name, "guide": self.guide, "plans": plans, "short": short}

    @staticmethod
    def _alternatives(step: Step) -> bool:
        """Several ways to cancel exclude each other; ways to a refund follow what was bought."""
        return sum(view.channel.purpose != Purpose.REFUND for view in step.channels) > 1

    def option(self, view: ChannelView) -> Option:
        """One channel in words."""
        channel = view.channel
        title = self.speaker.channel_name(channel, view.contact)
        if channel.purpose != Purpose.CANCEL:
            purpose = self.phrases.say(f"channel.{channel.purpose}")
            title = self.phrases.say("channel.for_purpose", kind=purpose, name=title)
        return Option(
            title=title,
            fact=self.said(view.claim),
            contact=self.said(view.contact_claim) if view.contact_claim else None,
            route=self.speaker.marked(self.speaker.text(channel.route)),
            needs=self._needs(channel.needs),
            not_needed=self._needs(channel.not_needed),
            open_needs=self.speaker.listed(self._needs(view.open_needs)),
        )

    def _needs(self, needs: tuple[Need, ...]) -> tuple[str, ...]:
        return tuple(self.phrases.say(f"need.{need}") for need in Need if need in needs)

    def question(self, question: Question) -> Sentence:
        """An open question with the sentence to ask, in the carrier's language."""
        language = self.carrier.language
        # Whoever reads the language of the sentence needs no second one that says the same.
        means = "" if language == self._source else self.speaker.text(question.text)
        return Sentence(question.ask(language), language, self.speaker.marked(means))

    def sentence(self, key: str) -> Sentence:
        """A sentence of the phrases; its language is the end of its key."""
        say, means = (self.phrases.say(f"sentence.{key}.{part}") for part in ("say", "means"))
        return Sentence(say, key.rpartition("-")[2], self.speaker.marked(means))

    def rows(self, facts: Iterable[KeyFact]) -> tuple[Row, ...]:
        """The summary in words."""
        return tuple(self._row(fact) for fact in facts)

    def _row(self, row: KeyFact) -> Row:
        label = self.phrases.say(f"key.{row.id}")
        text = self.phrases.say(f"known.{row.state}") if row.state else ""
        if row.state == Known.UNKNOWN and row.claims:
            text = self.phrases.say("known.unknown-try")
        facts = tuple((self.speaker.marked(self.speaker.short(claim)), self.said(claim)) for claim in row.claims)
        if not facts and not row.state:
            text = self.phrases.say("key.not_found")
        return Row(row.id, label, text, facts)

    def verdict(self, procedure: Procedure) -> tuple[str, Said | None]:
        """The first sentence of the page, and the claim behind it where it states a rule."""
        claim = next((row.claims[0] for row in procedure.key_facts if row.id == "end" and row.claims), None)
        name = self.carrier.name
        if self.carrier.status != Status.ACTIVE:
            return self.phrases.say("steps.lead_gone"), None
        if procedure.kind in ENDS_ITSELF:
            return self.phrases.say(f"steps.lead_{procedure.kind}", name=name), None
        if claim and isinstance(claim.fact, Notice):
            notice = claim.fact
            rule = self.phrases.say(f"rule_lead.{notice.rule}", days=notice.days, hours=notice.hours)
            return self.phrases.say(f"steps.{_lead(claim)}", name=name, rule=rule), self.said(claim)
        return self.phrases.say("steps.lead_unknown", name=name), None


def _linked_once(steps: list[StepView]) -> Iterator[StepView]:
    """Steps of a phase, of which only the last that a topic belongs to links to it."""
    last = {step.topic: number for number, step in enumerate(steps)}
    for number, step in enumerate(steps):
        yield step if last[step.topic] == number else replace(step, topic=None)


def _lead(claim: Claim) -> str:
    """How sure the first sentence may sound."""
    if Caveat.CONFLICT in claim.fact.caveat:
        return "lead_conflict"
    return "lead_expected" if claim.expected_only else "lead_notice"
