"""Hand-written pages hold no figure of their own: numbers, sections and deadlines come from facts by id."""

import re
from collections.abc import Iterator
from pathlib import Path

from model.problem import Problem

# What may hold digits: directives, link targets, heading ids, tags, list numerals, names of networks and dial codes.
ALLOWED = re.compile(
    r"^\{(?:fact|carrier) [^}]*\}$|\{value [^}]*\}|\]\([^)]*\)|\{:[^}]*\}|<[^>]*>|^ {0,3}\d+\.(?= )"
    r"|(?<![0-9A-Za-z])[2345]G(?![0-9A-Za-z])|\+(?:47|63)(?![0-9])|CC BY 4\.0",
    re.MULTILINE,
)
_ENGLISH = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|sixty|ninety"
    "|(?:a|one|two|three) hundred|half an?"
)
_NORWEGIAN = (
    "én|ett|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|fjorten|femten|tjue|tretti|seksti|nitti"
    "|(?:ett |to |tre )?hundre|en halv|et halvt"
)
# Numerals in words count with a unit; "the day before", "which day", "the second one below" are no figures.
FIGURE = re.compile(
    r"[0-9０-９§]|(?<![上下]面的)第[一二三四五六七八九十百]+条"
    r"|(?<![前后哪某同每这那])[一两二三四五六七八九十百]+个?(?:天|日|周|星期|月|年|小时|克朗)"
    rf"|\b(?:{_ENGLISH})[- ](?:(?:calendar|working|whole|full|more) )?(?:minute|hour|day|week|month|year|krone)s?\b"
    rf"|\b(?:{_NORWEGIAN}) (?:hele |virke)?(?:minutt|time|dag|døgn|uke|måned|år|krone)(?:e?r|e)?\b",
    re.IGNORECASE,
)


def topic_problems(path: Path) -> Iterator[Problem]:
    """Every figure of a hand-written page that no fact stands behind."""
    cleaned = ALLOWED.sub(lambda match: " " * len(match[0]), path.read_text("utf-8"))
    for number, line in enumerate(cleaned.split("\n"), 1):
        for match in FIGURE.finditer(line):
            said = f"a hand-written page must take its figures from facts: {match[0]!r}"
            advice = "print the fact with {fact topic:id}, or its value with {value topic:id key}"
            yield Problem(path.as_posix(), number, match.start() + 1, "topic-figure", said, advice)
