"""Concepts left out of a sentence, and what may stand in their place."""

from index.thesaurus import cx_thesaurus
from qa.training.items.cloze import drafts
from qa.training.items.concept_groups import concept_groups
from qa.training.items.draft import Draft
from qa.training.items.noun_phrases import Genders, phrases
from tests.claiming import Shelf, article, claim_of

ASKED = article(
    "Easy calls predict the future loyalty of customers, but not the revenue of a firm, says the "
    "study by Jane Roe. A focus group can be led by any team of marketing "
    "or of customer service, says Jane Roe.",
    title="Focus groups",
)
OTHERS = article(
    "A dashboard is what John Poe proposes, and an interview is what Ann Lee wants instead. "
    "The touchpoint must be known, a survey is too long, and a prototype can be shown to clients.",
)


def _drafts(shelf: Shelf) -> list[Draft]:
    return list(drafts(shelf.claims, shelf))  # type: ignore[arg-type]


def test_a_concept_is_left_out_beside_others_of_its_sort() -> None:
    (draft,) = _drafts(Shelf(ASKED, OTHERS))
    assert draft.shown == "A ____ can be led by any team of marketing or of customer service."
    assert draft.stem == "According to Jane Roe, which words complete this sentence?"
    assert draft.right.text == "focus group"
    assert ASKED.text[slice(*draft.answer)] == "focus group"
    wrong = {option.text for option in draft.distractors}
    assert wrong <= {"dashboard", "touchpoint", "survey", "prototype"}
    assert len(wrong) >= 3


def test_what_the_same_work_names_is_no_wrong_option() -> None:
    text = f"{ASKED.text}\n\nA prototype can be made by anybody who knows the people of a firm."
    found = _drafts(Shelf(article(text, title="Focus groups"), OTHERS))
    (draft,) = (draft for draft in found if draft.right.text == "focus group")
    assert "prototype" not in {option.text for option in draft.distractors}


def test_whoever_says_it_is_known() -> None:
    """Of some columnist's words others would do as well."""
    said = ASKED.text.replace(", says Jane Roe", ", says a columnist")
    assert _drafts(Shelf(article(said, title="Focus groups", authors=("Ann Lee",)), OTHERS)) == []
    own = ASKED.text.replace(", says Jane Roe", "")
    assert _drafts(Shelf(article(own, title="Focus groups"), OTHERS)) == []
    signed = article(own, title="Focus groups", authors=("Ann Lee",))
    assert len(_drafts(Shelf(signed, OTHERS))) == 1


def test_what_is_told_elsewhere_in_the_sentence_is_not_asked_for() -> None:
    twice = article("A persona shows what a persona can be for a team of customer service people.")
    assert _drafts(Shelf(twice, OTHERS)) == []


def test_phrases_are_whole() -> None:
    """ "loyalty card" is not "loyalty", nor is "future loyalty" beside "the"."""
    claim = claim_of(
        "The loyalty programme of a bank depends on the trust of customers and on great service."
    )
    found = list(phrases(claim, cx_thesaurus().mentions_in(claim.text, "en")))
    assert "loyalty" not in {phrase.text for phrase in found}


def test_gender_is_what_the_articles_tell() -> None:
    text = (
        "La confiance des clients naît de la parole tenue et du respect des délais promis. "
        "Le client revient quand la confiance est là et que la réponse est venue sans délai."
    )
    claim = claim_of(text.split(". ")[0] + ".", "fr")
    genders = Genders([claim])
    found = list(phrases(claim, cx_thesaurus().mentions_in(claim.text, "fr")))
    assert {genders.of(phrase) for phrase in found if phrase.determiner == "la"} <= {"f"}


def test_every_concept_of_a_group_is_of_the_thesaurus() -> None:
    known = {concept.id for concept in cx_thesaurus().concepts}
    assert set(concept_groups()) - known == set()


def test_only_what_the_article_is_about_is_asked_for() -> None:
    """Unless somebody is named who says it."""
    assert len(_drafts(Shelf(article(ASKED.text, title="Dashboards"), OTHERS))) == 1
    own = article(
        ASKED.text.replace(", says Jane Roe", ""), title="Dashboards", authors=("Lou Poe",)
    )
    assert _drafts(Shelf(own, OTHERS)) == []


def test_a_gap_further_on_would_take_much_else() -> None:
    text = "Any team of marketing or of customer service can lead a focus group, says Jane Roe."
    assert _drafts(Shelf(article(text, title="Focus groups"), OTHERS)) == []
