"""What a reader is told of translations that are older than their original: one quiet line, or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from writing import addresses
from writing.languages import ORIGINAL
from writing.phrases import Phrases
from writing.rendering import block


@dataclass(frozen=True, slots=True)
class Behind:
    """How many texts are behind: by page (topics/esim.md), and of the phrases.

    linked: whether the original is built too, so that a page can lead there.
    """

    pages: Mapping[str, int] = field(default_factory=dict)
    phrases: int = 0
    linked: bool = False

    @property
    def total(self) -> int:
        """How many texts of the language are behind."""
        return self.phrases + sum(self.pages.values())

    def on_page(self, name: str, address: str, phrases: Phrases) -> str:
        """The line for the end of a hand-written page, "" where all of it is current."""
        count = self.pages.get(name, 0)
        if not count:
            return ""
        href = f"{addresses.from_page(phrases.language, address, f'{ORIGINAL}/{address}')}/" if self.linked else ""
        return "\n" + block("behind", phrases.say("behind.page", total=count), href, phrases.say("behind.original"))

    def of_phrases(self, phrases: Phrases) -> str:
        """The line on the sentences that the templates print, "" where all are current."""
        said = phrases.say("behind.phrases", total=self.phrases) if self.phrases else ""
        return "\n" + block("behind", said, "", "") if said else ""


ALL_CURRENT = Behind()
