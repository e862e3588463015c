"""The articles of one generation, without their index: neither model nor vectors are needed."""

from collections.abc import Mapping
from functools import cached_property, lru_cache

from corpus.answered import AnsweredQuestion
from corpus.article import Article, Record
from corpus.catalogue import Catalogue
from corpus.wording import KnownError


class Holdings:
    """What the library holds; the same while somebody works with it.

    A text that was not read before is forgotten once it has been gone for some generations.
    """

    def __init__(self, generation: int, catalogue: Catalogue) -> None:
        self.generation = generation
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

    def came_after(self, generation: int) -> frozenset[str]:
        """Ids of the articles that came to the library after an earlier generation."""
        return self._catalogue.came_after(generation, self.generation)

    def questions(self) -> Mapping[str, tuple[AnsweredQuestion, ...]]:
        """The questions that articles are known to answer, by article id, in its order."""
        return self._catalogue.questions(self.generation)

    def signatures(self) -> Mapping[str, bytes]:
        """The signature by which near-duplicates are found, by article id."""
        return self._signatures

    @cached_property
    def _signatures(self) -> dict[str, bytes]:
        return self._catalogue.signatures(self.generation)

    def _read_article(self, article_id: str) -> Article:
        found = self._catalogue.article(article_id, self.generation)
        if found is None:
            raise no_such_article(article_id)
        return found


def no_such_article(article_id: str) -> KnownError:
    return KnownError(
        en=f"There is no article {article_id} in the library. See the ids with: cxlit articles",
        fr=f"Il n’y a pas d’article {article_id} dans la bibliothèque. Pour voir les "
        "identifiants : cxlit articles",
    )
