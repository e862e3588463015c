"""One generation of the library, as readers see it."""

from functools import cached_property, lru_cache

from corpus.article import Article, Record
from corpus.catalogue import Catalogue
from corpus.wording import KnownError
from index.analysis import terms
from index.building import passage_text
from index.embedding import Embedder
from index.fusion import FusedSearcher
from index.generation import Contents
from index.glossary import Glossary
from index.hybrid import HybridSearcher
from index.passage import Passage
from index.searcher import DenseSearcher, LexicalSearcher, QuestionSearcher


class Snapshot:
    """Articles, passages and searchers of one generation; unchanged while somebody holds it."""

    def __init__(
        self,
        generation: int,
        fingerprint: str,
        contents: Contents,
        catalogue: Catalogue,
        embedder: Embedder,
    ) -> None:
        self.generation = generation
        self.fingerprint = fingerprint
        self.contents = contents
        self.embedder = embedder
        self.glossary = Glossary.read()
        self.dense = DenseSearcher(contents, embedder)
        self.lexical = LexicalSearcher(contents, self.glossary)
        self.fused = FusedSearcher(self.dense, self.lexical)
        # Popular passages come back question after question, and stemming is slow.
        self.stems_of = lru_cache(maxsize=20_000)(self._stems_of)
        self.by_question = QuestionSearcher(contents, embedder)
        self.hybrid = HybridSearcher(
            self.fused, self.by_question, contents, embedder, self.glossary, self.stems_of
        )
        self._catalogue = catalogue
        self._remembered = lru_cache(maxsize=512)(self._read_article)

    def articles(self) -> tuple[Article, ...]:
        """All articles, in the order in which they were added."""
        return self._catalogue.articles(self.generation)

    def records(self) -> tuple[Record, ...]:
        """The same without their texts."""
        return self._records

    @cached_property
    def _records(self) -> tuple[Record, ...]:
        return self._catalogue.records(self.generation)

    def article(self, article_id: str) -> Article:
        """Raises KnownError when the library has no such article."""
        return self._remembered(article_id)

    @cached_property
    def passages_of(self) -> dict[str, tuple[Passage, ...]]:
        """Passages by article id; an article without a word has none and is not a key."""
        found: dict[str, list[Passage]] = {}
        for passage in self.contents.passages:
            found.setdefault(passage.article_id, []).append(passage)
        return {article_id: tuple(passages) for article_id, passages in found.items()}

    def _stems_of(self, passage: Passage) -> frozenset[str]:
        article = self.article(passage.article_id)
        return frozenset(terms(passage_text(article, passage), passage.language))

    def _read_article(self, article_id: str) -> Article:
        found = self._catalogue.article(article_id, self.generation)
        if found is None:
            raise no_such_article(article_id)
        return found


def no_such_article(article_id: str) -> KnownError:
    return KnownError(
        en=f"There is no article {article_id} in the library. See the ids with: cxlit articles",
        fr=f"Il n'y a pas d'article {article_id} dans la bibliothèque. Pour voir les "
        "identifiants : cxlit articles",
    )
