from pathlib import Path

from finishing.assets import hashed_name, layered, material_css, plain_script, write_assets


def source(folder: Path) -> Path:
    folder.mkdir()
    for name, text in {"site.css": "a{}", "parts.css": "b{}", "root.css": "c{}", "one.js": "1"}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_name_changes_with_the_content_only() -> None:
    assert hashed_name("site.css", b"a") == hashed_name("site.css", b"a")
    assert hashed_name("site.css", b"a") != hashed_name("site.css", b"b")
    assert hashed_name("a.min.js", b"a").startswith("a.min.")
    assert hashed_name("a.min.js", b"a").endswith(".js")


def test_assets_are_written_under_their_hashed_names(tmp_path: Path) -> None:
    assets = write_assets(source(tmp_path / "in"), tmp_path / "out")
    assert set(assets.names) == {"page.css", "one.js", "root.css"}
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(assets.names.values())


def test_parts_are_joined_in_order(tmp_path: Path) -> None:
    assets = write_assets(source(tmp_path / "in"), tmp_path / "out")
    assert (tmp_path / "out" / assets.names["root.css"]).read_text(encoding="utf-8") == "a{}\nb{}\nc{}"


def test_the_sheet_of_the_frame_is_material_then_ours(tmp_path: Path) -> None:
    assets = write_assets(source(tmp_path / "in"), tmp_path / "out")
    sheet = (tmp_path / "out" / assets.names["page.css"]).read_bytes()
    assert sheet == material_css() + b"\na{}\nb{}"


def test_layer_holds_no_source_map_and_no_charset() -> None:
    css = b'@charset "UTF-8";a{}\n/*# sourceMappingURL=main.css.map */\n'
    assert layered(css, "material") == b"@layer material {\na{}\n}\n"


def test_material_is_one_layer() -> None:
    css = material_css()
    assert css.startswith(b"@layer material {")
    assert b"sourceMappingURL" not in css
    assert css.count(b"{") == css.count(b"}")


def test_a_script_is_sent_without_comments_and_indentation() -> None:
    script = b'// Why.\n(() => {\n  "use strict";\n\n  // One line.\n  const a = "b // c";\n})();\n'
    assert plain_script(script) == b'(() => {\n"use strict";\nconst a = "b // c";\n})();\n'
