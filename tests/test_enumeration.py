"""What is missing from an enumeration inside a sentence."""

import pytest

from corpus.article import Article
from qa.training.item import ItemKind
from qa.training.items.draft import Draft
from qa.training.items.enumeration import ASKED as MOST_ASKED
from qa.training.items.enumeration import drafts
from qa.training.items.kinds import wrong_options
from tests.claiming import Shelf, article

ASKED = (
    "Loyalty of customers has three causes in banks: the speed of an answer, a fair "
    "price and the tone of the letters."
)
OTHERS = (
    "Loyalty of customers has two reasons in shops: the smell of fresh bread and a clean floor.",
    "Loyalty of customers meets three obstacles at fairs: a long queue, the noise of the halls "
    "and no place to sit.",
    "Loyalty of customers brings four risks to a hotel: an empty bar, the habits of old guests, a "
    "dull menu and their wish for discounts.",
)


def _of(publisher: str, text: str, language: str = "en") -> Article:
    title = "Loyalty of customers" if language == "en" else "La fidélité des clients"
    return article(
        text, language, publisher=publisher, title=title, url=f"https://{publisher}.example"
    )


def _drafts(text: str, others: tuple[str, ...] = OTHERS, language: str = "en") -> list[Draft]:
    """Of a text of Marlow's, beside those of other works."""
    notes = [_of(f"Review{n}", other, language) for n, other in enumerate(others)]
    shelf = Shelf(_of("Marlow", text, language), *notes)
    found = drafts(shelf.claims, shelf)  # type: ignore[arg-type]
    return [draft for draft in found if draft.claim.article.publisher == "Marlow"]


def test_an_element_is_left_out_beside_elements_of_other_works() -> None:
    every = {
        "the smell of fresh bread", "a clean floor", "a long queue", "the noise of the halls",
        "no place to sit", "an empty bar", "the habits of old guests", "a dull menu",
        "their wish for discounts",
    }  # fmt: skip
    found = _drafts(ASKED)
    assert found
    assert {draft.right.text for draft in found} < {
        "the speed of an answer", "a fair price", "the tone of the letters",
    }  # fmt: skip
    for draft in found:
        assert draft.kind is ItemKind.LIST
        assert draft.stem == "What is missing from this list, according to Marlow?"
        assert draft.shown == ASKED.replace(draft.right.text, "____")
        text = draft.claim.article.text
        assert text[slice(*draft.answer)] == draft.right.text
        assert {option.text for option in draft.distractors} == every


def test_wrong_elements_stand_where_they_are_said_to() -> None:
    texts = {_of(f"Review{n}", other).id: other for n, other in enumerate(OTHERS)}
    for draft in _drafts(ASKED):
        for option in draft.distractors:
            assert option.span is not None
            assert texts[option.article_id][slice(*option.span)] == option.text


def test_not_every_element_of_an_enumeration_is_asked_for() -> None:
    assert len(_drafts(ASKED)) == MOST_ASKED < 3


def test_of_two_elements_none_is_asked_for() -> None:
    two = ASKED.replace("three causes", "two causes").replace(", a fair price and", " and")
    assert _drafts(two) == []


def test_two_other_elements_are_too_few() -> None:
    assert len(_drafts(ASKED, OTHERS[1:2])[0].distractors) == 3
    assert _drafts(ASKED, OTHERS[:1]) == []


@pytest.mark.parametrize(
    ("counted", "stands_beside"),
    [
        ("reasons", True), ("obstacles", True), ("main barriers", True), ("risks", True),
        ("mistakes", True), ("levers", False), ("variables", False), ("ideas", False),
    ],
)  # fmt: skip
def test_only_what_is_of_one_sort_may_be_exchanged(counted: str, *, stands_beside: bool) -> None:
    """Reasons, obstacles and mistakes; of whatever else is counted an element would be odd."""
    other = OTHERS[1].replace("obstacles", counted)
    assert bool(_drafts(ASKED, (other,))) is stands_beside
    asked = ASKED.replace("causes", counted)
    assert bool(_drafts(asked)) is stands_beside


def test_a_speaker_needs_no_further_source() -> None:
    """ "…, argues Jane Roe" stands before the colon."""
    said = ASKED.replace("Loyalty", "According to Jane Roe, loyalty")
    assert {draft.stem for draft in _drafts(said)} == {
        "What is missing from this list, according to Jane Roe?"
    }
    assert all("Jane Roe" not in draft.shown for draft in _drafts(said))


@pytest.mark.parametrize(
    "text",
    [
        # not as many as announced, nothing announced, nothing that is worth knowing
        ASKED.replace("three", "four"),
        ASKED.replace("three", "some"),
        ASKED.replace("causes", "towns"),
        # counted twice, two colons, none
        ASKED.replace("in banks", "and two reasons"),
        ASKED.replace("in banks", "in: banks"),
        ASKED.replace(":", ","),
        # a word alone, a clause, a long phrase
        ASKED.replace("the speed of an answer", "speed"),
        ASKED.replace("the speed of an answer", "answers are quick"),
        ASKED.replace("an answer", "an answer to whoever writes or calls late at night"),
    ],
)
def test_other_sentences_are_no_enumerations(text: str) -> None:
    assert _drafts(text) == []


def test_elements_that_begin_alike_tell_each_other() -> None:
    parallel = (
        "Loyalty of customers has three causes in banks: its effect on prices, its "
        "effect on letters and the speed of an answer."
    )
    assert {draft.right.text for draft in _drafts(parallel)} == {"the speed of an answer"}


def test_what_names_a_concept_of_the_sentence_is_no_wrong_element() -> None:
    """A complaint is what the sentence of Marlow speaks of, too."""
    text = ASKED.replace("in banks", "after a complaint")
    complains = OTHERS[1].replace("a long queue", "a late complaint")
    assert _drafts(ASKED, (complains,)) != []
    assert _drafts(text, (complains,)) == []


def test_lists_of_something_else_are_no_help() -> None:
    """Nor is what is counted a subject that they share."""
    maps = tuple(each.replace("Loyalty of customers", "A journey map") for each in OTHERS)
    assert _drafts(ASKED, maps) == []
    assert _drafts(ASKED.replace("Loyalty of customers", "Weather"), OTHERS) == []


FRENCH = (
    "La fidélité des clients tient à trois raisons en banque : répondre vite aux appels, "
    "tenir un prix juste et soigner le ton du courrier."
)
INFINITIVES = (
    "La fidélité des clients a deux causes en boutique : pétrir un pain frais et laver le "
    "sol du soir.",
    "La fidélité des clients connaît trois freins au salon : raccourcir une longue file, baisser "
    "le bruit des halls et prévoir une place assise.",
    "La fidélité des clients court deux risques à l'hôtel : remplir un bar vide et changer le menu "
    "trop terne.",
)
NOUNS = (
    "La fidélité des clients a deux raisons en boutique : la bonté du pain et le charme du sol.",
    "La fidélité des clients a deux obstacles au salon : le calme des halls et la place assise.",
    "La fidélité des clients a deux causes à l'hôtel : le bar vide et la vue du balcon.",
)


def test_french_elements_stand_beside_elements_built_alike() -> None:
    found = _drafts(FRENCH, (*INFINITIVES, *NOUNS), "fr")
    assert len(found) == MOST_ASKED
    for draft in found:
        assert draft.stem == "Que manque-t-il dans cette énumération, d’après Marlow\u00a0?"
        wrong = [option.text.split()[0] for option in draft.distractors]
        assert len(wrong) > 2
        assert set(wrong) <= {
            "pétrir", "laver", "raccourcir", "baisser", "prévoir", "remplir", "changer",
        }  # fmt: skip


def test_infinitives_do_not_stand_beside_nouns() -> None:
    assert _drafts(FRENCH, NOUNS, "fr") == []
    named = FRENCH.replace("répondre vite aux appels", "la vitesse des appels")
    named = named.replace("tenir un prix", "le prix").replace("soigner le ton", "le ton")
    assert len(_drafts(named, NOUNS, "fr")) == MOST_ASKED
    assert _drafts(named, INFINITIVES, "fr") == []


@pytest.mark.parametrize(("counted", "asked"), [("freins", True), ("leviers", False)])
def test_in_french_the_same_is_counted(counted: str, *, asked: bool) -> None:
    text = FRENCH.replace("raisons", counted)
    assert bool(_drafts(text, INFINITIVES, "fr")) is asked


def test_two_or_three_wrong_elements_are_shown() -> None:
    assert wrong_options(ItemKind.LIST) == (2, 3)
