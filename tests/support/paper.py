"""What stands on paper: the text of a PDF, and how a text is found in it."""

import unicodedata
from io import BytesIO

from pypdf import PdfReader


def sheets(pdf: bytes) -> list[str]:
    """The text of each page of a PDF."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def last_lines(pdf: bytes) -> list[str]:
    """The lowest line of each page of a PDF; the plain text has lines in the order in which they were painted."""
    laid = (page.extract_text(extraction_mode="layout") for page in PdfReader(BytesIO(pdf)).pages)
    return [(text.strip().splitlines() or [""])[-1] for text in laid]


def packed(text: str) -> str:
    """A text without blanks, each sign in its plainest form."""
    # A PDF may give the radical for 户, whose plainest form is the Traditional sign.
    return "".join(unicodedata.normalize("NFKC", text).split()).replace("\u6236", "户")


def stands_in(sentence: str, text: str) -> bool:
    """Whether a sentence was printed; a few signs may come back from a PDF as their look-alikes."""
    pieces = [sentence[start : start + 4] for start in range(max(1, len(sentence) - 3))]
    return sum(piece in text for piece in pieces) >= 0.7 * len(pieces)
