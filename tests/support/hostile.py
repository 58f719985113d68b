"""Texts that would be markup, were they not escaped; each passes the reader of data files."""

from collections.abc import Callable
from typing import Any

HOSTILE = [
    "<script>x</script>",
    "</p></div><img src=x>",
    '" onclick="x',
    "{: onclick=x }",
    "](javascript:x)",
    "# h {: #top }",
    "{{ x }}{% y %}",
    "\\\" \\' &lt; &#60;",
    "</title><b>x",
    "--><!--",
    "**x** `y` _z_",
]
# Fields that hold free text; the others have a form of their own that the reader enforces.
FREE = frozenset({"zh", "en", "nb", "title", "publisher", "name", "product"})


def with_text(node: Any, text: Callable[[], str], key: str = "") -> Any:
    """The same data with a text in every free field, asked for anew each time."""
    if isinstance(node, dict):
        return {name: with_text(child, text, name) for name, child in node.items()}
    if isinstance(node, list):
        return [with_text(child, text, key) for child in node]
    return text() if key in FREE else node
