"""What people find wrong with answers, and what became of their opinions, in words."""

from corpus.feedback import Complaint, State
from corpus.wording import Wording

COMPLAINTS = {
    Complaint.WRONG: Wording("wrong", "fausse"),
    Complaint.NOT_RELEVANT: Wording("not relevant", "hors sujet"),
    Complaint.INCOMPLETE: Wording("incomplete", "incomplète"),
    Complaint.WRONG_CITATION: Wording("wrong citation", "mauvaise citation"),
    Complaint.SHOULD_HAVE_REFUSED: Wording("should have refused", "aurait dû s’abstenir"),
    Complaint.SHOULD_HAVE_ANSWERED: Wording("should have answered", "aurait dû répondre"),
}
STATES = {
    State.WAITING: Wording("waiting", "en attente"),
    State.MADE_GOLD: Wording("made a gold question", "devenu question de référence"),
    State.SET_ASIDE: Wording("set aside", "écarté"),
}
