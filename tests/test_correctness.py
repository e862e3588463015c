"""Correct answers and wrong ones, judged word by word."""

from typing import Any

import pytest

from eval.gold import Expected, GoldItem
from eval.measures.correctness import (
    correctness,
    first_sentence_answers,
    missing,
    missing_figures,
    missing_items,
    missing_names,
    overlap,
    takes_the_stand,
)
from eval.measures.said import Said
from qa.answer import Sentence
from tests.gold_items import cited, gold, said, span
from tests.invented import BAKERY, ENGLISH, FERRY, FRENCH

HALVED = span(BAKERY, FRENCH[4])
QUOTED = cited(1, BAKERY, FRENCH[4])
OTHER = cited(2, BAKERY, FRENCH[1])


def judged(text: str, **expected: Any) -> float:
    """Correctness of one sentence that quotes what answers."""
    item = gold("q", HALVED, answer=expected)
    return correctness(said((text, QUOTED)), item, [FRENCH[4]])


@pytest.mark.parametrize(
    ("figure", "text", "right"),
    [
        ("42 %", "Almost 42% of them do.", True),
        ("42 %", "Presque quarante-deux pour cent.", True),
        ("42 %", "There are 42 of them.", False),
        ("42 %", "About 41% do.", False),
        ("4 sur 10", "In 4 out of 10 firms.", True),
        ("4 sur 10", "Between 4 and 10 firms.", False),
        ("2,5", "It took 2.5 years.", True),
        ("la moitié", "Half of them.", True),
        ("2016", "Published on 3 June 2016.", True),
        ("186", "186 millions de résultats", True),
        ("186", "1.186 résultats", False),
        ("186", "186,5 résultats", False),
        ("plusieurs", "Ils sont plusieurs.", True),
        ("plusieurs", "Ils sont deux.", False),
    ],
)
def test_figures(figure: str, text: str, right: bool) -> None:
    assert judged(text, figures=(figure,)) == right
    assert (missing_figures(said((text, OTHER)), Expected(figures=(figure,))) == ()) == right


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Gartner says so, and Élise Dupré, too.", ()),
        ("GARTNER et Elise Dupre.", ()),
        ("According to the Gartners.", ("Gartner", "Élise Dupré")),
        ("Forrester and Élise Dupré say so.", ("Gartner",)),
    ],
)
def test_names_are_whole_words(text: str, missing: tuple[str, ...]) -> None:
    wanted = Expected(names=(("Gartner", "le cabinet Gartner"), ("Élise Dupré",)))

    assert missing_names(said((text, OTHER)), wanted) == missing
    assert judged(text, names=wanted.names) == float(not missing)


def test_the_share_of_a_list_counts() -> None:
    items = (("formation", "training"), ("budget",), ("mandat", "mandate"), ("outil", "tool"))
    text = "They need trainings, tools and the mandates of the board."

    assert judged(text, items=items) == 0.75
    assert missing_items(said((text, OTHER)), Expected(items=items)) == ("budget",)


def test_everything_that_is_expected_has_to_be_there() -> None:
    wanted = {"figures": ("42 %",), "names": (("Gartner",),)}

    assert judged("Gartner found 42 %.", **wanted) == 1.0
    assert judged("Forrester found 42 %.", **wanted) == 0.0


@pytest.mark.parametrize(
    ("stand", "text", "right"),
    [
        ("yes", "Yes, it does.", True),
        ("yes", "Oui : le cahier le montre.", True),
        ("yes", "No, it does not.", False),
        ("no", "Non, jamais.", True),
        ("depends", "It depends on the port.", True),
        ("depends", "Ça dépend du port.", True),
        ("depends", "Les sources divergent : pour (2), contre (1).", True),
        ("no", "Sources differ: yes (2), no (3).", False),
    ],
)
def test_yes_or_no_that_is_said(stand: str, text: str, right: bool) -> None:
    assert judged(text, yes_no=stand) == right


@pytest.mark.parametrize(("citation", "right"), [(QUOTED, True), (OTHER, False)])
def test_yes_or_no_left_to_the_source(citation: Any, right: bool) -> None:
    item = gold("q", HALVED, answer={"yes_no": "yes"})

    assert takes_the_stand(said((f"“{citation.quote}”", citation)), item) == right


def test_overlap_by_hand() -> None:
    # Stems of the span: ferri compani count minut passeng wait quay; four of the sentence's
    # five are among them: F1 = 2 * 4 / (5 + 7).
    item = gold("q", span(FERRY, ENGLISH[0]))
    text = "Passengers wait for minutes on a foggy quay."

    found = overlap(Said((Sentence(text, ()),), ()), item, [ENGLISH[0]])

    assert found == pytest.approx(2 * 4 / 12)


def test_a_quote_counts_in_its_own_language() -> None:
    item = gold("q", HALVED, language="en")
    answer = said(("According to them (in French): complaints have halved.", QUOTED))

    assert overlap(answer, item, [FRENCH[4]]) == 1.0
    assert correctness(answer, item, [FRENCH[4]]) == 1.0


def test_half_of_what_answers_is_quoted() -> None:
    two = f"{FRENCH[4]} {FRENCH[5]}"
    around = gold("q", span(BAKERY, "trois ans"))

    for item, words in ((gold("q", span(BAKERY, two)), two), (around, "trois ans")):
        assert correctness(said(("It is so.", QUOTED)), item, [words]) == 1.0


def test_nothing_in_common() -> None:
    answer = said((FRENCH[1], OTHER))

    assert correctness(answer, gold("q", HALVED), [FRENCH[4]]) == 0.0


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The book dates from 2016, and they were the first.", 0.0),
        ("Le nombre de plaintes a diminué en 2016.", 1.0),  # another source of the same
    ],
)
def test_a_figure_in_a_sentence_about_something_else(text: str, right: float) -> None:
    item = gold("q", HALVED, language="fr", answer={"figures": ("2016",)})

    assert correctness(said((text, OTHER)), item, [FRENCH[4]]) == right
    assert missing(said((text, OTHER)), item, [FRENCH[4]]) == (() if right else ("2016",))


def test_a_name_that_the_question_gives_away() -> None:
    answer = {"names": (("Mme Roux",),)}
    near = said(("Mme Roux compte les plaintes.", OTHER))

    for question, right in (("Que dit Mme Roux ?", 0.0), ("Qui le dit ?", 1.0)):
        item = gold("q", HALVED, question=question, language="fr", answer=answer)
        assert correctness(near, item, [FRENCH[4]]) == right


@pytest.mark.parametrize("item", [gold("q", HALVED), gold("q", HALVED, answer={"yes_no": "no"})])
def test_silence_is_never_right(item: GoldItem) -> None:
    assert correctness(Said(), item, [FRENCH[4]]) == 0.0
    assert first_sentence_answers(Said(), item, [FRENCH[4]]) == 0.0


def test_the_first_sentence_has_to_answer() -> None:
    item = gold("q", HALVED, answer={"figures": ("42 %",)})
    late = said(("The boss reads it.", OTHER), ("It is 42 %.", QUOTED))
    early = said(("It is 42 %.", QUOTED), ("The boss reads it.", OTHER))

    assert correctness(late, item, [FRENCH[4]]) == 1.0
    assert first_sentence_answers(late, item, [FRENCH[4]]) == 0.0
    assert first_sentence_answers(early, item, [FRENCH[4]]) == 1.0


def test_the_first_sentence_of_a_list_quotes_what_answers() -> None:
    item = gold("q", HALVED, answer={"items": (("bread",), ("salt",), ("butter",))})

    assert first_sentence_answers(said(("Three things:", QUOTED)), item, [FRENCH[4]]) == 1.0
    assert first_sentence_answers(said(("Three things:", OTHER)), item, [FRENCH[4]]) == 0.0
