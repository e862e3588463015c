"""Which option of a dispute a sentence takes: by rules where they match, else by meaning.

Nothing is forced. A sentence that speaks on the dispute and fits no option is kept as such.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from corpus.article import Article
from index.embedding import Embedder
from index.encoding import Vectors
from index.passage import Passage, Span
from index.snapshot import Snapshot
from qa.negations import negations
from qa.orders import orders
from qa.positions.dispute import Dispute, Option
from qa.positions.rules import canonical

# By meaning only where it is clear. Of 207 sentences on the starter library that rules assign,
# meaning alone assigns 11 % so, and all of them alike; at a margin of 0.01 nine in ten.
NEAR = 0.88  # cosine to a typical statement of the option
MARGIN = 0.03  # by which the option is nearer than the next one
LOOKED_AT = 8  # sentences at most: each costs an embedding when a dispute is first asked about


@dataclass(frozen=True, slots=True, eq=False)  # one of its kind; arrays do not compare
class Statement:
    """A sentence on a dispute and the options that it takes; none: it fits no option."""

    passage: Passage
    article: Article
    span: Span
    vector: Vectors
    options: tuple[Option, ...]
    by_rule: bool

    @property
    def text(self) -> str:
        return self.article.text[self.span.start : self.span.end]


@dataclass(frozen=True, slots=True, eq=False)
class Prototypes:
    """Vectors of the options' typical statements, one matrix an option."""

    by_option: tuple[Vectors, ...]

    @classmethod
    def of(cls, dispute: Dispute, embedder: Embedder) -> "Prototypes":
        every = [each for option in dispute.options for each in option.statements]
        ends = np.cumsum([len(option.statements) for option in dispute.options])
        return cls(tuple(np.split(embedder.passages(every), ends[:-1])))

    def nearest(self, vector: Vectors) -> int | None:
        """Which option the sentence clearly means; None when it might be several or none."""
        cosines = np.array([float(np.max(each @ vector)) for each in self.by_option])
        second, best = np.argsort(cosines)[-2:]
        clear = cosines[best] >= NEAR and cosines[best] - cosines[second] >= MARGIN
        return int(best) if clear else None


def statements(
    passages: Sequence[Passage], dispute: Dispute, prototypes: Prototypes, snapshot: Snapshot
) -> tuple[Statement, ...]:
    """The sentences of `passages` that speak on the dispute; questions and orders say nothing."""
    found = [each for passage in passages for each in _spoken(passage, dispute, snapshot)]
    # Meaning is blind to a negation: it decides on no sentence that has one.
    unclear = [s for s in found if not s.options and not negations(s.text)][:LOOKED_AT]
    # By their own words: under its title, each sentence of an article means much the same.
    vectors = snapshot.embedder.passages([s.text for s in unclear]) if unclear else ()
    meant = {
        statement: (dispute.options[at],)
        for statement, vector in zip(unclear, vectors, strict=True)
        if (at := prototypes.nearest(vector)) is not None
    }
    return tuple(replace(s, options=meant[s]) if s in meant else s for s in found)


def _spoken(passage: Passage, dispute: Dispute, snapshot: Snapshot) -> Iterator[Statement]:
    """Statements of one passage, with the options that rules give them."""
    article = snapshot.article(passage.article_id)
    ordering = orders(passage, article.text)
    vectors: Vectors | None = None
    for at, span in enumerate(passage.sentences):
        text = canonical(article.text[span.start : span.end])
        if text.endswith("?") or span in ordering:
            continue
        options = taken_by_rule(text, dispute, passage, article)
        if options or any(rule.holds(text) for rule in dispute.about):
            if vectors is None:
                vectors = snapshot.contents.sentences_of(passage)
            yield Statement(passage, article, span, vectors[at], options, bool(options))


def taken_by_rule(
    text: str, dispute: Dispute, passage: Passage, article: Article
) -> tuple[Option, ...]:
    """The options that the canonical `text`, a sentence of `passage`, takes by their rules."""

    def said(option: Option) -> bool:
        if any(rule.holds(text) for rule in option.unless):
            return False
        held = (rule for rule in option.says if rule.holds(text))
        return any(not rule.leans or _names_subject(dispute, passage, article) for rule in held)

    return tuple(option for option in dispute.options if said(option))


def _names_subject(dispute: Dispute, passage: Passage, article: Article) -> bool:
    around = f"{article.title} {passage.heading} {article.text[passage.start : passage.end]}"
    return dispute.subject.holds(canonical(around))
