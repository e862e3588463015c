"""Sentences that could answer, with what speaks for each of them."""

from dataclasses import dataclass
from math import log
from typing import Literal, get_args

from index.analysis import terms
from index.coverage import Coverage
from index.encoding import Vectors
from index.passage import Span
from index.snapshot import Snapshot
from qa.asking import Asks
from qa.evidence import Evidence
from qa.known_answers import known_answers
from qa.named import Named
from qa.orders import orders
from qa.wanted import Wanted

Feature = Literal[
    "passage",  # how far its passage is behind the best one, in the search's own score
    "sentence",  # cosine of question and sentence
    "late",  # late interaction of question and sentence
    "known",  # how alike a question is that its paragraph is known to answer, above ALIKE
    "coverage",  # share of what the question names that the sentence speaks about
    "shows",  # holds what the question asks for: a figure, a reason, the thing to be listed …
    "is_question",  # asks instead of answering
    "short",  # under six words: a label more than a statement
    "length",  # logarithm of the number of words: a longer sentence says more
    "across",  # is in another language than the question
    "absent",  # share of the names, places and figures of the question that its article lacks
]
FEATURES: tuple[Feature, ...] = get_args(Feature)


@dataclass(frozen=True, slots=True, eq=False)  # one of its kind; arrays do not compare
class Candidate:
    """One sentence of one piece of evidence."""

    evidence: Evidence
    span: Span
    vector: Vectors
    features: dict[Feature, float]
    context: float  # share of what the question names that its passage speaks about
    shortfall: float  # what the question lacks in its passage, see `index.token_vectors`

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
    question: str,
    language: str,
    asks: Asks,
    coverage: Coverage,
    evidence: tuple[Evidence, ...],
    snapshot: Snapshot,
) -> list[Candidate]:
    """The sentences of the evidence, in its order, but for those that give orders."""
    asked = snapshot.embedder.query(question)
    tokens = snapshot.embedder.query_tokens(question)
    best = max((piece.hit.score for piece in evidence), default=0.0)
    known = known_answers(asked, evidence, snapshot)
    named = Named.by(question)
    shown = Wanted(asks, named, coverage)
    found = []
    for piece in evidence:
        passage = piece.hit.passage
        vectors = snapshot.contents.sentences_of(passage)
        match = snapshot.contents.late_interaction(tokens, passage)
        above = frozenset(terms(f"{piece.article.title} {passage.heading}", passage.language))
        places = known.get(passage.id, [])
        absent = named.absent_from(piece.article)
        context = coverage.of(snapshot.contents.terms_of(passage), passage.language)
        ordering = orders(passage, piece.article.text, question)
        for at, (span, vector) in enumerate(zip(passage.sentences, vectors, strict=True)):
            if span in ordering:
                continue
            text = piece.article.text[span.start : span.end]
            words = len(text.split())
            own = terms(text, passage.language)
            features: dict[Feature, float] = {
                "passage": piece.hit.score - best,
                "sentence": float(vector @ asked),
                "late": float(match.sentences[at]),
                "known": max(
                    (a for place, a in places if place.start <= span.start < place.end),
                    default=0.0,
                ),
                "coverage": coverage.of(above.union(own), passage.language),
                "shows": float(shown.by(text, own, passage.language, piece.article)),
                "is_question": float(text.rstrip().endswith("?")),
                "short": float(words < 6),
                "length": log(max(words, 1)),
                "across": float(passage.language != language),
                "absent": absent,
            }
            found.append(Candidate(piece, span, vector, features, context, match.shortfall))
    return found
