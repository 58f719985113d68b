"""One test for each fault the pages once had, named after it."""

from pathlib import Path

import pytest

from model.vocabulary import ContractKind
from support import project
from support.carriers import CARRIER
from support.planted import planted
from writing.pages import Book, steps_page


@pytest.mark.parametrize("country", ["NO", "PH"])
@pytest.mark.parametrize("kind", ContractKind)
@pytest.mark.parametrize("language", project.inputs().phrases)
def test_bug_travel_contract_of_a_norwegian_carrier_had_no_sentence_to_send(
    tmp_path: Path, language: str, kind: ContractKind, country: str
) -> None:
    text = CARRIER.replace("subscription", kind).replace('"NO"', f'"{country}"')
    phrases = project.inputs().phrases[language]
    book = Book(planted(tmp_path, nord=text), phrases, project.ROOT / "docs" / phrases.source)
    sent_in = "nb" if country == "NO" else "en"
    assert book.site.steps_pages
    for page in book.site.steps_pages:
        assert f'<p lang="{sent_in}">' in steps_page(book, page)[1]
