"""Of several things of one kind the first stands where it stood."""

from support import project
from writing.facts import firsts


def test_first_of_each_kind_keeps_its_place() -> None:
    assert firsts(["a1", "b1", "c1", "a2"], lambda item: item[0]) == ("a1", "b1", "c1")


def test_bug_a_later_agreement_of_the_same_kind_pushed_the_phone_credit_off_the_paper() -> None:
    sheet = project.written()["carriers/telenor/esim/checklist/"]
    assert 'data-fact="telenor:swap"' in sheet
