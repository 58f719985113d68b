from pathlib import Path

import pytest

from finishing.tidy import DEAD_CONTROLS, TidyError, tidy_language, without_blanks, without_dead_controls

THEMED = "<body>" + "\n".join(DEAD_CONTROLS) + "<div data-md-component='skip'></div></body>"


def test_dead_controls_are_taken_out() -> None:
    assert without_dead_controls(THEMED) == THEMED.replace("\n".join(DEAD_CONTROLS), "\n" * (len(DEAD_CONTROLS) - 1))


def test_page_without_the_theme_stays_as_it_is() -> None:
    assert without_dead_controls("<body><input></body>") == "<body><input></body>"


def test_blank_lines_are_taken_out_of_the_frame_only() -> None:
    text = "<article>\n\n<pre>a\n\n  b</pre>\n</article>"
    page = "\n<body>\n\n  <p data-md-component>\n    a\n  b</p>{}\n \n<p>\n</p></body>"
    assert without_blanks(page.format(text)) == f"<body>\n<p data-md-component>\na\nb</p>{text}\n<p>\n</p></body>"
    assert without_blanks("<body>\n\n</body>") == "<body>\n\n</body>"


@pytest.mark.parametrize("control", DEAD_CONTROLS)
@pytest.mark.parametrize("times", [0, 2])
def test_page_that_differs_from_the_theme_is_refused(control: str, times: int) -> None:
    with pytest.raises(TidyError, match="must hold once"):
        without_dead_controls(THEMED.replace(control, control * times))


def test_leftovers_of_the_engine_are_deleted(tmp_path: Path) -> None:
    for name in ("assets/a.css", "search/search_index.json", "search/index.html", "sitemap.xml", "sitemap.xml.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text", encoding="utf-8")
    tidy_language(tmp_path)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["index.html"]


def test_problem_names_the_page(tmp_path: Path) -> None:
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "a.html").write_text("<div data-md-component=x>", encoding="utf-8")
    with pytest.raises(TidyError, match=r"^zh/a\.html: must hold once"):
        tidy_language(tmp_path / "zh")


def test_built_languages_hold_pages_and_their_packed_copies_only(built: Path) -> None:
    files = [path for code in ("zh", "zh-hant", "en", "nb") for path in (built / code).rglob("*") if path.is_file()]
    assert {path.name.partition(".")[2] for path in files} == {"html", "html.gz", "html.br"}
