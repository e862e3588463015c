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
from ui.training.items_told import print_answered, print_asked

FindArticle = Callable[[str], Article]  # raises KnownError


def ask_quiz(
    questions: Sequence[QuizQuestion], reviews: Reviews, find_article: FindArticle, person: str
) -> None:
    """Until all is answered, or the input ends; then how many were right."""
    right = answered = 0
    for number, question in enumerate(questions, start=1):
        echo(f"\n{number}/{len(questions)}")
        print_asked(question.item, question.options)
        chosen = _chosen(len(question.options))
        if chosen is None:
            echo("")
            break
        answered += 1
        right += _answered(question, question.order[chosen - 1], reviews, find_article, person)
    if answered:
        echo(say(en=f"\nRight: {right} of {answered}", fr=f"\nJustes : {right} sur {answered}"))


def _answered(
    question: QuizQuestion, chosen: int, reviews: Reviews, find_article: FindArticle, person: str
) -> bool:
    """Whether it is right, which is kept and told."""
    item = question.item
    right = chosen == item.key
    reviews.answer(
        person,
        id=secrets.token_hex(16),
        card=item.card,
        item=item.id,
        grade=Grade.GOOD if right else Grade.AGAIN,
        correct=right,
        occasion=Occasion.QUIZ,
        said=item.options[chosen],
    )
    article = None
    with suppress(KnownError):  # it has left the library meanwhile
        article = find_article(item.article_id)
    print_answered(item, article, right=right)
    return right


def _chosen(most: int) -> int | None:
    """The number that was typed; None at the end of input."""
    while True:
        try:
            typed = input("> ").strip()
        except EOFError:
            return None
        if typed.isdecimal() and 1 <= int(typed) <= most:
            return int(typed)
        echo(say(en=f"Write a number from 1 to {most}.", fr=f"Écrivez un nombre de 1 à {most}."))
