"""What is told while an answer is being made."""

from index.library import Library
from index.passage import Hit
from qa.chain import answer_chain
from qa.found import WhenFound
from qa.question import Question
from tests.invented import BAKERY, FERRY, MUSEUM


def test_the_passages_are_told_once_and_are_those_that_are_weighed(library: Library) -> None:
    library.add_articles([BAKERY, FERRY, MUSEUM])
    told: list[tuple[Hit, ...]] = []
    listening = WhenFound(lambda hits: told.append(tuple(hits)))
    asked = Question("What does the ferry company count?")
    answer = answer_chain(library).invoke(asked, {"callbacks": [listening]})
    (hits,) = told
    assert hits
    assert [hit.passage for hit in hits] == [each.passage for each in answer.considered]
    assert answer_chain(library).invoke(asked).sentences == answer.sentences


def test_a_listener_that_fails_costs_nobody_the_answer(library: Library) -> None:
    library.add_articles([BAKERY, FERRY])

    def listener(hits: object) -> None:
        raise RuntimeError("nobody listens")

    asked = Question("What does the ferry company count?")
    answer = answer_chain(library).invoke(asked, {"callbacks": [WhenFound(listener)]})
    assert answer.considered
