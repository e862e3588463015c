"""What else in one article bears on a question."""

import numpy as np

from corpus.language import question_language
from index.capitals import without_capitals
from index.passage import Hit
from index.snapshot import Snapshot

MOST = 6  # places; more would be a table of contents
BEHIND = 6.0  # a passage this far (log-odds) behind the library's best one is about something else


def related(article_id: str, question: str, snapshot: Snapshot) -> list[Hit]:
    """Passages of the article that are near enough to the question to matter, best first.

    Measured against the best passage of the whole library: an article that has nothing to say
    on a question has a best passage, too.
    """
    query = without_capitals(question)
    language = question_language(query)
    every = snapshot.contents.passages
    within = np.fromiter((p.article_id == article_id for p in every), np.bool_, len(every))
    if not within.any():
        return []
    best = snapshot.hybrid.search(query, 1, language)
    own = snapshot.hybrid.search(query, MOST, language, within)
    return [hit for hit in own if hit.score >= best[0].score - BEHIND]
