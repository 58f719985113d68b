"""The picture of the site in README.md: `python -m picture.picture SITE OUT.png` draws it from a built site."""

import base64
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from support.browser import LAUNCH, chromium_path
from support.site_server import serving

# Address, width and height in pixels: a phone with the steps, one with a tool in English, and the sheet for paper.
VIEWS = (
    ("zh/carriers/telia/esim/", 360, 760),
    ("en/tools/dates/", 360, 760),
    ("zh/carriers/telia/esim/checklist/", 794, 1123),
)
HEIGHT = 640
FRAME = """
<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 24px; display: inline-flex; gap: 24px; background: #e9eef2 }
img { display: block; height: %dpx; border-radius: 8px; box-shadow: 0 2px 12px #0004 }
</style>%s"""


def main(site: str, out: str) -> None:
    """Draw the picture of the built site into a PNG file."""
    with sync_playwright() as playwright, serving(Path(site)) as base:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=LAUNCH)
        shots = [_shot(browser, f"{base}/{address}", width, height) for address, width, height in VIEWS]
        images = "".join(f'<img src="data:image/png;base64,{base64.b64encode(shot).decode()}">' for shot in shots)
        page = browser.new_page()
        page.set_content(FRAME % (HEIGHT, images))
        page.locator("body").screenshot(path=out)
        browser.close()


def _shot(browser: Browser, address: str, width: int, height: int) -> bytes:
    page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=1.5)
    page.goto(address)
    shot = page.screenshot()
    page.close()
    return shot


if __name__ == "__main__":
    main(*sys.argv[1:])
