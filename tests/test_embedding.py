"""Embedders: what a vector is made of, with a tiny model; what it means, with the real one."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from corpus.wording import KnownError
from index.e5_format import unpack
from index.embedding import BATCH, SentenceTransformerEmbedder
from tests.fake_embedder import FakeEmbedder
from tests.tiny_weights import weights_file


@pytest.fixture(scope="module")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny")
    unpack(weights_file(), folder)
    return folder


@pytest.fixture(scope="module")
def tiny(
    tiny_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(str(tiny_folder), tmp_path_factory.mktemp("cache"))


def embedder(folder: Path) -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(str(folder), folder / "cache")


def test_vectors_have_unit_length_and_the_models_dimension(
    tiny: SentenceTransformerEmbedder,
) -> None:
    vectors = tiny.passages(["quai", "pain quais", ""])
    assert vectors.shape == (3, 32)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    query = tiny.query("quai")
    assert query.shape == (tiny.dimension,) == (32,)
    assert query.dtype == np.float32
    assert np.linalg.norm(query) == pytest.approx(1, abs=1e-6)


def test_prompts_are_put_before_the_text(
    tiny: SentenceTransformerEmbedder, tiny_folder: Path
) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(tiny_folder), device="cpu")
    for text in ("quai", "pain quais"):
        # bf16 changes the third digit of a coordinate, and the fifth of a cosine.
        bare = model.encode(text)
        asked, told = tiny.query(text), tiny.passages([text])[0]
        for vector, prompt in ((asked, "query: "), (told, "passage: ")):
            assert vector @ model.encode(prompt + text) == pytest.approx(1, abs=1e-4)
            assert vector @ bare < 1 - 5e-4


def test_vectors_come_in_the_order_of_the_texts(tiny: SentenceTransformerEmbedder) -> None:
    texts = [" ".join(["quai", "pain", "quais"][: 1 + n % 3] * (1 + n % 4)) for n in range(40)]
    steps: list[int] = []
    vectors = tiny.passages(texts, steps.append)
    assert steps == [BATCH, BATCH, 40 - 2 * BATCH]
    for text, vector in zip(texts, vectors, strict=True):
        assert vector @ tiny.passages([text])[0] == pytest.approx(1, abs=1e-3)


def test_no_texts(tiny: SentenceTransformerEmbedder) -> None:
    assert tiny.passages([]).shape == (0, 32)


def test_a_query_is_encoded_once(
    tiny: SentenceTransformerEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = tiny.query("pain pain")
    model = tiny._load()[0]
    monkeypatch.setattr(model, "encode_query", None)  # would fail if it were called
    assert tiny.query("pain pain") is first


def test_the_fingerprint_is_of_what_a_vector_means(tiny_folder: Path, tmp_path: Path) -> None:
    same = shutil.copytree(tiny_folder, tmp_path / "same")
    other_weights = tmp_path / "weights"
    other_weights.mkdir()
    unpack(weights_file(seed=1), other_weights)
    other_prompts = shutil.copytree(tiny_folder, tmp_path / "prompts")
    settings = other_prompts / "config_sentence_transformers.json"
    config = json.loads(settings.read_text())
    config["prompts"]["query"] = "question: "
    settings.write_text(json.dumps(config))
    other_pooling = shutil.copytree(tiny_folder, tmp_path / "pooling")
    (pooling,) = other_pooling.glob("*Pooling/config.json")
    pooling.write_text(json.dumps({**json.loads(pooling.read_text()), "pooling_mode": "cls"}))

    fingerprint = embedder(tiny_folder).fingerprint
    assert embedder(same).fingerprint == fingerprint  # wherever the folder is
    others = {embedder(f).fingerprint for f in (other_weights, other_prompts, other_pooling)}
    assert len(others - {fingerprint}) == 3


def test_a_model_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(KnownError, match=r"cannot be loaded .* CXLIT_MODEL") as error:
        _ = embedder(empty).fingerprint
    assert "CXLIT_MODEL" in error.value.wording.fr


def test_nothing_is_loaded_before_it_is_needed(tmp_path: Path) -> None:
    assert SentenceTransformerEmbedder("nowhere", tmp_path)._loaded is None


def test_the_fake_of_the_tests_keeps_the_contract() -> None:
    fake = FakeEmbedder()
    vectors = fake.passages(["un quai", "", "le pain du port"])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    np.testing.assert_array_equal(vectors[2], fake.query("le pain du port"))
    assert vectors.shape == (3, fake.dimension)
    assert fake.query("pain du port") @ vectors[2] > fake.query("brume") @ vectors[2]


# The real model

SENTENCES = {
    "fr": "Le service après-vente rappelle chaque acheteur mécontent le jour même.",
    "en": "Unhappy buyers get a phone call from after-sales on the same day.",
}
UNRELATED = {
    "fr": "Les dunes avancent de trois mètres par an vers le village.",
    "en": "The lighthouse keeper repainted the tower in spring.",
}


@pytest.mark.parametrize("asked", ["fr", "en"])
@pytest.mark.parametrize("told", ["fr", "en"])
def test_what_means_the_same_is_closer(
    embedded_model: SentenceTransformerEmbedder, asked: str, told: str
) -> None:
    question = {
        "fr": "Que se passe-t-il quand un client n'est pas content ?",
        "en": "What happens when a customer is not satisfied?",
    }[asked]
    related, unrelated = embedded_model.passages([SENTENCES[told], UNRELATED[told]])
    query = embedded_model.query(question)
    assert query @ related > query @ unrelated + 0.02


def test_translations_are_closer_than_neighbours(
    embedded_model: SentenceTransformerEmbedder,
) -> None:
    french, english, dunes, tower = embedded_model.passages(
        [SENTENCES["fr"], SENTENCES["en"], UNRELATED["fr"], UNRELATED["en"]]
    )
    assert french @ english > max(french @ dunes, english @ tower) + 0.02


def test_vectors_of_the_real_model(embedded_model: SentenceTransformerEmbedder) -> None:
    assert embedded_model.dimension == 384
    text = SENTENCES["fr"]
    vectors = np.stack([embedded_model.query(text), embedded_model.passages([text])[0]])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    assert 0.8 < vectors[0] @ vectors[1] < 0.999  # the prompts tell a question from a passage
    assert dict(embedded_model._load()[0].prompts) == {"query": "query: ", "document": "passage: "}
