"""Independent sources: articles of different works, authors and wording.

Four posts of one blogger are one opinion, and so are an article and its copy on another site.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from corpus.article import Article
from corpus.characters import folded
from corpus.duplicates import NEAR_DUPLICATE, most_similar

Signatures = Mapping[str, bytes]  # of articles, by id: see `corpus.duplicates`


def independent(
    articles: Sequence[Article], signatures: Callable[[], Signatures]
) -> tuple[tuple[Article, ...], ...]:
    """The articles, grouped: each group is one source. In order of first appearance.

    `signatures` is called only when there are several articles to compare.
    """
    unique = list({article.id: article for article in articles}.values())
    group = list(range(len(unique)))
    known = signatures() if len(unique) > 1 else {}
    for one, other in combinations(range(len(unique)), 2):
        if group[one] != group[other] and _same_source(unique[one], unique[other], known):
            joined, kept = group[other], group[one]
            group = [kept if each == joined else each for each in group]
    return tuple(
        tuple(article for article, each in zip(unique, group, strict=True) if each == name)
        for name in dict.fromkeys(group)
    )


def _same_source(one: Article, other: Article, signatures: Signatures) -> bool:
    return (
        one.work == other.work
        or not _voices(one).isdisjoint(_voices(other))
        or _alike(signatures.get(one.id), signatures.get(other.id))
    )


def _voices(article: Article) -> frozenset[str]:
    """Who speaks: the authors; where none is named, the publisher."""
    return frozenset(folded(name) for name in article.authors or (article.publisher,) if name)


def _alike(one: bytes | None, other: bytes | None) -> bool:
    found = most_similar(one, [other]) if one and other else None
    return found is not None and found.similarity >= NEAR_DUPLICATE
