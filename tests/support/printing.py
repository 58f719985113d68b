"""Checklists on paper: every one printed by one Chromium, several at a time, with what is wrong on it."""

import asyncio
import re
import zlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, ViewportSize, async_playwright
from pypdf import PdfReader

from support.browser import LAUNCH, chromium_path
from support.paper import packed

# A4 less what other browsers may need more: who fits here fits there, and on Letter.
SIZE = {"width": "210mm", "height": "267mm"}
# What the margins of the style sheet leave of it, in pixels of the screen.
INSIDE: ViewportSize = {"width": 703, "height": 933}
AT_ONCE = 3
# The objects of a PDF by their numbers; the glyphs of a font: digits of a code, and the text of each.
Objects = dict[int, bytes]
Signs = tuple[int, dict[str, str]]
OBJECT = re.compile(rb"^(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL | re.MULTILINE)
FONT = re.compile(rb"(/F\d+) (\d+) 0 R")
# In what a page draws: a font is taken, or glyphs of it are shown; other words for them are passed by.
SHOWN = re.compile(r"(/\w+) [\d.]+ Tf|(?<!ActualText )<([0-9A-Fa-f]+)>")
# Sides of the sheet that something leaves, text that is cut, and colours that are not black on white.
LOOK = """() => {
  const page = document.querySelector(".sheet").getBoundingClientRect();
  const wrong = new Set();
  for (const one of document.querySelectorAll(".sheet, .sheet *")) {
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const name = one.className.baseVal ?? (one.className || one.tagName);
    if (box.width === 0) continue;
    if (box.left < page.left - 1 || box.right > page.right + 1) wrong.add(`${name} leaves the page`);
    if (style.display !== "inline" && one.scrollWidth > one.clientWidth + 1) wrong.add(`${name} is cut`);
    if (style.color !== "rgb(0, 0, 0)") wrong.add(`${name} is ${style.color}`);
    const paper = style.backgroundColor;
    if (!/, 0\\)$|^rgb\\(255, 255, 255\\)$/.test(paper)) wrong.add(`${name} is on ${paper}`);
  }
  const boxes = [...document.querySelectorAll(".boxes input")];
  const drawn = boxes.filter((box) => parseFloat(getComputedStyle(box).borderTopWidth) > 0.5 && box.offsetWidth > 10);
  return {height: page.height, wrong: [...wrong], boxes: boxes.length, drawn: drawn.length};
}"""


@dataclass(frozen=True, slots=True)
class Printed:
    """A checklist as it came out of the printer, by its address in the site; text without blanks."""

    address: str
    pages: int
    text: str
    boxes: int
    drawn: int
    wrong: tuple[str, ...]


def text_of(pdf: bytes) -> str:
    """All text that can be selected in a PDF that Chromium made, without blanks, in the order in which it was drawn.

    Pypdf's own reading, made for any PDF, takes ten times as long: too long for hundreds of sheets.
    """
    objects = {int(number): body for number, body in OBJECT.findall(pdf)}
    fonts = {name: _signs(objects, int(number)) for name, number in FONT.findall(pdf)}
    pages = [body for body in objects.values() if re.search(rb"/Type /Page\s", body)]
    return packed("".join(_drawn(_stream(objects, page, b"/Contents"), fonts) for page in pages))


def _stream(objects: Objects, body: bytes, key: bytes) -> str:
    """What the stream holds that an object names; "" where it names none."""
    named = re.search(key + rb" (\d+) 0 R", body)
    stream = re.search(rb"stream\r?\n(.*)\r?\nendstream", objects[int(named[1])], re.DOTALL) if named else None
    return zlib.decompress(stream[1]).decode("latin-1") if stream else ""


def _drawn(content: str, fonts: dict[bytes, Signs]) -> str:
    drawn = []
    size, known = 4, dict[str, str]()
    for font, codes in SHOWN.findall(content):
        if font:
            size, known = fonts[font.encode()]
        drawn += [known.get(codes[start : start + size], "") for start in range(0, len(codes), size)]
    return "".join(drawn)


def _signs(objects: Objects, number: int) -> Signs:
    """How many hexadecimal digits a glyph of a font has, and the text of each."""
    size = 4 if b"/Type0" in objects[number] else 2
    table = _stream(objects, objects[number], b"/ToUnicode")
    known: dict[str, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        known |= {code: _text(text) for code, text in re.findall(r"<(\w+)> <(\w+)>", block)}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in re.findall(r"<(\w+)> <(\w+)> <(\w+)>", block):
            start = int(first, 16)
            for code in range(start, int(last, 16) + 1):
                known[f"{code:0{size}X}"] = chr(ord(_text(text)) + code - start)
    return size, known


def _text(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")


def print_all(site: Path, addresses: Sequence[str]) -> list[Printed]:
    """Every page at these addresses, printed from the files of a site."""
    # In a thread of its own: the loop of another test may be running in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, _print_all(site, addresses)).result()


async def _print_all(site: Path, addresses: Sequence[str]) -> list[Printed]:
    left = iter(addresses)
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=chromium_path(), args=LAUNCH)
        found = await asyncio.gather(*(_print_some(chromium, site, left) for _ in range(AT_ONCE)))
        await chromium.close()
    return [one for some in found for one in some]


async def _print_some(chromium: Browser, site: Path, left: Iterator[str]) -> list[Printed]:
    """Takes one address after another until none is left."""
    page = await chromium.new_page(viewport=INSIDE)
    await page.emulate_media(media="print")
    printed = []
    for address in left:
        await page.goto((site / address / "index.html").as_uri())
        seen: dict[str, Any] = await page.evaluate(LOOK)
        pdf = await page.pdf(width=SIZE["width"], height=SIZE["height"])
        count = len(PdfReader(BytesIO(pdf)).pages)
        printed.append(Printed(address, count, text_of(pdf), seen["boxes"], seen["drawn"], tuple(seen["wrong"])))
    return printed
