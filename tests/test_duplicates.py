"""Near-duplicates: estimated against the exact share of runs of five words."""

import re

import numpy as np
import pytest

from corpus.duplicates import NEAR_DUPLICATE, most_similar, signature

WORDS = [f"mot{number}" for number in range(1000)]


def _exact(a: str, b: str) -> float:
    """Jaccard of the word 5-grams, by its definition."""
    first, second = (
        {tuple(words[i : i + 5]) for i in range(len(words) - 4)}
        for words in (re.findall(r"\w+", text) for text in (a, b))
    )
    return len(first & second) / len(first | second)


def _similarity(a: str, b: str) -> float:
    found = most_similar(signature(a), [signature(b)])
    assert found is not None
    return found.similarity


@pytest.mark.parametrize("kept", [1000, 900, 700, 500, 100])
def test_similarity_estimates_the_jaccard_of_runs(kept: int) -> None:
    a = " ".join(WORDS)
    b = " ".join(WORDS[:kept] + [f"autre{number}" for number in range(1000 - kept)])
    # four standard errors of 128 values
    assert _similarity(a, b) == pytest.approx(_exact(a, b), abs=0.18)


def test_case_accents_and_punctuation_do_not_matter() -> None:
    assert signature("L'Été, à Nîmes : une fête !") == signature("l’ete a nimes une fete")
    assert _similarity("un deux trois", "un deux trois") == 1.0


def test_a_signature_is_the_same_on_every_machine() -> None:
    assert len(signature("un deux")) == 512
    assert signature("un deux") == signature("un deux")


def test_the_most_similar_of_many() -> None:
    wanted = signature(" ".join(WORDS))
    near = signature(" ".join(WORDS[:950]))
    rng = np.random.default_rng(7)
    noise = [rng.integers(2**32, size=128, dtype=np.uint32).tobytes() for _ in range(500)]
    found = most_similar(wanted, [*noise, near, *noise])
    assert found is not None
    assert found.position == 500
    assert found.similarity > NEAR_DUPLICATE
    assert most_similar(wanted, []) is None


def test_a_foreign_signature_is_refused() -> None:
    with pytest.raises(ValueError, match="512 bytes, this one has 3"):
        most_similar(signature("a"), [b"abc"])
