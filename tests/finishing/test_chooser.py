from pathlib import Path

from lxml import html


def links(page: Path) -> list[tuple[str | None, ...]]:
    tree = html.document_fromstring(page.read_text(encoding="utf-8"))
    return [(item.get("lang"), item[-1].get("href"), item[-1].text) for item in tree.iter("li")]


def test_chooser_names_each_language_in_itself(built: Path) -> None:
    assert links(built / "index.html") == [("zh-Hans", "zh/", "简体中文"), ("nb", "nb/", "Norsk")]


def test_not_found_page_of_the_root_works_at_any_depth(built_below_prefix: Path) -> None:
    page = built_below_prefix / "404.html"
    assert [link[1] for link in links(page)] == ["/siopp/zh/", "/siopp/nb/"]
    assert "not_found_title &lt;词&gt;" in page.read_text(encoding="utf-8")
