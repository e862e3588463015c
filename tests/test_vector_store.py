"""The library behind LangChain's vector store interface."""

from pathlib import Path

import pytest
from langchain_core.embeddings import DeterministicFakeEmbedding

from corpus.wording import KnownError
from index.library import Library
from index.vector_store import LibraryVectorStore

BREAD = "The baker sells rye bread every morning before eight."
TRAIN = "The night train to the coast leaves from platform four."


def test_texts_go_in_as_articles_and_come_out_as_passages(library: Library) -> None:
    store = LibraryVectorStore(library)
    ids = store.add_texts([BREAD, TRAIN], [{"title": "Bread", "authors": "Ann Lee"}, {}])
    (found, score), *_ = store.similarity_search_with_score("Bread " + BREAD, k=2)
    assert (found.page_content, found.metadata["title"]) == (BREAD, "Bread")
    assert 0 < score <= 1.0001
    assert library.snapshot().article(ids[0]).authors == ("Ann Lee",)


def test_a_deleted_text_is_not_found_again(library: Library) -> None:
    store = LibraryVectorStore(library)
    bread, train = store.add_texts([BREAD, TRAIN])
    assert store.delete([bread])
    assert [d.metadata["article_id"] for d in store.similarity_search("bread", k=5)] == [train]
    with pytest.raises(KnownError, match=bread):
        store.delete([bread])


def test_any_embeddings_make_a_library(tmp_path: Path) -> None:
    embeddings = DeterministicFakeEmbedding(size=16)
    store = LibraryVectorStore.from_texts([BREAD, TRAIN], embeddings, home=tmp_path)
    assert {d.page_content for d in store.as_retriever().invoke("train")} == {BREAD, TRAIN}
    # The same embeddings open it again; others are told apart from them.
    assert len(LibraryVectorStore(store.library).embeddings.embed_query("x")) == 16
    store.library.close()


def test_a_store_is_never_only_in_memory() -> None:
    with pytest.raises(ValueError, match="home=None"):
        LibraryVectorStore.from_texts([BREAD], DeterministicFakeEmbedding(size=4))
