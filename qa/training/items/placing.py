"""Which competency an item belongs to: by what its sentence names, and its article's topics."""

from collections import Counter
from collections.abc import Collection, Sequence

from corpus.article import Record
from qa.training.competency import Competency

# An article's topics, the most important first; a third one says little of a single sentence.
_OF_TOPICS = (1.5, 0.6, 0.3)
_OF_SOURCE = 0.5  # the article is among those that the competency names
# What a concept says that one competency alone has; two share it, as they share a topic.
_OF_CONCEPT = 1.0
ENOUGH = 1.0


class Placing:
    """Finds the competency for an item; the same for the same map."""

    def __init__(self, competencies: Sequence[Competency]) -> None:
        self._competencies = competencies
        self._sharing = Counter(
            named for each in competencies for named in {*each.concepts, *each.topics}
        )

    def of(self, named: Collection[str], article: Record) -> str:
        """The id of the competency that fits best; "" when none does.

        `named`: ids of the concepts that the sentence names. Of two that fit as well, the one
        that is wanted earlier.
        """
        scores = [self._score(each, named, article) for each in self._competencies]
        best = max(scores, default=0.0)
        return self._competencies[scores.index(best)].id if best >= ENOUGH else ""

    def _score(self, competency: Competency, named: Collection[str], article: Record) -> float:
        topics = zip(article.topics, _OF_TOPICS, strict=False)
        return (
            sum(_OF_CONCEPT / self._sharing[id_] for id_ in competency.concepts if id_ in named)
            + sum(
                weight / self._sharing[topic]
                for topic, weight in topics
                if topic in competency.topics
            )
            + (_OF_SOURCE if article.url in competency.sources else 0.0)
        )
