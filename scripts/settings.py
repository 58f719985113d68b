"""What is set once for the whole site: in mkdocs.yml under `extra`, or by the environment."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from paths import CONFIG

MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)


class SettingsError(Exception):
    """A setting that cannot be used; the text names it and says what it must be."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the site.

    code: its folder ("zh"); tag: its language tag ("zh-Hans"); name: its name in itself;
    words: the words of the page frame by key (see engine.config.WORDS).
    """

    code: str
    tag: str
    name: str
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """Public addresses of the site; "" is "not set"."""

    url: str
    repository: str
    contact: str

    @property
    def prefix(self) -> str:
        """Path of the site on its host, "/" at both ends; "/" without an address."""
        return urlsplit(self.url).path or "/"


def read_config(config: Path = CONFIG) -> dict[str, Any]:
    """mkdocs.yml as plain data; SettingsError if it is no mapping."""
    # The loader in C: who serves reads the settings at every save, and more than once.
    data = yaml.load(config.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    if not isinstance(data, dict):
        raise SettingsError(f"{config.name} must be a mapping")
    return data


def site_name(config: Path = CONFIG) -> str:
    """The name of the site, as mkdocs.yml gives it."""
    return str(read_config(config)["site_name"])


def language_tags(config: Path = CONFIG) -> dict[str, str]:
    """Language tag by language code, in the order of mkdocs.yml."""
    return {line["code"]: line["tag"] for line in read_config(config)["extra"]["languages"]}


def read_settings(environ: Mapping[str, str] = os.environ, config: Path = CONFIG) -> SiteSettings:
    """Settings of mkdocs.yml, each overridden by SITE_<NAME>; SettingsError if unusable."""
    extra = read_config(config)["extra"]
    chosen = {
        name: environ.get(f"SITE_{name.upper()}", extra[name]).strip() for name in ("url", "repository", "contact")
    }
    for name in ("url", "repository"):
        _check_address(name, chosen[name])
    if not MAIL.fullmatch(chosen["contact"]):
        _check_address("contact", chosen["contact"], "a mail address or ")
    if chosen["url"] and not chosen["url"].endswith("/"):
        chosen["url"] += "/"
    return SiteSettings(**chosen)


def _check_address(name: str, address: str, or_else: str = "") -> None:
    """Refuse what would give broken or unsafe links on every page."""
    if not address:
        return
    if not _is_plain(address):
        raise SettingsError(f"{name} must be {or_else}a plain http(s) address: {address!r}")


def _is_plain(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    named = parts.scheme in ("http", "https") and bool(parts.netloc) and "@" not in parts.netloc
    return named and not parts.query and not parts.fragment and address.isascii() and " " not in address
