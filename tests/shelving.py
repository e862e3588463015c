"""A small library for tests of items, and the claims that it makes."""

from collections.abc import Sequence

from corpus.article import Article
from index.library import Library
from index.snapshot import Snapshot
from qa.training.items.claim import Claim
from qa.training.items.claims import claims
from qa.training.items.contested import Contested
from tests.claiming import article


def shelved(library: Library, articles: Sequence[Article]) -> tuple[list[Claim], Snapshot]:
    library.add_articles(list(articles))
    snapshot = library.snapshot()
    found = [
        claim
        for each in snapshot.articles()
        for claim in claims(each, snapshot.passages_of.get(each.id, ()))
    ]
    return found, snapshot


def disputed(
    library: Library, articles: Sequence[Article]
) -> tuple[list[Claim], Snapshot, Contested]:
    """The same with what is contested in it."""
    found, snapshot = shelved(library, articles)
    return found, snapshot, Contested(found, snapshot)


def note(name: str, text: str, language: str = "en", **known: object) -> Article:
    """An article of its own address, published by `name`."""
    address = f"https://{name.replace(' ', '').lower()}.example"
    told = {"publisher": name, "url": address, "source": name, "locator": address}
    return article(text, language, **{**told, **known})
