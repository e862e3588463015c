"""What the reader shows: an article, the place in it, and the citations to go through.

All of it comes from the browser (see clicks.js), so nothing is believed of its form.
"""

import re
from typing import NamedTuple, Self

from index.passage import Span
from ui.web.reader.reading import Mark, meet

_MOST_PLACES = 100  # highlighted in one article, or gone through; an answer has a handful
_LONGEST_QUESTION = 2000  # characters; one that was made self-contained holds another one
_LONGEST_ID = 100


class Stop(NamedTuple):
    """One citation of the answer that is gone through."""

    article_id: str
    span: Span


class Place(NamedTuple):
    """An article, the spans that it was opened at, and the answer that it was opened from."""

    article_id: str
    spans: tuple[Span, ...] = ()
    trail: tuple[Stop, ...] = ()  # the answer's citations in order
    question: str = ""

    @property
    def at(self) -> int:
        """The number of the citation that it stands at; 0 when it is at none of them."""
        if not self.spans:
            return 0
        here = Stop(self.article_id, self.spans[0])
        return self.trail.index(here) + 1 if here in self.trail else 0

    @property
    def marks(self) -> list[Mark]:
        """All citations of the answer that are from this article, and where it was opened."""
        cited = [
            Mark(stop.span, number)
            for number, stop in enumerate(self.trail, 1)
            if stop.article_id == self.article_id
        ]
        # A passage that holds a quote is not highlighted: the quote is.
        others = [span for span in self.spans if not any(meet(span, m.span) for m in cited)]
        return [*cited, *map(Mark, others)]

    def step(self, by: int) -> Self:
        """The next citation, or the one before; at the end of them it stays where it is."""
        to = self.at + by if self.at or by > 0 else len(self.trail)
        if not 1 <= to <= len(self.trail):
            return self
        stop = self.trail[to - 1]
        return self._replace(article_id=stop.article_id, spans=(stop.span,))


def read_place(data: object) -> Place:
    """The place in what the browser sends of a click."""
    said = data if isinstance(data, dict) else {}
    stops = re.findall(
        rf"(?<!\S)([^\s:]{{1,{_LONGEST_ID}}}):(\d{{1,9}})-(\d{{1,9}})(?!\S)", _text(said, "trail")
    )
    return Place(
        article_id=_text(said, "article")[:_LONGEST_ID],
        spans=tuple(
            Span(int(start), int(end))
            for start, end in re.findall(r"(\d{1,9})-(\d{1,9})", _text(said, "places"))
        )[:_MOST_PLACES],
        trail=tuple(Stop(id_, Span(int(start), int(end))) for id_, start, end in stops)[
            :_MOST_PLACES
        ],
        question=_text(said, "question")[:_LONGEST_QUESTION],
    )


def _text(said: dict[object, object], name: str) -> str:
    value = said.get(name, "")
    return value[:100_000] if isinstance(value, str) else ""
