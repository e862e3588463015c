"""What stands behind the page of a review: cards taken, answers kept, what lies ahead."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from corpus.clock import now
from corpus.wording import InterfaceLanguage, Wording
from qa.training.own_data import Merged
from qa.training.quiz import draw
from qa.training.review.anki import Deck, write_deck
from qa.training.review.cards import MARKED, Marked
from qa.training.review.review import Grade, Occasion, Schedule
from qa.training.review.sessions import Forecast, Session
from qa.training.training import Training
from ui.web.desks.desk import Desk
from ui.web.doors.visitor import visitor
from ui.web.train.review.sitting import InHand, Sitting
from ui.web.train.review.sources import Source, item_source, marked_source


@dataclass(frozen=True, slots=True)
class Listed:
    """A card in a list of cards."""

    card: str
    question: str
    language: str
    source: Source
    schedule: Schedule | None = None
    is_asked: bool = True


class Reviewer:
    """Acts for the visitor; each method may raise KnownError."""

    def __init__(self, training: Training, library: Desk) -> None:
        self._training = training
        self._library = library

    def session(self, language: InterfaceLanguage) -> Session:
        person = visitor().id
        progress = self._training.paths.progress(person, language)
        plan = [each.entry.competency.id for each in progress.entries] if progress else []
        return self._training.reviews.session(person, language, plan)

    def forecast(self) -> Forecast:
        return self._training.reviews.forecast(visitor().id)

    def begun(self) -> bool:
        """Whether the visitor has answered or marked anything before."""
        person, reviews = visitor().id, self._training.reviews
        return bool(reviews.schedules(person) or reviews.marked(person))

    def next(
        self, language: InterfaceLanguage, *, reviewed: int = 0, forgotten: int = 0
    ) -> Sitting:
        """The next card in hand; none where nothing is left for now."""
        session = self.session(language)
        card, in_hand = session.next, None
        if card:
            review = secrets.token_hex(16)
            # Another order each time: the place of an option is not what is to be learnt.
            question = draw([card.item], 1, review)[0] if card.item else None
            in_hand = InHand(card, question, review)
        return Sitting(in_hand, len(session.due), len(session.new), reviewed, forgotten)

    def opened(self, in_hand: InHand, said: int | None) -> InHand:
        """The answer to an item is kept at once, as good or as forgotten.

        How well a right one was remembered can be said afterwards.
        """
        item = in_hand.item
        if item is None:
            return in_hand.opened(None, self._due(in_hand))
        correct = said == item.key
        self._training.reviews.answer(
            visitor().id,
            id=in_hand.review,
            card=in_hand.card.id,
            item=item.id,
            grade=Grade.GOOD if correct else Grade.AGAIN,
            correct=correct,
            occasion=Occasion.REVIEW,
            said="" if said is None else item.options[said],
        )
        return in_hand.opened(said, self._due(in_hand))

    def grade(self, in_hand: InHand, grade: Grade) -> None:
        person, reviews = visitor().id, self._training.reviews
        if in_hand.item:
            reviews.regrade(person, in_hand.review, grade)
            return
        reviews.answer(
            person,
            id=in_hand.review,
            card=in_hand.card.id,
            grade=grade,
            occasion=Occasion.REVIEW,
        )

    def source(self, in_hand: InHand) -> Source:
        if in_hand.item:
            return item_source(in_hand.item, self._library)
        marked = in_hand.card.marked
        if marked is None:
            raise ValueError(f"the card {in_hand.card.id} is neither an item nor a passage")
        return marked_source(marked, self._library)

    def leeches(self, language: InterfaceLanguage) -> list[Listed]:
        """What was forgotten again and again, and what was set aside."""
        reviews = self._training.reviews
        person = visitor().id
        often = {schedule.card: schedule for schedule in reviews.leeches(person)}
        aside = {s.card: s for s in reviews.schedules(person).values() if s.suspended}
        marked = {each.card: each for each in reviews.marked(person)}
        return list(self._listed({**often, **aside}, marked, person, language))

    def marked(self, language: InterfaceLanguage) -> list[Listed]:
        return [
            Listed(
                each.card,
                each.question.in_language(language),
                language,
                marked_source(each, self._library),
            )
            for each in self._training.reviews.marked(visitor().id)
        ]

    def set_aside(self, card: str, *, aside: bool) -> None:
        reviews = self._training.reviews
        (reviews.suspend if aside else reviews.resume)(visitor().id, card)

    def unmark(self, card: str) -> Marked | None:
        """What it was, to be marked again; None where it is not marked any more."""
        person, reviews = visitor().id, self._training.reviews
        gone = next((each for each in reviews.marked(person) if each.card == card), None)
        reviews.unmark(person, card)
        return gone

    def mark_again(self, marked: Marked) -> None:
        self._training.reviews.add_marked(visitor().id, [marked])

    def write_deck(self, path: Path, language: InterfaceLanguage, *, every: bool) -> None:
        """All items in the language, or those that the visitor has begun; marked ones in any."""
        person, reviews = visitor().id, self._training.reviews
        begun = reviews.schedules(person)
        items = self._training.bank.items(language)
        deck = Deck(
            [item for item in items if every or item.card in begun],
            reviews.marked(person),
            language,
        )
        records = {record.id: record for record in self._library.records()}
        names: dict[str, Wording] = {each.id: each.name for each in self._training.map}
        with path.open("wb") as file:
            write_deck(file, deck, records, names, now())

    def document(self) -> dict[str, object]:
        return self._training.own_data.document(visitor().id)

    def merge(self, path: Path) -> Merged:
        return self._training.own_data.merge_file(visitor().id, path)

    def forget(self) -> None:
        self._training.own_data.forget(visitor().id)

    def _due(self, in_hand: InHand) -> dict[Grade, timedelta]:
        return self._training.reviews.choices(visitor().id, in_hand.card.id, in_hand.review)

    def _listed(
        self,
        schedules: dict[str, Schedule],
        marked: dict[str, Marked],
        person: str,
        language: InterfaceLanguage,
    ) -> Iterator[Listed]:
        last = {review.card: review.item for review in self._training.reviews.of(person)}
        for card, schedule in schedules.items():
            if card in marked:
                yield self._listed_passage(marked[card], language, schedule)
                continue
            asked = self._training.bank.of_card(card, language)
            item = asked or self._training.bank.item(last.get(card, ""))
            if item and not card.startswith(MARKED):
                source = item_source(item, self._library)
                words = item.shown or item.stem
                yield Listed(card, words, item.language, source, schedule, asked is not None)

    def _listed_passage(
        self, marked: Marked, language: InterfaceLanguage, schedule: Schedule | None = None
    ) -> Listed:
        question = marked.question.in_language(language)
        source = marked_source(marked, self._library)
        return Listed(marked.card, question, language, source, schedule)
