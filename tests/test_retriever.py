"""The library as LangChain sees it."""

import pytest

from corpus.filters import Filters
from index.library import Library
from index.passage import Hit
from index.retriever import LibraryRetriever
from index.snapshot import Snapshot
from tests.invented import ALL, BAKERY


@pytest.fixture
def snapshot(library: Library) -> Snapshot:
    library.add_articles(ALL)
    return library.snapshot()


@pytest.mark.parametrize(
    ("query", "language"),
    [("Que note la boulangerie dans son cahier ?", "fr"), ("Who reads the letters?", "en")],
)
def test_documents_are_the_hits_of_the_hybrid_searcher(
    snapshot: Snapshot, query: str, language: str
) -> None:
    documents = LibraryRetriever(snapshot=snapshot, k=3).invoke(query)
    hits = snapshot.hybrid.search(query, 3, language)
    assert [document.metadata["hit"] for document in documents] == hits
    for document, hit in zip(documents, hits, strict=True):
        article = snapshot.article(hit.passage.article_id)
        assert document.page_content == article.text[hit.passage.start : hit.passage.end]
        assert document.id == hit.passage.id
        assert document.metadata == {
            "hit": hit,
            "score": hit.score,
            "article_id": article.id,
            "title": article.title,
            "start": hit.passage.start,
            "end": hit.passage.end,
            "language": hit.passage.language,
            "heading": hit.passage.heading,
            "source": article.source,
        }
        assert isinstance(document.metadata["hit"], Hit)


def test_languages_restrict_the_search(snapshot: Snapshot) -> None:
    retriever = LibraryRetriever(snapshot=snapshot, filters=Filters(languages=frozenset({"en"})))
    languages = {document.metadata["language"] for document in retriever.invoke("la boulangerie")}
    assert languages == {"en"}


def test_a_given_language_is_not_detected(snapshot: Snapshot) -> None:
    # "administration" is the board's in French only; as an English word it names nothing here.
    query = "conseil d'administration"
    for language in ("fr", "en"):
        documents = LibraryRetriever(snapshot=snapshot, language=language).invoke(query)
        hits = snapshot.hybrid.search(query, 10, language)
        assert [document.metadata["hit"] for document in documents] == hits


def test_it_composes_with_other_runnables(snapshot: Snapshot) -> None:
    chain = LibraryRetriever(snapshot=snapshot, k=1) | (lambda documents: documents[0].metadata)
    assert chain.invoke("cahier vert de la boulangerie du port")["article_id"] == BAKERY.id
