"""The comparison sees what it is there for: each planted difference, and no more."""

from collections.abc import Callable

import pytest

from canaries.compare import Tree, byte_differences, compared, shortened
from canaries.reader import read_said

PAGE = """\
<!doctype html>
<html lang="nb">
<head>
<meta name="generator" content="one-1.0">
<title>Ice - Si opp</title>
<link rel="stylesheet" href="a.css">
</head>
<body>
<a href="#top" class="md-skip">Til teksten</a>
<main>
<article>
<h1 id="top">Ice</h1>
<p>Si opp <b data-fact="ice:fee">i dag</b>, se <a href="../nb/">her</a>.</p>
</article>
</main>
</body>
</html>
"""
NAME = "nb/index.html"
OTHER_FILE = "nb/sitemap.xml.gz"
Change = Callable[[str], str]


def site(page: str = PAGE, file: bytes = b"") -> Tree:
    return {NAME: page.encode(), "nb/404.html": PAGE.encode(), OTHER_FILE: file}


def swapped(old: str, new: str) -> str:
    assert PAGE.count(old) == 1
    return PAGE.replace(old, new)


def said(page: str) -> list[str]:
    return compared(site(), site(page)).said


def kinds(page: str) -> dict[str, int]:
    return dict(compared(site(), site(page)).frame)


def test_equal_sites_have_no_difference() -> None:
    assert byte_differences(site(), site()) == []
    assert compared(site(), site()).said == []
    assert not compared(site(), site()).frame


@pytest.mark.parametrize("other", ['<meta name="generator" content="two-2.0">\n', ""])
def test_generator_alone_is_no_difference_of_bytes(other: str) -> None:
    page = swapped('<meta name="generator" content="one-1.0">\n', other)
    assert byte_differences(site(), site(page)) == []
    assert said(page) == []


def test_one_blank_is_a_difference_of_bytes() -> None:
    found = byte_differences(site(), site(swapped("Si opp <b", "Si opp  <b")))
    assert len(found) == 1
    assert found[0].startswith(f"{NAME}: ")
    assert " became " in found[0]


def test_a_changed_file_that_is_no_page_is_a_difference_of_bytes() -> None:
    found = byte_differences(site(file=b"\x1f\x8b"), site(file=b"\x1f\x8c"))
    assert [line.partition(":")[0] for line in found] == [OTHER_FILE]


def test_a_line_more_at_the_end_is_a_difference_of_bytes() -> None:
    assert len(byte_differences(site(), site(PAGE + "\n"))) == 1


def test_a_missing_and_an_added_page_are_named() -> None:
    fewer = {name: content for name, content in site().items() if name != "nb/404.html"}
    assert byte_differences(site(), fewer) == compared(site(), fewer).said == ["nb/404.html: is missing"]
    assert byte_differences(fewer, site()) == compared(fewer, site()).said == ["nb/404.html: is not among ours"]


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("Ice - Si opp", "Ice - Ut", "title ['Ice - Si opp'] became ['Ice - Ut']"),
        ("<title>Ice - Si opp</title>", "", "title ['Ice - Si opp'] became []"),
        ("i dag", "i morgen", "text "),
        ("Si opp <b", "Si opp<b", "text "),
        (' data-fact="ice:fee"', "", "facts lost [('b', 'ice:fee')], added []"),
        ("ice:fee", "ice:price", "facts lost [('b', 'ice:fee')], added [('b', 'ice:price')]"),
        ("../nb/", "../en/", "links lost ['../nb/'], added ['../en/']"),
        (' id="top"', "", "headings lost [('h1', 'top', 'Ice')], added [('h1', '', 'Ice')]"),
    ],
)
def test_another_title_or_main_text_is_named(old: str, new: str, part: str) -> None:
    found = said(swapped(old, new))
    assert len(found) == 1
    assert found[0].startswith(f"{NAME}: {part}")


def test_another_level_of_a_heading_is_named() -> None:
    found = said(PAGE.replace("h1", "h2"))
    assert found == [f"{NAME}: headings lost [('h1', 'top', 'Ice')], added [('h2', 'top', 'Ice')]"]


def test_another_order_is_a_difference_though_nothing_is_lost() -> None:
    two = '<a href="a/">x</a><a href="b/">x</a>'
    ours, theirs = swapped("</article>", f"{two}</article>"), swapped("</article>", f"{two}</article>")
    theirs = theirs.replace('"a/"', '"c/"').replace('"b/"', '"a/"').replace('"c/"', '"b/"')
    assert compared(site(ours), site(theirs)).said == [f"{NAME}: links lost [], added []"]


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.replace("../nb/", "..&#x2f;nb&#x2f;"),
        lambda page: page.replace("<p>Si", "<p>\n\n  Si"),
        lambda page: page.replace('"top"', "'top'"),
    ],
)
def test_another_spelling_of_the_same_is_only_counted(change: Change) -> None:
    assert said(change(PAGE)) == []
    assert kinds(change(PAGE)) == {"other bytes in a page": 1}


def test_a_changed_frame_is_counted_by_kind() -> None:
    page = swapped('href="#top"', 'href="#__skip"')
    assert said(page) == []
    assert kinds(page) == {
        "other bytes in a page": 1,
        '- <a href="#top" class="md-skip">': 1,
        '+ <a href="#__skip" class="md-skip">': 1,
    }


def test_another_address_in_the_frame_is_counted() -> None:
    assert 'other address or content in <link rel="stylesheet" href="…">' in kinds(swapped("a.css", "b.css"))


def test_other_words_in_the_frame_are_counted() -> None:
    assert kinds(swapped("Til teksten", "Skip")) == {"other bytes in a page": 1, "other words in the frame": 1}


def test_inline_styles_and_other_tags_are_counted() -> None:
    found = kinds(swapped("</head>", "<style>a {}</style></head>"))
    assert found == {"other bytes in a page": 1, "+ <style>": 1}
    assert "other tags in the main text" in kinds(swapped("<p>", '<p class="x">'))


def test_files_that_are_no_pages_are_counted_without_their_language() -> None:
    ours = {f"{code}/sitemap.xml.gz": b"a" for code in ("zh", "nb")}
    ours |= {"nb/assets/js/one.js": b"", "nb/assets/js/two.js": b"", "nb/a.xml": b"1", "SUMS": b"1"}
    found = compared(ours, {"nb/a.xml": b"2", "zh/search.json": b"", "SUMS": b"2"}).frame
    assert found == {
        "- file sitemap.xml.gz": 2,
        "- file assets/js/*.js": 2,
        "+ file search.json": 1,
        "other bytes in file a.xml": 1,
        "other bytes in file SUMS": 1,
    }


def test_a_page_without_an_article_has_its_text_in_main() -> None:
    sheet = PAGE.replace("<article>\n", "").replace("</article>\n", "")
    assert read_said(sheet).text == read_said(PAGE).text == "Ice Si opp i dag, se her."
    assert read_said(sheet).frame_text == "Til teksten"


def test_long_lists_are_cut_and_say_so() -> None:
    assert shortened(["a", "b", "c"], 2) == ["a", "b", "and 1 more"]
    assert shortened(["a", "b"], 2) == ["a", "b"]


def test_packed_copies_are_counted_by_ending_not_page_by_page() -> None:
    ours = {f"zh/{name}/index.html{ending}": b"1" for name in ("a", "b") for ending in (".br", ".gz")}
    found = compared(ours, dict.fromkeys(ours, b"2")).frame
    assert dict(found) == {"other bytes in file *.br": 2, "other bytes in file *.gz": 2}
