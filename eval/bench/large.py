"""A large library that answers: the starter library among paragraphs on something else.

In the libraries of `synthetic` next to nothing is answered, as the token vectors are random and
the best sentence has many copies. Here questions find what they find in the starter library,
and the rest is searched through with it.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from corpus.article import Article
from eval.bench.scale_articles import HashedEmbedder, articles
from index.cutting import cut
from index.embedding import Embedder
from index.encoding import Vectors, unit_rows
from index.library import Library

PASSAGES_OF_AN_ARTICLE = 4  # of `scale_articles`, at least
AWAY = 0.5  # length of what a text's hash adds to the mean: their cosine is 0.9


class _Elsewhere(HashedEmbedder):
    """Vectors around the mean of real ones: to a question as near as off-topic texts are."""

    def __init__(self, mean: Vectors, fingerprint: str) -> None:
        super().__init__()
        self.fingerprint = fingerprint
        self._mean = mean

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        return unit_rows(self._mean + AWAY * super().passages(texts, progress))


def make_large(home: Path, passages: int, embedder: Embedder, cache: Path) -> int:
    """Make the library in `home`; gives how many of its passages are the starter library's."""
    starter = Library(home, embedder, cache=cache)
    contents = starter.snapshot().contents
    real = len(contents.passages)
    vectors = np.concatenate([contents.sentences_of(passage) for passage in contents.passages])
    starter.close()
    mean = unit_rows(vectors.astype(np.float32).mean(axis=0, keepdims=True))[0]
    library = Library(
        home, _Elsewhere(mean, embedder.fingerprint), starter=False, cache=home / "cache"
    )
    library.add_articles(_of(passages - real))
    library.close()
    return real


def _of(passages: int) -> list[Article]:
    """Articles of at least so many passages, and of fewer without the last one."""
    found: list[Article] = []
    for article in articles(passages // PASSAGES_OF_AN_ARTICLE + 1):
        if passages <= 0:
            break
        found.append(article)
        passages -= len(cut(article))
    return found
