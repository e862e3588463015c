"""A text read once: which token is where, and what becomes of it."""

from math import log
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.adapter import TokenHeads
from index.e5_format import unpack
from index.encoding import NOWHERE, Vectors, unit_rows
from index.passage import Span
from index.token_states import TokenStates, passage_encoding, query_tokens, token_states
from index.token_vectors import pack
from index.token_vectors import unpack as unpacked
from tests.tiny_weights import weights_file

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

# From three values of a state to two of a token; the first two are turned and stretched.
HEADS = TokenHeads(
    projection=np.array([[0, 2], [2, 0], [0, 0]], np.float32),
    weight=np.array([0, 0, 1], np.float32),
    bias=0.0,
)
WHOLE = np.array([0, 0, 1], np.float32)


def read(spans: list[tuple[int, int]], states: list[list[float]]) -> TokenStates:
    starts, ends = np.array(spans, np.int64).reshape(-1, 2).T
    return TokenStates(WHOLE, np.array(states, np.float32).reshape(-1, 3), starts, ends)


# "Port\nUn quai. Deux." with the tokens Port, Un, " quai", ".", " Deux" and "."
SPANS = [(0, 4), (5, 7), (7, 12), (12, 13), (13, 18), (18, 19)]
STATES: list[list[float]] = [[9, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 4, 0], [0, 0, 4]]
SENTENCES = [Span(5, 13), Span(14, 19)]


def test_parts_of_a_passage_by_hand() -> None:
    made = passage_encoding(read(SPANS, STATES), SENTENCES, HEADS)
    np.testing.assert_array_equal(made.vector, WHOLE)
    third, half = 1 / np.sqrt(3), 1 / np.sqrt(2)
    np.testing.assert_allclose(
        made.sentences, [[third, third, third], [0, half, half]], atol=2**-11
    )
    assert made.sentences.dtype == np.float16
    assert made.places.tolist() == [NOWHERE, 0, 0, 0, 1, 1]
    # The projection sends the first axis to the second and the other way round, the third to 0.
    directions = np.array([[0, 1], [0, 1], [1, 0], [0, 0], [1, 0], [0, 0]], np.float32)
    np.testing.assert_array_equal(made.tokens, pack(directions))


def test_a_token_between_two_sentences_is_in_the_mean_of_both() -> None:
    made = passage_encoding(
        read([(0, 4), (4, 8), (8, 12)], [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
        [Span(0, 6), Span(6, 12)],
        HEADS,
    )
    half = 1 / np.sqrt(2)
    np.testing.assert_allclose(made.sentences, [[half, half, 0], [0, half, half]], atol=2**-11)
    assert made.places.tolist() == [0, 1, 1]


def test_a_sentence_that_was_not_read_gets_the_vector_of_the_whole() -> None:
    made = passage_encoding(read(SPANS[:3], STATES[:3]), [*SENTENCES, Span(20, 30)], HEADS)
    np.testing.assert_array_equal(made.sentences[1:], [WHOLE, WHOLE])
    assert made.places.tolist() == [NOWHERE, 0, 0]


def test_a_passage_without_sentences_or_tokens() -> None:
    none = passage_encoding(read([], []), [Span(0, 3)], HEADS)
    np.testing.assert_array_equal(none.sentences, [WHOLE])
    assert (none.tokens.shape, none.places.shape) == ((0, 1), (0,))
    bare = passage_encoding(read(SPANS, STATES), [], HEADS)
    assert bare.sentences.shape == (0, 3)
    assert set(bare.places.tolist()) == {NOWHERE}


def test_more_sentences_than_places_have_numbers() -> None:
    count = 260
    spans = [(at, at + 1) for at in range(count)]
    made = passage_encoding(
        read(spans, [[0, 1, 0]] * count), [Span(*span) for span in spans], HEADS
    )
    assert made.sentences.shape == (count, 3)
    assert made.places.tolist() == [*range(255), *[NOWHERE] * 5]


def test_tokens_of_a_question_by_hand() -> None:
    # Softplus of 0 and of log 3 is log 2 and log 4.
    asked = query_tokens(read([(0, 2), (2, 5)], [[3, 0, 0], [3, 4, log(3)]]), HEADS)
    np.testing.assert_allclose(asked.vectors, np.array([[0, 1], [0.8, 0.6]]), atol=1e-6)
    assert asked.weights.tolist() == pytest.approx([1 / 3, 2 / 3])
    assert len(query_tokens(read([], []), HEADS).weights) == 0


# With a model: the tiny one, of eight words and 16 positions


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> "SentenceTransformer":
    from sentence_transformers import SentenceTransformer

    folder = tmp_path_factory.mktemp("tiny")
    unpack(weights_file(), folder)
    return SentenceTransformer(str(folder), device="cpu", local_files_only=True)


def alone(model: "SentenceTransformer", text: str) -> Vectors:
    """States of all tokens, special ones among them, as sentence-transformers gives them."""
    return np.asarray(model.encode(text, output_value="token_embeddings"), np.float32)


def test_states_are_those_of_the_text_behind_its_prompt(model: "SentenceTransformer") -> None:
    (found,) = token_states(model, ["quai pains"], "encode_query")
    # <s> ▁query: | ▁quai ▁pain s | </s>
    np.testing.assert_allclose(found.states, alone(model, "query: quai pains")[2:5], atol=1e-5)
    # A token may begin with the space before its word.
    words = [
        "quai pains"[max(start, 0) : end].strip()
        for start, end in zip(found.starts, found.ends, strict=True)
    ]
    assert words == ["quai", "pain", "s"]
    expected = model.encode("query: quai pains", normalize_embeddings=True)
    np.testing.assert_allclose(found.whole, expected, atol=1e-5)


@pytest.mark.parametrize("text", ["quai", "quai pain ", "  quai\npain", "brume", "quai  quais"])
def test_passages_have_a_prompt_of_their_own(model: "SentenceTransformer", text: str) -> None:
    (found,) = token_states(model, [text], "encode_document")
    every = alone(model, f"passage: {text}")
    # What stands before the text is the prompt's, and what stands behind it is </s>.
    np.testing.assert_allclose(found.states, every[-1 - len(found.states) : -1], atol=1e-5)
    assert found.ends[-1] >= len(text.rstrip())


def test_texts_of_one_batch_do_not_change_each_other(model: "SentenceTransformer") -> None:
    texts = ["quai", "pain quais pain quais pain", "", "pains quai"]
    for together, text in zip(token_states(model, texts, "encode_query"), texts, strict=True):
        (single,) = token_states(model, [text], "encode_query")
        np.testing.assert_allclose(together.states, single.states, atol=1e-5)
        np.testing.assert_allclose(together.whole, single.whole, atol=1e-5)
        assert together.starts.tolist() == single.starts.tolist()
        assert together.ends.tolist() == single.ends.tolist()
        np.testing.assert_allclose(together.whole, unit_rows(together.whole[None])[0], atol=1e-6)


def test_a_long_text_is_cut_off(model: "SentenceTransformer") -> None:
    (found,) = token_states(model, ["quai " * 40], "encode_query")
    assert len(found.states) == 16 - 3  # <s>, ▁query: and </s>
    assert found.ends[-1] == 5 * 12 + 4
    encoding = passage_encoding(
        found,
        [Span(0, 4), Span(190, 194)],
        TokenHeads(np.eye(32, 8, dtype=np.float32), np.zeros(32, np.float32), 0.0),
    )
    np.testing.assert_allclose(encoding.sentences[1], found.whole, atol=2**-10)
    assert unpacked(encoding.tokens).shape == (13, 8)
