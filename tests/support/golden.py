"""Golden files: which, where, and how they are written anew (`python -m support.golden`)."""

from pathlib import Path

from support import api, project

FOLDER = Path(__file__).resolve().parents[1] / "golden"
PAGES = {
    "": "home.md",
    "carriers/": "carriers.md",
    "guides/esim/": "guide-esim.md",
    "carriers/lycamobile/": "carrier-lycamobile.md",
    "carriers/telenor/esim/": "steps-telenor-esim.md",
    "carriers/lycamobile/smart-card/": "steps-lycamobile-smart-card.md",
    "carriers/holafly/esim/": "steps-holafly-esim.md",
    "carriers/ice/5g/checklist/": "checklist-ice-5g.md",
    "carriers/telia/": "carrier-telia.md",
    "carriers/telia/smart-card/": "steps-telia-smart-card.md",
    "carriers/plussmobil/4g/": "steps-plussmobil-4g.md",
    "carriers/smart-ph/smart-card/": "steps-smart-ph-smart-card.md",
    "carriers/travel-esim/": "carrier-travel-esim.md",
}
# Files of the API, by path from the root of the site.
API_FILES = {"api/v1/carriers/saga.json": "api-carrier-saga.json"}


def text_of(address: str) -> str:
    """The Markdown of a page as the staging folder would hold it."""
    return project.written()[address]


def main() -> None:
    """Write every golden file anew."""
    FOLDER.mkdir(exist_ok=True)
    for address, name in PAGES.items():
        (FOLDER / name).write_text(text_of(address), encoding="utf-8", newline="\n")
    for path, name in API_FILES.items():
        (FOLDER / name).write_text(api.made()[path], encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
