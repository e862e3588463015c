"""A quiz under way as the browser keeps it: which questions, in which order of their options.

What was answered stands in the reviews. Nothing that comes back is believed of its form.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints, TypeAdapter, ValidationError

from qa.training.item import Item
from qa.training.path.placement import question_of
from qa.training.review.review import Review
from qa.training.training import Training
from ui.web.train.quiz.taking import NUMBERS, Asked, Quiz, Wanted

LONGEST = 10_000  # characters
_Id = Annotated[str, StringConstraints(min_length=1, max_length=64)]
_Review = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]


@dataclass(frozen=True, slots=True)
class _Kept:
    number: int
    competency: Annotated[str, StringConstraints(max_length=64)]
    questions: tuple[tuple[_Id, tuple[int, ...], _Review], ...]


_KEPT = TypeAdapter(_Kept)


def kept(quiz: Quiz) -> str:
    """JSON; empty where there is nothing to go on with."""
    if quiz.is_over:
        return ""
    questions = tuple((each.item.id, each.question.order, each.review) for each in quiz.asked)
    written = _Kept(quiz.wanted.number, quiz.wanted.competency, questions)
    return _KEPT.dump_json(written).decode()


def left(text: str, person: str, training: Training) -> Quiz | None:
    """The quiz that was left, at its first question without an answer; None without any."""
    try:
        read = _KEPT.validate_json(text)
    except ValidationError:
        return None
    reviews = {each.id: each for each in training.reviews.of(person)}
    reported = training.attention.reported(person)
    asked = tuple(_asked(read, reviews, reported, training))[: max(NUMBERS)]
    wanted = Wanted(read.number if read.number in NUMBERS else len(asked), read.competency)
    quiz = Quiz(wanted, asked, is_left=True)
    while quiz.in_hand and quiz.in_hand.answered:
        quiz = quiz.onward()
    return None if quiz.is_over else quiz


def _asked(
    read: _Kept,
    reviews: Mapping[str, Review],
    reported: Collection[str],
    training: Training,
) -> Iterator[Asked]:
    """Without what the bank has never had."""
    for id_, order, review in read.questions:
        item = training.bank.item(id_)
        if item:
            answer = reviews.get(review)
            yield Asked(
                question_of(item, order),
                review,
                answered=answer is not None,
                said=_said(item, answer) if answer else None,
                reported=id_ in reported,
            )


def _said(item: Item, answer: Review) -> int | None:
    return item.options.index(answer.said) if answer.said in item.options else None
