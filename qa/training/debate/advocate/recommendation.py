"""What a learner recommends on a contested question, and the passages that should bear it out."""

import re
from dataclasses import dataclass

from corpus.article import Article
from corpus.wording import KnownError
from index.passage import Passage, Span
from index.snapshot import Snapshot
from qa.quoting import locate

LONGEST = 20_000  # characters of a text; a page for a board has 3,000
MOST_ATTACHED = 30
_PLACE = re.compile(r"([^\s:]{1,100}):(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A piece of an article, with its words as they were when it was attached."""

    article_id: str
    start: int
    end: int
    title: str  # of the article
    words: str

    @property
    def id(self) -> str:
        """Like the id of a passage."""
        return f"{self.article_id}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One learner's answer to one dispute."""

    dispute: str  # id
    option: str = ""  # id of the position that is recommended; empty while none is chosen
    text: str = ""
    attached: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)  # one of its kind
class Attached:
    """An attachment as it stands in the library of today."""

    article: Article
    span: Span
    passages: tuple[Passage, ...]  # that it touches

    @property
    def text(self) -> str:
        return self.article.text[self.span.start : self.span.end]

    @property
    def sentences(self) -> tuple[tuple[Passage, Span], ...]:
        """The sentences that it touches."""
        return tuple(
            (passage, sentence)
            for passage in self.passages
            for sentence in passage.sentences
            if meets(sentence, self.span)
        )


def attachment(place: str, snapshot: Snapshot) -> Attachment:
    """The whole sentences that "article:start-end" touches.

    Raises KnownError where there are none.
    """
    read = _PLACE.fullmatch(place.strip())
    if read is None:
        raise KnownError(
            en=f"“{place}” names no passage. Write article:start-end, as cxlit search shows it.",
            fr=f"«\u00a0{place}\u00a0» ne désigne aucun passage. Écrivez article:début-fin, comme "
            "l’affiche "
            "cxlit search.",
        )
    article = snapshot.article(read[1])
    wanted = Span(int(read[2]), int(read[3]))
    touched = [
        sentence
        for passage in snapshot.passages_of.get(article.id, ())
        for sentence in passage.sentences
        if meets(sentence, wanted)
    ]
    if not touched:
        raise KnownError(
            en=f"There is no sentence at {place}: “{article.title}” has "
            f"{len(article.text)} characters. Attach a passage that the search shows.",
            fr=f"Il n’y a aucune phrase à l’endroit {place}\u00a0: «\u00a0{article.title}\u00a0» "
            "compte "
            f"{len(article.text)} caractères. Joignez un passage que montre la recherche.",
        )
    span = Span(min(s.start for s in touched), max(s.end for s in touched))
    return Attachment(article.id, *span, article.title, article.text[span.start : span.end])


def look_up(attached: Attachment, snapshot: Snapshot) -> Attached | None:
    """Where the words of an attachment stand today; None where they do not any more."""
    try:
        article = snapshot.article(attached.article_id)
    except KnownError:
        return None
    span: Span | None = Span(attached.start, attached.end)
    if article.text[attached.start : attached.end] != attached.words:
        span = locate(attached.words, article.text)
    if span is None:
        return None
    every = snapshot.passages_of.get(article.id, ())
    here = tuple(p for p in every if meets(Span(p.start, p.end), span))
    return Attached(article, span, here)


def meets(one: Span, other: Span) -> bool:
    """Whether they have a character in common."""
    return one.start < other.end and other.start < one.end
