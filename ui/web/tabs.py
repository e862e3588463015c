"""The tabs of the page, in their order."""

from corpus.people import Person, Right
from corpus.wording import Wording
from ui.web import texts
from ui.web.feedback import words as feedback_words
from ui.web.kept import words as kept_words
from ui.web.people import words as people_words
from ui.web.search import words as search_words
from ui.web.train import words as train_words

LABELS = {
    "ask": texts.TAB_ASK,
    "search": search_words.TAB,
    "kept": kept_words.TAB,
    "train": train_words.TAB,
    "articles": texts.TAB_ARTICLES,
    "health": texts.TAB_HEALTH,
    "review": feedback_words.TAB_REVIEW,
    "people": people_words.TAB,
}


def seen_by(person: Person) -> dict[str, Wording]:
    """The tabs that a person has."""
    hidden = set() if person.may(Right.EVALUATE) else {"review"}
    return {id_: label for id_, label in LABELS.items() if id_ not in hidden}
