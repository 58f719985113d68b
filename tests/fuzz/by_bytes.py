"""Carrier files changed as a hand or a broken program changes text."""

from collections.abc import Callable
from random import Random

from fuzz.made import carriers

JUNK = (
    *"\"'#:,[]{}&*!|>%@`-?=<\\\t \0\r",
    *("\n", "\n\n", "\r\n", "---\n", "...\n", "- ", ": ", " #", "<<: ", "é", "e\u0301", "\u00a0", "\u202e", "\u200b"),
    *(
        "\ufeff",
        "\u2028",
        "\u0085",
        "\U0001f600",
        "\ue000",
        "שלום",
        "مرحبا",
        "中",
        "&lt;",
        "<b>",
        "{{",
        "}}",
        "0x1",
        "~",
    ),
)
Change = Callable[[Random, str], str]


def _drop_line(random: Random, text: str) -> str:
    lines = text.split("\n")
    del lines[random.randrange(len(lines))]
    return "\n".join(lines)


def _repeat_lines(random: Random, text: str) -> str:
    lines = text.split("\n")
    at, count, to = random.randrange(len(lines)), random.randint(1, 6), random.randrange(len(lines))
    return "\n".join([*lines[:to], *lines[at : at + count], *lines[to:]])


def _swap_lines(random: Random, text: str) -> str:
    lines = text.split("\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _indent(random: Random, text: str) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    lines[at] = lines[at][1:] if random.random() < 0.5 else " " * random.randint(1, 3) + lines[at]
    return "\n".join(lines)


def _join_lines(random: Random, text: str) -> str:
    at = random.choice([place for place, sign in enumerate(text) if sign == "\n"])
    return text[:at] + random.choice(["", " "]) + text[at + 1 :]


def _drop_piece(random: Random, text: str) -> str:
    at = random.randrange(len(text))
    return text[:at] + text[at + random.randint(1, 20) :]


def _put_junk(random: Random, text: str) -> str:
    at = random.randrange(len(text))
    junk: str = random.choice(JUNK)
    return text[:at] + junk + text[at + random.randint(0, 1) :]


def _swap_signs(random: Random, text: str) -> str:
    at = random.randrange(len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _other_sign(random: Random, text: str) -> str:
    """A letter or digit becomes another: most of these files stay readable."""
    at = random.choice([place for place, sign in enumerate(text) if sign.isalnum()])
    new = random.choice("0123456789") if text[at].isdecimal() else random.choice("aeijkmnoprstæøå中文的")
    return text[:at] + new + text[at + 1 :]


def _cut(random: Random, text: str) -> str:
    return text[: random.randrange(len(text))]


TEXT: tuple[Change, ...] = (
    *(_drop_line, _repeat_lines, _swap_lines, _indent, _join_lines, _drop_piece, _put_junk, _put_junk, _swap_signs),
    *(_other_sign, _other_sign, _other_sign, _cut),
)


def changed(random: Random, slug: str) -> tuple[bytes, str, bytes]:
    """A real file after one to three changes of its text; now and then a byte is changed below the text."""
    text, done = carriers()[slug].decode(), []
    for change in random.choices(TEXT, k=random.choice([1, 1, 2, 3])):
        text = change(random, text or "\n\n")
        done.append(change.__name__.strip("_"))
    content = text.encode()
    if random.random() < 0.1:
        at = random.randrange(len(content) + 1)
        content = content[:at] + bytes([random.randrange(256)]) + content[at + 1 :]
        done.append("byte")
    return content, ", ".join(done), b""
