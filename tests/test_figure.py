"""Figures that are asked for, and what may stand beside them."""

import pytest

from qa.training.items.figure import drafts
from qa.training.items.figures import figures
from tests.claiming import Shelf, article

ASKED = "Loyal customers of small banks are 40% of the whole, found Jane Roe in her first survey."
OTHERS = article(
    "Loyalty cards are carried by 20% of the customers, according to the panel of John Poe. "
    "Loyalty prizes are wanted by 30% of the customers, according to the panel of John Poe. "
    "Loyalty letters are read by 60% of the customers, according to the panel of John Poe. "
    "Loyalty points are lost by 70% of the customers, according to the panel of John Poe."
)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Trust rose by 14% in a year.", "en", [("14%", 14)]),
        ("Trust rose by 2.5 percent.", "en", [("2.5 percent", 2.5)]),
        ("Seven in ten customers left.", "en", [("Seven", 7)]),
        ("Firms lost 26 months of data.", "en", [("26", 26)]),
        ("Half of the customers left.", "en", [("Half", 0.5)]),
        ("Plus de 40 % des clients partent.", "fr", [("40 %", 40)]),
        ("Sept Français sur dix partent.", "fr", [("Sept", 7)]),
        ("Un client paie 2,5 millions d'euros.", "fr", [("2,5", 2.5)]),
        ("Growth of 5 to 10 percent is usual.", "en", []),
        ("In 2019 a survey of 321 leaders of 3 firms ended.", "en", []),
        ("The first 90 days and step 3.", "en", []),
    ],
)
def test_figures(text: str, language: str, found: list[tuple[str, float]]) -> None:
    assert [(figure.text, figure.value) for figure in figures(text, language)] == found


def test_the_sentence_is_shown_with_its_figure_left_out() -> None:
    shelf = Shelf(article(ASKED), OTHERS)
    draft = next(drafts(shelf.claims, shelf))  # type: ignore[arg-type]
    assert draft.shown == (
        "Loyal customers of small banks are ____ of the whole, found Jane Roe in her first survey."
    )
    assert draft.right.text == "40%"
    assert draft.claim.article.text[slice(*draft.answer)] == "40%"
    assert {option.text for option in draft.distractors[:3]} < {"20%", "30%", "60%", "70%"}
    values = [int(option.text[:-1]) for option in draft.distractors[:3]]
    assert min(values) < 40 < max(values)


def test_wrong_figures_are_where_they_are_said_to_stand() -> None:
    shelf = Shelf(article(ASKED), OTHERS)
    draft = next(drafts(shelf.claims, shelf))  # type: ignore[arg-type]
    for option in draft.distractors:
        assert option.span is not None
        assert option.article_id == OTHERS.id
        assert OTHERS.text[slice(*option.span)] == option.text


@pytest.mark.parametrize(
    "text",
    [
        # the rest of it says what is left
        "Loyal customers of banks are 40% and the disloyal ones 60% of all, found Jane Roe.",
        # the same share, in words and in percent
        "Fewer than half of the loyal customers, 40%, recommend their bank, found Jane Roe.",
        # mentioned as an example only
        "Loyal customers may be rewarded with a discount such as 40% of a fee, says Jane Roe.",
    ],
)
def test_what_is_given_away_is_not_asked_for(text: str) -> None:
    shelf = Shelf(article(text), OTHERS)
    of_it = [d for d in drafts(shelf.claims, shelf) if "Jane Roe" in d.quote]  # type: ignore[arg-type]
    assert of_it == []


def test_every_wrong_figure_compares_with_the_other_shares_as_the_right_one_does() -> None:
    """What rose to 50 % did not come from 60 %."""
    risen = (
        "Loyal customers of small banks rose from 40% in spring to 50% in autumn, says Jane Roe."
    )
    more = article("Loyalty mails are seen by 33% and loyalty ads by 25% of all, says John Poe.")
    shelf = Shelf(article(risen), OTHERS, more)
    for draft in drafts(shelf.claims, shelf):  # type: ignore[arg-type]
        if draft.claim.text == risen:
            assert all(int(option.text[:-1]) < 50 for option in draft.distractors)
