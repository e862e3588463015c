"""Sentences that could answer, with what speaks for each of them."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.analysis import terms
from index.coverage import Coverage
from index.passage import Span
from index.snapshot import Snapshot
from qa.asking import Asks
from qa.evidence import Evidence

_NUMBER = re.compile(r"\d|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|mille|moitié|tiers|"
                     r"two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|half|third)\b")  # fmt: skip
_DATE = re.compile(r"\b(?:19|20)\d\d\b")
_REASON = re.compile(
    r"\b(?:parce qu|car\b|puisqu|en effet|afin d|c'est pourquoi|permet|because|since\b|so that|"
    r"in order to|therefore|the reason)",
    re.IGNORECASE,
)
_DEFINITION = re.compile(
    r"\b(?:est (?:un|une|le|la|l'|celui|d')|désigne|signifie|consiste|is (?:a|an|the)\b|means|"
    r"refers to|consists)",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[\w,;] )[A-ZÀ-Ý]\w+|\b[A-Z]{2,}\b")
_STANCE = re.compile(
    r"\b(?:oui|non|doit|doivent|faut|devrait|nécessaire|indispensable|essentiel|yes|no|must|should|"
    r"needs? to|essential|necessary|ne .{1,40}? (?:pas|jamais))\b",
    re.IGNORECASE,
)
_SHOWS = {
    Asks.FIGURE: _NUMBER,
    Asks.DATE: _DATE,
    Asks.REASON: _REASON,
    Asks.DEFINITION: _DEFINITION,
    Asks.PERSON: _NAME,
    Asks.YES_NO: _STANCE,
}
# Words that point back to a sentence that the reader would not see.
_POINTS_BACK = re.compile(
    r"(?:il|elle|ils|elles|cela|ceci|ce|cette|ces|celui-ci|celle-ci|mais|en effet|ainsi|donc|or|"
    r"de même|par exemple|it|this|that|these|those|they|he|she|but|so|however|also|for example)\b",
    re.IGNORECASE,
)
FEATURES = (
    "sentence",  # cosine of question and sentence
    "passage",  # cosine of question and passage
    "rank",  # 1 for the best passage, falling
    "coverage",  # share of what the question names that the sentence speaks about
    "context",  # the same for the whole passage
    "shows",  # holds what the question asks for: a figure, a date, a reason …
    "stands_alone",  # understood without the sentence before it
    "is_question",  # asks instead of answering
    "short",  # under six words: a label more than a statement
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One sentence of one piece of evidence."""

    evidence: Evidence
    span: Span
    vector: NDArray[np.float32]
    features: NDArray[np.float64]  # shape (len(FEATURES),)

    @property
    def text(self) -> str:
        return self.evidence.article.text[self.span.start : self.span.end]


def candidates(
    question: str,
    language: str,
    asks: Asks,
    evidence: tuple[Evidence, ...],
    snapshot: Snapshot,
) -> list[Candidate]:
    """All sentences of the evidence, in its order."""
    contents = snapshot.contents
    asked = snapshot.embedder.query(question)
    coverage = Coverage(question, language, snapshot.glossary, contents)
    lowest = min((piece.hit.found_by.get("dense", 1.0) for piece in evidence), default=0.0)
    found = []
    for rank, piece in enumerate(evidence):
        passage = piece.hit.passage
        vectors = contents.sentences_of(passage)
        above = frozenset(terms(f"{piece.article.title} {passage.heading}", passage.language))
        cosine = piece.hit.found_by.get("dense", lowest)  # found by words alone: far away
        context = coverage.of(snapshot.stems_of(passage), passage.language)
        for at, span in enumerate(passage.sentences):
            text = piece.article.text[span.start : span.end]
            vector = vectors[at]
            stems = above.union(terms(text, passage.language))
            shows = _SHOWS.get(asks)
            features = (
                float(vector @ asked),
                cosine,
                1 / (1 + rank),
                coverage.of(stems, passage.language),
                context,
                float(bool(shows and shows.search(text))),
                float(not _POINTS_BACK.match(text)),
                float(text.rstrip().endswith("?")),
                float(len(text.split()) < 6),
            )
            found.append(Candidate(piece, span, vector, np.array(features)))
    return found
