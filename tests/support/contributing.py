"""CONTRIBUTING.md taken apart: its sections, and what stands in them to be run."""

import re
import sys

from support.project import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
# The environment is there already; only the commands themselves are run.
MAKE = ("make", "--no-print-directory", "--old-file=site-environment", f"run={sys.executable}")


def section(title: str) -> str:
    """The text under a heading of the second level."""
    return TEXT.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def blocks(text: str, kind: str) -> list[str]:
    """What stands in the fenced blocks of a kind."""
    return re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)
