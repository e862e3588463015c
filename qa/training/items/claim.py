"""A claim: one sentence of an article that can be understood alone, and who makes it."""

from dataclasses import dataclass

from corpus.article import Article
from index.passage import Passage, Span


@dataclass(frozen=True, slots=True, eq=False)  # one of its kind
class Claim:
    """A sentence, with whom it names as its speaker, if it does.

    `said` is the sentence without the words that attribute it ("…, argues Jane Roe"), still a
    whole sentence; empty where they cannot be taken out cleanly.
    """

    article: Article
    passage: Passage
    span: Span  # of the article's text
    speaker: Span | None = None  # of the article's text, inside `span`
    said: str = ""

    @property
    def text(self) -> str:
        return self.article.text[self.span.start : self.span.end]

    @property
    def language(self) -> str:
        return self.passage.language

    @property
    def speaker_name(self) -> str:
        """As the sentence writes it; empty without one."""
        if self.speaker is None:
            return ""
        return self.article.text[self.speaker.start : self.speaker.end]
