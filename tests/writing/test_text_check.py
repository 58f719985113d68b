"""Every text is written as its language is: planted faults are found where they stand, sound texts are left alone."""

from pathlib import Path

import pytest

from reading.load import Folders
from reading.word_list import read_words
from settings import language_tags
from support.project import ROOT
from writing.text_check import LISTS as NAMES
from writing.text_check import text_problems

LISTS = {
    "other-script": "# Names of languages\n繁體中文\n",
    "not-bokmaal": "# Nynorsk\nikkje = ikke\n# Spelt wrong\nsms = SMS\n",
    "latin-in-chinese": "# What everybody says\nApp\nSIM\nrefund request form\n",
    "norwegian": "# Laws\nekomloven\n",
}
GLOSSARY = """terms:
  - id: customer-number
    nb: kundenummer
    en: customer number
    zh: 客户编号
    zh_hant: 客戶編號
    area: identity
    meaning: {zh: 编号, en: Number, nb: Nummer}
"""
Found = list[tuple[str, int, int, str, str]]


def problems(tmp_path: Path, files: dict[str, str], words: dict[str, str] | None = None) -> Found:
    """File, line, column, rule and what was found, of each problem of a project that holds these files only."""
    docs = tmp_path / "docs"
    sheets = {f"docs/words/{name}.txt": text for name, text in (LISTS | (words or {})).items()}
    phrases = {f"docs/{language}/phrases.yml": "a: b\n" for language in ("zh", "en", "nb")}
    phrases |= {"docs/zh/phrases.yml": "a: 好\n", "docs/glossary.yml": GLOSSARY}
    for name, text in (phrases | sheets | files).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    languages = ("zh", "zh-hant", "en", "nb")
    return [
        (Path(one.file).relative_to(tmp_path).as_posix(), one.line, one.col, one.rule, one.text.rpartition(": ")[2])
        for one in text_problems(Folders(tmp_path / "carriers", docs / "facts"), docs, languages)
    ]


def on_page(tmp_path: Path, language: str, text: str) -> list[tuple[int, int, str]]:
    """Line, column and rule of each problem on a page of a language."""
    return [found[1:4] for found in problems(tmp_path, {f"docs/{language}/topics/page.md": text})]


FAULTS = [
    # Characters of the other script.
    ("zh", "先問清楚。", [(1, 2, "simplified")]),
    ("en", "# Cancel\n\nSay 解约 now.", [(3, 5, "han-left")]),
    ("nb", "Si 解约 nå.", [(1, 4, "han-left")]),
    # Latin words nobody has listed, and sentences that no list makes right.
    ("zh", "先找Router。", [(1, 3, "english-left")]),
    ("zh", "先SIM sim card App吧。", [(1, 6, "english-left"), (1, 10, "english-left")]),
    ("zh", "看my ekomloven kundenummer吧。", [(1, 2, "english-left"), (1, 15, "english-left")]),
    ("zh", "kundenummer ekomloven kundenummer。", [(1, 23, "english-left")]),
    # Blanks and signs.
    ("zh", "用 App看。", [(1, 2, "blank")]),
    ("zh", "用App 看。", [(1, 5, "blank")]),
    ("zh", "好， 好。", [(1, 3, "blank")]),
    ("zh", "好,好(好)。", [(1, 2, "punctuation"), (1, 4, "punctuation"), (1, 6, "punctuation")]),
    ("en", "Two  blanks.", [(1, 4, "blank")]),
    ("en", "Say it : now.", [(1, 7, "blank")]),
    ("en", 'Say "so".', [(1, 5, "punctuation"), (1, 8, "punctuation")]),
    ("en", "The carrier’s way.", [(1, 12, "punctuation")]),
    ("nb", "Si “slik”.", [(1, 4, "punctuation"), (1, 9, "punctuation")]),
    # Money.
    ("en", "It costs 38 NOK.", [(1, 11, "money")]),
    ("en", "It costs kr 38.", [(1, 10, "money")]),
    ("nb", "Det koster 38 kr.", [(1, 13, "money")]),
    ("nb", "Det koster 38 kroner.", [(1, 13, "money")]),
    ("nb", "Det koster NOK 38.", [(1, 12, "money")]),
    # Forms that are no bokmål, and the form the site has chosen.
    ("nb", "Det er ikkje nok. Ikkje vent.", [(1, 8, "bokmaal"), (1, 19, "bokmaal")]),
    ("nb", "Send en sms.", [(1, 9, "bokmaal")]),
    ("zh", '<p lang="nb">Det er ikkje nok.</p>', [(1, 21, "bokmaal")]),
]


@pytest.mark.parametrize(("language", "text", "found"), FAULTS)
def test_fault_on_a_page_is_found_where_it_stands(
    tmp_path: Path, language: str, text: str, found: list[tuple[int, int, str]]
) -> None:
    assert on_page(tmp_path, language, text) == found


SOUND = [
    ("zh", "## 用App和SIM {: #app }\n\n**好。** 看[客户编号](../page.md)（kundenummer），写refund request form。"),
    ("zh", "1. 写到post@example.no，或看www.example.no/hjelp。\n2. 按`git log`，看{value unpaid:fee nok}。"),
    ("zh", '<p lang="nb">Hei, si opp!</p><p class="sentence__meaning">好！</p>'),
    ("zh", "看繁體中文，ekomloven § 2-7，《好》。拨+47 915 09 000。"),
    ("en", "It's “so”, and the 2's costs NOK 38; see 繁體中文.\n\n- {fact law:billing}\n"),
    ("nb", "Si «slik». Det koster kr 38, og Vipps' side tar SMS."),
]


@pytest.mark.parametrize(("language", "text"), SOUND)
def test_sound_page_is_left_alone(tmp_path: Path, language: str, text: str) -> None:
    assert on_page(tmp_path, language, text) == []


def test_character_that_stays_simplified_in_the_traditional_text_is_found(tmp_path: Path) -> None:
    own = "name: 繁體中文\nterms: {付费: 付费}\n"
    found = problems(tmp_path, {"docs/zh/topics/page.md": "好。\n\n先付费。\n", "docs/zh-hant/terms.yml": own})
    assert found == [("docs/zh/topics/page.md", 3, 1, "traditional", "'费'")]


def test_texts_of_data_are_checked_by_their_key(tmp_path: Path) -> None:
    carrier = "name: Nord Mobil\nabout:\n  - {zh: 问Nord Mobil或Sør。, en: Ask 问., nb: Det er ikkje 9 kr.}\n"
    found = problems(tmp_path, {"carriers/nord.yml": carrier})
    assert [(line, rule, what) for _, line, _, rule, what in found] == [
        (3, "han-left", "'问'"),
        (3, "money", "'r ikkje 9 kr.'"),
        (3, "bokmaal", "'ikkje'"),
        (3, "english-left", "'Sør'"),
    ]


def test_the_glossary_own_traditional_column_is_checked(tmp_path: Path) -> None:
    # Texts are converted with that column, so the Simplified word is told too.
    found = problems(tmp_path, {"docs/glossary.yml": GLOSSARY.replace("客戶", "客户")})
    assert [(line, rule, what) for _, line, _, rule, what in found] == [
        (5, "traditional", "'户'"),
        (6, "traditional", "'户'"),
    ]


def test_sentences_of_phrases_stand_in_their_own_language(tmp_path: Path) -> None:
    phrases = 'sentence:\n  cancel-nb:\n    say: "Jeg vil ikkje ha kortet mitt."\n    means: 我不要，{name}。\n'
    found = problems(tmp_path, {"docs/zh/phrases.yml": phrases})
    assert found == [("docs/zh/phrases.yml", 3, 10, "bokmaal", "'ikkje'")]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("App\n", "list-reason"),
        ("#\nApp\n", "list-reason"),
        ("# Why\nApp\nApp\n", "list-repeat"),
        ("# Why\n= app\n", "list-empty"),
    ],
)
def test_listed_word_is_one_and_stands_once_and_under_a_reason(tmp_path: Path, text: str, rule: str) -> None:
    found = problems(tmp_path, {}, {"latin-in-chinese": text})
    assert [(file, found_rule) for file, _, _, found_rule, _ in found] == [("docs/words/latin-in-chinese.txt", rule)]


@pytest.mark.parametrize("name", NAMES)
def test_every_listed_word_of_the_project_has_its_reason(name: str) -> None:
    words, found = read_words(ROOT / "docs" / "words" / f"{name}.txt")
    assert words
    assert found == []
    assert all(words.values()) == (name == "not-bokmaal")


def test_the_texts_of_the_project_are_sound() -> None:
    docs = ROOT / "docs"
    found = text_problems(Folders(ROOT / "carriers", docs / "facts"), docs, list(language_tags()))
    assert [str(problem) for problem in found] == []


def test_texts_for_every_carrier_are_sound_without_any_carrier(tmp_path: Path) -> None:
    docs = ROOT / "docs"
    assert text_problems(Folders(tmp_path, docs / "facts"), docs, list(language_tags())) == []
