"""Cards: what a learner is shown for review, an item of the bank or a passage marked to learn."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from corpus.article import Article
from corpus.wording import KnownError, Wording
from index.passage import Span
from qa.training.item import Item
from qa.training.review.review import Schedule

MARKED = "passage:"  # how the id of a marked passage begins
_LONGEST = 1500  # characters of a passage that one can still know by heart


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A passage that a learner marked, as it was read."""

    card: str
    at: datetime  # UTC
    work: str  # of the article, see `Record.work`
    article_id: str
    start: int
    end: int
    quote: str
    title: str
    heading: str = ""  # the nearest one above it

    @property
    def question(self) -> Wording:
        """What it is remembered by."""
        if self.heading:
            return Wording(
                en=f"What does “{self.title}” say about “{self.heading}”?",
                fr=f"Que dit «\u00a0{self.title}\u00a0» "
                f"à propos de «\u00a0{self.heading}\u00a0»\u00a0?",
            )
        return Wording(
            en=f"What does “{self.title}” say here that you wanted to remember?",
            fr=f"Que dit «\u00a0{self.title}\u00a0» que vous vouliez retenir\u00a0?",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card with its schedule, which is None until it was answered."""

    id: str
    schedule: Schedule | None
    item: Item | None = None
    marked: Marked | None = None  # where it is no item


def marked_passage(article: Article, start: int, end: int, at: datetime) -> Marked:
    """These characters of the article as a card, without the white space around them.

    Raises KnownError where there is nothing, or more than one can learn as one card.
    """
    quote = article.text[max(start, 0) : max(end, 0)]
    start = max(start, 0) + len(quote) - len(quote.lstrip())
    quote = quote.strip()
    if not quote:
        raise KnownError(
            en="There is no text in this passage. Mark at least a few words.",
            fr="Ce passage ne contient aucun texte. Marquez au moins quelques mots.",
        )
    if len(quote) > _LONGEST:
        raise KnownError(
            en=f"This passage has {len(quote)} characters, {_LONGEST} at most make one card. "
            "Mark a shorter one.",
            fr=f"Ce passage compte {len(quote)} caractères, une carte en tient {_LONGEST} au "
            "plus. Marquez-en un plus court.",
        )
    named = f"{article.work}\n{quote}"
    return Marked(
        card=MARKED + hashlib.sha256(named.encode()).hexdigest()[:16],
        at=at,
        work=article.work,
        article_id=article.id,
        start=start,
        end=start + len(quote),
        quote=quote,
        title=article.title,
        heading=_heading_above(article.text, start),
    )


def stands(marked: Marked, text: str) -> Span | None:
    """Where the passage stands in a later text of its article; None where it is gone."""
    if text[marked.start : marked.end] == marked.quote:
        return Span(marked.start, marked.end)
    at = text.find(marked.quote)
    return Span(at, at + len(marked.quote)) if at >= 0 else None


def _heading_above(text: str, start: int) -> str:
    above = [line for line in text[:start].split("\n") if line.startswith("#")]
    return above[-1].lstrip("#").strip() if above else ""
