"""The quiz item: a question whose key is a verified quote."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from corpus.wording import Wording


class ItemKind(StrEnum):
    """What an item asks for."""

    FIGURE = "figure"
    WHO_SAID = "who said"
    DEFINITION = "definition"
    LIST = "list"
    TRUE_FALSE = "true or false"
    CLOZE = "cloze"
    SOURCE = "source"
    POSITION = "position"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question with its options; `quote` is `article.text[start:end]`, always.

    `answer_start` to `answer_end` is where the key stands in the article, inside the quote:
    the key's own words (a figure, a name, a term, an item of a list), or the whole quote where
    the key is a judgement on it (true or false, the source, the position). Options stand in
    one fixed order; a quiz decides in which one they are shown.
    """

    id: str  # see `item_id`
    card: str  # what is scheduled: twins in French and English share one
    kind: ItemKind
    language: str  # of the question, its options and its quote, ISO 639-1
    competency: str  # id
    stem: str  # what is asked; plain text, understood without the article
    shown: str = ""  # the sentence with a gap, the statement to judge, the list to complete
    options: tuple[str, ...]
    key: int  # which of the options is right, from 0
    article_id: str
    work: str  # of the article, see `Record.work`
    start: int
    end: int
    quote: str
    answer_start: int
    answer_end: int
    why: Wording | None = None  # said after the answer, where the quote alone does not say it

    @property
    def right(self) -> str:
        return self.options[self.key]


def item_id(kind: ItemKind, language: str, work: str, quote: str, right: str, shown: str) -> str:
    """16 hexadecimal digits: the same question about the same words has the same id.

    Neither offsets nor the other options count, so that an item stays itself, with its schedule
    and a trainer's verdict, when the article grows or another library offers other distractors.
    """
    named = "\n".join((kind.value, language, work, quote, right, shown))
    return hashlib.sha256(named.encode()).hexdigest()[:16]
