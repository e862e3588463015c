"""One question through the desks: what is told first, what comes back, what is kept."""

import pytest

from corpus.article import Article
from corpus.wording import KnownError
from qa.question import Question
from tests.fake_desk import ENGLISH, FRENCH, FakeDesk
from tests.served_page import fakes
from ui.web.ask.asking import answered
from ui.web.desks.desks import Desks


class Recording:
    """Of the desk of answers, the one method that is asked."""

    def __init__(self) -> None:
        self.questions: list[str] = []

    def record(self, question: Question, answer: object) -> str:
        self.questions.append(question.text)
        return "kept-1"


def desks_with(library: FakeDesk) -> tuple[Desks, Recording]:
    recording = Recording()
    return fakes().desks._replace(library=library, answers=recording), recording  # type: ignore[arg-type]


def test_what_was_found_comes_first_and_the_answer_is_recorded() -> None:
    library = FakeDesk()
    desks, recording = desks_with(library)
    library.drawing.clear()
    answering = answered(desks, Question("Who?"))
    found = next(answering)
    assert [hit.passage.article_id for hit in found.hits] == [FRENCH.id, ENGLISH.id]
    assert found.articles == (FRENCH, ENGLISH)
    assert recording.questions == []
    library.drawing.set()
    with pytest.raises(StopIteration) as ended:
        next(answering)
    assert ended.value.value.kept == "kept-1"
    assert ended.value.value.answer.question == "Who?"
    assert recording.questions == ["Who?"]


def test_an_article_that_goes_in_that_moment_does_not_cost_the_answer() -> None:
    class Losing(FakeDesk):
        def article(self, article_id: str) -> Article:
            if article_id == FRENCH.id:
                raise KnownError(en="It is gone.", fr="Il n’est plus là.")
            return super().article(article_id)

    library = Losing()
    library.drawing.clear()
    answering = answered(desks_with(library)[0], Question("Who?"))
    assert next(answering).articles == (ENGLISH,)
    library.drawing.set()
    with pytest.raises(StopIteration) as ended:
        next(answering)
    assert ended.value.value.answer.sentences


def test_a_failure_reaches_whoever_asks_and_nothing_is_recorded() -> None:
    desks, recording = desks_with(FakeDesk())
    with pytest.raises(KnownError, match="damaged"):
        list(answered(desks, Question("broken")))
    assert recording.questions == []
