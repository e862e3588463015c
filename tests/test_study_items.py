"""Findings whose survey or study is asked for, with its name left out."""

from dataclasses import replace

import pytest

from corpus.article import Article
from corpus.topics import Topic
from qa.training.item import ItemKind
from qa.training.items.draft import Draft
from qa.training.items.study import STEM, drafts
from tests.claiming import Shelf, article

ASKED = "Loyal customers of small banks buy 40% more products, according to a Marlow survey."
OTHERS = (
    "Loyalty cards are kept by 25% of customers, according to a Brill study of shops.",
    "Loyalty letters reach 12% of customers who are surveyed by Croft each year in March.",
    "Loyalty gifts please 60% of customers, as Dunn's 2012 data from hotels can tell.",
    "Loyalty prizes are won by 8% of customers, according to a Frith poll of families.",
)


def _of(text: str, n: int = 0, language: str = "en") -> Article:
    title = "Loyalty" if language == "en" else "La fidélité"
    return article(
        text, language, title=title, publisher=f"Review {n}", url=f"https://r{n}.example"
    )


def _drafts(text: str, others: tuple[str, ...] = OTHERS, language: str = "en") -> list[Draft]:
    own = _of(text, 9, language)
    shelf = Shelf(own, *(_of(other, n, language) for n, other in enumerate(others)))
    found = drafts(shelf.claims, shelf)  # type: ignore[arg-type]
    return [draft for draft in found if draft.claim.article.id == own.id]


def _wrong(draft: Draft) -> set[str]:
    return {option.text for option in draft.distractors}


def test_whose_survey_found_it_is_asked_for_beside_others() -> None:
    (draft,) = _drafts(ASKED)
    assert draft.kind is ItemKind.WHO_SAID
    assert draft.stem == STEM.en
    assert draft.shown == ASKED.replace("Marlow", "____")
    assert draft.claim.article.text[slice(*draft.answer)] == draft.right.text == "Marlow"
    assert _wrong(draft) == {"Brill", "Croft", "Dunn", "Frith"}


def test_wrong_names_stand_where_they_are_said_to() -> None:
    texts = {_of(other, n).id: other for n, other in enumerate(OTHERS)}
    (draft,) = _drafts(ASKED)
    for option in draft.distractors:
        assert option.span is not None
        assert texts[option.article_id][slice(*option.span)] == option.text


def test_neither_a_preposition_nor_a_people_is_a_name() -> None:
    """ "In Marlow's survey" is Marlow's, and a French firm may be anybody."""
    (draft,) = _drafts(
        "In Marlow's survey 40% of loyal customers of small banks buy more products."
    )
    assert draft.right.text == "Marlow"
    assert _drafts(ASKED.replace("a Marlow survey", "a French survey")) == []


def test_a_name_that_is_spelled_out_beside_the_gap_is_not_asked_for() -> None:
    """As in "____ (Corporate Executive Board)"."""
    said = "Loyal customers of small banks surveyed by Marlow{} buy 40% more products."
    assert len(_drafts(said.format(""))) == 1
    assert _drafts(said.format(" (a loyalty board)")) == []


def test_wrong_names_are_of_those_who_count_on_the_same_subject() -> None:
    own = replace(_of(ASKED, 9), topics=(Topic.LOYALTY,))
    others = [replace(_of(o, n), topics=(Topic.LOYALTY, Topic.ROI)) for n, o in enumerate(OTHERS)]
    others[0] = replace(others[0], topics=(Topic.AI,))
    others[1] = replace(others[1], topics=())  # nobody knows
    shelf = Shelf(own, *others)
    (draft,) = (d for d in drafts(shelf.claims, shelf) if d.claim.article.id == own.id)  # type: ignore[arg-type]
    assert _wrong(draft) == {"Croft", "Dunn", "Frith"}


def test_who_tells_the_same_figure_is_no_wrong_option() -> None:
    same = OTHERS[0].replace("25%", "40%")
    (draft,) = _drafts(ASKED, (same, *OTHERS[1:]))
    assert _wrong(draft) == {"Croft", "Dunn", "Frith"}


def test_whom_the_article_names_is_no_wrong_option() -> None:
    (draft,) = _drafts(f"{ASKED} Brill is what the firms of the country read most of all.")
    assert _wrong(draft) == {"Croft", "Dunn", "Frith"}


@pytest.mark.parametrize(
    ("by", "asked"), [("an Ebdon survey", False), ("Ebdon's survey", True), ("a Marlow poll", True)]
)
def test_a_vowel_does_not_tell_the_name(by: str, *, asked: bool) -> None:
    """ "an ____ survey" would be right before "Ebdon" only."""
    assert bool(_drafts(ASKED.replace("a Marlow survey", by))) is asked


def test_neither_people_nor_journals_are_wrong_options() -> None:
    """An author of an article of the library is one; in a journal others publish."""
    own, rest = _of(ASKED, 9), [_of(other, n) for n, other in enumerate(OTHERS[1:])]
    study = OTHERS[0]
    for other, author, known in (
        (study, "", {"Brill"}),
        (study, "Ann Brill", set()),
        (study, "Ann Lee", {"Brill"}),
        (study.replace("Brill", "Brill Review"), "", set()),
        (study.replace("Brill", "Brill Institute"), "", {"Brill Institute"}),
    ):
        written = replace(_of(other, 8), authors=(author,) if author else ())
        shelf = Shelf(own, *rest, written)
        found = drafts(shelf.claims, shelf)  # type: ignore[arg-type]
        (draft,) = (each for each in found if each.claim.article.id == own.id)
        assert _wrong(draft) == {"Croft", "Dunn", "Frith"} | known


@pytest.mark.parametrize(
    "by",
    ["surveyed by the Marlow Institute", "in Marlow Review research", "in a Marlow Journal poll"],
)
def test_no_name_is_asked_for_after_an_article_or_of_a_journal(by: str) -> None:
    """ "the ____" tells that a body is meant, and in a journal others publish."""
    assert _drafts(f"Loyal customers of small banks buy 40% more products, {by}.") == []
    plain = by.replace("the Marlow Institute", "Marlow").replace(" Review", "")
    plain = plain.replace(" Journal", "")
    (draft,) = _drafts(f"Loyal customers of small banks buy 40% more products, {plain}.")
    assert draft.right.text == "Marlow"


@pytest.mark.parametrize(
    "by",
    [
        "according to a Marlow survey",
        "according to Marlow's survey",
        "according to Marlow's 2012 models",
        "in Marlow research of the banks",
        "as told by customers surveyed by Marlow",
    ],
)
def test_whose_finding_it_is_is_known_by_the_words_around_the_name(by: str) -> None:
    (draft,) = _drafts(f"Loyal customers of small banks buy 40% more products, {by}.")
    assert draft.right.text == "Marlow"


def test_what_is_shown_tells_the_study_or_the_year() -> None:
    """Without the name, "in ____ data" does neither."""
    text = "Loyal customers of small banks buy 40% more products in Marlow data{}."
    assert _drafts(text.format("")) == []
    assert len(_drafts(text.format(" of 2019"))) == 1


def test_who_has_found_something_may_tell_it() -> None:
    """A speaker is asked for where a survey of theirs is known, and no other speaker."""
    told = "Loyal customers of small banks buy 40% more products, according to Gray Institute."
    (draft,) = _drafts(told, (*OTHERS, OTHERS[0].replace("Brill", "Gray Institute")))
    assert draft.right.text == "Gray Institute"
    assert _drafts(told) == []


def test_names_that_only_the_other_language_knows_are_no_wrong_options() -> None:
    own = _of(ASKED, 9)
    french = "La carte de fidélité plaît à 17 % des clients, selon une enquête de Vernay en 2019."
    others = [_of(other, n) for n, other in enumerate(OTHERS)]
    for language, known in (("fr", False), ("en", True)):
        vernay = french if language == "fr" else OTHERS[0].replace("Brill", "Vernay")
        shelf = Shelf(own, *others, _of(vernay, 8, language))
        found = drafts(shelf.claims, shelf)  # type: ignore[arg-type]
        (draft,) = (each for each in found if each.claim.article.id == own.id)
        assert ("Vernay" in _wrong(draft)) is known


def test_names_of_which_most_is_known_stand_first() -> None:
    again = [f"Loyalty scores of customers are {n}% in a Frith survey of towns." for n in (17, 19)]
    more = "Loyalty scores of customers are 21% in a Dunn survey of villages."
    (draft,) = _drafts(ASKED, (*OTHERS, *again, more))
    assert [option.text for option in draft.distractors] == ["Frith", "Dunn", "Brill", "Croft"]


def test_two_others_are_too_few() -> None:
    assert _drafts(ASKED, OTHERS[:2]) == []


@pytest.mark.parametrize(
    "text",
    [
        ASKED.replace("40% more", "many"),  # no finding
        ASKED.replace(" survey", " columnist"),  # nothing that finds
        f"Marlow says that loyal customers buy 40% more, {ASKED.partition(', ')[2]}",  # twice
        "People in the street eat 40% more bread, according to a Marlow survey.",  # of what?
    ],
)
def test_other_sentences_are_not_asked_about(text: str) -> None:
    assert _drafts(text) == []


def test_in_french() -> None:
    others = (
        "La carte de fidélité est gardée par 25 % des clients, selon une étude de Brill en 2019.",
        "La fidélité compte pour 12 % des clients interrogés par Croft dans les hôtels du pays.",
        "La fidélité baisse chez 60 % des clients, selon un sondage de Dunn auprès des familles.",
    )
    text = "La fidélité des clients progresse de 40 % en un an, selon une enquête de Marlow."
    (draft,) = _drafts(text, others, "fr")
    assert draft.shown == text.replace("Marlow", "____")
    assert draft.stem == STEM.fr
    assert _wrong(draft) == {"Brill", "Croft", "Dunn"}
    assert _drafts(text.replace("de Marlow", "de l'Institut Marlow"), others, "fr") == []


def test_an_elision_tells_the_vowel() -> None:
    text = "La fidélité des clients progresse de 40 % en un an, selon une enquête {}."
    others = [
        f"La carte de fidélité plaît à {n} % des clients, selon une étude de {name} en 2019."
        for n, name in ((25, "Brill"), (12, "Croft"), (60, "Dunn"))
    ]
    assert _drafts(text.format("d’Ebdon"), tuple(others), "fr") == []
    (draft,) = _drafts(text.format("menée par Ebdon"), tuple(others), "fr")
    assert draft.right.text == "Ebdon"


def test_who_had_it_made_is_the_one_to_know() -> None:
    """Not who asked the questions; and a figure without a date nobody can look up."""
    assert _drafts(ASKED.replace("a Marlow survey", "a Marlow survey for the Board")) == []
    assert _drafts(ASKED.replace("a Marlow survey", "an undated Marlow survey")) == []


def test_well_known_names_stand_first() -> None:
    known = f"{OTHERS[3]} Frith is read by bankers."
    again = article("Bankers read what Frith writes on loyalty.", url="https://again.example")
    shelf = Shelf(_of(ASKED, 9), *(_of(o, n) for n, o in enumerate((*OTHERS[:3], known))), again)
    (draft,) = (d for d in drafts(shelf.claims, shelf) if "Marlow" in d.quote)  # type: ignore[arg-type]
    assert draft.distractors[0].text == "Frith"
