from pathlib import Path

from lxml import html

from finishing.assets import Assets
from finishing.plain import write_plain_pages
from support.small_site import PLAIN


def test_text_stands_in_the_frame_with_its_language_title_and_summary(built: Path) -> None:
    tree = html.parse(built / "api" / "index.html").getroot()
    assert tree.get("lang") == "en"
    assert tree.findtext(".//title") == "Data <b> - Si opp"
    assert tree.xpath("//meta[@name='description']/@content") == [PLAIN["summary"]]
    assert [heading.text for heading in tree.iter("h1")] == ["Data <b>"]
    assert tree.xpath("//h2[@id='files']/following-sibling::p/a/@href") == ["all.json"]


def test_page_leads_back_to_the_root_and_to_the_style_sheet_from_its_depth(built: Path) -> None:
    tree = html.parse(built / "api" / "index.html").getroot()
    assert tree.xpath("//p[1]/a/@href") == ["../"]
    [sheet] = tree.xpath("//link[@rel='stylesheet']/@href")
    assert (built / "api" / sheet).resolve().is_file()


def test_without_texts_there_is_no_page(tmp_path: Path) -> None:
    write_plain_pages(tmp_path / "plain", tmp_path, "Si opp", Assets({"root.css": "root.css"}))
    assert list(tmp_path.iterdir()) == []
