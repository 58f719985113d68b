"""Every phrase is one that some script or template can say: a dead one would be translated for nobody.

By the sources, not by a run: which phrases are said depends on the data, and a corrected fact must not fail here.
"""

import re

import pytest

from paths import ROOT
from support import project
from writing import addresses

# A key as it stands in a script or a template, whole or with parts filled in: "home.lead", f"step.{step.id}.title".
KEY = re.compile(r"""["']((?:[a-z][\w-]*|\{[^}"']+\})(?:\.(?:[\w-]|\{[^}"']+\})+)+)["']""")
FILLED = re.compile(r"\{[^}]+\}")
# What asks for every phrase below a key, or puts a key together.
BELOW = re.compile(r"""group\(["']([\w.-]+)["']\)|["']([a-z][\w.-]*[._-])["'] ~""")


def sources() -> str:
    """The scripts and templates that speak."""
    rooms = [ROOT / "scripts" / name for name in ("writing", "exporting")]
    paths = sorted(path for room in rooms for ending in ("py", "j2") for path in room.rglob(f"*.{ending}"))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def unsaid(keys: set[str], text: str) -> set[str]:
    """The keys that nothing in a text of sources can say."""
    # A group that is filled in is that of a tool; else every key with a common ending would pass.
    tools = "|".join(map(re.escape, addresses.TOOLS))
    found = {key for key in KEY.findall(text) if re.search("[a-z]", FILLED.sub("", key))}
    patterns = [f"(?:{tools})" * key.startswith("{") + ".+".join(map(re.escape, _literals(key))) for key in found]
    patterns += [re.escape(group + "." if group else start) + ".+" for group, start in BELOW.findall(text)]
    sayable = re.compile("|".join(patterns))
    return {key for key in keys if not sayable.fullmatch(key) and f'"{key}"' not in text}


def _literals(key: str) -> list[str]:
    """What stands between the parts that are filled in, the first of which a key may begin with."""
    parts = FILLED.split(key)
    return parts if parts[0] else parts[1:]


def test_every_phrase_can_be_said() -> None:
    assert unsaid(set(project.inputs().phrases["zh"].texts), sources()) == set()


@pytest.mark.parametrize(
    "key", ["home.nobody_says_this", "nobody.says_this", "step.nobody", "rule_nobody", "nobody.title", "nobody.nav"]
)
def test_a_dead_phrase_is_found(key: str) -> None:
    assert unsaid({key}, sources()) == {key}
