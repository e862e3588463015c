"""Which sources answers lean on: never, or far more than the others."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.article import Record
from corpus.history import Asked
from corpus.inventory import Mention, mention
from qa.repeated import as_last_asked

ENOUGH_ANSWERS = 20  # below, almost every source is uncited, and one chance citation is 5 %
_TIMES = 3.0  # as often as the average: a habit of answers that a reader would notice
_BY_CHANCE = 0.01  # over all sources together


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source, a note and its original being one, and the share of answers that cite it."""

    work: str
    articles: tuple[Mention, ...]
    share: float = 0.0  # of the answers, 0 to 1


@dataclass(frozen=True, slots=True)
class Citing:
    """How citations spread over the sources; nothing is judged before there are enough answers."""

    answers: int  # different questions that were answered
    sources: int
    expected: float  # share of answers that cite a cited source, on average
    never: tuple[CitedSource, ...] = ()
    over: tuple[CitedSource, ...] = ()  # the most cited first

    @property
    def enough(self) -> bool:
        return self.answers >= ENOUGH_ANSWERS


def citing(records: Sequence[Record], history: Sequence[Asked]) -> Citing:
    """Citations in the last answer to each question; articles that are gone do not count.

    A source is over-cited when answers cite it three times as often as the sources that they
    cite are cited on average, and when chance does not explain it: if each of n answers cited
    it with that average probability, so many citations would come up in less than 1 % of
    libraries (upper tail of the binomial distribution, Bonferroni's correction for looking at
    every source). The average is over *cited* sources: most of a library is about what nobody
    has asked yet, and beside that everything on a popular topic would look over-cited.
    """
    work_of = {record.id: record.work for record in records}
    by_work: dict[str, list[Mention]] = {}
    for record in records:
        by_work.setdefault(record.work, []).append(mention(record))
    answers = [asked for asked in as_last_asked(history) if asked.answered]
    counts = Counter(
        work for asked in answers for work in {work_of[a] for a in asked.cited if a in work_of}
    )
    total = len(answers)
    expected = counts.total() / len(counts) / total if counts else 0.0
    if total < ENOUGH_ANSWERS:
        return Citing(total, len(by_work), expected)

    def source(work: str) -> CitedSource:
        return CitedSource(work, tuple(by_work[work]), counts[work] / total)

    return Citing(
        total,
        len(by_work),
        expected,
        never=tuple(source(work) for work in by_work if work not in counts),
        over=tuple(
            source(work)
            for work, count in counts.most_common()
            if count / total >= _TIMES * expected
            and _at_least(count, total, expected) * len(counts) < _BY_CHANCE
        ),
    )


def _at_least(count: int, trials: int, probability: float) -> float:
    """Chance of `count` successes or more: P(X >= count), X ~ B(trials, probability < 1)."""
    return math.fsum(
        math.exp(
            # The logarithm of the binomial coefficient; the number itself would overflow.
            math.lgamma(trials + 1)
            - math.lgamma(k + 1)
            - math.lgamma(trials - k + 1)
            + k * math.log(probability)
            + (trials - k) * math.log1p(-probability)
        )
        for k in range(count, trials + 1)
    )
