import pytest

from finishing.assets import material_css
from finishing.css import Block, CssError, Setting, read_css, words, write_css


@pytest.mark.parametrize(
    ("sheet", "written"),
    [
        ("/* a */ a { color : red ; } /* b */", "a{color:red}"),
        ("a , b > c ~ d + e f { margin: 0 auto ; }", "a,b>c~d + e f{margin:0 auto}"),
        (":is( .a , .b ) :nth-child(2n + 1) { a: b }", ":is(.a,.b) :nth-child(2n + 1){a:b}"),
        ("a { width: calc( 1px + 2px ) ; inset: minmax( 0 , 1fr ) }", "a{width:calc(1px + 2px);inset:minmax(0,1fr)}"),
        ("a { font: 1rem / 1.5 'A B' , serif !important }", 'a{font:1rem / 1.5 "A B",serif!important}'),
        ("a { content: '✕'; content: '✕' / \"\" }", 'a{content:"✕";content:"✕" / ""}'),
        ("a { --empty: ; --one:  x  y }", "a{--empty:;--one:x y}"),
        ("@media screen and ( min-width : 52em ) { a { b: c } }", "@media screen and (min-width:52em){a{b:c}}"),
        ("@supports selector( ::a ) { a { b: c } d { e: f } }", "@supports selector(::a){a{b:c}d{e:f}}"),
        ("@layer one , two ; a { b: c }", "@layer one,two;a{b:c}"),
        ("@layer m { @media print { a { b: c } } }", "@layer m{@media print{a{b:c}}}"),
        ("@keyframes k { from { a: b } 50% { a: c } }", "@keyframes k{from{a:b}50%{a:c}}"),
        ("@page { margin: 10mm ; }", "@page{margin:10mm}"),
        ("a { b: c; &:hover { d: e } f: g }", "a{b:c;&:hover{d:e}f:g}"),
        ('a { b: url( "data:,;\'" ) }', 'a{b:url("data:,;\'")}'),
    ],
)
def test_sheet_is_written_in_few_characters(sheet: str, written: str) -> None:
    assert write_css(read_css(sheet)) == written
    assert write_css(read_css(written)) == written


def test_materials_sheet_keeps_all_it_says() -> None:
    text = material_css().decode()
    once = write_css(read_css(text))
    assert once == write_css(read_css(once))
    assert len(once) > 0.99 * len(text)


@pytest.mark.parametrize(("sheet", "place"), [("a {\n b }", "2:3"), ("a { b: c } }", "1:12"), ("a", "1:1")])
def test_what_no_browser_reads_is_an_error_with_its_place(sheet: str, place: str) -> None:
    with pytest.raises(CssError, match=f"^{place}: "):
        read_css(sheet)


def test_words_are_the_names_and_strings_of_a_value() -> None:
    [block] = read_css("a { b: f(var(--x, y)) 'z w' 1px #abc }")
    assert isinstance(block, Block)
    [setting] = block.body or ()
    assert isinstance(setting, Setting)
    assert list(words(setting.value)) == ["--x", "y", "z w"]
