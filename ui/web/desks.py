"""All that the page stands on: one desk for each thing that people do there."""

from typing import NamedTuple

from ui.web.answers_desk import AnswersDesk
from ui.web.desk import Desk
from ui.web.feedback_desk import FeedbackDesk
from ui.web.people_desk import PeopleDesk


class Desks(NamedTuple):
    """The desks; `library` answers questions and keeps the articles."""

    library: Desk
    answers: AnswersDesk
    feedback: FeedbackDesk
    people: PeopleDesk
