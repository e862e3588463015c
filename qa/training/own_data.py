"""A learner's own data: taken along as one JSON document, merged again by ids, deleted.

The document is read by other versions and edited by hand, so it says in which version it is
written, and nothing in it is believed before it was checked.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, ConfigDict, StringConstraints, TypeAdapter, ValidationError

from corpus.clock import Clock, now
from corpus.training.learner_store import LearnerStore
from corpus.wording import KnownError
from qa.training.path.kept_plan import KeptPlan
from qa.training.review.anki_progress import SUFFIXES, anki_reviews
from qa.training.review.cards import Marked
from qa.training.review.review import Grade, Occasion, Review
from qa.training.review.reviews import Reviews

VERSION = 1
MOST_BYTES = 100 * 2**20  # of a document; a review has some 250

_FIRST = datetime(2020, 1, 1, tzinfo=UTC)  # nobody learnt with cxlit before

_Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
_Text = Annotated[str, StringConstraints(max_length=100_000)]
_Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d[0-9T:.+Z-]*$", max_length=40)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _OwnReview:
    """A review without its person."""

    id: _Name
    card: _Name
    item: Annotated[str, StringConstraints(max_length=200)] = ""
    at: AwareDatetime
    grade: Grade
    correct: bool | None = None
    occasion: Occasion
    said: _Text = ""


@dataclass(frozen=True, slots=True)
class _Step:
    step: _Name
    at: _Day


@dataclass(frozen=True, slots=True)
class _Worksheet:
    competency: _Name
    at: _Day
    document: Mapping[_Name, _Text]


@dataclass(frozen=True, slots=True)
class _Recommendation:
    dispute: _Name
    at: _Day
    document: Mapping[str, Any]  # the devil's advocate reads only what it understands


@dataclass(frozen=True, slots=True)
class _Plan:
    at: _Day
    document: KeptPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class _Document:
    """`cohorts` and `reported` are there to be read: joining takes an invitation."""

    __pydantic_config__ = ConfigDict(extra="ignore")

    cxlit: Literal["learner"] = "learner"
    version: int = VERSION
    exported: AwareDatetime
    reviews: tuple[_OwnReview, ...] = ()
    suspended: tuple[_Name, ...] = ()
    marked: tuple[Marked, ...] = ()
    plans: tuple[_Plan, ...] = ()
    steps_done: tuple[_Step, ...] = ()
    worksheets: tuple[_Worksheet, ...] = ()
    recommendations: tuple[_Recommendation, ...] = ()
    cohorts: tuple[Mapping[str, Any], ...] = ()
    reported: tuple[Mapping[str, Any], ...] = ()


_DOCUMENT = TypeAdapter(_Document)


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of an import."""

    new: int = 0  # reviews
    known: int = 0  # reviews that were here already
    marked: int = field(default=0)  # passages in the document


class OwnData:
    """Each method acts for the person whose id it is told."""

    def __init__(self, store: LearnerStore, reviews: Reviews, clock: Clock = now) -> None:
        self._store = store
        self._reviews = reviews
        self._clock = clock

    def document(self, person: str) -> dict[str, Any]:
        """Everything of that person, as JSON."""
        rows = self._store.of(person)
        schedules = self._reviews.schedules(person).values()
        read = {
            "exported": self._clock(),
            "reviews": [_own(review) for review in self._reviews.of(person)],
            "suspended": [s.card for s in schedules if s.suspended],
            "marked": self._reviews.marked(person),
            "cohorts": self._store.cohorts(person),
            **{name: rows[name] for name in (*_MERGED, "reported")},
        }
        # Checked as it will be when it is read: what is taken along can be brought back.
        document: dict[str, Any] = _DOCUMENT.dump_python(
            _DOCUMENT.validate_python(read), mode="json"
        )
        return document

    def merge_file(self, person: str, path: Path) -> Merged:
        """What `document` wrote, or what Anki exported. Raises KnownError for any other file."""
        if path.suffix.lower() in SUFFIXES:
            reviews = anki_reviews(path, person, self._clock())
            new = self._reviews.add(person, reviews)
            return Merged(new, len(reviews) - new)
        return self.merge(person, _read(path))

    def merge(self, person: str, document: object) -> Merged:
        """Add what is not here yet; nothing that is here is lost.

        Raises KnownError for a document that this version cannot read.
        """
        read = self._checked(document)
        reviews = [_review(each, person) for each in read.reviews]
        new = self._reviews.add(person, reviews)
        for card in read.suspended:
            self._reviews.suspend(person, card)
        self._reviews.add_marked(person, read.marked)
        written = _DOCUMENT.dump_python(read, mode="json")
        self._store.merge(person, {name: written[name] for name in _MERGED})
        return Merged(new, len(reviews) - new, len(read.marked))

    def forget(self, person: str) -> int:
        """Delete all of it, cohorts included; how many reviews there were."""
        return self._store.forget(person)

    def _checked(self, document: object) -> _Document:
        version = document.get("version") if isinstance(document, dict) else None
        if isinstance(version, int) and version > VERSION:
            raise KnownError(
                en="This file was written by a newer cxlit. Update cxlit to read it.",
                fr="Ce fichier a été écrit par un cxlit plus récent. Mettez cxlit à jour pour le "
                "lire.",
            )
        try:
            read = _DOCUMENT.validate_python(document)
        except ValidationError as error:
            raise _unreadable() from error
        tomorrow = self._clock() + timedelta(days=1)
        for review in read.reviews:
            if not _FIRST <= review.at <= tomorrow:
                raise _out_of_time(review.at)
        return read


_MERGED = ("plans", "steps_done", "worksheets", "recommendations")


def _out_of_time(at: datetime) -> KnownError:
    day = at.date().isoformat()
    return KnownError(
        en=f"This file has a review of {day}, which cannot be. Check the date of this machine and "
        "the file.",
        fr=f"Ce fichier contient une révision du {day}, ce qui est impossible. Vérifiez la date "
        "de cette machine et le fichier.",
    )


def _own(review: Review) -> _OwnReview:
    return _OwnReview(
        id=review.id,
        card=review.card,
        item=review.item,
        at=review.at,
        grade=review.grade,
        correct=review.correct,
        occasion=review.occasion,
        said=review.said,
    )


def _review(own: _OwnReview, person: str) -> Review:
    return Review(
        id=own.id,
        person=person,
        card=own.card,
        item=own.item,
        at=own.at.astimezone(UTC),
        grade=own.grade,
        correct=own.correct,
        occasion=own.occasion,
        said=own.said,
    )


def _read(path: Path) -> object:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise KnownError(
                en=f"This file is larger than {MOST_BYTES // 2**20} MB: no learner has as much. "
                "Choose the file that cxlit wrote.",
                fr=f"Ce fichier dépasse {MOST_BYTES // 2**20} Mo\u00a0: aucun apprenant n’en a "
                "autant. Choisissez le fichier que cxlit a écrit.",
            )
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise KnownError(
            en=f"{path} cannot be read ({error.strerror}). Check its name.",
            fr=f"{path} ne peut pas être lu ({error.strerror}). Vérifiez son nom.",
        ) from error
    except (ValueError, RecursionError) as error:
        raise _unreadable() from error


def _unreadable() -> KnownError:
    return KnownError(
        en="This file holds no learning progress that cxlit wrote. Choose a file that “progress "
        "export” made, or one that Anki exported (.apkg or .colpkg).",
        fr="Ce fichier ne contient pas de progression écrite par cxlit. Choisissez un fichier créé "
        "par «\u00a0progress export\u00a0», ou exporté par Anki (.apkg ou .colpkg).",
    )
