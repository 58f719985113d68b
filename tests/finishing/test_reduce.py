import re
from pathlib import Path

import pytest

from finishing.assets import AssetError, Assets, hashed_name
from finishing.markup import read_markup
from finishing.reduce import SET_BY_SCRIPTS, reduce_sheet
from paths import ASSETS
from support.small_site import tree

NAME = "page.0000000000.css"
FOLD = re.compile(r"<details[^>]*>")
SHEET = "@layer material{p{color:var(--b)}q{--b:1}:root{--b:2;--c:3}.one{a:b}.two{a:b}}p{y:var(--c)}"


def site(folder: Path, *pages: str) -> Path:
    """A site of pages that link the sheet, and one above them that does not."""
    (folder / "assets").mkdir(parents=True)
    (folder / "assets" / NAME).write_text(SHEET, encoding="utf-8")
    (folder / "assets" / "site.css").write_text("z{y:b}", encoding="utf-8")
    (folder / "index.html").write_text('<p class="two">', encoding="utf-8")
    for number, text in enumerate(pages):
        (folder / f"{number}.html").write_text(f'<link href="assets/{NAME}">{text}', encoding="utf-8")
    return folder


def test_sheet_is_that_of_all_pages_that_link_it(tmp_path: Path) -> None:
    folder = site(tmp_path, "<p>", '<b class="one">')
    names = reduce_sheet(folder, Assets({"page.css": NAME})).names
    content = b"@layer material{p{color:var(--b)}:root{--b:2;--c:3}.one{a:b}}p{y:var(--c)}"
    name = hashed_name("page.css", content)
    assert names == {"page.css": name}
    assert sorted(path.name for path in (folder / "assets").iterdir()) == [name, "site.css"]
    assert (folder / "assets" / name).read_bytes() == content
    assert (folder / "1.html").read_text(encoding="utf-8") == f'<link href="assets/{name}"><b class="one">'


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    folders = [site(tmp_path / name, "<p>", '<b class="one">') for name in ("a", "b")]
    for folder in folders:
        reduce_sheet(folder, Assets({"page.css": NAME}))
    assert tree(folders[0]) == tree(folders[1])


def test_a_sheet_that_loses_nothing_keeps_its_place(tmp_path: Path) -> None:
    folder = site(tmp_path, '<p class="one two"><q>')
    name = reduce_sheet(folder, Assets({"page.css": NAME})).names["page.css"]
    again = reduce_sheet(folder, Assets({"page.css": name})).names["page.css"]
    assert again == name
    assert (folder / "assets" / name).read_text(encoding="utf-8") == SHEET


def test_a_page_that_links_the_sheet_twice_is_not_understood(tmp_path: Path) -> None:
    folder = site(tmp_path, f'<link href="assets/{NAME}">')
    with pytest.raises(AssetError, match=r"0\.html must link page\.0000000000\.css once, not 2 times"):
        reduce_sheet(folder, Assets({"page.css": NAME}))


def test_a_built_site_links_the_reduced_sheet_on_every_page_of_the_frame(built: Path) -> None:
    [sheet] = (built / "assets").glob("page.*.css")
    texts = [path.read_text(encoding="utf-8") for path in built.rglob("*.html")]
    framed = [text for text in texts if '<article class="page__text' in text]
    assert framed
    assert all(f"assets/{sheet.name}" in text for text in framed)
    assert hashed_name("page.css", sheet.read_bytes()) == sheet.name
    # Without the reduction Material alone has more than 100,000.
    assert sheet.stat().st_size < 25_000


def test_what_scripts_set_is_declared_and_they_read_no_property_of_materials() -> None:
    markup = read_markup(SET_BY_SCRIPTS)
    text = "\n".join(path.read_text(encoding="utf-8") for path in ASSETS.glob("*.js"))
    calls = re.findall(r"classList\.\w+\(([^()]*)\)|className\s*=\s*([^;]*)", text)
    named = {
        word
        for call in calls
        for string in re.findall(r"[\"'`]([^\"'`]*)[\"'`]", "".join(call))
        for word in string.split()
    }
    assert named <= markup.classes
    assert "--md-" not in text


def test_folds_are_styled_by_us_alone(built: Path) -> None:
    [sheet] = (built / "assets").glob("page.*.css")
    layer = sheet.read_text(encoding="utf-8")
    assert "details.note" not in layer
    assert "summary:before" not in layer
    folds = [tag for path in built.rglob("*.html") for tag in FOLD.findall(path.read_text(encoding="utf-8"))]
    assert set(folds) <= {'<details class="more">', '<details class="toc">'}
    assert len(folds) > 0
