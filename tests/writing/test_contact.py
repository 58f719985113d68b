"""How to write to the project stands on the page about it, where it is set."""

import pytest

from settings import SiteSettings
from support import project
from writing.all_pages import staged_pages


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("", ""),
        ("fix@b.example", '<a href="mailto:fix@b.example">fix@b.example</a>'),
        ("https://b.example/fix", '<a href="https://b.example/fix">https://b.example/fix</a>'),
    ],
)
def test_the_contact_is_printed_where_it_is_set(contact: str, shown: str) -> None:
    about = staged_pages(project.inputs(), project.TODAY, settings=SiteSettings("", "", contact))["zh"]["about/"]
    assert "{contact}" not in about
    assert shown in about
    assert ("写信给我们" in about) == bool(contact)
