"""A session of review: what is due, most pressing first, then what is new; and the days to come."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING, Self

from qa.training.item import Item
from qa.training.review.cards import Card, Marked
from qa.training.review.review import Occasion, Review, Schedule

if TYPE_CHECKING:
    from qa.training.bank import Bank

NEW_A_DAY = 10  # new cards; each comes back some ten times in its first year
_AHEAD = timedelta(minutes=20)  # how early a step of minutes comes when nothing else is left


@dataclass(frozen=True, slots=True)
class Session:
    """Today's cards in their order: those due, then the new ones."""

    due: tuple[Card, ...]
    new: tuple[Card, ...]
    later: datetime | None = None  # when the next step of minutes is due, if one is left today
    waiting: int = 0  # cards that come up again today and are not due yet

    @property
    def next(self) -> Card | None:
        return next(iter((*self.due, *self.new)), None)

    @property
    def today(self) -> int:
        """How many cards that makes for today."""
        return len(self.due) + self.waiting + len(self.new)


@dataclass(frozen=True, slots=True)
class Forecast:
    """How many cards come up on each day, today first."""

    days: tuple[tuple[date, int], ...]

    @property
    def most(self) -> int:
        return max((count for _, count in self.days), default=0)

    @property
    def is_ahead(self) -> bool:
        """Whether anything comes up after today."""
        return any(count for _, count in self.days[1:])

    def beginning_with(self, session: Session) -> Self:
        """Today as the session has it: with the new cards."""
        (today, _), *others = self.days
        return type(self)(((today, session.today), *others))


def arranged(
    bank: "Bank",
    schedules: Mapping[str, Schedule],
    reviews: Iterable[Review],
    marked: Sequence[Marked],
    *,
    at: datetime,
    person: str,
    language: str,
    first: Collection[str] = (),
) -> Session:
    """The session of one learner.

    What the bank has no more, and what the learner suspended, is left out. New items are of the
    learner's language; one that was begun in another comes up in that. The order of new
    cards depends on the person, so that two learners do not ask each other the same.
    """
    passages = {each.card: each for each in marked}
    tonight = day_after(at)

    def card(id_: str) -> Card | None:
        item = bank.of_card(id_, language)
        if item is None and id_ not in passages:
            return None
        return Card(id=id_, schedule=schedules.get(id_), item=item, marked=passages.get(id_))

    active = [s for s in schedules.values() if not s.suspended]
    steps = [s for s in active if s.learning and s.due < tonight]
    now = [s for s in steps if s.due <= at]
    days = [s for s in active if not s.learning and s.due < tonight]
    due = [*_by_due(now), *_by_due(days)]
    fresh = [each.card for each in marked if each.card not in schedules]
    fresh += _fresh_items(bank.items(language), schedules, person, first)
    begun = _begun_today(reviews, at)
    shown = (card(id_) for id_ in dict.fromkeys(fresh))
    new = tuple(islice(filter(None, shown), max(NEW_A_DAY - begun, 0)))
    waiting = _by_due([s for s in steps if s.due > at])
    if not due and not new:
        due = [s for s in waiting if s.due <= at + _AHEAD]
    shown_now = {each.card for each in due}
    return Session(
        due=tuple(filter(None, (card(each.card) for each in due))),
        new=new,
        later=waiting[0].due if waiting else None,
        waiting=sum(s.card not in shown_now and card(s.card) is not None for s in waiting),
    )


def forecast(schedules: Iterable[Schedule], at: datetime, days: int) -> Forecast:
    """Suspended cards do not count; what is overdue counts today."""
    today = at.astimezone().date()
    due = Counter(
        max(schedule.due.astimezone().date(), today)
        for schedule in schedules
        if not schedule.suspended
    )
    return Forecast(tuple((day, due[day]) for day in _days(today, days)))


def day_after(at: datetime) -> datetime:
    """The beginning of the next day, where this machine stands."""
    tomorrow = at.astimezone().date() + timedelta(days=1)
    return datetime.combine(tomorrow, time()).astimezone(UTC)


def _days(first: date, count: int) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range(count))


def _by_due(schedules: Iterable[Schedule]) -> list[Schedule]:
    return sorted(schedules, key=lambda schedule: (schedule.due, schedule.card))


def _begun_today(reviews: Iterable[Review], at: datetime) -> int:
    """How many cards were reviewed for the first time today, quizzes and the like apart."""
    firsts: dict[str, Review] = {}
    for review in reviews:
        firsts.setdefault(review.card, review)
    today = at.astimezone().date()
    return sum(
        review.occasion is Occasion.REVIEW and review.at.astimezone().date() == today
        for review in firsts.values()
    )


def _fresh_items(
    items: Iterable[Item],
    known: Collection[str],
    person: str,
    first: Collection[str],
) -> list[str]:
    """Cards never answered: of the competencies in `first` before others, in turn in each."""
    by_competency: dict[str, dict[str, bytes]] = {}
    for item in items:
        if item.card not in known:
            own = by_competency.setdefault(item.competency, {})
            own[item.card] = hashlib.sha256(f"{person}\n{item.card}".encode()).digest()
    order = {name: at for at, name in enumerate(first)}
    found: list[str] = []
    for wanted in (True, False):
        names = [name for name in by_competency if (name in order) is wanted]
        names.sort(key=lambda name: (order.get(name, 0), name))
        queues = [
            sorted(own, key=lambda c: own[c]) for name in names if (own := by_competency[name])
        ]
        found += [c for c in chain.from_iterable(zip_longest(*queues)) if c is not None]
    return found
