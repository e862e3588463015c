"""Collections: the librarian's own shelves. An article may stand on several."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from corpus.article import Article, Record
from corpus.characters import folded
from corpus.loaded import one_line
from corpus.wording import KnownError


def collections_of(records: Iterable[Record]) -> dict[str, int]:
    """The number of articles of each collection, in alphabetical order.

    Names that differ in case or accents alone are one collection, under the name that was
    written first.
    """
    written: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for record in records:
        shelves = {folded(name): name for name in reversed(record.collections)}
        for key, name in shelves.items():
            written.setdefault(key, name)
            counts[key] += 1
    return {written[key]: counts[key] for key in sorted(counts)}


def collection_name(typed: str, records: Iterable[Record]) -> str:
    """The collection that is meant: one that is there, or a new one.

    Raises KnownError when the name is empty.
    """
    name = one_line(typed)
    if not folded(name):
        raise KnownError(
            en="The name of the collection is empty. Write one, for instance “Our own studies”.",
            fr="Le nom de la collection est vide. Écrivez-en un, par exemple « Nos études ».",
        )
    there = {folded(each): each for each in collections_of(records)}
    return there.get(folded(name), name)


def put_into(collection: str, article: Article) -> Article:
    if collection in article.collections:
        return article
    return replace(article, collections=(*taken_from(collection, article).collections, collection))


def taken_from(collection: str, article: Article) -> Article:
    left = (each for each in article.collections if folded(each) != folded(collection))
    return replace(article, collections=tuple(left))
