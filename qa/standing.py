"""Whether the evidence behind a frozen answer still stands in the library of today."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Article, Record
from index.holdings import Holdings
from qa.answer import Answer
from qa.freezing import Frozen
from qa.question import Question


@dataclass(frozen=True, slots=True)
class Standing:
    """What has become of an answer's sources since; empty: nothing has."""

    gone: tuple[Record, ...] = ()  # cited, and no longer in the library
    changed: tuple[Record, ...] = ()  # there with another text today; this is the record of today
    newer: tuple[Record, ...] = ()  # came since, and today's answer quotes them

    def __bool__(self) -> bool:
        return bool(self.gone or self.changed or self.newer)


def standing(frozen: Frozen, today: Holdings, ask_again: Callable[[Question], Answer]) -> Standing:
    """What has become of the sources that the answer shows.

    An article that came since counts where `ask_again`, the chain over the library of today,
    quotes it in its answer to the same question: what suffices for an answer suffices to say
    that there is more to read. Nothing is asked where nothing came.
    """
    answer = frozen.answer
    if today.generation == answer.generation:
        return Standing()
    there = {record.id: record for record in today.records()}
    lost = [article for article in answer.articles if article.id not in there]
    successors = [_successor(article, today.records()) for article in lost]
    changed = tuple(dict.fromkeys(record for record in successors if record))
    told = {record.id for record in changed}
    return Standing(
        gone=tuple(a for a, record in zip(lost, successors, strict=True) if record is None),
        changed=changed,
        newer=tuple(there[id_] for id_ in _quoted_since(frozen, today, ask_again, told)),
    )


def _successor(article: Article, records: Sequence[Record]) -> Record | None:
    """What stands today at an article's place, or is the same work in the same form."""
    for record in records:
        if article.locator and record.locator == article.locator:
            return record
    for record in records:
        if record.work == article.work and record.is_note == article.is_note:
            return record
    return None


def _quoted_since(
    frozen: Frozen, today: Holdings, ask_again: Callable[[Question], Answer], told: set[str]
) -> Iterator[str]:
    """Ids of the articles that came since and are quoted today, in order of first use."""
    came = today.came_after(frozen.answer.generation) - told
    # Known then after all, e.g. before a removal that was forgotten.
    came -= {considered.passage.article_id for considered in frozen.answer.considered}
    if not came:
        return
    quoted = (citation.article_id for citation in ask_again(frozen.question).citations)
    yield from dict.fromkeys(id_ for id_ in quoted if id_ in came)
