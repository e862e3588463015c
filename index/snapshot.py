"""One generation of the library, as readers see it."""

from functools import cached_property

from corpus.catalogue import Catalogue
from index.contents import Contents
from index.embedding import Embedder
from index.fusion import FusedSearcher
from index.holdings import Holdings
from index.hybrid import HybridSearcher
from index.passage import Passage
from index.searcher import DenseSearcher, LexicalSearcher, QuestionSearcher
from index.thesaurus import cx_thesaurus


class Snapshot(Holdings):
    """Articles, passages and searchers of one generation; unchanged while somebody holds it."""

    def __init__(
        self,
        generation: int,
        fingerprint: str,
        contents: Contents,
        catalogue: Catalogue,
        embedder: Embedder,
    ) -> None:
        super().__init__(generation, catalogue)
        self.fingerprint = fingerprint
        self.contents = contents
        self.embedder = embedder
        self.thesaurus = cx_thesaurus()
        self.dense = DenseSearcher(contents, embedder)
        self.lexical = LexicalSearcher(contents, self.thesaurus)
        self.fused = FusedSearcher(self.dense, self.lexical)
        self.by_question = QuestionSearcher(contents, embedder)
        self.hybrid = HybridSearcher(
            self.fused, self.by_question, contents, embedder, self.thesaurus
        )

    @cached_property
    def passages_of(self) -> dict[str, tuple[Passage, ...]]:
        """Passages by article id; an article without a word has none and is not a key."""
        found: dict[str, list[Passage]] = {}
        for passage in self.contents.passages:
            found.setdefault(passage.article_id, []).append(passage)
        return {article_id: tuple(passages) for article_id, passages in found.items()}
