"""Imported articles beside those that are there: an import adds, and takes nothing away."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.article import Article, Record
from corpus.characters import folded
from corpus.starter import is_starter


def beside(
    imported: Iterable[Article], present: Sequence[Record], stored: Callable[[str], Article]
) -> Iterator[Article]:
    """The articles to add so that both libraries are kept.

    `stored` gives an article of `present` by its id. Of an article that is there already, or a
    starter note that is there in its present version, collections and corrections come over.
    A file that is there with another text stays; the imported one comes beside it.
    """
    by_id = {record.id: record for record in present}
    by_locator = {record.locator: record for record in present if record.locator}
    for article in imported:
        taken = by_locator.get(article.locator)
        there = by_id.get(article.id) or (taken if is_starter(article.locator) else None)
        if there:
            yield _completed(stored(there.id), article)
        else:
            yield replace(article, locator="") if taken else article


def _completed(stored: Article, imported: Article) -> Article:
    """The stored article with the shelves and corrections of the imported one, its own first."""
    shelves = {folded(name): name for name in (*imported.collections, *stored.collections)}
    set_there = [name for name in imported.corrected if name not in stored.corrected]
    known = {name: getattr(imported, name) for name in set_there}
    own = {folded(name) for name in stored.collections}
    brought = [name for key, name in shelves.items() if key not in own]
    return replace(
        stored,
        **known,
        corrected=tuple(sorted((*stored.corrected, *set_there))),
        collections=(*stored.collections, *brought),
    )
