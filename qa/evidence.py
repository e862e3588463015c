"""What an answerer is given (evidence) and what it gives back (a draft), before the check."""

from dataclasses import dataclass
from typing import Protocol

from corpus.article import Article
from index.passage import Hit


@dataclass(frozen=True, slots=True)
class Evidence:
    """A hit together with its article, so that its text and its author are at hand."""

    hit: Hit
    article: Article

    @property
    def text(self) -> str:
        passage = self.hit.passage
        return self.article.text[passage.start : passage.end]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that a draft claims to find in a passage; nothing is believed before the check."""

    passage_id: str
    text: str


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence as an answerer proposes it."""

    text: str
    quotes: tuple[Quote, ...]


class Answerer(Protocol):
    """Drafts an answer to a self-contained question from evidence, best evidence first."""

    @property
    def name(self) -> str: ...

    def draft(
        self, question: str, language: str, evidence: tuple[Evidence, ...]
    ) -> tuple[DraftSentence, ...]: ...
