"""From articles to the contents of a generation."""

from collections.abc import Mapping, Sequence

import numpy as np

from corpus.article import Article
from index.analysis import terms
from index.cutting import cut
from index.generation import Contents
from index.lexical import LexicalIndex
from index.passage import Passage, Span
from index.report import Progress
from index.vector_cache import VectorCache
from index.vectors import VectorIndex


def build(
    articles: Sequence[Article],
    cut_before: Mapping[str, tuple[Passage, ...]],
    cache: VectorCache,
    progress: Progress,
) -> Contents:
    """Cut, embed and index `articles`.

    `cut_before` holds the passages of articles that an earlier generation already cut. Only
    text that `cache` does not know is embedded, so one more article costs one article.
    """
    cuts = [(a, cut_before[a.id] if a.id in cut_before else cut(a)) for a in articles]
    pairs = [(article, passage) for article, passages in cuts for passage in passages]
    texts = [passage_text(article, passage) for article, passage in pairs]
    sentences = [sentence_text(a, span) for a, passage in pairs for span in passage.sentences]
    vectors = cache.passages(
        [*texts, *sentences], lambda done, total: progress("embed", done, total)
    )
    languages: dict[str, list[int]] = {}
    for row, (_, passage) in enumerate(pairs):
        languages.setdefault(passage.language, []).append(row)
    return Contents(
        passages=tuple(passage for _, passage in pairs),
        vectors=VectorIndex.build(vectors[: len(texts)]),
        sentence_vectors=vectors[len(texts) :].astype(np.float16),
        lexical={
            language: LexicalIndex.build([terms(texts[row], language) for row in rows])
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
