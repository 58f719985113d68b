"""Hostile text in the fields of real carriers, and beside each file the same with letters for the signs of markup."""

from collections.abc import Callable
from random import Random
from string import punctuation
from typing import Any

from fuzz.made import as_file, data
from support.hostile import FREE, HOSTILE, with_text
from support.plain_data import Path, at, field_of, paths, replaced
from writing.sheet_fit import Type

_TEXTS = (
    *HOSTILE,
    *("<!--", "]]>", "<?x?>", "&amp;lt;b&gt;", "&#x3c;i&#62;", "'><svg/onload=x>", "<a href=//x>", "</script>"),
    *("[x](//y)", "![x](y)", "[x]: y", "[^1]: z", "<http://x>", "javascript:x()", "data:text/html,<b>", "x{ .y #z }"),
    *("- x", "1. x", "> x", "+ x", "* x", "=== x", "--- x", "| x | y |", "||||", "!!! x", "::: x", "??? x", "`` x"),
    *("{x}", "{name}", "{0}", "{{x", "${x}", "%(x)s", "{% raw %}", "{#x#}", "{!x!}", "\\", "\\n\\u003c", "$&", "\\1"),
    *("שלום <b>", "مرحبا {x}", "中文<中>文", "𝒳<𝒴>", "Å&Ø;", "ﬁ<ﬂ>", "x" * 18 + "<", "~~x~~ ==y==", "x^2^ H~2~O"),
    *("x: y", "x #y", "'x' \"y\"", "*x", "&x", "!x y", "%x", "@x", "?x", "~", "null", "true", "0x10", "1_000"),
)
_TYPE = Type(10, 1, han=False)
_LETTERS = {_TYPE.width(letter): letter for letter in "aicrm"}
# A letter as wide as the sign: a sheet leaves out the same, so that nothing else may differ.
WIDE_AS = str.maketrans({sign: _LETTERS[_TYPE.width(sign)] for sign in punctuation})


def harmless(text: str) -> str:
    """The text without a sign that any markup knows."""
    return text.translate(WIDE_AS)


# Two texts that are one without their signs would be one publisher in two places.
TEXTS = tuple({harmless(text): text for text in _TEXTS}.values())
# The share of files with hostile text in all free fields; the others have one, in a field of any kind.
ALL_AT_ONCE = 0.2
EVERYWHERE = "every free field"
# Free text, and values that are near to it.
WORDY = FREE | {"text", "value", "print", "plans", "section"}
FREELY = 0.7
# Fields that few carriers have, how their values are made of a text, and where alone they may stand.
RARE: dict[str, Callable[[str], Any]] = {
    "product": str,
    "section": str,
    "note": lambda text: dict.fromkeys(("zh", "en", "nb"), text),
    "plans": lambda text: [text],
    "path": lambda text: dict.fromkeys(("zh", "en", "nb"), text),
}
RARE_IN = {"plans": "guides", "path": "channels"}
ADDED = 0.3


def changed(random: Random, slug: str) -> tuple[bytes, str, bytes]:
    """Hostile text in one field, or in every free field at once."""
    whole = data(slug)
    if random.random() < ALL_AT_ONCE:
        used: list[str] = []

        def next_text() -> str:
            used.append(random.choice(TEXTS))
            return used[-1]

        hostile = with_text(whole, next_text)
        texts = iter(used)
        return as_file(hostile), EVERYWHERE, as_file(with_text(whole, lambda: harmless(next(texts))))
    text = random.choice(TEXTS)
    if random.random() < ADDED:
        path, make = _new_place(random, whole)
    else:
        path, make = _place(random, whole), str
    done = f"{field_of(path)}: {text!r} at {'.'.join(map(str, path))}"
    hostile, tame = (as_file(replaced(whole, path, make(one))) for one in (text, harmless(text)))
    return hostile, done, tame


def _new_place(random: Random, whole: Any) -> tuple[Path, Callable[[str], Any]]:
    """A field that few carriers have, in a fact that may have it."""
    facts = [path for path in paths(whole) if isinstance(at(whole, path), dict) and "source" in at(whole, path)]
    field = random.choice(list(RARE))
    fitting = [path for path in facts if RARE_IN.get(field) in (None, *path)]
    return (*random.choice(fitting or facts), field), RARE[field]


def _place(random: Random, whole: Any) -> Path:
    """A field that holds free text, or one of any kind; in both any name is as likely as another."""
    places: dict[str, list[Path]] = {}
    for path in paths(whole):
        if isinstance(at(whole, path), str):
            places.setdefault(field_of(path), []).append(path)
    free = sorted(places.keys() & WORDY)
    name = random.choice(free if random.random() < FREELY else sorted(places))
    return random.choice(places[name])
