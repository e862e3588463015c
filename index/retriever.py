"""The library as LangChain sees it: a retriever."""

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from corpus.filters import Filters
from index.passage import Hit
from index.search import search
from index.snapshot import Snapshot


class LibraryRetriever(BaseRetriever):
    """Passages of one snapshot as documents; `metadata["hit"]` is the hit itself."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    snapshot: Snapshot
    k: int = 10
    language: str = ""  # of the query; empty: it is detected
    filters: Filters = Filters()

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        found = search(query, self.k, self.filters, self.snapshot, self.language)
        return [to_document(hit, self.snapshot) for hit in found.hits]


def to_document(hit: Hit, snapshot: Snapshot) -> Document:
    """A hit with its text and its article's record, as LangChain's document."""
    article = snapshot.article(hit.passage.article_id)
    return Document(
        id=hit.passage.id,
        page_content=article.text[hit.passage.start : hit.passage.end],
        metadata={
            "hit": hit,
            "score": hit.score,
            "article_id": article.id,
            "title": article.title,
            "start": hit.passage.start,
            "end": hit.passage.end,
            "language": hit.passage.language,
            "heading": hit.passage.heading,
            "source": article.source,
        },
    )
