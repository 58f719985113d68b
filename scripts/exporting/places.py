"""Public addresses: relative to the root of the site, absolute where the site's own address is set."""

from dataclasses import dataclass

API = "api/v1/"


@dataclass(frozen=True, slots=True)
class Places:
    """Makes addresses. `url`: the site's address with "/" at its end, or ""; `languages`: codes, in order."""

    url: str
    languages: tuple[str, ...]

    def data(self, name: str) -> str:
        """The address of a file of the API: "carriers/saga.json" -> "api/v1/carriers/saga.json"."""
        return f"{self.url}{API}{name}"

    def pages(self, address: str) -> dict[str, str]:
        """The addresses of a page in every language: "carriers/saga/" -> {"zh": "zh/carriers/saga/"}."""
        return {language: f"{self.url}{language}/{address}" for language in self.languages}
