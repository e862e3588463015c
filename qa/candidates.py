"""Sentences that could answer, with what speaks for each of them."""

import re
from dataclasses import dataclass
from math import log
from typing import Literal

from index.analysis import terms
from index.coverage import Coverage
from index.embedding import Vectors
from index.hybrid import ALIKE, SAME
from index.passage import Span
from index.snapshot import Snapshot
from qa.asking import Asks
from qa.evidence import Evidence
from qa.known_answers import known_answers

_FEW = "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|two|three|four|five|six|seven|eight|nine|ten"
# "Five qualities" counts what follows; a figure is written in digits, is large, or is a share.
_NUMBER = re.compile(
    r"\d|\b(?:cent|mille|moitié|tiers|quarts?|hundred|thousand|half|thirds?|quarters?)\b"
    rf"|\b(?:{_FEW})\b[^.;:]{{1,40}}?\b(?:sur|out of|in)\b [^.;:]{{0,10}}?\b(?:{_FEW})\b",
    re.IGNORECASE,
)
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
Feature = Literal[
    "passage",  # how far its passage is behind the best one, in the search's own score
    "sentence",  # cosine of question and sentence
    # Its paragraph is known to answer a question like this one, by that cosine above ALIKE. For
    # the confidence; in the order of sentences it did no good (graded on 160 questions).
    "known",
    "same",  # the same above `index.hybrid.SAME`: it answers this very question
    "coverage",  # share of what the question names that the sentence speaks about
    "context",  # the same for the whole passage; for the confidence, not for the order
    "shows",  # holds what the question asks for: a figure, a reason, the thing to be listed …
    "is_question",  # asks instead of answering
    "short",  # under six words: a label more than a statement
    "length",  # logarithm of the number of words: a longer sentence says more
]


@dataclass(frozen=True, slots=True, eq=False)  # one of its kind; arrays do not compare
class Candidate:
    """One sentence of one piece of evidence."""

    evidence: Evidence
    span: Span
    vector: Vectors
    features: dict[Feature, float]

    @property
    def text(self) -> str:
        return self.evidence.article.text[self.span.start : self.span.end]

    @property
    def coverage(self) -> float:
        return self.features["coverage"]

    @property
    def shows(self) -> bool:
        """Whether it holds what the question asks for."""
        return bool(self.features["shows"])


def candidates(
    asked: Vectors,
    asks: Asks,
    coverage: Coverage,
    evidence: tuple[Evidence, ...],
    snapshot: Snapshot,
) -> list[Candidate]:
    """All sentences of the evidence, in its order; `asked` is the vector of the question."""
    contents = snapshot.contents
    best = max((piece.hit.score for piece in evidence), default=0.0)
    known = known_answers(asked, evidence, snapshot)
    found = []
    for piece in evidence:
        passage = piece.hit.passage
        vectors = contents.sentences_of(passage)
        above = frozenset(terms(f"{piece.article.title} {passage.heading}", passage.language))
        places = known.get(passage.id, [])
        context = coverage.of(snapshot.stems_of(passage), passage.language)
        for span, vector in zip(passage.sentences, vectors, strict=True):
            text = piece.article.text[span.start : span.end]
            words = len(text.split())
            own = terms(text, passage.language)
            if asks is Asks.LIST:
                shows = coverage.of_first(own, passage.language)
            else:
                shows = asks in _SHOWS and bool(_SHOWS[asks].search(text))
            alike = max(
                (a for place, a in places if place.start <= span.start < place.end), default=0.0
            )
            features: dict[Feature, float] = {
                "passage": piece.hit.score - best,
                "sentence": float(vector @ asked),
                "known": alike,
                "same": max(alike - (SAME - ALIKE), 0.0),
                "coverage": coverage.of(above.union(own), passage.language),
                "context": context,
                "shows": float(shows),
                "is_question": float(text.rstrip().endswith("?")),
                "short": float(words < 6),
                "length": log(max(words, 1)),
            }
            found.append(Candidate(piece, span, vector, features))
    return found
