"""A snapshot: one generation, whatever happens beside it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.article import Kind
from corpus.filters import read_filters
from corpus.wording import KnownError
from index.analysis import terms
from index.library import Library
from index.scope import scope_of
from tests.invented import ALL, BAKERY, FERRY, LIBRARY_VAN, MUSEUM


def test_a_snapshot_holds_articles_and_their_passages(library: Library) -> None:
    library.add_articles(ALL)
    snapshot = library.snapshot()
    assert snapshot.articles() == ALL
    assert snapshot.article(FERRY.id) == FERRY
    assert set(snapshot.passages_of) == {article.id for article in ALL}
    for article in ALL:
        (passage,) = snapshot.passages_of[article.id]
        assert article.text[passage.start : passage.end] == article.text


def test_holdings_are_the_articles_of_one_generation(library: Library) -> None:
    library.add_articles(ALL)
    held = library.holdings()
    assert (held.generation, held.articles()) == (library.snapshot().generation, ALL)
    assert [record.id for record in held.records()] == [article.id for article in ALL]
    library.remove([BAKERY.id])
    assert held.article(BAKERY.id) == BAKERY
    with pytest.raises(KnownError, match="no article"):
        library.holdings().article(BAKERY.id)
    assert (library.passages(FERRY.id), library.passages(BAKERY.id)) == (1, 0)


def test_a_scope_is_of_articles_and_of_the_language_of_passages(library: Library) -> None:
    library.add_articles([replace(a, kind=Kind.STUDY) for a in (BAKERY, FERRY)])
    library.add_articles([MUSEUM, LIBRARY_VAN])
    snapshot = library.snapshot()

    def inside(languages: Sequence[str] = (), kinds: Sequence[str] = ()) -> set[str]:
        within = scope_of(read_filters(languages=languages, kinds=kinds), snapshot)
        assert within is not None
        passages = snapshot.contents.passages
        return {p.article_id for p, wanted in zip(passages, within, strict=True) if wanted}

    assert inside(kinds=["study"]) == {BAKERY.id, FERRY.id}
    assert inside(languages=["en"]) == {FERRY.id, LIBRARY_VAN.id}
    assert inside(languages=["fr", "en", "de"], kinds=["study"]) == {BAKERY.id, FERRY.id}
    assert inside(languages=["de"]) == inside(kinds=["vendor"]) == set()
    assert scope_of(read_filters(), snapshot) is None


def test_an_unknown_article_is_a_sentence(library: Library) -> None:
    with pytest.raises(KnownError, match=r"no article 0123456789abcdef .* cxlit articles") as error:
        library.snapshot().article("0123456789abcdef")
    assert "cxlit articles" in error.value.wording.fr


def test_the_same_snapshot_until_something_is_published(library: Library) -> None:
    library.add_articles([BAKERY])
    first = library.snapshot()
    assert library.snapshot() is first
    library.add_articles([BAKERY])  # unchanged
    assert library.snapshot() is first
    library.add_articles([FERRY])
    second = library.snapshot()
    assert (second.generation, second.articles()) == (first.generation + 1, (BAKERY, FERRY))
    assert second.fingerprint != first.fingerprint


def test_a_held_snapshot_does_not_change(library: Library) -> None:
    library.add_articles([BAKERY, FERRY])
    held = library.snapshot()
    library.remove([BAKERY.id])
    assert held.articles() == (BAKERY, FERRY)
    assert held.article(BAKERY.id) == BAKERY
    assert (
        held.hybrid.search("cahier de la boulangerie", 1, "fr")[0].passage.article_id == BAKERY.id
    )
    assert library.snapshot().articles() == (FERRY,)


def test_a_reader_keeps_what_it_loaded_through_two_publications(library: Library) -> None:
    library.add_articles([BAKERY, FERRY])
    held = library.snapshot()
    assert held.article(BAKERY.id) == BAKERY
    queries = [("cahier de la boulangerie", "fr"), ("captain and quay", "en")]
    searchers = (held.dense, held.lexical, held.fused, held.hybrid)
    before = [s.search(query, 5, language) for query, language in queries for s in searchers]
    library.remove([BAKERY.id])
    library.add_articles([MUSEUM])  # the files and rows of the first generation are gone now
    after = [s.search(query, 5, language) for query, language in queries for s in searchers]
    assert after == before
    assert held.article(BAKERY.id) == BAKERY


def test_terms_are_those_of_the_passage_under_its_title_in_each_generation(
    library: Library,
) -> None:
    library.add_articles(ALL)
    held = library.snapshot()
    library.remove([MUSEUM.id])
    library.correct([FERRY.id], lambda article: replace(article, title="A lighthouse"))
    for snapshot in (held, library.snapshot()):
        for article in snapshot.articles():
            (passage,) = snapshot.passages_of[article.id]
            expected = set(terms(f"{article.title}\n{article.text}", passage.language))
            assert snapshot.contents.terms_of(passage) == expected
    (passage,) = library.snapshot().passages_of[FERRY.id]
    assert "lighthous" in library.snapshot().contents.terms_of(passage)
    assert "lighthous" not in held.contents.terms_of(passage)


def test_removed_articles_are_gone_from_every_searcher(library: Library) -> None:
    library.add_articles(ALL)
    library.remove([BAKERY.id, FERRY.id])
    snapshot = library.snapshot()
    left = {article.id for article in ALL} - {BAKERY.id, FERRY.id}
    for searcher in (snapshot.dense, snapshot.fused, snapshot.hybrid):
        hits = searcher.search("cahier boulangerie quay captain", 50, "fr")
        assert {hit.passage.article_id for hit in hits} == left
    assert snapshot.lexical.search("cahier boulangerie quay captain", 50, "fr") == []
    assert set(snapshot.passages_of) == left
