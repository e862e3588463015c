"""What stands behind the page of a quiz: questions drawn, answers kept, doubts reported."""

from corpus.wording import InterfaceLanguage, KnownError
from qa.training.item import Item
from qa.training.quiz import draw
from qa.training.review.review import Grade, Occasion
from qa.training.training import Training
from ui.web.desks.desk import Desk
from ui.web.doors.visitor import visitor
from ui.web.train.quiz import words
from ui.web.train.quiz.keeping import left
from ui.web.train.quiz.taking import Asked, Quiz, Wanted
from ui.web.train.source import Source, source_in


class QuizGiver:
    """Acts for the visitor; each method may raise KnownError."""

    def __init__(self, training: Training, library: Desk) -> None:
        self._training = training
        self._library = library

    def begun(self, wanted: Wanted, language: InterfaceLanguage) -> Quiz:
        """Another one once something was answered; what was answered before comes last."""
        items = self._training.bank.items(language, wanted.competency)
        if not items:
            raise KnownError(en=words.NONE.en, fr=words.NONE.fr)
        person = visitor().id
        reviews = self._training.reviews.of(person)
        avoid = {review.card for review in reviews}
        drawn = draw(items, wanted.number, f"{person} {len(reviews)}", avoid=avoid)
        return Quiz.of(wanted, drawn, self._training.attention.reported(person))

    def left(self, text: str) -> Quiz | None:
        """What the browser has kept of a quiz that was not brought to its end."""
        return left(text, visitor().id, self._training)

    def again(self, quiz: Quiz) -> Quiz:
        """What was missed in it, in another order."""
        missed = [asked.item for asked in quiz.missed]
        return Quiz.of(quiz.wanted, draw(missed, len(missed), quiz.asked[0].review))

    def keep(self, asked: Asked) -> None:
        """The answer; kept twice it counts once."""
        item = asked.item
        self._training.reviews.answer(
            visitor().id,
            id=asked.review,
            card=item.card,
            item=item.id,
            grade=Grade.GOOD if asked.correct else Grade.AGAIN,
            correct=asked.correct,
            occasion=Occasion.QUIZ,
            said="" if asked.said is None else item.options[asked.said],
        )

    def report(self, item: Item, *, wrong: bool) -> None:
        """The visitor finds the item wrong, or does not any more."""
        attention = self._training.attention
        (attention.report if wrong else attention.withdraw)(visitor().id, item.id)

    def source(self, item: Item) -> Source:
        return source_in(self._library, item)
