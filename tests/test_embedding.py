"""Embedders: what a vector is made of, with a tiny model; what it means, with the real one."""

import json
import shutil
from pathlib import Path
from threading import Thread

import numpy as np
import pytest
from numpy.typing import NDArray

import index.embedding
from corpus.wording import KnownError
from index.adapter import TokenHeads
from index.e5_format import unpack
from index.embedding import BATCH, EMBEDDED, SentenceTransformerEmbedder, separately
from index.encoding import PassageText
from index.passage import Span
from index.token_states import passage_encoding, query_tokens, token_states
from index.token_vectors import max_sim
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
    assert tiny.encode([]) == []


HEADS = TokenHeads(
    projection=np.random.default_rng(3).normal(size=(32, 8)).astype(np.float32),
    weight=np.random.default_rng(4).normal(size=32).astype(np.float32),
    bias=0.5,
)


@pytest.fixture
def with_heads(
    tiny_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> SentenceTransformerEmbedder:
    """The tiny model in the place of the embedded one, which alone has heads."""
    monkeypatch.setattr(index.embedding, "embedded_model", lambda cache: tiny_folder)
    monkeypatch.setattr(index.embedding, "token_heads", lambda: HEADS)
    return SentenceTransformerEmbedder(EMBEDDED, tmp_path)


def passages(*texts: str) -> list[PassageText]:
    """Each of two sentences, parted by its first space."""
    return [
        PassageText("Port", text, (Span(0, at), Span(at + 1, len(text))))
        for text in texts
        for at in (text.index(" "),)
    ]


def test_a_passage_is_read_once_for_all_its_parts(
    with_heads: SentenceTransformerEmbedder,
) -> None:
    texts = passages(*(" ".join(["quai", "pain", "quais"][: 2 + n % 2] * 2) for n in range(20)))
    steps: list[int] = []
    found = with_heads.encode(texts, steps.append)
    assert steps == [BATCH, 20 - BATCH]
    model = with_heads._load()[0]
    for text, encoding in zip(texts, found, strict=True):
        (states,) = token_states(model, [text.text], "encode_document")
        expected = passage_encoding(states, text.sentences, HEADS)
        assert encoding.places.tolist() == expected.places.tolist()
        assert encoding.tokens.shape == expected.tokens.shape
        # bf16 rounds otherwise in batches of other lengths.
        assert encoding.vector @ expected.vector == pytest.approx(1, abs=1e-3)
        same = (encoding.sentences * expected.sentences.astype(np.float32)).sum(axis=1)
        assert same.tolist() == pytest.approx([1, 1], abs=2e-3)


def test_the_tokens_of_a_query_come_with_its_vector(
    with_heads: SentenceTransformerEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = with_heads._load()[0]
    (states,) = token_states(model, ["pain quai"], "encode_query")
    np.testing.assert_array_equal(with_heads.query("pain quai"), states.whole)
    monkeypatch.setattr(model, "encode_query", None)  # would fail if it were called
    tokens, expected = with_heads.query_tokens("pain quai"), query_tokens(states, HEADS)
    np.testing.assert_array_equal(tokens.vectors, expected.vectors)
    np.testing.assert_array_equal(tokens.weights, expected.weights)
    assert tokens.weights.sum() == pytest.approx(1)


def test_another_model_reads_sentences_by_themselves(tiny: SentenceTransformerEmbedder) -> None:
    (text,) = passages("quai pain quais")
    (made,) = tiny.encode([text])
    whole, *parts = tiny.passages([text.text, "Port — quai", "Port — pain quais"])
    assert made.vector @ whole == pytest.approx(1, abs=1e-3)
    for vector, part in zip(made.sentences.astype(np.float32), parts, strict=True):
        assert vector @ part == pytest.approx(1, abs=2e-3)
    assert (len(made.tokens), len(tiny.query_tokens("quai").weights)) == (0, 0)


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
    (encoding,) = fake.encode(passages("Brume. Le pain du port"))
    tokens = fake.query_tokens("pain port")
    match = max_sim(tokens, encoding.tokens, encoding.places, 2)
    assert tokens.weights.sum() == pytest.approx(1)
    assert match.sentences[1] == pytest.approx(match.passage)
    assert match.passage > 0.8 > match.sentences[0]


def test_sentences_go_to_their_own_passage() -> None:
    fake = FakeEmbedder()
    texts = [
        PassageText("Le port", "Un quai. Deux. Trois ponts.", (Span(0, 8), Span(9, 14))),
        PassageText("La ville", "Rien.", ()),
        PassageText("La brume", "Elle monte.", (Span(0, 11),)),
    ] * BATCH  # more than one step
    steps: list[int] = []
    found = separately(fake, texts, steps.append)
    assert sum(steps) == len(found) == 3 * BATCH
    said = [["Le port — Un quai.", "Le port — Deux."], [], ["La brume — Elle monte."]] * BATCH
    for text, sentences, encoding in zip(texts, said, found, strict=True):
        np.testing.assert_array_equal(encoding.vector, fake.query(text.text))
        assert len(encoding.sentences) == len(sentences)
        for sentence, vector in zip(sentences, encoding.sentences, strict=True):
            np.testing.assert_allclose(vector, fake.query(sentence), atol=2**-11)


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


@pytest.mark.parametrize(
    "question",
    [
        "Que se passe-t-il quand un client n'est pas content ?",
        "What happens when a customer is not satisfied?",
    ],
)
def test_one_decisive_sentence_is_found_in_a_long_passage(
    embedded_model: SentenceTransformerEmbedder, question: str
) -> None:
    parts = [UNRELATED["fr"], "Le port compte douze grues.", SENTENCES["fr"], "Il y pleut souvent."]
    text = "\n".join(parts)
    spans = tuple(Span(at, at + len(part)) for part in parts for at in (text.index(part),))
    (encoding,) = embedded_model.encode([PassageText("Chronique", text, spans)])
    tokens = embedded_model.query_tokens(question)
    match = max_sim(tokens, encoding.tokens, encoding.places, len(parts))
    assert match.sentences.argmax() == 2
    assert match.passage >= match.sentences.max() - 1e-6
    cosines = encoding.sentences.astype(np.float32) @ embedded_model.query(question)
    assert cosines[2] > cosines[:2].max()
    assert encoding.vector @ embedded_model.passages([text])[0] == pytest.approx(1, abs=2e-3)


def test_vectors_of_the_real_model(embedded_model: SentenceTransformerEmbedder) -> None:
    assert embedded_model.dimension == 384
    text = SENTENCES["fr"]
    vectors = np.stack([embedded_model.query(text), embedded_model.passages([text])[0]])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    assert 0.8 < vectors[0] @ vectors[1] < 0.999  # the prompts tell a question from a passage
    assert dict(embedded_model._load()[0].prompts) == {"query": "query: ", "document": "passage: "}


def test_nobody_waits_for_an_encoding_to_learn_what_the_model_is(
    tiny_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sentence_transformers import SentenceTransformer

    one = embedder(tiny_folder)
    learned = []

    def encoding(*_: object, **__: object) -> NDArray[np.float32]:
        beside = Thread(target=lambda: learned.append(one.dimension), daemon=True)
        beside.start()
        beside.join(timeout=10)
        learned.append(0)
        return np.ones((1, 32), np.float32)

    monkeypatch.setattr(SentenceTransformer, "encode_query", encoding)
    one.query("quai")
    assert learned == [32, 0]
