"""Addresses of pages inside a language (design.md section 4, a contract), and links between them."""

import posixpath
from collections.abc import Callable

from model.records import Carrier
from model.vocabulary import ContractKind, Guide

HOME = ""
DIRECTORY = "carriers/"
ABOUT = "about/"
STATUS = "about/status/"
CORRECT = "about/correct/"
PUBLISH = "about/for-carriers/"
LICENCES = "about/licences/"
PRINT = "print/"
SEARCH = "search/"
# The tools that there are, in the order of the navigation.
TOOLS = ("dates", "letter", "answers")
# Beside the home page: what its router reads.
ROUTER_DATA = "router.json"
# At the root of the site: the notices of what others made.
NOTICES = "licences.txt"


def carrier(one: Carrier) -> str:
    """Everything known about a carrier."""
    return f"carriers/{one.slug}/"


def history(one: Carrier) -> str:
    """What was said of a carrier before."""
    return f"carriers/{one.slug}/history/"


def steps(one: Carrier, guide: Guide) -> str:
    """The steps for a carrier and a card."""
    return f"carriers/{one.slug}/{guide}/"


def checklist(one: Carrier, guide: Guide, kind: ContractKind | None = None) -> str:
    """The one-page checklist; without a kind that of the main contract."""
    return f"carriers/{one.slug}/{guide}/checklist/" + (f"{kind}/" if kind else "")


def guide(one: Guide) -> str:
    """What a card is, with the table of carriers."""
    return f"guides/{one}/"


def topic(slug: str) -> str:
    """What holds for every carrier."""
    return f"topics/{slug}/"


def tool(name: str) -> str:
    """A tool: what helps with one thing to do."""
    return f"tools/{name}/"


def feed(language: str, name: str = "all") -> str:
    """The feed of a carrier's slug, or of all, from the site's root."""
    return f"feeds/{language}/{name}.xml"


def from_page(language: str, here: str, to: str) -> str:
    """The relative link from a page of a language to a file at the site's root."""
    return posixpath.relpath(to, f"{language}/{here}")


def file_of(address: str) -> str:
    """The Markdown file that becomes the page at an address."""
    return f"{address}index.md"


def linker(here: str) -> Callable[[str], str]:
    """A function that gives the relative link from a page to an address, so that any path prefix works."""

    def link(to: str) -> str:
        # From the root on, else the folder the process runs in would be asked for twice.
        relative = posixpath.relpath(f"/{to}", f"/{here}")
        return "./" if relative == "." else f"{relative}/"

    return link
