"""A small map, items and reviews for tests of the path, without bank, scheduler or library."""

from datetime import UTC, datetime, timedelta
from typing import Literal

from corpus.topics import Topic
from corpus.wording import Wording
from qa.training.competency import Competency, Field, Worksheet
from qa.training.item import Item, ItemKind
from qa.training.review.review import Grade, Occasion, Review, Schedule

FIRST = datetime(2026, 11, 1, 8, tzinfo=UTC)  # of reviews that a test puts there


def said(en: str, fr: str = "") -> Wording:
    return Wording(en, fr or f"{en} (fr)")


def competency(
    id_: str,
    phase: Literal[30, 60, 90],
    *,
    sources: tuple[str, ...] = (),
    topics: tuple[Topic, ...] = (Topic.CCO_ROLE,),
    disputes: tuple[str, ...] = (),
) -> Competency:
    return Competency(
        id=id_,
        phase=phase,
        name=said(f"The {id_}", f"Le {id_}"),
        purpose=said(f"What {id_} is for"),
        know=(said(f"Know {id_}"),),
        argue=(said(f"Argue {id_}"),),
        do=(said(f"Do {id_}"),),
        topics=topics,
        concepts=(),
        disputes=disputes,
        sources=sources,
        worksheet=Worksheet(
            said(f"Sheet of {id_}", f"Fiche {id_}"),
            said(f"Purpose of {id_}", f"But de {id_}"),
            20,
            (
                Field("who", said("Who?", "Qui ?"), said("Name them", "Nommez-les")),
                Field("when", said("When?", "Quand ?"), said("A date", "Une date")),
            ),
        ),
        challenges=(),
    )


def item(
    id_: str,
    competency: str,
    *,
    card: str = "",
    kind: ItemKind = ItemKind.DEFINITION,
    language: str = "en",
    work: str = "",
    right: str = "",
) -> Item:
    """Four options, the first of them right."""
    options = (right or f"right of {id_}", f"b of {id_}", f"c of {id_}", f"d of {id_}")
    return Item(
        id=id_,
        card=card or f"card-{id_}",
        kind=kind,
        language=language,
        competency=competency,
        stem=f"Question {id_}?",
        options=options,
        key=0,
        article_id=f"article-{id_}",
        work=work or f"work-{id_}",
        start=0,
        end=5,
        quote=f"quote of {id_}",
        answer_start=0,
        answer_end=5,
    )


class Shelf:
    """A bank of these items."""

    def __init__(self, *items: Item) -> None:
        self._items = items

    def items(self, language: str = "", competency: str = "") -> tuple[Item, ...]:
        return tuple(
            each
            for each in self._items
            if language in ("", each.language) and competency in ("", each.competency)
        )

    def refresh(self, *_: object) -> None:
        """These are all there are."""

    def item(self, item_id: str) -> Item | None:
        return next((each for each in self._items if each.id == item_id), None)


class Answered:
    """Reviews in memory; `recalled` says how likely each card is remembered."""

    def __init__(self) -> None:
        self._reviews: list[Review] = []
        self.recalled: dict[str, float] = {}

    def put(self, person: str, *, card: str, correct: bool | None, **more: str) -> None:
        self.answer(
            person,
            id=f"{len(self._reviews)}",
            card=card,
            grade=Grade.GOOD if correct else Grade.AGAIN,
            correct=correct,
            occasion=Occasion(more.get("occasion", "quiz")),
        )

    def answer(
        self,
        person: str,
        *,
        id: str,  # noqa: A002  as the reviews name it
        card: str,
        item: str = "",
        grade: Grade,
        correct: bool | None = None,
        occasion: Occasion,
        said: str = "",
    ) -> Schedule:
        at = FIRST + timedelta(minutes=len(self._reviews))
        if id not in {each.id for each in self._reviews}:
            self._reviews.append(
                Review(
                    id=id,
                    person=person,
                    card=card,
                    item=item,
                    at=at,
                    grade=grade,
                    correct=correct,
                    occasion=occasion,
                    said=said,
                )
            )
        return self._schedule(card, at)

    def of(self, person: str) -> tuple[Review, ...]:
        return tuple(each for each in self._reviews if each.person == person)

    def schedules(self, person: str) -> dict[str, Schedule]:
        return {each.card: self._schedule(each.card, each.at) for each in self.of(person)}

    def retrievability(self, schedule: Schedule, at: datetime) -> float:
        return self.recalled.get(schedule.card, 0.0)

    @staticmethod
    def _schedule(card: str, at: datetime) -> Schedule:
        return Schedule(
            card=card,
            due=at,
            learning=False,
            stability=1.0,
            difficulty=5.0,
            last_review=at,
            reviews=1,
            lapses=0,
        )
