"""What a steps page says, without any language: phases holding steps, each with the evidence it rests on."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from composing.channels import ChannelView, Known, ordered
from composing.claims import Claim, Library
from model.records import Carrier, Contract, Fact, GuideRef
from model.vocabulary import Applies, CarrierSection, ContractKind, Guide, Purpose, Section
from model.words import Question

CARDS = frozenset({ContractKind.SUBSCRIPTION, ContractKind.PREPAID})
BROADBAND = frozenset({ContractKind.MOBILE_BROADBAND, ContractKind.HOME_BROADBAND})
# Without a monthly bill: these run out, or are kept from renewing.
ENDS_ITSELF = frozenset({ContractKind.PREPAID, ContractKind.TRAVEL})
# What to ask about these instead of a notice or a channel.
ASK_HOW_IT_ENDS = {ContractKind.PREPAID: "prepaid-close", ContractKind.TRAVEL: "renewal-off"}


class PhaseId(StrEnum):
    """The parts of a steps page, in the order a reader meets them."""

    RIGHT_PAGE = "right-page"
    SHOULD_I = "should-i"
    NOT_CANCELLING = "not-cancelling"
    BEFORE = "before"
    DO = "do"
    WHEN = "when"
    AFTER = "after"
    IF_WRONG = "if-wrong"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `id` chooses its phrases; without claims it is our advice and shown as such.

    `sentence` names a sentence to say; of several `channels` one is enough.
    """

    id: str
    claims: tuple[Claim, ...] = ()
    channels: tuple[ChannelView, ...] = ()
    sentence: str = ""
    questions: tuple[Question, ...] = ()
    plans: tuple[str, ...] = ()

    @property
    def advice(self) -> bool:
        """True where no source speaks: the words are ours."""
        return not (self.claims or self.channels)


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the page with its steps."""

    id: PhaseId
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class KeyFact:
    """One row of the summary: a state, the claims behind it, nothing where nothing is known."""

    id: str
    state: Known | None = None
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True)
class Procedure:
    """Everything a page tells about ending one contract of one carrier, seen from one guide."""

    carrier: Carrier
    guide: Guide
    kind: ContractKind
    applies: Applies
    key_facts: tuple[KeyFact, ...]
    phases: tuple[Phase, ...]

    def phase(self, wanted: PhaseId) -> Phase:
        """The phase with this id, empty where the procedure has none."""
        return next((phase for phase in self.phases if phase.id == wanted), Phase(wanted, ()))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of the procedure once, in the order of the page."""
        found: dict[str, Claim] = {}
        for claim in (*_key_claims(self), *_step_claims(self)):
            for one in (claim, *claim.beside):
                found.setdefault(one.address, one)
        return tuple(found.values())


def _key_claims(procedure: Procedure) -> tuple[Claim, ...]:
    return tuple(claim for row in procedure.key_facts for claim in row.claims)


def _step_claims(procedure: Procedure) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    for phase in procedure.phases:
        for step in phase.steps:
            claims.extend(step.claims)
            for view in step.channels:
                claims.extend(claim for claim in (view.claim, view.contact_claim) if claim)
    return tuple(claims)


@dataclass(frozen=True)
class Situation:
    """What the steps are composed from: one carrier, one guide, one contract."""

    library: Library
    carrier: Carrier
    guide: Guide
    kind: ContractKind

    @property
    def contract(self) -> Contract:
        """The rules of the contract."""
        return self.carrier.contracts[self.kind]

    @property
    def variant(self) -> str:
        """The ending of steps that read differently where there is no monthly bill."""
        return f"-{self.kind}" if self.kind in ENDS_ITSELF else ""

    @property
    def ref(self) -> GuideRef:
        """What the file says about this guide."""
        return self.carrier.guides[self.guide]

    def own(self, *facts: Fact) -> tuple[Claim, ...]:
        """Claims of the carrier's own facts."""
        return self.library.claims(self.carrier, *facts)

    def of(self, *sections: Section) -> tuple[Claim, ...]:
        """Claims of sections of the contract."""
        return tuple(claim for section in sections for claim in self.own(*self.contract.get(section)))

    def wide(self, section: CarrierSection) -> tuple[Claim, ...]:
        """Claims of a section that holds for the whole carrier."""
        return self.own(*self.carrier.get(section))

    def shared(self, *addresses: str) -> tuple[Claim, ...]:
        """Claims of shared facts."""
        return self.library.shared(*addresses)

    def norwegian(self, *addresses: str) -> tuple[Claim, ...]:
        """Claims of Norwegian rules: only for carriers established in Norway, never borrowed for another country."""
        return self.shared(*addresses) if self.carrier.norwegian else ()

    def ask(self, *codes: str) -> tuple[Question, ...]:
        """Questions by code."""
        return tuple(self.library.data.questions[code] for code in codes)

    @cached_property
    def channels(self) -> tuple[ChannelView, ...]:
        """Channels that end the contract or stop its renewal, fewest needs first."""
        return ordered(self.library, self.carrier, self.contract, Purpose.CANCEL, Purpose.STOP_RENEWAL)
