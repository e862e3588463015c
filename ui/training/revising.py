"""A review in the terminal, card by card; each answer is kept before the next card comes."""

import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import timedelta

from corpus.article import Article
from corpus.wording import InterfaceLanguage, KnownError
from qa.training.item import Item
from qa.training.quiz import draw
from qa.training.review.cards import Card, Marked
from qa.training.review.review import Grade, Occasion
from qa.training.training import Training
from ui.intervals import in_words
from ui.speech import interface_language
from ui.terminal import echo, say
from ui.training.items_told import print_answered, print_source, quoted
from ui.training.typed import chosen, typed

_GRADES = {
    Grade.AGAIN: ("again", "à revoir"),
    Grade.HARD: ("hard", "difficile"),
    Grade.GOOD: ("good", "bien"),
    Grade.EASY: ("easy", "facile"),
}
FindArticle = Callable[[str], Article]  # raises KnownError


class Revision:
    """One sitting of one person; ends with the cards, at "q", or where nobody types any more."""

    def __init__(
        self,
        training: Training,
        find_article: FindArticle,
        person: str,
        language: InterfaceLanguage,
    ) -> None:
        self._reviews = training.reviews
        self._find = find_article
        self._person = person
        self._language = language
        progress = training.paths.progress(person, language)
        self._plan = [each.entry.competency.id for each in progress.entries] if progress else []
        self.reviewed = 0

    def run(self) -> None:
        while card := self._reviews.session(self._person, self._language, self._plan).next:
            if not self._ask(card):
                return
            self.reviewed += 1
            echo("")

    def _ask(self, card: Card) -> bool:
        """Whether it was answered."""
        if card.item:
            return self._ask_item(card, card.item)
        return card.marked is not None and self._ask_passage(card, card.marked)

    def _ask_item(self, card: Card, item: Item) -> bool:
        review = secrets.token_hex(16)
        (question,) = draw([item], 1, review)
        answer = chosen(question)
        if answer is None:
            return False
        correct = answer.option == item.key
        self._reviews.answer(
            self._person,
            id=review,
            card=card.id,
            item=item.id,
            grade=Grade.GOOD if correct else Grade.AGAIN,
            correct=correct,
            occasion=Occasion.REVIEW,
            said="" if answer.option is None else item.options[answer.option],
        )
        print_answered(item, self._article(item.article_id), right=correct)
        due = self._reviews.choices(self._person, card.id, review)
        if correct:
            grade = _graded(due)
            if grade:
                self._reviews.regrade(self._person, review, grade)
        else:
            time = in_words(due[Grade.AGAIN]).in_language(interface_language())
            echo(say(en=f"It comes back in {time}.", fr=f"La carte revient dans {time}."))
        return True

    def _ask_passage(self, card: Card, marked: Marked) -> bool:
        echo(marked.question.in_language(self._language))
        prompt = say(
            en="Enter shows the passage, q stops: ",
            fr="Entrée pour voir le passage, q pour arrêter\u00a0: ",
        )
        if not typed(prompt, set(), "show"):
            return False
        self._show(marked.quote, marked.article_id)
        grade = _graded(self._reviews.choices(self._person, card.id))
        if grade is None:
            return False
        self._reviews.answer(
            self._person,
            id=secrets.token_hex(16),
            card=card.id,
            grade=grade,
            occasion=Occasion.REVIEW,
        )
        return True

    def _show(self, quote: str, article_id: str) -> None:
        echo(f"  {quoted(quote, self._language)}")
        if article := self._article(article_id):
            print_source(article)

    def _article(self, article_id: str) -> Article | None:
        """None where it has left the library since."""
        with suppress(KnownError):
            return self._find(article_id)
        return None


def _graded(due: Mapping[Grade, timedelta]) -> Grade | None:
    """None where nobody says; Enter is "good"."""
    spoken = interface_language()
    names = ", ".join(
        f"{grade.value} = {_GRADES[grade][spoken == 'fr']} ({in_words(time).in_language(spoken)})"
        for grade, time in due.items()
    )
    prompt = say(
        en=f"How well did you remember it? {names} [3]: ",
        fr=f"À quel point vous en souveniez-vous\u00a0? {names} [3]\u00a0: ",
    )
    said = typed(prompt, {str(grade.value) for grade in Grade}, "3")
    return Grade(int(said)) if said else None
