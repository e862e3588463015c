"""The library as LangChain sees it: a vector store."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.vectorstores import VectorStore

from corpus.article import Article, content_id
from corpus.language import detect_language, question_language
from index.capitals import without_capitals
from index.embedding import Embedder, separately
from index.encoding import PassageEncoding, PassageText, QueryTokens, Vectors, unit_rows
from index.library import Library
from index.retriever import to_document


class LibraryVectorStore(VectorStore):
    """Articles go in, passages come out; every addition is published in one step.

    Documents are articles: `metadata` may hold their title, authors, date, language and source.
    The ids that are returned and deleted are article ids.
    """

    def __init__(self, library: Library) -> None:
        self.library = library

    @property
    def embeddings(self) -> Embeddings:
        return _AsEmbeddings(self.library.embedder)

    def add_texts(
        self, texts: Iterable[str], metadatas: list[dict[str, Any]] | None = None, **kwargs: Any
    ) -> list[str]:
        """Add each text as an article; a text that is there already keeps its id."""
        known = list(texts)
        about = metadatas or [{} for _ in known]
        articles = [_article(text, meta) for text, meta in zip(known, about, strict=True)]
        self.library.add_articles(articles)
        return [article.id for article in articles]

    def delete(self, ids: list[str] | None = None, **kwargs: Any) -> bool:
        """Remove articles. Raises KnownError, and removes none, when one is not there."""
        self.library.remove(ids or ())
        return True

    def similarity_search(self, query: str, k: int = 4, **kwargs: Any) -> list[Document]:
        return [document for document, _ in self.similarity_search_with_score(query, k)]

    def similarity_search_with_score(
        self, query: str, k: int = 4, **kwargs: Any
    ) -> list[tuple[Document, float]]:
        """The k nearest passages with their cosines, nearest first."""
        snapshot = self.library.snapshot()
        query = without_capitals(query)
        hits = snapshot.dense.search(query, k, question_language(query))
        return [(to_document(hit, snapshot), hit.score) for hit in hits]

    @classmethod
    def from_texts(
        cls,
        texts: list[str],
        embedding: Embeddings,
        metadatas: list[dict[str, Any]] | None = None,
        *,
        home: Path | None = None,
        **kwargs: Any,
    ) -> "LibraryVectorStore":
        """A new library in the folder `home`, which must be given, over any LangChain embeddings.

        Raises ValueError without `home`: a library is kept, never only in memory.
        """
        if home is None:
            raise ValueError("home=None: give the folder that the library is to be kept in")
        store = cls(Library(home, _FromEmbeddings(embedding), starter=False))
        store.add_texts(texts, metadatas)
        return store


class _AsEmbeddings(Embeddings):
    """Our embedder with LangChain's method names."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_query(self, text: str) -> list[float]:
        return [float(value) for value in self._embedder.query(text)]

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [[float(value) for value in row] for row in self._embedder.passages(texts)]


class _FromEmbeddings:
    """LangChain's embeddings as our embedder."""

    def __init__(self, embeddings: Embeddings) -> None:
        self._embeddings = embeddings
        # LangChain's interface names no model: what it makes of one word tells models apart.
        probe = self.query("cxlit")
        self.dimension = len(probe)
        self.fingerprint = hashlib.sha256(probe.round(4).tobytes()).hexdigest()[:16]

    def query(self, text: str) -> Vectors:
        return unit_rows([self._embeddings.embed_query(text)]).reshape(-1)

    def query_tokens(self, text: str) -> QueryTokens:
        return QueryTokens.none()

    def encode(
        self, texts: Sequence[PassageText], progress: Callable[[int], None] | None = None
    ) -> list[PassageEncoding]:
        return separately(self, texts, progress)

    def queries(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        vectors = np.stack([self.query(text) for text in texts])
        if progress:
            progress(len(texts))
        return vectors

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        vectors = unit_rows(self._embeddings.embed_documents(list(texts)))
        if progress:
            progress(len(texts))
        return vectors


def _article(text: str, about: dict[str, Any]) -> Article:
    authors = about.get("authors", ())
    source = str(about.get("source", ""))
    return Article(
        title=str(about.get("title", "")),
        text=text,
        authors=(authors,) if isinstance(authors, str) else tuple(authors),
        date=str(about.get("date", "")),
        language=str(about.get("language", "")) or detect_language(text),
        source=source,
        locator=source or f"text:{content_id(text)}",
    )
