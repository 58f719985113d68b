"""The one place where text is escaped, by the context it goes into.

HTML blocks are escaped by the template engine (autoescape on); everything else comes through here.
"""

import json
import re
from collections.abc import Mapping
from urllib.parse import quote

# Python-Markdown does not sanitize; ASCII punctuation as entities makes any text inert, Chinese stays readable.
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
# What XML 1.0 has no way to say, not even as a reference.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;"})


def for_markdown(text: str) -> str:
    """Any text as inert Markdown on one line."""
    return _PUNCTUATION.sub(lambda match: f"&#{ord(match[0])};", " ".join(text.split()))


def for_front_matter(values: Mapping[str, object]) -> str:
    """A front matter block; JSON values are YAML, so any text survives MkDocs' lenient reader."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join(["---", *lines, "---", ""])


def for_href(url: str) -> str:
    """A web address with only ASCII in it; what is percent-encoded already stays as it is."""
    return quote(url, safe="%/:=&?~#+!$,;'@()*[]")


def for_xml(text: str) -> str:
    """Any text for an XML element or a quoted attribute; signs that XML cannot hold become U+FFFD."""
    return _NOT_XML.sub("\ufffd", text).translate(_XML)
