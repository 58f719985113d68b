"""Six pages as Lighthouse sees them on a slow phone: a table to read, never a gate. Figures wobble; bytes do not."""

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from support import project
from support.browser import LAUNCH, chromium_path
from support.kinds import CHECKLIST, KINDS, STEPS
from support.site_server import serving

PAGES = {
    "home": KINDS["home"],
    "directory": KINDS["directory"],
    "guide": KINDS["guide"],
    "carrier": KINDS["carrier"],
    "steps": STEPS,
    "checklist": CHECKLIST,
}
LIGHTHOUSE = Path(__file__).parent / "node_modules" / ".bin" / "lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
METRICS = {
    "first-contentful-paint": "FCP s",
    "largest-contentful-paint": "LCP s",
    "total-blocking-time": "TBT ms",
    "cumulative-layout-shift": "CLS",
}


def measured(address: str) -> dict[str, Any]:
    """Lighthouse's findings for one page, with its own preset: a slow phone on slow 4G."""
    command = [
        str(LIGHTHOUSE),
        address,
        "--output=json",
        "--quiet",
        "--chrome-flags=--headless=new " + " ".join(LAUNCH),
    ]
    environment = os.environ | {"CHROME_PATH": chromium_path()}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    findings: dict[str, Any] = json.loads(done.stdout)
    return findings


def row(name: str, found: dict[str, Any]) -> list[str]:
    """The table's line for a page."""
    scores = [f"{100 * (found['categories'][one]['score'] or 0):.0f}" for one in CATEGORIES]
    values = [found["audits"][one]["numericValue"] for one in METRICS]
    shown = [f"{values[0] / 1000:.1f}", f"{values[1] / 1000:.1f}", f"{values[2]:.0f}", f"{values[3]:.3f}"]
    size = found["audits"]["total-byte-weight"]["numericValue"] / 1024
    return [name, *scores, *shown, f"{size:.0f}"]


def failed(found: dict[str, Any]) -> list[str]:
    """The audits that a page does not pass, outside performance."""
    wanted = {ref["id"] for name in CATEGORIES[1:] for ref in found["categories"][name]["auditRefs"]}
    return sorted(one for one in wanted if found["audits"][one]["score"] == 0)


def main() -> None:
    """Build the site, serve it compressed, measure each page, print the table."""
    rows = [["page", *CATEGORIES, *METRICS.values(), "KiB"]]
    notes: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        project.build(site)
        with serving(site, compressed=True) as base:
            for name, address in PAGES.items():
                found = measured(base + address)
                rows.append(row(name, found))
                notes += [f"{name}: {audit}" for audit in failed(found)]
    widths = [max(len(line[column]) for line in rows) for column in range(len(rows[0]))]
    for line in rows:
        print("  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)))
    print("\n".join(notes) or "no audit outside performance fails")


if __name__ == "__main__":
    main()
