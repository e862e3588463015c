"""From articles to a segment."""

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import numpy as np

from corpus.answered import AnsweredQuestion
from corpus.article import Article
from index.analysis import terms
from index.encoding import PassageText
from index.matrices import Matrices, joined, matrices_of
from index.passage import Passage, Span
from index.postings import count_terms
from index.report import Progress
from index.segment import Segment, segment_of
from index.vector_cache import VectorCache

Cut = tuple[Article, tuple[Passage, ...]]

BATCH = 2_000  # passages whose encodings are in memory twice at once


def build(cuts: Sequence[Cut], cache: VectorCache, progress: Progress) -> Segment:
    """Embed and index articles that are cut into passages.

    Only text that `cache` does not know is embedded, so what was there once costs little.
    """
    pairs = [(article, passage) for article, passages in cuts for passage in passages]
    texts = [embedded_text(article, passage) for article, passage in pairs]
    asked = list(_asked(cuts))
    total = len(texts) + len(asked)
    matrices = _encoded(texts, cache, progress, total)
    questions = cache.queries(
        [text for text, _ in asked],
        lambda done, _: progress("embed", len(texts) + done, total),
    )
    languages: dict[str, list[int]] = {}
    for row, (_, passage) in enumerate(pairs):
        languages.setdefault(passage.language, []).append(row)
    return segment_of(
        passages=tuple(passage for _, passage in pairs),
        matrices=matrices,
        questions=questions,
        question_rows=np.array([row for _, row in asked], np.int64),
        postings={
            language: count_terms(terms(texts[row].text, language) for row in rows)
            for language, rows in sorted(languages.items())
        },
    )


def passage_text(article: Article, passage: Passage) -> str:
    """What is embedded and indexed of a passage: its words under its title and headings."""
    return f"{_above(article, passage)}\n{article.text[passage.start : passage.end]}"


def embedded_text(article: Article, passage: Passage) -> PassageText:
    """The same with its sentences, by where they stand in it."""
    text = passage_text(article, passage)
    moved = len(text) - passage.end  # from the article's characters to those of `text`
    sentences = tuple(Span(s.start + moved, s.end + moved) for s in passage.sentences)
    return PassageText(_above(article, passage), text, sentences)


def _above(article: Article, passage: Passage) -> str:
    return " — ".join(part for part in (article.title, passage.heading) if part)


def digest(article: Article) -> str:
    """32 hexadecimal digits of all in an article that decides what is indexed of it."""
    asked = [[q.text, q.language, q.start] for q in article.questions]
    indexed = [article.title, article.language, article.text, asked]
    return hashlib.sha256(json.dumps(indexed).encode()).hexdigest()[:32]


def questions_of(
    article: Article, passages: tuple[Passage, ...]
) -> Iterator[tuple[AnsweredQuestion, int]]:
    """Each question of the article, with the position of the passage where its answer starts."""
    starts = [passage.start for passage in passages]
    for question in article.questions if passages else ():
        yield question, max(0, bisect_right(starts, question.start) - 1)


def _asked(cuts: Sequence[Cut]) -> Iterator[tuple[str, int]]:
    """Each question with the row of the passage that holds where its answer starts."""
    first = 0
    for article, passages in cuts:
        for question, at in questions_of(article, passages):
            yield question.text, first + at
        first += len(passages)


def _encoded(
    texts: Sequence[PassageText], cache: VectorCache, progress: Progress, total: int
) -> Matrices:
    """Batch by batch: what a batch is made of need not stay in memory beside the whole."""
    parts = [matrices_of([], cache.dimension)]
    for start in range(0, len(texts), BATCH):

        def step(done: int, _: int, before: int = start) -> None:
            progress("embed", before + done, total)

        encodings = cache.encodings(texts[start : start + BATCH], step)
        parts.append(matrices_of(encodings, cache.dimension))
    return joined(parts)
