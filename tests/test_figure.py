"""Figures that are asked for, and what may stand beside them."""

from itertools import pairwise

import pytest

from corpus.article import Article
from qa.training.items.figure import drafts
from qa.training.items.figure_pool import FAR, FAR_POINTS, NEAR_POINTS
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
        ("Près de 40 % des clients partent.", "fr", [("40 %", 40)]),
        ("Plus de 40 % des clients partent.", "fr", []),  # more than 30 % do, too
        ("Between 20% and 50% of the time is lost.", "en", []),
        ("There are four kinds.", "en", []),
        ("There are four kinds of touchpoints.", "en", [("four", 4)]),
        ("Sept Français sur dix partent.", "fr", [("Sept", 7)]),
        ("Un client paie 2,5 millions d'euros.", "fr", [("2,5", 2.5)]),
        ("Growth of 5 to 10 percent is usual.", "en", []),
        ("They are worth three to 12 times more.", "en", []),
        ("In 2019 a survey of 321 leaders of 3 firms ended.", "en", []),
        ("The first 90 days and step 3.", "en", []),
        # in brackets, of nobody knows what, and the same said again
        ("Trust rose most (by 14%) in banks.", "en", []),
        ("Trust rose to 69% for novices.", "en", []),
        ("La confiance atteint 69 % pour les novices.", "fr", []),
        ("Trust counts for 40%, or roughly 38 points.", "en", [("40%", 40)]),
        ("La confiance baisse de 40 %, soit 38 points.", "fr", [("40 %", 40)]),
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
        # nearly the same share, in words and in percent
        "Fewer than half of the loyal customers, 45%, recommend their bank, found Jane Roe.",
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


def test_every_wrong_figure_is_on_the_side_of_half_that_the_sentence_tells() -> None:
    text = "Fewer than half of the loyal customers, 40%, recommend their bank, found Jane Roe."
    shelf = Shelf(article(text), OTHERS)
    (draft,) = (d for d in drafts(shelf.claims, shelf) if "Jane Roe" in d.quote)  # type: ignore[arg-type]
    assert {option.text for option in draft.distractors} == {"20%", "30%"}


def _beside(text: str, *shares: int) -> set[str]:
    """Wrong figures for the one that a text of Jane Roe's tells."""
    shelf = Shelf(article(text), _shares(*shares))
    found = [d for d in drafts(shelf.claims, shelf) if d.quote == text]  # type: ignore[arg-type]
    return {option.text for draft in found for option in draft.distractors}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Nearly all loyal customers, 95%, open a letter, found Jane Roe.", {"86%", "90%"}),
        (
            "The wish is clear: 64% of loyal customers call, found Jane Roe.",
            {"52%", "75%", "86%", "90%"},
        ),
        (
            "Loyal customers rarely call: 20% of them did, found Jane Roe.",
            {"12%", "16%", "30%", "8%"},
        ),
    ],
)
def test_wrong_figures_are_on_the_side_that_is_told_in_words(text: str, wrong: set[str]) -> None:
    assert _beside(text, 8, 12, 16, 30, 45, 52, 75, 86, 90) == wrong


def test_what_is_only_so_much_is_not_more() -> None:
    """ "Only 90 %" makes people laugh; "only 40 %" does not, where it was 30 %."""
    text = "Only {}% of the loyal customers of small banks open a letter, found Jane Roe."
    assert _beside(text.format(70), 52, 60, 78, 90) == {"52%", "60%"}
    assert _beside(text.format(30), 20, 38, 52) == {"20%", "38%"}


def test_shares_that_are_set_against_each_other_stay_apart() -> None:
    text = "Loyal customers are 70% in cities and 45% in the country, found Jane Roe."
    shelf = Shelf(article(text), _shares(30, 50, 60, 66, 80, 90))
    found = [d for d in drafts(shelf.claims, shelf) if d.quote == text]  # type: ignore[arg-type]
    wrong = {draft.right.text: {each.text for each in draft.distractors} for draft in found}
    assert wrong == {"70%": {"60%", "66%", "80%", "90%"}, "45%": {"30%", "50%", "60%"}}


def test_small_shares_are_told_apart_by_some_points() -> None:
    text = "Loyal customers of small banks are 5% of the whole, found Jane Roe."
    assert _beside(text, 2, 4, 6, 7, 8, 12) == {"2%", "8%", "12%"}


def test_nobody_says_two_in_four() -> None:
    text = "Three in four loyal customers of small banks open a letter, found Jane Roe."
    others = "Two in four loyal customers write, says Ann Lee. One in four calls, says Ann Lee."
    shelf = Shelf(article(text), article(others))
    assert all(d.quote != text for d in drafts(shelf.claims, shelf))  # type: ignore[arg-type]


def test_a_fraction_that_is_told_in_percent_too_is_not_asked_for() -> None:
    text = "Loyalty letters are opened by a third of customers{}, found Jane Roe in her survey."
    others = " ".join(
        f"Loyalty letters of sort {n} are opened by {share} of customers, says Ann Lee."
        for n, share in enumerate(("half", "a quarter", "two thirds"))
    )
    for told, asked in (("", 1), (" (33 percent)", 0)):
        shelf = Shelf(article(text.format(told)), article(others))
        found = [d for d in drafts(shelf.claims, shelf) if "Jane Roe" in d.quote]  # type: ignore[arg-type]
        assert len(found) == asked


def test_of_several_shares_the_largest_is_asked_for() -> None:
    text = "Loyal customers are 50% in cities, 22% in towns and 8% in villages, found Jane Roe."
    shelf = Shelf(article(text), _shares(14, 21, 41, 60, 70))
    found = [d for d in drafts(shelf.claims, shelf) if d.quote == text]  # type: ignore[arg-type]
    assert [draft.right.text for draft in found] == []
    few = text.replace("50%", "40%")
    shelf = Shelf(article(few), _shares(14, 21, 52, 60, 70))
    found = [d for d in drafts(shelf.claims, shelf) if d.quote == few]  # type: ignore[arg-type]
    assert [draft.right.text for draft in found] == ["40%"]


def _shares(*shares: int) -> Article:
    """Of another work, one a sentence."""
    sentence = "Loyalty mails of sort {} reach {}% of all the customers, says Ann Lee."
    return article(" ".join(sentence.format(n, share) for n, share in enumerate(shares)))


def _wrong(*articles: Article) -> set[str]:
    """What may stand beside the 40% that are asked for; empty where they are not."""
    shelf = Shelf(article(ASKED), *articles)
    found = [d for d in drafts(shelf.claims, shelf) if d.quote == ASKED]  # type: ignore[arg-type]
    return {option.text for draft in found for option in draft.distractors}


def test_two_wrong_figures_are_enough_and_one_is_not() -> None:
    assert _wrong(_shares(20, 60)) == {"20%", "60%"}
    assert _wrong(_shares(20)) == set()


def test_a_wrong_figure_is_not_almost_right() -> None:
    near = int(NEAR_POINTS)
    almost = (40 - near + 1, 40 + near - 1)
    assert _wrong(_shares(*almost, 20, 60)) == {"20%", "60%"}
    assert _wrong(_shares(*almost, 40 - near, 40 + near)) == {f"{40 - near}%", f"{40 + near}%"}


def test_a_wrong_figure_is_not_absurd() -> None:
    """Neither much smaller, 40 / 2.5 being the limit, nor further off than 30 points."""
    assert (FAR, FAR_POINTS) == (2.5, 30)
    assert _wrong(_shares(15, 71, 17, 70)) == {"17%", "70%"}
    assert _wrong(_shares(15, 71, 17)) == set()


def test_nearly_all_stands_beside_no_share_that_is_much_less() -> None:
    text = ASKED.replace("40%", "80%")
    shelf = Shelf(article(text), _shares(60, 70, 94, 97))
    (draft,) = (d for d in drafts(shelf.claims, shelf) if d.quote == text)  # type: ignore[arg-type]
    assert {option.text for option in draft.distractors} == {"60%", "70%", "94%"}


def test_wrong_figures_differ_among_themselves_as_much_as_from_the_right_one() -> None:
    near = int(NEAR_POINTS)
    found = _wrong(_shares(20, 20 + near - 1, 50, 60, 60 + near - 1))
    wrong = sorted(int(text[:-1]) for text in found)
    assert len(wrong) == 3
    assert all(after - before >= near for before, after in pairwise(wrong))


def test_a_figure_of_the_same_work_is_no_wrong_one() -> None:
    own = f"{ASKED} Loyalty mails reach 30% of all the customers, says Jane Roe of her work."
    shelf = Shelf(article(own), _shares(20, 30, 60))
    (draft,) = (d for d in drafts(shelf.claims, shelf) if d.right.text == "40%")  # type: ignore[arg-type]
    assert {option.text for option in draft.distractors} == {"20%", "60%"}


@pytest.mark.parametrize(
    "text",
    [
        # their difference, and their ratio
        "Loyalty of customers rose from 300 to 340, which is 40 points more, found Jane Roe.",
        "Loyalty paid to customers was 400 dollars on 1,000 dollars, 40% of all, found Jane Roe.",
        "Loyalty cost 400 dollars, or 80% of the 500 dollars of a room, found Jane Roe in 2021.",
        "One firm paid loyal customers 40% of the price of a room, found Jane Roe in a survey.",
    ],
)
def test_what_can_be_reckoned_or_happened_once_is_not_asked_for(text: str) -> None:
    shelf = Shelf(article(text), OTHERS)
    found = [d.right.text for d in drafts(shelf.claims, shelf) if "Jane Roe" in d.quote]  # type: ignore[arg-type]
    assert not {"40", "40%", "80%", "400", "500"} & set(found)


def test_wrong_shares_make_no_more_than_the_whole_with_those_told() -> None:
    """34% and 40% leave 26%."""
    text = "Loyal customers are 40% and occasional customers 34% of them all, found Jane Roe."
    shelf = Shelf(article(text), OTHERS, article("Loyalty mails reach 25% of all, says Ann Lee."))
    for draft in drafts(shelf.claims, shelf):  # type: ignore[arg-type]
        if draft.claim.text == text:
            told = 34 if draft.right.text == "40%" else 40
            assert all(int(option.text[:-1]) + told <= 100 for option in draft.distractors)


def test_figures_of_the_other_language_are_spelled_as_the_right_one() -> None:
    text = "La fidélité concerne 40 % des clients de la banque, selon Jeanne Roux, en France."
    shelf = Shelf(article(text, "fr", title="La fidélité"), OTHERS)
    (draft,) = (d for d in drafts(shelf.claims, shelf) if d.language == "fr")  # type: ignore[arg-type]
    assert {option.text for option in draft.distractors} <= {"20 %", "30 %", "60 %", "70 %"}
    assert len(draft.distractors) >= 3


def test_each_figure_of_a_sentence_is_a_fact_of_its_own() -> None:
    text = "Loyal customers of banks are 30% in spring and 45% in autumn, found Jane Roe."
    more = " ".join(
        f"Loyalty mails of sort {n} reach {share}% of all the customers, says Ann Lee."
        for n, share in enumerate((14, 21, 37, 60, 70))
    )
    shelf = Shelf(article(text), article(more))
    found = {d.right.text for d in drafts(shelf.claims, shelf) if "Jane Roe" in d.quote}  # type: ignore[arg-type]
    assert found == {"30%", "45%"}
