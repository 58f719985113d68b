"""Where the parts of the repository lie that a build reads."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CONFIG = ROOT / "mkdocs.yml"
OVERRIDES = ROOT / "overrides"
ASSETS = ROOT / "docs" / "assets"
