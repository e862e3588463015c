"""Definitions without their term, beside terms of the same sort and form."""

import pytest

from index.library import Library
from qa.training.items.definition import drafts
from qa.training.items.draft import Draft
from tests.shelving import note, shelved

DEFINED = (
    "A customer journey is a series of contacts with a clear beginning and a clear end, argues "
    "Jane Roe."
)
TERMS = (
    "A survey is too long for most people who have little time to give, argues Ann Lee. A "
    "persona is drawn by any team that has met real people, argues Ann Lee. A dashboard is read "
    "by nobody in most firms of the country, argues Ann Lee. A prototype is tested with five "
    "people before the work begins, argues Ann Lee."
)


def _drafts(library: Library, text: str, language: str = "en", others: str = TERMS) -> list[Draft]:
    notes = [note("Marlow", text, language), note("Brill", others, language)]
    claims, snapshot = shelved(library, notes)
    return [d for d in drafts(claims, snapshot) if d.claim.article.publisher == "Marlow"]


def test_the_term_is_asked_for(library: Library) -> None:
    (draft,) = _drafts(library, DEFINED)
    assert draft.stem == "Which term is defined here?"
    assert draft.shown.startswith("A ____ is a series of contacts")
    assert draft.right.text == "customer journey"
    assert draft.claim.article.text[slice(*draft.answer)] == "customer journey"
    wrong = {option.text for option in draft.distractors}
    assert len(wrong) >= 3
    assert wrong <= {"survey", "persona", "dashboard", "prototype"}


@pytest.mark.parametrize(
    "text",
    [
        "A customer journey is a strong reason for firms to work as one, argues Jane Roe.",
        "A customer journey is not a series of forms that somebody fills in, argues Jane Roe.",
        "A customer journey is a series of steps, and each customer journey ends, argues Jane Roe.",
        "Each new customer journey is a series of contacts with a clear end, argues Jane Roe.",
    ],
)
def test_other_sentences_define_nothing(library: Library, text: str) -> None:
    assert _drafts(library, text) == []


def test_what_the_term_stands_for_goes_with_it(library: Library) -> None:
    text = DEFINED.replace("journey is", "journey (the path of a buyer) is")
    (draft,) = _drafts(library, text)
    assert draft.shown.startswith("A ____ is a series")


def test_a_term_of_the_definition_is_no_wrong_option(library: Library) -> None:
    (draft,) = _drafts(library, DEFINED.replace("contacts", "contacts that a survey shows,"))
    assert "survey" not in {option.text for option in draft.distractors}


def test_too_few_terms_make_no_item(library: Library) -> None:
    assert _drafts(library, DEFINED, others=TERMS.split(". ")[0] + ".") == []
