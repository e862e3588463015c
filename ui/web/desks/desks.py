"""All that the page stands on: one desk for each thing that people do there."""

from typing import NamedTuple

from qa.training.training import Training
from ui.web.desks.answers_desk import AnswersDesk
from ui.web.desks.desk import Desk
from ui.web.desks.feedback_desk import FeedbackDesk
from ui.web.desks.people_desk import PeopleDesk


class Desks(NamedTuple):
    """The desks; `library` answers questions and keeps the articles.

    `training` has no desk of its own: each of its methods is told which person it acts for.
    """

    library: Desk
    answers: AnswersDesk
    feedback: FeedbackDesk
    people: PeopleDesk
    training: Training
