"""A review in the terminal, card by card; each answer is kept before the next card comes."""

import secrets
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import timedelta

from corpus.article import Article
from corpus.wording import InterfaceLanguage, KnownError
from qa.training.item import Item
from qa.training.quiz import draw
from qa.training.review.cards import Card, Marked
from qa.training.review.review import Grade, Occasion
from qa.training.sources import source_address, source_line
from qa.training.training import Training
from ui.intervals import in_words
from ui.speech import interface_language
from ui.terminal import echo, printable, say

_STOP = "q"
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
        echo(item.stem)
        if item.shown:
            echo(f"  {item.shown}")
        for number, option in enumerate(question.options, 1):
            echo(f"  {number}. {option}")
        numbers = [str(number) for number in range(1, len(question.options) + 1)]
        said = _typed(
            say(
                en=f"Answer (1–{len(numbers)}, ? = I don’t know, q = stop): ",
                fr=f"Réponse (1–{len(numbers)}, ? = je ne sais pas, q = arrêter)\u00a0: ",
            ),
            {*numbers, "?"},
        )
        if not said:
            return False
        chosen = question.order[int(said) - 1] if said in numbers else None
        correct = chosen == item.key
        self._reviews.answer(
            self._person,
            id=review,
            card=card.id,
            item=item.id,
            grade=Grade.GOOD if correct else Grade.AGAIN,
            correct=correct,
            occasion=Occasion.REVIEW,
            said="" if chosen is None else item.options[chosen],
        )
        right = say(en="Right.", fr="Bonne réponse.")
        wrong = say(
            en=f"Not right: {item.right}", fr=f"Ce n’est pas la bonne réponse\u00a0: {item.right}"
        )
        echo(right if correct else wrong)
        if item.why:
            echo(f"  {item.why.in_language(interface_language())}")
        self._show(item.quote, item.article_id)
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
        if not _typed(prompt, set(), "show"):
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
        echo(f"  «\u00a0{quote}\u00a0»" if self._language == "fr" else f"  “{quote}”")
        with suppress(KnownError):  # it has left the library since
            article = self._find(article_id)
            address = source_address(article)
            echo(f"  {source_line(article)}" + (f" ({address})" if address else ""))


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
    said = _typed(prompt, {str(grade.value) for grade in Grade}, "3")
    return Grade(int(said)) if said else None


def _typed(prompt: str, possible: set[str], by_default: str = "") -> str:
    """One of what is possible; empty at "q" and where nobody types any more."""
    while True:
        sys.stdout.write(printable(prompt))
        sys.stdout.flush()
        line = sys.stdin.readline()
        said = line.strip().casefold()
        if not line or said == _STOP:
            echo("")
            return ""
        if said in possible:
            return said
        if by_default and not said:
            return by_default
