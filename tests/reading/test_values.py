from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.vocabulary import Applies
from reading.shapes import Choice, Report, Shape, Words
from reading.strict_yaml import Mapping, Node, Scalar, Sequence
from reading.values import (
    COUNTRY,
    EMAIL,
    IDENT,
    SHARED,
    SHORT_CODE,
    VALUE_NAME,
    Day,
    Flag,
    Link,
    Moment,
    Number,
    SourceDate,
    phone_problem,
)
from support.shapes import problem, read, value

SHAPES: list[Shape[Any]] = [
    *(COUNTRY, IDENT, SHARED, VALUE_NAME, Day(), Flag(), Link(), Moment(), Number(), SourceDate()),
    *(Choice(Applies), Words(20)),
]


@pytest.mark.parametrize("text", ["a", "telenor", "4g", "cancel-phone", "a-1-b", "2026"])
def test_dashed_id_is_accepted(text: str) -> None:
    assert value(IDENT, text) == text


@pytest.mark.parametrize(
    "text", ["", "A", "a_b", "a--b", "-a", "a-", "a b", "a.b", "å", "a\n", "挪威", "٣", "a/b", "<b>"]
)
def test_anything_else_is_no_id(text: str) -> None:
    assert problem(IDENT, text) == ("value-id", f"field must be a dashed lower-case id: {text!r}")


@pytest.mark.parametrize(("text", "accepted"), [("max_months", True), ("a1", True), ("a-b", False), ("A", False)])
def test_name_of_a_value_is_lower_case_with_low_lines(text: str, accepted: bool) -> None:
    wrong = [(3, 7, "value-id", f"field must be a lower-case name: {text!r}")]
    assert read(VALUE_NAME, Scalar(3, 7, text)) == ((text, []) if accepted else (None, wrong))


@pytest.mark.parametrize("text", ["law:billing", "esim-devices:iphone-delete", "unpaid:no-fee-while-barred"])
def test_address_of_a_shared_fact_is_accepted(text: str) -> None:
    assert value(SHARED, text) == text


@pytest.mark.parametrize("text", ["", "law", "law:", ":billing", "law:a:b", "law: a", "Law:a", "law:a-"])
def test_anything_else_is_no_address(text: str) -> None:
    assert problem(SHARED, text) == ("value-address", f"field must be topic:id: {text!r}")


@pytest.mark.parametrize("text", ["NO", "PH", "unknown"])
def test_country_code_is_accepted(text: str) -> None:
    assert value(COUNTRY, text) == text


@pytest.mark.parametrize("text", ["no", "NOR", "N", "", "Norway", "false", "ÅL"])
def test_anything_else_is_no_country(text: str) -> None:
    assert problem(COUNTRY, text) == ("value-country", f"field must be a country code: {text!r}")


@pytest.mark.parametrize(("text", "flag"), [("true", True), ("false", False)])
def test_flag_is_true_or_false(text: str, flag: bool) -> None:
    assert value(Flag(), text) is flag


@pytest.mark.parametrize("text", ["yes", "no", "True", "1", "", " true"])
def test_anything_else_is_no_flag(text: str) -> None:
    assert problem(Flag(), text) == ("value-flag", f"field must be true or false: {text!r}")


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("12", 12), ("9999", 9999)])
def test_number_counts_from_one(text: str, number: int) -> None:
    assert value(Number(), text) == number


@pytest.mark.parametrize("text", ["0", "", "-1", "+1", "1.5", "10000", "1_0", "0x1", "１２", "٣", "½", "twelve", "1 "])
def test_anything_else_is_no_number(text: str) -> None:
    assert problem(Number(), text) == ("value-number", f"field must be a whole number: {text!r}")


@pytest.mark.parametrize(
    "text",
    [
        "https://nord.example",
        "https://nord.example/vilkår?a=b&c=d#e",
        "https://nord.example:8443/",
        "https://xn--hndball-b0a.example/",
        "https://nord.example/" + "a" * 279,
    ],
)
def test_https_address_is_accepted(text: str) -> None:
    assert value(Link(), text) == text


def test_http_address_is_kept_with_a_warning() -> None:
    report = Report("a.yml")
    assert Link().read(report, "url", Scalar(1, 6, "http://nord.example/")) == "http://nord.example/"
    assert [str(problem) for problem in report.problems] == [
        "a.yml:1:1: warning [link-http] url should be https: 'http://nord.example/'\n    use https if it opens"
    ]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "nord.example",
            "//nord.example",
            "/vilkar",
            "https:",
            "https://",
            "https:///vilkar",
            "https:nord.example",
        ),
        *("javascript:alert(1)", "data:text/html,x", "ftp://nord.example", "mailto:a@nord.example", "tel:+4791509000"),
        *("https://me@nord.example", "https://me:word@nord.example", "https://@nord.example", "https://:@nord.example"),
        *("https://nord.example/a b", " https://nord.example", 'https://nord.example/"', "https://nord.example/<b>"),
        *(
            "https://nord.example/'",
            "https://nord.example\\vilkar",
            "https://nord.example/{a}",
            "https://nord.example/a|b",
        ),
        *("https://nord.example/\n", "https://nord.example:x/", "https://nord.example:99999/", "https://[::1/"),
        *("HTTPS://nord.example", "HTTP://nord.example", "Https://nord.example", "https://nord.example/`a`"),
        "https://nord.example/" + "a" * 280,
    ],
)
def test_anything_else_is_no_address_of_the_web(text: str) -> None:
    assert problem(Link(), text) == ("link", f"field must be a web address: {text[:60]!r}")


@pytest.mark.parametrize("number", ["+4791509000", "+4721000000", "+4702000", "+8613800138000", "+18005551234"])
def test_number_in_international_form_is_accepted(number: str) -> None:
    assert phone_problem(number) == ""


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("", "must be an international number"),
        ("91509000", "must be an international number"),
        ("09000", "must be an international number"),
        ("telenor", "must be an international number"),
        ("+", "must be an international number"),
        ("+999123456", "must be an international number"),
        ("004791509000", "must be an international number"),
        ("+47 915 09 000", "must be in E.164 form"),
        ("+47-91509000", "must be in E.164 form"),
        ("tel:+4791509000", "must be in E.164 form"),
        ("+4791509000;ext=5", "must be in E.164 form"),
        ("＋４７９１５０９０００", "must be in E.164 form"),
        ("+4700000000", "must be a number that exists"),
        ("+4712345678", "must be a number that exists"),
        ("+47915090001", "must be a number that exists"),
        ("+4791509", "must be a number that exists"),
    ],
)
def test_anything_else_is_no_number_to_call(number: str, text: str) -> None:
    assert phone_problem(number) == text


@pytest.mark.parametrize(("text", "accepted"), [("1850", True), ("09000", True), ("200", True), ("12", False)])
def test_short_code_is_three_to_six_digits(text: str, accepted: bool) -> None:
    assert bool(SHORT_CODE.fullmatch(text)) is accepted


@pytest.mark.parametrize("text", ["kunde@nord.example", "a.b+c_d-e@a-b.c.example"])
def test_mail_address_is_accepted(text: str) -> None:
    assert EMAIL.fullmatch(text)


@pytest.mark.parametrize("text", ["", "a", "a@b", "@b.example", "a@.example", "a@b.", "a b@c.example", "<a@b.example>"])
def test_anything_else_is_no_mail_address(text: str) -> None:
    assert not EMAIL.fullmatch(text)


@pytest.mark.parametrize("text", ["a", "Vilkår for mobil", "挪威电信（Telenor）", "<b>&amp;`", "a" * 20])
def test_line_of_text_is_accepted_as_it_stands(text: str) -> None:
    assert value(Words(20), text) == text


@pytest.mark.parametrize("text", ["", " ", "a\nb", " a", "a ", "a\n"])
def test_text_that_is_not_one_line_is_refused(text: str) -> None:
    assert problem(Words(20), text) == ("text-line", f"field must be one line of text: {text!r}")


@pytest.mark.parametrize("text", ["a" * 21, "中" * 21, "😀" * 21])
def test_text_over_its_length_is_refused(text: str) -> None:
    assert problem(Words(20), text) == ("text-length", "field must be at most 20 characters: 21")


@pytest.mark.parametrize("shape", SHAPES, ids=repr)
@pytest.mark.parametrize("node", [Sequence(3, 7), Mapping(3, 7)], ids=["list", "mapping"])
def test_a_single_value_is_asked_for(shape: Shape[Any], node: Node) -> None:
    assert read(shape, node) == (None, [(3, 7, "field-kind", "field must be one text")])


@pytest.mark.parametrize("shape", SHAPES, ids=repr)
@given(
    text=st.text(max_size=40)
    | st.from_regex(r"\A[0-9T:+.-]{1,24}\Z")
    | st.from_regex(r"\Ahttps?:[/@:\[\]a-z0-9.%?#-]+\Z")
)
@settings(deadline=None, max_examples=100)
def test_any_text_gives_a_value_or_one_problem(shape: Shape[Any], text: str) -> None:
    got, problems = read(shape, Scalar(3, 7, text))
    assert got is not None or len(problems) == 1


@given(st.text(max_size=20) | st.from_regex(r"\A\+[0-9]{1,20}\Z"))
@settings(deadline=None, max_examples=300)
def test_any_text_is_a_number_or_none(text: str) -> None:
    assert phone_problem(text) or text.removeprefix("+").isdecimal()
