"""HTML blocks go round the engine, and the page is the one it would have made of all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.blocks import LostBlock, lift_folder, lifted, lower_folder, lowered
from support import project
from support.skeleton import rendered, rendered_around

BLOCKS = [
    '<p class="lead">One.</p>\n',
    '<div id="a" data-fact="x:y">\n<p>Two.</p>\n\n<div>inner</div>\n</div>\n',
    '<ol><li id="b">Three</li></ol>\n',
    "<p>Four</p> and more\n",
    "<div>never ends\n",
    "<template><p>Five</p></template>\n",
    '<a href="#a">Six</a>\n',
]
TEXTS = [
    "\n",
    "\n\n",
    "## Seven {: #c }\n",
    "Eight, [link](#a)\n",
    "- nine\n",
    "| t | u |\n|---|---|\n| 1 | 2 |\n",
    "ten\n",
]
PAGES = st.lists(st.sampled_from(BLOCKS + TEXTS), max_size=8).map("".join)


@given(text=PAGES)
def test_a_page_is_the_same_with_its_blocks_outside_the_engine(text: str) -> None:
    assert rendered_around(text) == rendered(text)


def test_every_page_of_the_project_is_the_same_with_its_blocks_outside_the_engine() -> None:
    texts = [page.split("---\n", 2)[2] for page in project.written().values()]
    whole, outside = sum(map(len, texts)), sum(len(lifted(text)[0]) for text in texts)
    # Else nothing is tried here, and nothing gained in a build.
    assert outside < whole / 5
    for text in texts[::7]:
        assert rendered_around(text) == rendered(text)


def test_ids_inside_blocks_stay_known_to_the_engine() -> None:
    assert 'id="a"' in lifted(BLOCKS[1])[0]


def test_a_lost_block_is_named(tmp_path: Path) -> None:
    text = "<p>one</p>\n\n<p>two</p>\n"
    without, blocks = lifted(text)
    with pytest.raises(LostBlock, match=r"lost block 1: '<p>two"):
        lowered(without.replace(blocks[1].mark, ""), text, blocks)
    (tmp_path / "index.md").write_text(text, encoding="utf-8")
    (tmp_path / "index.html").write_text("<main></main>", encoding="utf-8")
    with pytest.raises(LostBlock, match=r"^index\.html: "):
        lower_folder(tmp_path, tmp_path, {"index.md": blocks})


def test_other_files_are_taken_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "sub" / "a.txt").write_bytes(b"<p>\r\n\xff</p>\n")
    lift_folder(tmp_path / "in", tmp_path / "out")
    assert (tmp_path / "out" / "sub" / "a.txt").read_bytes() == b"<p>\r\n\xff</p>\n"
