"""Names that would give an answer away."""

import pytest

from index.thesaurus import cx_thesaurus
from qa.training.items.proper_names import ProperNames
from tests.claiming import article

NAMES = ProperNames([article("The banks of the country listen to customers.")], cx_thesaurus())


@pytest.mark.parametrize(
    "text",
    ["Banks such as Barclays listen.", "Starbucks makes people wait.", "L'Oréal listens to all."],
)
def test_names_are_seen(text: str) -> None:
    assert NAMES.in_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "Banks listen to customers.",  # a word of the library
        "Complaints are read.",  # a word of the field
        "NPS (Net Promoter Score) is asked by banks.",
    ],
)
def test_words_and_acronyms_of_the_field_are_none(text: str) -> None:
    assert not NAMES.in_text(text)
