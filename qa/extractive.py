"""The embedded answerer: picks the sentences that answer, and quotes them.

No language model: every sentence is the author's own, so nothing can be invented. What is
chosen is which sentences, in which order, under whose name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from index.coverage import Coverage
from index.snapshot import Snapshot
from qa.abstention import NOTHING_NEAR, THRESHOLD, confidence
from qa.asking import Asks, what_is_asked
from qa.attribution import names_itself
from qa.candidates import Candidate, candidates
from qa.evidence import DraftSentence, Evidence, Quote
from qa.listing import Item, announced_list, announces, items_after, numbered_sections
from qa.ranking import answer_scores
from qa.wanted import NEEDED

MOST = 5  # sentences of an answer; a list may have more
# Cosine of two sentences of two passages that say the same thing. Those of one passage are read
# in the same context and always alike.
NEAR_REPEAT = 0.95
BEHIND = 3.0  # a sentence this far behind the best one (log-odds) adds noise, not evidence
SAME_WORK = 0.25  # taken off for each sentence that the answer already has from one source
TRANSLATED = 0.88  # cosine of two sentences in two languages that say the same thing
OTHER_LANGUAGE = 2.5  # taken off where the same source says it in the language of the question
NOT_SHOWN = 3.0  # taken off where a figure, date or name is asked for and there is none
# How an answer in the first language says that a quote is in the second.
ORIGINAL = {("en", "fr"): " (in French)", ("fr", "en"): " (en anglais)"}


@dataclass(frozen=True, slots=True)
class Weighed:
    """The sentences of the evidence and what they are worth as an answer."""

    asks: Asks
    coverage: Coverage
    candidates: tuple[Candidate, ...]
    scores: tuple[float, ...]  # log-odds, one a candidate, less what a reader would mind
    confidence: float  # 0 to 1, that the best one answers

    @property
    def answers(self) -> bool:
        """Whether it is sure enough to be shown as an answer."""
        return self.confidence >= THRESHOLD

    @property
    def is_near(self) -> bool:
        """Whether what was found is on the subject at least."""
        return self.confidence >= NOTHING_NEAR


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
        coverage = Coverage(question, language, self._snapshot.thesaurus, self._snapshot.contents)
        found = candidates(question, language, asks, coverage, evidence, self._snapshot)
        preferred = preferring(language, asks, found, answer_scores(found))
        sure = confidence(found, preferred, asks)
        return Weighed(asks, coverage, tuple(found), tuple(preferred), sure)

    def pick(self, weighed: Weighed, language: str) -> tuple[DraftSentence, ...]:
        """The sentences that answer; they may stand in passages next to the evidence."""
        if not weighed.candidates:
            return ()
        scores = np.array(weighed.scores)
        items: list[Item] = []
        if weighed.asks in (Asks.LIST, Asks.REASON):
            items = announced_list(
                weighed.candidates, weighed.scores, weighed.asks, weighed.coverage, self._snapshot
            )
        if weighed.asks is Asks.LIST and not items:
            items = numbered_sections(weighed.candidates, weighed.coverage, self._snapshot)
        if not items:
            items = self._chosen(weighed, scores)
        return tuple(self._drafted(items, language))

    def _chosen(self, weighed: Weighed, scores: NDArray[np.float64]) -> list[Item]:
        """The best sentences; one that announces a list is followed by it, or left out."""
        best = weighed.candidates[int(scores.argmax())]
        if items := items_after(best, self._snapshot):
            return [(best.evidence.hit.passage, best.span), *items]
        near = scores.max() - BEHIND
        says = [
            at
            for at, each in enumerate(weighed.candidates)
            if scores[at] >= near and not announces(each.text)
        ]
        if not says:
            return []
        chosen = _choose([weighed.candidates[at] for at in says], scores[says], weighed.asks)
        return [(candidate.evidence.hit.passage, candidate.span) for candidate in chosen]

    def _drafted(self, items: Sequence[Item], language: str) -> Iterator[DraftSentence]:
        before: Article | None = None
        for passage, (start, end) in items:
            article = self._snapshot.article(passage.article_id)
            quote = article.text[start:end]
            text = framed(quote, article, passage.language, language, article is before)
            yield DraftSentence(text, (Quote(passage.id, quote),))
            before = article


def preferring(
    language: str,
    asks: Asks,
    found: Sequence[Candidate],
    scores: Sequence[float],
) -> list[float]:
    """The scores, lower for what a reader would rather not see first.

    That is what the same source says in the reader's own language as well (a note may say so in
    its summary), and what holds no figure or date where one is asked for.
    """
    own = [each for each in found if each.evidence.hit.passage.language == language]
    preferred = list(scores)
    for at, candidate in enumerate(found):
        if candidate.evidence.hit.passage.language != language and any(
            each.evidence.article.work == candidate.evidence.article.work
            and each.vector @ candidate.vector >= TRANSLATED
            for each in own
        ):
            preferred[at] -= OTHER_LANGUAGE
        if asks in NEEDED and not candidate.shows:
            preferred[at] -= NOT_SHOWN
    return preferred


def _choose(found: Sequence[Candidate], scores: NDArray[np.float64], asks: Asks) -> list[Candidate]:
    """Best first; each next one weighed against what the answer has already."""
    remaining = scores.copy()
    best = remaining.max()
    first = found[int(remaining.argmax())]
    for at, candidate in enumerate(found):
        if asks in NEEDED and candidate.shows < first.shows:
            remaining[at] = -np.inf
    chosen: list[Candidate] = []
    while len(chosen) < MOST:
        at = int(remaining.argmax())
        if remaining[at] < best - BEHIND or np.isneginf(remaining[at]):
            break
        taken = found[at]
        chosen.append(taken)
        for other, candidate in enumerate(found):
            if _repeats(candidate, taken):
                remaining[other] = -np.inf
            elif candidate.evidence.article.work == taken.evidence.article.work:
                remaining[other] -= SAME_WORK
        remaining[at] = -np.inf
    return chosen


def _repeats(candidate: Candidate, taken: Candidate) -> bool:
    elsewhere = candidate.evidence.hit.passage != taken.evidence.hit.passage
    return elsewhere and float(candidate.vector @ taken.vector) >= NEAR_REPEAT


def framed(
    quote: str, article: Article, written_in: str, language: str, introduced: bool = False
) -> str:
    """The sentence as it is shown: whose it is, and its words between quotation marks.

    `introduced`: the sentence before it is from the same article. Whose it is is not said twice,
    where the quote says so itself. Our own reading notes name their source in each sentence; in
    the question's language they are shown as they are.
    """
    if article.is_note and written_in == language:
        return quote
    quoted = f"« {quote} »" if language == "fr" else f"“{quote}”"
    if introduced:
        return quoted
    original = ORIGINAL.get((language, written_in), "") if written_in != language else ""
    if not article.is_note and names_itself(quote, article):
        return f"{quoted}{original}"
    who = _who(article, language)
    if article.is_note:  # its words are not those of the author
        who = f"la note de lecture sur {who}" if language == "fr" else f"the reading note on {who}"
    if language == "fr":
        return f"Selon {who}{original} : {quoted}"
    return f"According to {who}{original}: {quoted}"


def _who(article: Article, language: str) -> str:
    """The authors, or the publisher, or the title: the first that is known."""
    if len(article.authors) > 2:
        return f"{article.authors[0]} et al."
    if article.authors:
        return (" et " if language == "fr" else " and ").join(article.authors)
    if article.publisher:
        return article.publisher
    return f"« {article.title} »" if language == "fr" else f"“{article.title}”"
