"""The vectors that come with cxlit: of its own notes, and only for the model that made them."""

import functools
from pathlib import Path

import numpy as np
import pytest

import corpus.starter
import index.prepared_vectors
from corpus.article import Article
from corpus.reading import read_article
from corpus.starter import starter_sources
from index.building import embedded_text, questions_of
from index.cutting import cut
from index.embedding import SentenceTransformerEmbedder
from index.encoding import PassageEncoding, PassageText, Vectors, no_tokens
from index.prepared_vectors import prepared, write
from index.token_vectors import unpack
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

    def encode(self, texts: list[PassageText], *_: object) -> list[PassageEncoding]:
        self.computed += [each.text for each in texts]
        none = np.zeros((0, self.dimension), np.float32)
        return [no_tokens(np.zeros(self.dimension, np.float32), none) for _ in texts]

    def queries(self, texts: list[str], *_: object) -> Vectors:
        self.computed += texts
        return np.zeros((len(texts), self.dimension), np.float32)


def test_no_text_of_the_notes_has_to_be_embedded(
    tmp_path: Path, embedded_model: SentenceTransformerEmbedder, notes: list[Article]
) -> None:
    """Otherwise: python -m index.prepared_vectors."""
    embedder = Computing(embedded_model)
    cache = VectorCache(tmp_path / "vectors.db", embedder)  # type: ignore[arg-type]
    for note in notes:
        passages = cut(note)
        cache.encodings([embedded_text(note, passage) for passage in passages])
        cache.queries([question.text for question, _ in questions_of(note, passages)])
    cache.close()
    assert embedder.computed == []


def test_they_are_what_the_model_makes(
    tmp_path: Path, embedded_model: SentenceTransformerEmbedder, notes: list[Article]
) -> None:
    note = notes[0]
    text = embedded_text(note, cut(note)[0])
    question = note.questions[0].text
    cache = VectorCache(tmp_path / "vectors.db", embedded_model)
    (found,), of_question = cache.encodings([text]), cache.queries([question])[0]
    cache.close()
    (made,) = embedded_model.encode([text])
    # Half precision, and batches of other lengths: bf16 rounds otherwise.
    assert found.vector @ made.vector == pytest.approx(1, abs=2e-3)
    sentences = (found.sentences.astype(np.float32) * made.sentences).sum(axis=1)
    assert sentences.tolist() == pytest.approx([1] * len(text.sentences), abs=5e-3)
    tokens = (unpack(found.tokens) * unpack(made.tokens)).sum(axis=1)
    assert tokens.mean() > 0.98
    assert found.places.tolist() == made.places.tolist()
    assert of_question @ embedded_model.query(question) == pytest.approx(1, abs=2e-3)
    assert found.vector @ of_question < 0.95  # a query is not a passage


def test_what_was_written_need_not_be_computed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, notes: list[Article]
) -> None:
    path, embedder = tmp_path / "prepared.npz", FakeEmbedder("one")
    few = list(starter_sources())[:2]
    with monkeypatch.context() as patched:
        patched.setattr(corpus.starter, "starter_sources", lambda: few)
        count = write(embedder, path)
    texts = [embedded_text(note, p) for note in notes[:2] for p in cut(note)]
    asked = {question.text for note in notes[:2] for question in note.questions}
    assert count == len({each.text for each in texts}) + len(asked)

    read = functools.cache(index.prepared_vectors._read.__wrapped__)
    monkeypatch.setattr(index.prepared_vectors, "FILE", path)
    monkeypatch.setattr(index.prepared_vectors, "_read", read)
    embedder.embedded.clear()
    cache = VectorCache(tmp_path / "vectors.db", embedder)
    found, of_questions = cache.encodings(texts), cache.queries([*asked])
    assert (embedder.embedded, cache.all()) == ([], {})
    cache.close()
    for encoding, made in zip(found, embedder.encode(texts), strict=True):
        np.testing.assert_array_equal(encoding.sentences, made.sentences)
        np.testing.assert_array_equal(encoding.tokens, made.tokens)
    for question, vector in zip(asked, of_questions, strict=True):
        np.testing.assert_allclose(vector, embedder.query(question), atol=2**-11)


def test_another_model_gets_none_of_them() -> None:
    assert prepared([bytes(32)], FakeEmbedder().fingerprint) == {}
