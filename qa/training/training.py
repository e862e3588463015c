"""All that training consists of, over one library."""

from dataclasses import dataclass
from pathlib import Path

from corpus.clock import Clock, now
from corpus.training.cohort_store import CohortStore
from corpus.training.item_store import ItemStore
from corpus.training.learner_store import LearnerStore
from corpus.training.plan_store import PlanStore
from corpus.training.recommendation_store import RecommendationStore
from corpus.training.report_store import ReportStore
from corpus.training.review_store import ReviewStore
from index.library import Library
from qa.evidence import Answerer
from qa.training.bank import Bank
from qa.training.cohort.attention import Attention
from qa.training.cohort.cohorts import Cohorts
from qa.training.competency import Competency
from qa.training.debate.debates import Debates
from qa.training.drill.drills import Drills
from qa.training.map_reading import SHIPPED, competencies
from qa.training.own_data import OwnData
from qa.training.path.paths import Paths
from qa.training.review.reviews import Reviews


@dataclass(frozen=True, slots=True)
class Training:
    """The services of training; each method that acts for a person is told the person's id."""

    map: tuple[Competency, ...]
    bank: Bank
    reviews: Reviews
    own_data: OwnData
    paths: Paths
    debates: Debates
    drills: Drills
    attention: Attention
    cohorts: Cohorts


def open_training(
    database: Path,
    library: Library,
    *,
    folder: Path = SHIPPED,
    clock: Clock = now,
    chat: Answerer | None = None,
) -> Training:
    """Training over `library`, kept in the file `database`; the map is read from `folder`.

    `chat` comments on recommendations; nothing else of training asks it anything.

    Raises KnownError when the file cannot be opened, or the map is not as it must be.
    """
    map_ = competencies(folder)
    bank = Bank(ItemStore(database), library, map_, clock)
    reviews = Reviews(ReviewStore(database), bank, clock)
    return Training(
        map=map_,
        bank=bank,
        reviews=reviews,
        own_data=OwnData(LearnerStore(database), reviews, clock),
        paths=Paths(PlanStore(database, clock), library, map_, bank, reviews, clock),
        debates=Debates(RecommendationStore(database), library, clock, chat),
        drills=Drills(map_, reviews, library, clock),
        attention=Attention(ReportStore(database, clock), bank, reviews),
        cohorts=Cohorts(CohortStore(database, clock), map_, bank, reviews, clock),
    )
