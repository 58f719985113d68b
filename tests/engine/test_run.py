from dataclasses import replace
from pathlib import Path

import pytest

from engine.run import EngineError, build_languages, check_words, engine_environment
from support.small_site import EPOCH, LANGUAGES, NO_ADDRESS, write_pages

ASSETS = {name: name for name in ("page.css", "checklist.css", "site.js")}


def build(tmp_path: Path, home: str) -> None:
    stage = tmp_path / "stage"
    write_pages(stage, {"index.md": ({"summary": "s"}, home)})
    build_languages(stage, tmp_path / "site", LANGUAGES, NO_ADDRESS, ASSETS, EPOCH)


def test_pages_land_in_the_folder_of_their_language(tmp_path: Path) -> None:
    build(tmp_path, "# Home\n")
    assert (tmp_path / "site" / "zh" / "index.html").is_file()
    assert (tmp_path / "site" / "nb" / "index.html").is_file()


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("[a](missing.md)", "missing.md"),
        ("[a](#nowhere)", "nowhere"),
        ("[a](/absolute/)", "absolute"),
    ],
)
def test_broken_markdown_link_stops_the_build(tmp_path: Path, fault: str, said: str) -> None:
    with pytest.raises(EngineError, match=said) as caught:
        build(tmp_path, f"# Home\n\n{fault}\n")
    assert "zh: MkDocs failed" in str(caught.value)
    assert "nb: MkDocs failed" in str(caught.value)


def test_template_error_stops_the_build(tmp_path: Path) -> None:
    stage = tmp_path / "stage"
    write_pages(stage, {"index.md": ({"template": "no-such.html"}, "# Home\n")})
    with pytest.raises(EngineError, match=r"no-such\.html"):
        build_languages(stage, tmp_path / "site", LANGUAGES, NO_ADDRESS, ASSETS, EPOCH)


def test_all_missing_words_are_named() -> None:
    first = {**LANGUAGES[0].words, "menu": "", "skip": ""}
    second = {key: text for key, text in LANGUAGES[1].words.items() if key != "home"}
    languages = [replace(LANGUAGES[0], words=first), replace(LANGUAGES[1], words=second)]
    with pytest.raises(EngineError) as caught:
        check_words(languages)
    assert str(caught.value).splitlines() == [
        "zh lacks the words: menu, skip",
        "zh-hant lacks the words: home",
    ]


def test_environment_gives_the_engine_the_day() -> None:
    environ = engine_environment(EPOCH, {"PATH": "p", "SOURCE_DATE_EPOCH": "1"})
    assert environ["SOURCE_DATE_EPOCH"] == str(EPOCH)
    assert environ["PATH"] == "p"
