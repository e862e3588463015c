"""From articles to a segment."""

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.answered import AnsweredQuestion
from corpus.article import Article
from index.analysis import terms
from index.embedding import Vectors
from index.passage import Passage, Span
from index.postings import count_terms
from index.report import Progress
from index.segment import Segment, segment_of
from index.vector_cache import VectorCache

Cut = tuple[Article, tuple[Passage, ...]]

BATCH = 10_000  # texts whose vectors are in memory twice at once


def build(cuts: Sequence[Cut], cache: VectorCache, progress: Progress) -> Segment:
    """Embed and index articles that are cut into passages.

    Only text that `cache` does not know is embedded, so what was there once costs little.
    """
    pairs = [(article, passage) for article, passages in cuts for passage in passages]
    texts = [passage_text(article, passage) for article, passage in pairs]
    sentences = [sentence_text(a, span) for a, passage in pairs for span in passage.sentences]
    asked = list(_asked(cuts))
    total = len(texts) + len(sentences) + len(asked)
    vectors, sentence_vectors = _embedded(texts, sentences, cache, progress, total)
    questions = cache.queries(
        [text for text, _ in asked],
        lambda done, _: progress("embed", total - len(asked) + done, total),
    )
    languages: dict[str, list[int]] = {}
    for row, (_, passage) in enumerate(pairs):
        languages.setdefault(passage.language, []).append(row)
    return segment_of(
        passages=tuple(passage for _, passage in pairs),
        vectors=vectors,
        sentences=sentence_vectors,
        questions=questions,
        question_rows=np.array([row for _, row in asked], np.int64),
        postings={
            language: count_terms(terms(texts[row], language) for row in rows)
            for language, rows in sorted(languages.items())
        },
    )


def passage_text(article: Article, passage: Passage) -> str:
    """What is embedded and indexed of a passage: its words under its title and headings."""
    above = " — ".join(part for part in (article.title, passage.heading) if part)
    return f"{above}\n{article.text[passage.start : passage.end]}"


def sentence_text(article: Article, span: Span) -> str:
    """What is embedded of a sentence: the title tells what "it" and "they" are about."""
    return f"{article.title} — {article.text[span.start : span.end]}"


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


def _embedded(
    texts: Sequence[str],
    sentences: Sequence[str],
    cache: VectorCache,
    progress: Progress,
    total: int,
) -> tuple[Vectors, NDArray[np.float16]]:
    """Vectors of passages and of sentences."""
    every = [*texts, *sentences]
    vectors = np.empty((len(texts), cache.dimension), np.float32)
    of_sentences = np.empty((len(sentences), cache.dimension), np.float16)
    for start in range(0, len(every), BATCH):

        def step(done: int, _: int, before: int = start) -> None:
            progress("embed", before + done, total)

        found = cache.passages(every[start : start + BATCH], step)
        passages = max(0, len(texts) - start)  # of those found; the rest are sentences
        vectors[start : start + BATCH] = found[:passages]
        at = max(0, start - len(texts))
        of_sentences[at : at + len(found) - min(passages, len(found))] = found[passages:]
    return vectors, of_sentences
