"""A quiz in the terminal; each answer is kept before the next question comes."""

import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress

from corpus.article import Article
from corpus.wording import KnownError
from qa.training.quiz import QuizQuestion
from qa.training.review.review import Grade, Occasion
from qa.training.review.reviews import Reviews
from ui.terminal import echo, say
from ui.training.items_told import print_answered
from ui.training.typed import chosen

FindArticle = Callable[[str], Article]  # raises KnownError


def ask_quiz(
    questions: Sequence[QuizQuestion], reviews: Reviews, find_article: FindArticle, person: str
) -> None:
    """Until all is answered or the person stops; then how many were right."""
    right = answered = 0
    for number, question in enumerate(questions, start=1):
        answer = chosen(question, f"{number}/{len(questions)}")
        if answer is None:
            break
        answered += 1
        right += _answered(question, answer.option, reviews, find_article, person)
    if answered:
        echo(
            say(en=f"\nRight: {right} of {answered}", fr=f"\nJustes\u00a0: {right} sur {answered}")
        )


def _answered(
    question: QuizQuestion,
    option: int | None,
    reviews: Reviews,
    find_article: FindArticle,
    person: str,
) -> bool:
    """Whether it is right, which is kept and told."""
    item = question.item
    right = option == item.key
    reviews.answer(
        person,
        id=secrets.token_hex(16),
        card=item.card,
        item=item.id,
        grade=Grade.GOOD if right else Grade.AGAIN,
        correct=right,
        occasion=Occasion.QUIZ,
        said="" if option is None else item.options[option],
    )
    article = None
    with suppress(KnownError):  # it has left the library meanwhile
        article = find_article(item.article_id)
    print_answered(item, article, right=right)
    return right
