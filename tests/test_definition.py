"""Definitions without their term, beside terms of the same sort and form."""

import pytest

from index.library import Library
from qa.training.items.definition import drafts
from qa.training.items.draft import Draft
from tests.shelving import note, shelved

DEFINED = (
    "A customer journey is a series of contacts with a clear beginning and a clear end, in the "
    "definition of Jane Roe."
)
TERMS = (
    "A survey is too long for most people who have little time to give, argues Ann Lee. A "
    "persona is drawn by any team that has met real people, argues Ann Lee. A dashboard is read "
    "by nobody in most firms of the country, argues Ann Lee. A prototype is tested with five "
    "people before the work begins, argues Ann Lee. "
)
RIVAL = "A touchpoint is met by many people on each day of the week, argues Ann Lee."


def _drafts(
    library: Library, text: str, language: str = "en", others: str = TERMS + RIVAL
) -> list[Draft]:
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
    assert wrong <= {"touchpoint", "survey", "persona", "dashboard", "prototype"}


def test_what_is_easily_taken_for_the_term_stands_first(library: Library) -> None:
    """The thesaurus calls touchpoints and customer journeys related."""
    (draft,) = _drafts(library, DEFINED)
    assert draft.distractors[0].text == "touchpoint"


# Nowhere said to be a definition.
UNSAID = (
    "A customer journey is a course of contacts that a buyer has with the staff of a shop, argues "
    "Jane Roe."
)


def test_terms_of_which_none_is_easily_taken_for_it_make_no_item(library: Library) -> None:
    assert _drafts(library, UNSAID, others=TERMS) == []
    assert len(_drafts(library, UNSAID)) == 1


def test_what_is_said_to_be_a_definition_needs_no_rival(library: Library) -> None:
    (draft,) = _drafts(library, DEFINED, others=TERMS)
    assert {each.text for each in draft.distractors} == {
        "survey", "persona", "dashboard", "prototype",
    }  # fmt: skip


def test_wrong_options_share_a_theme_with_the_term_or_are_related(library: Library) -> None:
    """Journeys and chatbots do neither."""
    chatbot = "A chatbot is met by many people on each day of the week, argues Ann Lee. "
    (draft,) = _drafts(library, DEFINED, others=chatbot + TERMS + RIVAL)
    assert "touchpoint" in {each.text for each in draft.distractors}
    assert "chatbot" not in {each.text for each in draft.distractors}


SURVEY = (
    "A survey is a set of questions that a buyer answers after the contacts with the staff of a "
    "shop, argues Jane Roe."
)
FOCUS_GROUP = "A focus group is held in a quiet room of the firm, argues Ann Lee. "


def test_a_broader_concept_in_common_makes_terms_rivals(library: Library) -> None:
    """Surveys and focus groups are customer research; personas, dashboards … are not."""
    assert _drafts(library, SURVEY, others=TERMS) == []
    (draft,) = _drafts(library, SURVEY, others=FOCUS_GROUP + TERMS)
    assert draft.distractors[0].text == "focus group"


def test_what_is_narrower_than_the_term_is_no_wrong_option(library: Library) -> None:
    """Of a relational survey the definition is true as well."""
    narrower = "A relational survey is sent to all buyers of the firm in May, argues Ann Lee. "
    (draft,) = _drafts(library, SURVEY, others=FOCUS_GROUP + narrower + TERMS)
    assert "focus group" in {option.text for option in draft.distractors}
    assert "relational survey" not in {option.text for option in draft.distractors}


def test_a_programme_may_be_another_one_by_its_name(library: Library) -> None:
    programme = (
        "A loyalty programme is a set of rewards that a shop gives to buyers who return to the "
        "staff, in the definition of Jane Roe."
    )
    terms = (
        "A customer listening programme is run by any firm of the country, argues Ann Lee. A "
        "dashboard is read by nobody, argues Ann Lee. "
    )
    assert {
        option.text.split()[-1]
        for draft in _drafts(library, programme, others=terms + TERMS + RIVAL)
        for option in draft.distractors
    } <= {"survey", "persona", "dashboard", "prototype", "touchpoint"}


def test_what_one_does_is_no_term_beside_things(library: Library) -> None:
    """Its form would tell it: "Putting the customer first means …"."""
    putting = DEFINED.replace("A customer journey is", "Putting the customer first means")
    assert _drafts(library, putting) == []


@pytest.mark.parametrize(
    "text",
    [
        "A customer journey is a strong reason for firms to work as one, argues Jane Roe.",
        "A customer journey is not a series of forms that somebody fills in, argues Jane Roe.",
        "A customer journey is a series of steps, and each customer journey ends, argues Jane Roe.",
        "A customer journey is a series of lines that a hand drew on a wall, argues Jane Roe.",
        "Each new customer journey is a series of contacts with a clear end, argues Jane Roe.",
    ],
)
def test_other_sentences_define_nothing(library: Library, text: str) -> None:
    assert _drafts(library, text) == []


@pytest.mark.parametrize(
    "says",
    [
        "means the whole of all contacts",
        "refers to the contacts",
        "consists of the contacts",
        "spans all of the contacts",
        "is a course of contacts",
        "is the whole sum of contacts",
    ],
)
def test_a_definition_is_known_by_its_verb(library: Library, says: str) -> None:
    rest = "that a buyer has with the staff of a shop, argues Jane Roe."
    (draft,) = _drafts(library, f"A customer journey {says} {rest}")
    assert draft.shown == f"A ____ {says} {rest}"


@pytest.mark.parametrize(
    "says", ["needs the contacts", "begins with contacts", "is the best of all"]
)
def test_other_verbs_define_nothing(library: Library, says: str) -> None:
    rest = "that a buyer has with the staff of a shop, argues Jane Roe."
    assert _drafts(library, f"A customer journey {says} {rest}") == []


def test_what_everything_in_the_library_is_about_is_not_asked_for(library: Library) -> None:
    """Four of the five articles here name customer journeys, which anybody would guess."""
    more = [
        note(firm, f"In the {thing} of a firm a customer journey is drawn on paper, says Ann Lee.")
        for firm, thing in (("Croft", "cellar"), ("Dunn", "hall"), ("Ebdon", "garden"))
    ]
    claims, snapshot = shelved(
        library, [note("Marlow", DEFINED), note("Brill", TERMS + RIVAL), *more]
    )
    assert [d for d in drafts(claims, snapshot) if d.quote == DEFINED] == []
    library.remove([more[0].id])
    claims, snapshot = shelved(library, [])
    assert [d.quote for d in drafts(claims, snapshot)] == [DEFINED]


def test_what_the_term_stands_for_goes_with_it(library: Library) -> None:
    text = DEFINED.replace("journey is", "journey (the path of a buyer) is")
    (draft,) = _drafts(library, text)
    assert draft.shown.startswith("A ____ is a series")


def test_a_term_of_the_definition_is_no_wrong_option(library: Library) -> None:
    (draft,) = _drafts(library, DEFINED.replace("contacts", "contacts that a survey shows,"))
    assert "survey" not in {option.text for option in draft.distractors}


def test_too_few_terms_make_no_item(library: Library) -> None:
    assert _drafts(library, DEFINED, others=TERMS.split(". ")[0] + ".") == []


FRENCH_TERMS = (
    "Le point de contact est perdu de vue dans la plupart des boutiques de la ville, selon Anne "
    "Roux. Le persona est dessiné par peu de monde dans le pays, selon Anne Roux. Le prototype est "
    "tenu pour acquis par des chefs trop sûrs, selon Anne Roux. Le tableau de bord est refait "
    "chaque hiver dans les bureaux du siège, selon Anne Roux."
)


@pytest.mark.parametrize(
    ("says", "defines"),
    [
        ("désigne l’ensemble", True),
        ("consiste à réunir l’ensemble", True),
        ("vise à réunir l’ensemble", False),
        ("veille à réunir l’ensemble", False),
    ],
)
def test_what_a_thing_is_good_for_does_not_define_it(
    library: Library, says: str, *, defines: bool
) -> None:
    text = f"Le parcours client {says} des pas que défend la définition donnée par Jean Roux."
    found = _drafts(library, text, "fr", FRENCH_TERMS)
    assert [draft.right.text for draft in found] == ["parcours client"] * defines
