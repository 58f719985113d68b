"""What others made: what of it reaches readers with the site, and what only helps to build it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Licence(StrEnum):
    """A licence, by its SPDX expression."""

    MIT = "MIT"
    BSD_3 = "BSD-3-Clause"
    BSD_2 = "BSD-2-Clause"
    APACHE = "Apache-2.0"
    APACHE_OR_BSD_2 = "Apache-2.0 OR BSD-2-Clause"
    MPL = "MPL-2.0"
    UNICODE = "Unicode-3.0"


@dataclass(frozen=True, slots=True)
class Part:
    """What of others readers receive; of a Python package, or a file of docs/assets with its hash.

    text: the notice that goes with every copy; it and the version of a package are as they are installed.
    """

    name: str
    licence: Licence
    notice: str
    package: str = ""
    asset: str = ""
    version: str = ""
    sha256: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Shipped:
    """Parts by name, and the packages that are only used while building, by licence."""

    parts: Mapping[str, Part] = field(default_factory=dict)
    tools: Mapping[Licence, tuple[str, ...]] = field(default_factory=dict)
