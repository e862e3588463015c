"""Debates: each learner's recommendations on contested questions, with their last assessment."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from corpus.clock import Clock, now, stamp
from corpus.training.recommendation_store import RecommendationStore, StoredRecommendation
from corpus.wording import KnownError
from index.library import Library
from qa.evidence import Answerer
from qa.positions import Positions
from qa.positions.dispute import Dispute, disputes
from qa.positions.mapping import Stance
from qa.training.debate.advocate.assessment import Assessment
from qa.training.debate.advocate.commenting import Comment, comment
from qa.training.debate.advocate.grading import dispute_of, grade, option_of
from qa.training.debate.advocate.recommendation import (
    LONGEST,
    MOST_ATTACHED,
    Attachment,
    Recommendation,
    attachment,
)

VERSION = 1
_RECOMMENDATION = TypeAdapter(Recommendation)
_ASSESSMENT = TypeAdapter(Assessment)


@dataclass(frozen=True, slots=True)
class Draft:
    """A recommendation as it was last kept; `assessment` is of the state that was checked last."""

    recommendation: Recommendation
    at: str  # UTC, ISO 8601 to the second
    assessment: Assessment | None = None
    checked: Recommendation | None = None  # the state that the assessment is of

    @property
    def is_checked(self) -> bool:
        """Whether the assessment is of what is there now."""
        return self.checked == self.recommendation


class Debates:
    """The devil's advocate over one library; without a `chat` model nobody comments."""

    def __init__(
        self,
        store: RecommendationStore,
        library: Library,
        clock: Clock = now,
        chat: Answerer | None = None,
    ) -> None:
        self._store = store
        self._library = library
        self._clock = clock
        self._chat = chat
        self._positions = Positions()

    @property
    def comments(self) -> bool:
        """Whether a chat model is there to comment."""
        return self._chat is not None

    def questions(self) -> tuple[Dispute, ...]:
        """All that can be debated."""
        return disputes()

    def stances(self, dispute: str, language: str) -> tuple[Stance, ...]:
        """What the library says on it: where a learner finds passages to attach."""
        snapshot = self._library.snapshot()
        return self._positions.on(dispute_of(dispute), language, snapshot)

    def attachment(self, place: str) -> Attachment:
        """The sentences at "article:start-end". Raises KnownError where there are none."""
        return attachment(place, self._library.snapshot())

    def of(self, person: str) -> tuple[Draft, ...]:
        """One person's, the latest first; what this version cannot read is left where it is."""
        read = (_read(stored) for stored in self._store.of(person))
        return tuple(draft for draft in read if draft)

    def draft(self, person: str, dispute: str) -> Draft | None:
        """Raises KnownError for a draft that this version cannot read."""
        stored = self._store.find(person, dispute)
        if stored is None:
            return None
        draft = _read(stored)
        if draft is None:
            raise KnownError(
                en="What was kept of this recommendation cannot be read: it is of another "
                "version of cxlit. Update cxlit, or delete it to begin anew.",
                fr="Ce qui a été gardé de cette recommandation est illisible\u00a0: elle vient "
                "d’une "
                "autre version de cxlit. Mettez cxlit à jour, ou supprimez-la pour repartir de "
                "zéro.",
            )
        return draft

    def write(self, person: str, recommendation: Recommendation) -> Draft:
        """Keep it as it is, whatever it lacks.

        Raises KnownError for one that is too large, and for a question or position unknown.
        """
        _demand_size(recommendation)
        dispute = dispute_of(recommendation.dispute)
        if recommendation.option:
            option_of(recommendation.option, dispute)
        before = self.draft(person, dispute.id)
        draft = Draft(recommendation, stamp(self._clock()))
        if before:
            draft = replace(draft, assessment=before.assessment, checked=before.checked)
        self._keep(person, draft)
        return draft

    def check(self, person: str, recommendation: Recommendation) -> Draft:
        """Keep it, then judge it: it is kept also where it cannot be judged yet.

        Raises KnownError where no position is chosen, or nothing is written.
        """
        draft = self.write(person, recommendation)
        assessment = self.grade(recommendation)
        draft = replace(draft, assessment=assessment, checked=recommendation)
        self._keep(person, draft)
        return draft

    def grade(self, recommendation: Recommendation) -> Assessment:
        """Judged, and nothing kept."""
        return grade(recommendation, self._library.snapshot(), self._positions)

    def comment(self, recommendation: Recommendation) -> Comment | None:
        """None without a chat model."""
        if self._chat is None:
            return None
        return comment(recommendation, self._library.snapshot(), self._positions, self._chat)

    def delete(self, person: str, dispute: str) -> None:
        self._store.delete(person, dispute)

    def _keep(self, person: str, draft: Draft) -> None:
        self._store.keep(
            person, StoredRecommendation(draft.recommendation.dispute, draft.at, _document(draft))
        )


def _demand_size(recommendation: Recommendation) -> None:
    if len(recommendation.text) > LONGEST:
        raise KnownError(
            en=f"The text has {len(recommendation.text)} characters, {LONGEST} at most are "
            "possible. A recommendation that is read has a page: shorten it.",
            fr=f"Le texte compte {len(recommendation.text)} caractères, pour {LONGEST} au plus. "
            "Une recommandation qu’on lit tient en une page\u00a0: raccourcissez-la.",
        )
    if len(recommendation.attached) > MOST_ATTACHED:
        raise KnownError(
            en=f"At most {MOST_ATTACHED} passages can be attached. Remove some.",
            fr=f"On peut joindre au plus {MOST_ATTACHED} passages. Retirez-en.",
        )


def _document(draft: Draft) -> Mapping[str, Any]:
    return {
        "version": VERSION,
        "recommendation": _RECOMMENDATION.dump_python(draft.recommendation, mode="json"),
        "assessment": draft.assessment and _ASSESSMENT.dump_python(draft.assessment, mode="json"),
        "checked": draft.checked and _RECOMMENDATION.dump_python(draft.checked, mode="json"),
    }


def _read(stored: StoredRecommendation) -> Draft | None:
    """None for one of another version."""
    document = stored.document
    if document.get("version") != VERSION:
        return None
    try:
        assessment, checked = document["assessment"], document["checked"]
        return Draft(
            _RECOMMENDATION.validate_python(document["recommendation"]),
            stored.at,
            _ASSESSMENT.validate_python(assessment) if assessment else None,
            _RECOMMENDATION.validate_python(checked) if checked else None,
        )
    except (KeyError, TypeError, ValidationError):
        return None
