"""The vectors that come with cxlit: of its own notes, and only for the model that made them."""

from pathlib import Path

import numpy as np
import pytest

from corpus.article import Article
from corpus.reading import read_article
from corpus.starter import starter_sources
from index.building import passage_text, questions_of, sentence_text
from index.cutting import cut
from index.embedding import SentenceTransformerEmbedder
from index.prepared_vectors import prepared
from index.vector_cache import VectorCache
from tests.fake_embedder import FakeEmbedder


@pytest.fixture(scope="module")
def notes() -> list[Article]:
    return [read_article(source) for source in starter_sources()]


class Computing:
    """The embedded model, unless it is asked to compute something."""

    def __init__(self, embedder: SentenceTransformerEmbedder) -> None:
        self.fingerprint = embedder.fingerprint
        self.dimension = embedder.dimension
        self.computed: list[str] = []

    def passages(self, texts: list[str], *_: object) -> np.ndarray:
        self.computed += texts
        return np.zeros((len(texts), self.dimension), np.float32)

    queries = passages


def test_no_text_of_the_notes_has_to_be_embedded(
    tmp_path: Path, embedded_model: SentenceTransformerEmbedder, notes: list[Article]
) -> None:
    """Otherwise: python -m index.prepared_vectors."""
    embedder = Computing(embedded_model)
    cache = VectorCache(tmp_path / "vectors.db", embedder)  # type: ignore[arg-type]
    for note in notes:
        passages = cut(note)
        cache.passages([passage_text(note, passage) for passage in passages])
        cache.passages([sentence_text(note, s) for p in passages for s in p.sentences])
        cache.queries([question.text for question, _ in questions_of(note, passages)])
    cache.close()
    assert embedder.computed == []


def test_they_are_what_the_model_makes(
    tmp_path: Path, embedded_model: SentenceTransformerEmbedder, notes: list[Article]
) -> None:
    note = notes[0]
    text = passage_text(note, cut(note)[0])
    question = note.questions[0].text
    cache = VectorCache(tmp_path / "vectors.db", embedded_model)
    of_text, of_question = cache.passages([text])[0], cache.queries([question])[0]
    cache.close()
    # Half precision, and batches of other lengths: bf16 rounds otherwise.
    assert of_text @ embedded_model.passages([text])[0] == pytest.approx(1, abs=2e-3)
    assert of_question @ embedded_model.query(question) == pytest.approx(1, abs=2e-3)
    assert of_text @ of_question < 0.95  # a query is not a passage


def test_another_model_gets_none_of_them() -> None:
    assert prepared([bytes(32)], FakeEmbedder().fingerprint) == {}
