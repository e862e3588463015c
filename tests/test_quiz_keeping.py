"""A quiz under way: written for the browser and read back."""

import json
from dataclasses import replace

import pytest

from qa.training.quiz import QuizQuestion
from qa.training.review.review import Grade, Occasion
from tests.shelved import ALL, CONFLICTS, MEASURES, shelve
from tests.training_site import TrainingSite
from ui.web.train.quiz.keeping import kept, left
from ui.web.train.quiz.taking import Asked, Quiz, Wanted

FIRST, SECOND = "a" * 32, "b" * 32
ORDER = (2, 0, 1)
QUIZ = Quiz(
    Wanted(5, MEASURES.competency),
    (
        Asked(QuizQuestion(MEASURES, ORDER), FIRST),
        Asked(QuizQuestion(CONFLICTS, tuple(range(len(CONFLICTS.options)))), SECOND),
    ),
)


@pytest.fixture(scope="module")
def site() -> TrainingSite:
    site = TrainingSite()
    site.reset()
    shelve(site, *ALL)
    return site


def answer(site: TrainingSite, person: str, review: str, said: str) -> None:
    site.training.reviews.answer(
        person,
        id=review,
        card=MEASURES.card,
        item=MEASURES.id,
        grade=Grade.AGAIN,
        correct=False,
        occasion=Occasion.QUIZ,
        said=said,
    )


def test_nothing_answered_is_as_it_was(site: TrainingSite) -> None:
    assert left(kept(QUIZ), "zoe", site.training) == replace(QUIZ, is_left=True)


def test_what_was_answered_is_answered(site: TrainingSite) -> None:
    answer(site, "tom", FIRST, MEASURES.options[2])
    quiz = left(kept(QUIZ), "tom", site.training)
    assert quiz
    assert (quiz.at, quiz.asked[0].answered, quiz.asked[0].said) == (1, True, 2)
    assert quiz.in_hand == QUIZ.asked[1]


def test_not_to_have_known_is_an_answer(site: TrainingSite) -> None:
    answer(site, "ana", FIRST, "")
    quiz = left(kept(QUIZ), "ana", site.training)
    assert quiz
    assert (quiz.at, quiz.asked[0].answered, quiz.asked[0].said) == (1, True, None)


def test_a_quiz_that_is_over_is_not_kept(site: TrainingSite) -> None:
    assert kept(QUIZ.finished()) == ""
    one = replace(QUIZ, asked=QUIZ.asked[:1])
    answer(site, "kim", FIRST, "")
    assert left(kept(one), "kim", site.training) is None


@pytest.mark.parametrize(
    "text", ["", "null", "{", "[]", '{"number":5,"competency":"","questions":[["x",[0],"y"]]}']
)
def test_what_is_no_quiz_is_none(site: TrainingSite, text: str) -> None:
    assert left(text, "zoe", site.training) is None


def test_questions_that_are_gone_are_left_out(site: TrainingSite) -> None:
    document = json.loads(kept(QUIZ))
    document["questions"][0][0] = "never made"
    document["questions"][1][1] = [9, 9]  # no order of its options
    document["number"] = 10**9
    quiz = left(json.dumps(document), "zoe", site.training)
    assert quiz
    assert quiz.asked == QUIZ.asked[1:]
    assert quiz.wanted == Wanted(1, MEASURES.competency)
