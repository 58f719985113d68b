from pathlib import Path

from finishing.tidy import tidy_language, tidy_page

PAGE = '<article class="page__text md-typeset">\n\n<article>\n\n</article><pre>a\n\n  b</pre>\n</article>'


def test_blank_lines_are_taken_out_of_the_frame_only() -> None:
    page = "\n<body>\n\n  <p>\n    a\n  b</p>{}\n \n<p>\n</p></body>"
    assert tidy_page(page.format(PAGE)) == f"<body>\n<p>\na\nb</p>{PAGE}\n<p>\n</p></body>"


def test_page_without_the_frame_stays_as_it_is() -> None:
    assert tidy_page("<body>\n\n<article>\n\n</article></body>") == "<body>\n\n<article>\n\n</article></body>"


def test_leftovers_of_the_engine_are_deleted(tmp_path: Path) -> None:
    for name in ("assets/a.css", "search/search_index.json", "search/index.html", "sitemap.xml", "sitemap.xml.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text", encoding="utf-8")
    tidy_language(tmp_path)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["index.html"]


def test_built_languages_hold_pages_and_their_packed_copies_only(built: Path) -> None:
    files = [path for code in ("zh", "zh-hant", "en", "nb") for path in (built / code).rglob("*") if path.is_file()]
    assert {path.name.partition(".")[2] for path in files} == {"html", "html.gz", "html.br"}
