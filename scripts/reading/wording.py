"""How a text is written in its language: characters, blanks, signs and forms of words.

GB 2312 holds Simplified characters and Big5 Traditional ones: neither knows what OpenCC does, on purpose.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from model.problem import Problem
from reading.pieces import Piece

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_HAN_SIGN = re.compile(f"[{HAN}]")
_HAN_RUN = re.compile(f"[{HAN}]+")
# Full-width signs, which bring their own room.
_WIDE = "，。、；：？！（）“”《》「」"
_WORD = r"0-9A-Za-zÀ-ÖØ-öø-ÿ"


@dataclass(frozen=True, slots=True)
class Form:
    """What must not stand in a text: its pattern, the rule's id, what is said and advised."""

    pattern: re.Pattern[str]
    rule: str
    must: str
    advice: str


def _form(pattern: str, rule: str, must: str, advice: str) -> Form:
    return Form(re.compile(pattern), rule, must, advice)


_BLANKS = _form(r"(?<=\S) {2,}(?=\S)", "blank", "must hold one blank between words", "remove the other")
_BEFORE = _form(r" (?=[:;!?,.](?: |$))", "blank", "must have no blank before a sign", "remove the blank")
_CHINESE = (
    _form(
        f"(?<=[{HAN}{_WIDE}]) +(?=[{HAN}{_WIDE}{_WORD}])|(?<=[{_WORD}]) +(?=[{HAN}{_WIDE}])",
        "blank",
        "must have no blank beside a Chinese character",
        "remove it: the page sets the room between Chinese and Latin",
    ),
    _form(
        f"(?<=[{HAN}])[,:;()!?\"']|[,:;()!?\"'](?=[{HAN}])|(?<=[{HAN}])\\.(?![{_WORD}])",
        "punctuation",
        "must have full-width signs beside Chinese characters",
        "write ，：；（）！？。“”",
    ),
)
FORMS: Mapping[str, tuple[Form, ...]] = {
    "zh": _CHINESE,
    "zh-hant": _CHINESE,
    "en": (
        _BLANKS,
        _BEFORE,
        _form("[\"‘’«»„]|(?<![A-Za-z0-9])'", "punctuation", "must quote with “ ” and write ' in words", "write “so”"),
        _form(
            r"\d (?:kr|NOK|kroner)\b|\bkr\.? \d",
            "money",
            "must write Norwegian money as in NOK 99",
            "write NOK before the number",
        ),
    ),
    "nb": (
        _BLANKS,
        _BEFORE,
        _form("[\"‘’“”„]|(?<![A-Za-zÆØÅæøå])'", "punctuation", "must quote with « »", "write «slik»"),
        _form(
            r"\d (?:kr|NOK|kroner)\b|\bNOK \d",
            "money",
            "must write money as in kr 99",
            "write kr before the number",
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Rules:
    """What the checks of wording know beside the patterns above.

    other_script: phrases that keep their own characters; wrong: forms no bokmål text may hold, with the right ones;
    convert: Simplified to Traditional, None where the site has no Traditional pages.
    """

    other_script: Iterable[str] = ()
    wrong: dict[str, str] = field(default_factory=dict)
    convert: Callable[[str], str] | None = None


def wording_problems(pieces: Iterable[Piece], rules: Rules) -> Iterator[Problem]:
    """Every problem of every text, in the order of the texts."""
    kept = re.compile("|".join(map(re.escape, rules.other_script)) or "(?!)")
    # As written or begun with a capital letter: "sms" is wrong, and "SMS" is not.
    right = rules.wrong | {word[:1].upper() + word[1:]: instead for word, instead in rules.wrong.items()}
    wrong = re.compile(rf"(?<![{_WORD}-])(?:{'|'.join(map(re.escape, right)) or '(?!)'})(?![{_WORD}-])")
    for piece in pieces:
        yield from _characters(piece, kept.sub(lambda match: " " * len(match[0]), piece.text), rules.convert)
        for form in FORMS.get(piece.language, ()):
            for match in form.pattern.finditer(piece.text):
                near = piece.text[max(0, match.start() - 8) : match.end() + 8].replace("\0", "…")
                yield piece.problem(form.rule, match.start(), f"text {form.must}: {near!r}", form.advice)
        for match in wrong.finditer(piece.text) if piece.language == "nb" else ():
            said = f"text must be bokmål as this site writes it: {match[0]!r}"
            yield piece.problem("bokmaal", match.start(), said, f"write {right[match[0]]}")


def _characters(piece: Piece, text: str, convert: Callable[[str], str] | None) -> Iterator[Problem]:
    """Characters of another script than the text's language is written in."""
    match piece.language:
        case "zh":
            for at, sign in foreign(text, "gb2312"):
                advice = "write the Simplified form, or add the phrase to docs/words/other-script.txt"
                yield piece.problem("simplified", at, f"text must hold Simplified characters: {sign!r}", advice)
            for _, sign in foreign(convert(text) if convert else "", "big5"):
                said = f"text must become Traditional characters: {sign!r}"
                yield piece.problem("traditional", 0, said, "add its word to docs/zh-hant/terms.yml")
        case "zh-hant":
            for at, sign in foreign(text, "big5"):
                said = f"text must hold Traditional characters: {sign!r}"
                yield piece.problem("traditional", at, said, "write the Traditional form")
        case "en" | "nb":
            for found in _HAN_RUN.finditer(text):
                advice = "translate it, or add the phrase to docs/words/other-script.txt"
                said = f"text must hold no Chinese: {found[0]!r}"
                yield piece.problem("han-left", found.start(), said, advice)


def foreign(text: str, encoding: str) -> Iterator[tuple[int, str]]:
    """Place and sign of each Chinese character that an encoding does not hold."""
    if not _holds(encoding, "".join(_HAN_SIGN.findall(text))):
        signs = ((match.start(), match[0]) for match in _HAN_SIGN.finditer(text))
        yield from ((at, sign) for at, sign in signs if not _holds(encoding, sign))


def _holds(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
