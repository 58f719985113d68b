"""Which rules stay: those that can match, and what they name."""

import pytest

from finishing.css import read_css, write_css
from finishing.markup import read_markup
from finishing.needed import needed

PAGE = """<!doctype html><html lang="zh" dir=ltr><body><main id='top' class="one two&#45;three"><table><tr><td>
<p data-a="b > c" hidden>text <em>x</em></p></table><details><summary>s</summary></details>
<I\nclass="broken"/><BR/><hr>"""


def left(sheet: str, others: str = "") -> str:
    return write_css(needed(read_css(sheet), read_markup([PAGE]), read_css(others)))


@pytest.mark.parametrize(
    "selector",
    [
        "p", "P", "*", ".one", ".two-three", "main.one#top", "[hidden]", "[dir=ltr] p", '[DIR="LTR"]', "[data-a^=z]",
        "[data-a='z' i]", ":root", "::selection", "p::before", "p:hover", "tbody>tr", "details[open]", "html>body",
        ":not(.none)", ":is(.none,.one)", ":where(p)", "main:has(>p,.none)", "p:nth-child(2n + 1 of .none)",
        ":lang(nb)", "*|a", "p+em~p", "&:hover", "p:is(.none,:not(.none))",
        "i.broken", "br", "hr",
    ],
)  # fmt: skip
def test_a_rule_stays_that_can_match(selector: str) -> None:
    assert left(f"{selector}{{a:b}}") != ""


@pytest.mark.parametrize(
    "selector",
    [
        "a", ".none", ".One", "#none", "p .none>em", "[none]", "[dir=rtl] p", "p:not(p).none", ":is(.none,a)",
        ":where(.none)", "main:has(>.none)", "p .none::after", "main:is(.one .none)",
    ],
)  # fmt: skip
def test_a_rule_goes_that_matches_nothing(selector: str) -> None:
    assert left(f"{selector}{{a:b}}") == ""


def test_of_a_list_only_what_can_match_stays() -> None:
    assert left(".none,p,a em,em{a:b}") == "p,em{a:b}"


def test_a_list_with_a_vendors_pseudo_class_stays_whole() -> None:
    assert left("p,.none::-webkit-x{a:b}") == "p,.none::-webkit-x{a:b}"
    assert left("a,.none::-webkit-x{a:b}") == ""


def test_rules_around_others_stay_with_them() -> None:
    assert left("@media print{.none{a:b}p{a:b}}@supports (a:b){.none{a:b}}") == "@media print{p{a:b}}"
    assert left("@layer x{.none{a:b}}@layer y;@page{a:b}@charset 'utf-8';") != ""
    assert left("p{.none{a:b}&:hover{a:b}}") == "p{&:hover{a:b}}"


def test_custom_properties_stay_as_far_as_they_are_used() -> None:
    sheet = "p{--a:var(--b);--b:1;--c:var(--d);--d:2}em{x:var(--a,y)}"
    assert left(sheet) == "p{--a:var(--b);--b:1}em{x:var(--a,y)}"
    assert left(sheet, others="z{y:calc(1px*var(--d))}").count("--d") == 1


def test_a_property_that_only_refers_to_itself_goes() -> None:
    assert left("p{--a:var(--b);--b:var(--a)}") == ""


def test_keyframes_and_font_faces_stay_if_used() -> None:
    frames = "@keyframes one{to{x:var(--a)}}@keyframes two{to{x:var(--b)}}"
    sheet = f"{frames}p{{--a:1;--b:2;animation:1s one}}.none{{animation:two}}"
    assert left(sheet) == "@keyframes one{to{x:var(--a)}}p{--a:1;animation:1s one}"
    assert "two" in left(sheet, others="z{animation-name:two}")
    faces = '@font-face{font-family:"A B";src:x}@font-face{font-family:C D;src:x}@font-face{font-family:E;src:x}'
    assert left(f"{faces}p{{--f:'A B';font-family:var(--f),C D}}").count("@font-face") == 2
    assert left("@property --a{syntax:'*'}@property --b{syntax:'*'}p{x:var(--b)}").count("@property") == 1


def test_markup_is_read_from_every_way_of_writing_it() -> None:
    markup = read_markup([PAGE])
    assert {"html", "main", "table", "tbody", "tr", "td", "em", "details", "i", "br"} <= markup.tags
    assert markup.classes == {"one", "two-three", "broken"}
    assert markup.ids == {"top"}
    assert {"hidden", "data-a", "open", "lang"} <= markup.attributes
    assert ("data-a", "b > c") in markup.values
