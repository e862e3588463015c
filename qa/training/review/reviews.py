"""What learners have answered, what they know of it, and what comes up next."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from corpus.article import Article
from corpus.clock import Clock, now
from corpus.training.review_store import ReviewStore, Row
from qa.training.review import scheduling
from qa.training.review.cards import Marked, marked_passage
from qa.training.review.review import Grade, Occasion, Review, Schedule
from qa.training.review.sessions import Forecast, Session, arranged, forecast

if TYPE_CHECKING:
    from qa.training.bank import Bank

LEECH_LAPSES = 4  # forgotten so often after it was known, a card is better read again
_MARKED = TypeAdapter(Marked)
_SCHEDULE = TypeAdapter(Schedule)


class Reviews:
    """The reviews of all learners; each method acts for the person whose id it is told."""

    def __init__(self, store: ReviewStore, bank: "Bank", clock: Clock = now) -> None:
        self._store = store
        self._bank = bank
        self._clock = clock

    def answer(
        self,
        person: str,
        *,
        id: str,  # noqa: A002  what it is called everywhere
        card: str,
        item: str = "",
        grade: Grade,
        correct: bool | None = None,
        occasion: Occasion,
        said: str = "",
    ) -> Schedule:
        """Keep the answer, and return the schedule that follows; the same id twice counts once."""
        review = Review(
            id=id,
            person=person,
            card=card,
            item=item,
            at=self._clock(),
            grade=grade,
            correct=correct,
            occasion=occasion,
            said=said,
        )
        self.add(person, [review])
        return self.schedules(person)[card]

    def add(self, person: str, reviews: Iterable[Review]) -> int:
        """Keep, as that person's, those whose ids are new; how many there were. All or nothing."""
        return self._store.add(person, [_row(review) for review in reviews], _schedule_row)

    def regrade(self, person: str, id_: str, grade: Grade) -> None:
        """How well it was remembered, said after an answer that is kept already."""
        self._store.regrade(person, id_, int(grade), _schedule_row)

    def of(self, person: str, card: str = "") -> tuple[Review, ...]:
        """One person's, of one card or of all, the oldest first."""
        return tuple(map(_review, self._store.reviews(person, card)))

    def of_items(self) -> tuple[Review, ...]:
        """Everybody's first answer to each item, the oldest first."""
        first: dict[tuple[str, str], Review] = {}
        for row in self._store.of_items():
            first.setdefault((row["person"], row["item"]), _review(row))
        return tuple(first.values())

    def schedules(self, person: str) -> dict[str, Schedule]:
        """By card."""
        return {row["card"]: _schedule(row) for row in self._store.schedules(person)}

    def retrievability(self, schedule: Schedule, at: datetime) -> float:
        """The probability that the card is remembered at that time."""
        return scheduling.retrievability(schedule, at)

    def choices(self, person: str, card: str, instead_of: str = "") -> dict[Grade, timedelta]:
        """In what time the card would be due after each grade, given now.

        `instead_of`: the id of a review that the grade would be of.
        """
        before = [review for review in self.of(person, card) if review.id != instead_of]
        at = self._clock()
        return {g: due - at for g, due in scheduling.choices(before, at).items()}

    def session(self, person: str, language: str, first: Collection[str] = ()) -> Session:
        """What to review today, in that language where the bank has it.

        `first`: the competencies whose items come first among the new cards.
        """
        return arranged(
            self._bank,
            self.schedules(person),
            self.of(person),
            self.marked(person),
            at=self._clock(),
            person=person,
            language=language,
            first=first,
        )

    def forecast(self, person: str, days: int = 14) -> Forecast:
        """How many cards come up on each of the next days, today with what is overdue."""
        marked = {each.card for each in self.marked(person)}
        cards = marked | {item.card for item in self._bank.items()}
        active = [s for s in self.schedules(person).values() if s.card in cards]
        return forecast(active, self._clock(), days)

    def leeches(self, person: str) -> tuple[Schedule, ...]:
        """What was forgotten again and again, the most often first."""
        found = [s for s in self.schedules(person).values() if s.lapses >= LEECH_LAPSES]
        return tuple(sorted(found, key=lambda schedule: (-schedule.lapses, schedule.card)))

    def suspend(self, person: str, card: str) -> None:
        """It does not come up any more; its schedule stays."""
        self._store.suspend(person, card, True)

    def resume(self, person: str, card: str) -> None:
        self._store.suspend(person, card, False)

    def mark(self, person: str, article: Article, start: int, end: int) -> str:
        """The card of a passage that the learner marks; the same words are the same card.

        Raises KnownError where nothing is there, or too much for a card.
        """
        marked = marked_passage(article, start, end, self._clock())
        self.add_marked(person, [marked])
        return marked.card

    def add_marked(self, person: str, passages: Iterable[Marked]) -> None:
        """What is marked already stays as it is."""
        for each in passages:
            document = _MARKED.dump_python(each, mode="json", exclude={"card", "at"})
            self._store.mark(person, each.card, _stamp(each.at), document)

    def unmark(self, person: str, card: str) -> None:
        """It does not come up any more; the reviews of it stay."""
        self._store.unmark(person, card)

    def marked(self, person: str) -> tuple[Marked, ...]:
        """The oldest first."""
        return tuple(
            _MARKED.validate_python({**row["document"], "card": row["card"], "at": row["at"]})
            for row in self._store.marked(person)
        )


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _row(review: Review) -> Row:
    row: dict[str, Any] = asdict(review)
    grade: Grade = row.pop("grade")
    return {
        **row,
        "at": _stamp(review.at),
        "rating": int(grade),
        "occasion": review.occasion.value,
    }


def _review(row: Row) -> Review:
    known = dict(row)
    grade = Grade(known.pop("rating"))
    at, occasion = datetime.fromisoformat(known.pop("at")), Occasion(known.pop("occasion"))
    return Review(**known, grade=grade, at=at, occasion=occasion)


def _schedule_row(rows: Sequence[Row]) -> Row:
    schedule = scheduling.replayed(map(_review, rows))
    state = _SCHEDULE.dump_python(schedule, mode="json")
    return {"due": _stamp(schedule.due), "lapses": schedule.lapses, "state": state}


def _schedule(row: Row) -> Schedule:
    kept: Schedule = _SCHEDULE.validate_python(row["state"])
    return replace(kept, suspended=row["suspended"])
