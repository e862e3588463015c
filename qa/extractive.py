"""The embedded answerer: picks the sentences that answer, and quotes them.

No language model: every sentence is the author's own, so nothing can be invented. What is
chosen is which sentences, in which order, under whose name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

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
BEHIND = 2.0  # a sentence this far behind the best one (log-odds) adds noise, not evidence
SAME_ARTICLE = 0.5  # taken off for each sentence that the answer already has from an article
OTHER_LANGUAGE = 1.5  # taken off where the same article speaks the language of the question
SUBJECT_KEPT = 0.6  # share of the first sentence's coverage that the others must reach
# How an answer in the first language says that a quote is in the second.
_ORIGINAL = {("en", "fr"): " (in French)", ("fr", "en"): " (en anglais)"}


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
        return Weighed(asks, tuple(found), tuple(scores), confidence(found, scores, asks))

    def pick(self, weighed: Weighed, language: str) -> tuple[DraftSentence, ...]:
        if not weighed.candidates:
            return ()
        chosen = _choose(weighed.candidates, self._preferring(language, weighed))
        if weighed.asks is Asks.LIST and (items := items_of(chosen[0], weighed.candidates)):
            chosen = items
        return tuple(_drafted(chosen, language))

    def _preferring(self, language: str, weighed: Weighed) -> NDArray[np.float64]:
        """The scores, lower for what an article with a summary says in the other language."""
        passages = self._snapshot.passages_of
        bilingual = {
            id_
            for id_ in {candidate.evidence.article.id for candidate in weighed.candidates}
            if any(passage.language == language for passage in passages[id_])
        }
        return np.array(
            [
                score - OTHER_LANGUAGE
                if candidate.evidence.hit.passage.language != language
                and candidate.evidence.article.id in bilingual
                else score
                for candidate, score in zip(weighed.candidates, weighed.scores, strict=True)
            ]
        )


def _choose(found: Sequence[Candidate], scores: NDArray[np.float64]) -> list[Candidate]:
    """Best first; each next one weighed against what the answer has already."""
    remaining = scores.copy()
    best = remaining.max()
    subject = SUBJECT_KEPT * found[int(remaining.argmax())].coverage
    for at, candidate in enumerate(found):
        if candidate.coverage < subject:
            remaining[at] = -np.inf
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


def _drafted(chosen: Sequence[Candidate], language: str) -> Iterator[DraftSentence]:
    before: Article | None = None
    for candidate in chosen:
        article = candidate.evidence.article
        passage = candidate.evidence.hit.passage
        text = _framed(candidate, language, introduced=article is before)
        yield DraftSentence(text, (Quote(passage.id, candidate.text),))
        before = article


def _framed(candidate: Candidate, language: str, *, introduced: bool) -> str:
    """The sentence as it is shown: whose it is, and its words between quotation marks.

    `introduced`: the sentence before it is from the same article. Our own reading notes name
    their source in each sentence; in the question's language they are shown as they are.
    """
    article = candidate.evidence.article
    written_in = candidate.evidence.hit.passage.language
    if article.kind is Kind.NOTE and written_in == language:
        return candidate.text
    quoted = f"« {candidate.text} »" if language == "fr" else f"“{candidate.text}”"
    if introduced:
        return quoted
    original = _ORIGINAL.get((language, written_in), "") if written_in != language else ""
    if language == "fr":
        return f"Selon {_who(article, language)}{original} : {quoted}"
    return f"According to {_who(article, language)}{original}: {quoted}"


def _who(article: Article, language: str) -> str:
    """The authors, or the publisher, or the title: the first that is known."""
    if len(article.authors) > 2:
        return f"{article.authors[0]} et al."
    if article.authors:
        return (" et " if language == "fr" else " and ").join(article.authors)
    if article.publisher:
        return article.publisher
    return f"« {article.title} »" if language == "fr" else f"“{article.title}”"
