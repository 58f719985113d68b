"""What to say on the phone, on the page of a carrier in Norway whose number is known."""

from dataclasses import dataclass

from model.records import Carrier
from model.vocabulary import ContactKind
from writing.phrases import Phrases

# In the order of a call; each has a sentence in Norwegian and one in English.
SAID = ("call-hello", "call-who", "call-bankid", "call-offer", "call-confirm")


@dataclass(frozen=True, slots=True)
class Spoken:
    """One thing to say: in Norwegian, in English, and its meaning; "" for what the reader does not need."""

    nb: str
    en: str
    means: str


def phone_script(carrier: Carrier, phrases: Phrases) -> list[Spoken]:
    """What to say, one thing after another; nothing where no number is known or the seller is not Norwegian."""
    if not carrier.norwegian or all(contact.kind != ContactKind.PHONE for contact in carrier.contacts):
        return []
    return [_spoken(key, phrases) for key in SAID]


def _spoken(key: str, phrases: Phrases) -> Spoken:
    norwegian, english = (phrases.say(f"sentence.{key}-{language}.say") for language in ("nb", "en"))
    means = phrases.say(f"sentence.{key}-nb.means")
    # A Norwegian needs no English, an English reader no second English.
    return Spoken(norwegian, "" if phrases.source == "nb" else english, "" if means == english else means)
