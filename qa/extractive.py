"""The embedded answerer: picks the sentences that answer, and quotes them.

No language model: every sentence is the author's own, so nothing can be invented. What is
chosen is which sentences, in which order, under whose name.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.article import Article, Kind
from index.snapshot import Snapshot
from qa.abstention import confidence
from qa.asking import Asks, what_is_asked
from qa.candidates import Candidate, candidates
from qa.evidence import DraftSentence, Evidence, Quote
from qa.listing import items_of
from qa.ranking import answer_scores

MOST = 4  # sentences of an answer; a list may have more
NEAR_REPEAT = 0.93  # cosine of two sentences that say the same thing
BEHIND = 1.6  # a sentence this far behind the best one (log-odds) adds noise, not evidence
SAME_ARTICLE = 0.5  # taken off for each sentence that the answer already has from an article


@dataclass(frozen=True, slots=True)
class Weighed:
    """The sentences of the evidence and what they are worth as an answer."""

    asks: Asks
    candidates: tuple[Candidate, ...]
    scores: tuple[float, ...]  # log-odds, one a candidate
    confidence: float  # 0 to 1, that the best one answers


class ExtractiveAnswerer:
    """Answers with verbatim sentences of one snapshot of the library."""

    name = "extractive"

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def draft(
        self, question: str, language: str, evidence: tuple[Evidence, ...]
    ) -> tuple[DraftSentence, ...]:
        """Up to MOST sentences, the one that most likely answers first."""
        return self.pick(self.weigh(question, language, evidence), language)

    def weigh(self, question: str, language: str, evidence: tuple[Evidence, ...]) -> Weighed:
        """Every sentence of the evidence with how likely it answers."""
        asks = what_is_asked(question)
        found = candidates(question, language, asks, evidence, self._snapshot)
        scores = answer_scores(found)
        return Weighed(asks, tuple(found), tuple(scores), confidence(found, scores))

    def pick(self, weighed: Weighed, language: str) -> tuple[DraftSentence, ...]:
        if not weighed.candidates:
            return ()
        chosen = _choose(weighed.candidates, weighed.scores)
        if weighed.asks is Asks.LIST and (items := items_of(chosen[0], weighed.candidates)):
            chosen = items
        return tuple(_drafted(candidate, language) for candidate in chosen)


def _choose(found: Sequence[Candidate], scores: Sequence[float]) -> list[Candidate]:
    """Best first; each next one weighed against what the answer has already."""
    remaining = np.array(scores, dtype=float)
    best = remaining.max()
    chosen: list[Candidate] = []
    while len(chosen) < MOST:
        at = int(remaining.argmax())
        if remaining[at] < best - BEHIND or np.isneginf(remaining[at]):
            break
        taken = found[at]
        chosen.append(taken)
        for other, candidate in enumerate(found):
            if candidate.vector @ taken.vector >= NEAR_REPEAT:
                remaining[other] = -np.inf
            elif candidate.evidence.article.id == taken.evidence.article.id:
                remaining[other] -= SAME_ARTICLE
        remaining[at] = -np.inf
    return chosen


def _drafted(candidate: Candidate, language: str) -> DraftSentence:
    passage = candidate.evidence.hit.passage
    quote = Quote(passage.id, candidate.text)
    return DraftSentence(_framed(candidate, language), (quote,))


def _framed(candidate: Candidate, language: str) -> str:
    """The sentence as it is shown: whose it is, and its words between quotation marks.

    Our own reading notes name their source in each sentence; they are shown as they are.
    """
    article = candidate.evidence.article
    same_language = candidate.evidence.hit.passage.language == language
    if article.kind is Kind.NOTE and same_language:
        return candidate.text
    if language == "fr":
        return f"Selon {_who(article, 'fr')} : « {candidate.text} »"
    return f"According to {_who(article, 'en')}: “{candidate.text}”"


def _who(article: Article, language: str) -> str:
    """The authors, or the publisher, or the title: the first that is known."""
    conjunction = " et " if language == "fr" else " and "
    if article.authors and len(article.authors) <= 2:
        return conjunction.join(article.authors)
    if article.authors:
        return f"{article.authors[0]} et al."
    if article.publisher:
        return article.publisher
    return f"« {article.title} »" if language == "fr" else f"“{article.title}”"
