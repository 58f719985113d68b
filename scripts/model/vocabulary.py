"""The closed lists of words that data files may use. A list exists once and serves order, membership and messages."""

from enum import StrEnum


class SourceKind(StrEnum):
    """Who speaks in a source; a public body is an authority that is not the regulator."""

    OFFICIAL = "official"
    PUBLIC_BODY = "public-body"
    REGULATOR = "regulator"
    LAW = "law"
    PRESS = "press"
    THIRD_PARTY = "third-party"


class ReadAs(StrEnum):
    """How a source was read."""

    LIVE = "live"
    ARCHIVED_COPY = "archived-copy"
    MIRROR_OF_LAW = "mirror-of-law"


class Rung(StrEnum):
    """How much a fact rests on, from the strongest kind of evidence to the weakest."""

    LAW = "law"
    OFFICIAL_LIVE = "official-live"
    OFFICIAL_ARCHIVED = "official-archived"
    GUIDANCE = "guidance"
    THIRD_PARTY = "third-party"
    UNKNOWN = "unknown"


class Confidence(StrEnum):
    """How sure the reading is; says nothing about age."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Caveat(StrEnum):
    """Warnings that travel with a fact to the reader."""

    OLD = "old"
    CONFLICT = "conflict"
    DERIVED = "derived"
    INFERRED = "inferred"
    DEMO_DATA = "demo-data"
    ADVICE = "advice"
    UNDATED_CHECK = "undated-check"


class Status(StrEnum):
    """Whether the brand is seen in operation."""

    ACTIVE = "active"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Audience(StrEnum):
    """Who the carrier sells to."""

    CONSUMER = "consumer"
    BUSINESS = "business"
    BOTH = "both"


class House(StrEnum):
    """The group a brand belongs to, in the order of the directory."""

    TELENOR = "telenor"
    TELIA = "telia"
    LYSE = "lyse"
    INDEPENDENT = "independent"
    TRAVEL = "travel"
    ABROAD = "abroad"


class AliasKind(StrEnum):
    """Why an alias is typed instead of the name."""

    MISSPELLING = "misspelling"
    FORMER = "former"
    PLAN = "plan"
    TRANSLATION = "translation"


class ContactKind(StrEnum):
    """Ways to reach a carrier; `page` is a page of the carrier about cancelling."""

    PHONE = "phone"
    SHORT_CODE = "short-code"
    CHAT = "chat"
    EMAIL = "email"
    FORM = "form"
    LOGIN = "login"
    APP = "app"
    POST = "post"
    SHOP = "shop"
    PAGE = "page"


class CompanyKind(StrEnum):
    """What a fact about the contract's other party gives."""

    NAME = "name"
    ORG_NUMBER = "org-number"


class Purpose(StrEnum):
    """What a channel is for."""

    CANCEL = "cancel"
    STOP_RENEWAL = "stop-renewal"
    REFUND = "refund"
    PAUSE = "pause"


class Need(StrEnum):
    """What a channel may ask of the reader, in the order shown."""

    BANKID = "bankid"
    LOGIN = "login"
    SIM = "sim"
    EMAIL = "email"
    CUSTOMER_NUMBER = "customer-number"
    ID_COPY = "id-copy"
    IN_PERSON = "in-person"
    IN_NORWAY = "in-norway"


class Rule(StrEnum):
    """How the last day follows from the day of receipt, or the latest day to act from the day of renewal."""

    NEXT_DAY = "next-day"
    END_OF_MONTH = "end-of-month"
    END_OF_NEXT_MONTH = "end-of-next-month"
    DAYS_AFTER_NOTICE = "days-after-notice"
    DAYS_BEFORE_RENEWAL = "days-before-renewal"
    HOURS_BEFORE_RENEWAL = "hours-before-renewal"


class ContractKind(StrEnum):
    """Kinds of contract, each with its own channels and rules."""

    SUBSCRIPTION = "subscription"
    PREPAID = "prepaid"
    MOBILE_BROADBAND = "mobile-broadband"
    HOME_BROADBAND = "home-broadband"
    TRAVEL = "travel"
    BUSINESS = "business"


class Section(StrEnum):
    """Lists of plain-text facts inside a contract."""

    PRODUCT = "product"
    FEES = "fees"
    PAUSE = "pause"
    DOWNGRADE = "downgrade"
    IDENTITY = "identity"
    ABROAD = "abroad"
    PORT = "port"
    REFUND = "refund"
    FINAL_BILL = "final_bill"
    BALANCE = "balance"
    EXPIRY = "expiry"
    RENEWAL = "renewal"
    ENDING = "ending"
    WITHDRAWAL = "withdrawal"
    EQUIPMENT = "equipment"
    ESIM = "esim"
    DOES_NOT_CANCEL = "does_not_cancel"


class CarrierSection(StrEnum):
    """Lists of plain-text facts that hold for the whole carrier."""

    ABOUT = "about"
    NUMBER = "number"
    PRIVACY = "privacy"
    WARNINGS = "warnings"
    PAYMENT = "payment"


class About(StrEnum):
    """What people take for a cancellation and is none."""

    BLOCKING = "blocking"
    DELETING_ESIM = "deleting-esim"
    THROWING_AWAY = "throwing-away"
    NO_TOP_UP = "no-top-up"
    MOVING_ABROAD = "moving-abroad"
    NOT_USING = "not-using"
    NOT_PAYING = "not-paying"
    FREEZING = "freezing"
    REMOVING_CARD = "removing-card"
    PORTING = "porting"
    ASKING_PRIVACY = "asking-privacy"
    OTHER = "other"


class SeparateKind(StrEnum):
    """Agreements that do not end with the contract."""

    DEVICE_CREDIT = "device-credit"
    INSURANCE = "insurance"
    SECURITY = "security"
    EXTRA_SIM = "extra-sim"
    MACHINE_SIM = "machine-sim"
    CREDIT = "credit"
    OTHER = "other"


class Guide(StrEnum):
    """The five cards readers ask about, in the order of the site."""

    UNLIMITED = "unlimited"
    FOUR_G = "4g"
    FIVE_G = "5g"
    ESIM = "esim"
    SMART_CARD = "smart-card"


class Applies(StrEnum):
    """Whether a guide concerns a carrier."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class CheckResult(StrEnum):
    """Outcome of looking a fact up again; only `same` moves the checked date."""

    SAME = "same"
    CHANGED = "changed"
    COULD_NOT_LOOK = "could-not-look"
