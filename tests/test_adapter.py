"""The adapter merged into the tiny model, against NumPy; and the heads of late interaction."""

from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from index.adapter import TokenHeads, adapter_sha256, token_heads
from index.e5_format import unpack
from index.encoding import Vectors
from tests.tiny_weights import FEED_FORWARD, HIDDEN, weights_file

RANK = 2
SHAPES = {  # of the matrices that are adapted: rows, columns
    "encoder.layer.0.attention.self.query": (HIDDEN, HIDDEN),
    "encoder.layer.0.intermediate.dense": (FEED_FORWARD, HIDDEN),
    "encoder.layer.0.output.dense": (HIDDEN, FEED_FORWARD),
}


def tensors(shapes: dict[str, tuple[int, int]]) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(5)
    made: dict[str, np.ndarray] = {
        "tokens.projection": rng.normal(size=(HIDDEN, 8)).astype(np.float16),
        "tokens.weight": rng.normal(size=HIDDEN).astype(np.float32),
        "tokens.bias": np.array([0.25], np.float32),
    }
    for name, (rows, columns) in shapes.items():
        made[f"{name}.up"] = rng.normal(size=(rows, RANK)).astype(np.float16)
        made[f"{name}.down"] = rng.normal(size=(RANK, columns)).astype(np.float16)
    return made


def adapter(path: Path, shapes: dict[str, tuple[int, int]]) -> Path:
    save_file(tensors(shapes), path)
    return path


def weights(folder: Path) -> dict[str, Vectors]:
    from transformers import BertModel

    bert = BertModel.from_pretrained(folder)
    return {name: weight.detach().numpy() for name, weight in bert.named_parameters()}


def test_each_matrix_grows_by_the_product_of_its_two(tmp_path: Path) -> None:
    plain, adapted = tmp_path / "plain", tmp_path / "adapted"
    for folder in (plain, adapted):
        folder.mkdir()
    unpack(weights_file(), plain)
    unpack(weights_file(), adapted, adapter(tmp_path / "adapter.safetensors", SHAPES))
    made = tensors(SHAPES)
    expected = weights(plain)
    for name in SHAPES:
        up, down = (made[name + end].astype(np.float64) for end in (".up", ".down"))
        for row in range(len(up)):  # by hand, one row after the other
            change = sum(up[row, rank] * down[rank] for rank in range(RANK))
            expected[f"{name}.weight"][row] += change.astype(np.float32)
    found = weights(adapted)
    assert found.keys() == expected.keys()
    for name, values in expected.items():
        tolerance = 1e-5 if name.removesuffix(".weight") in SHAPES else 0
        np.testing.assert_allclose(found[name], values, atol=tolerance, err_msg=name)


@pytest.mark.parametrize(
    ("shapes", "wrong"),
    [
        ({"encoder.layer.0.attention.self.query": (HIDDEN, 2 * HIDDEN)}, r"\[32, 64\]"),
        ({"encoder.layer.7.attention.self.query": (HIDDEN, HIDDEN)}, "the model has not"),
    ],
    ids=["another width", "more layers"],
)
def test_the_adapter_of_another_model_is_refused(
    tmp_path: Path, shapes: dict[str, tuple[int, int]], wrong: str
) -> None:
    path = adapter(tmp_path / "adapter.safetensors", shapes)
    with pytest.raises(ValueError, match=wrong):
        unpack(weights_file(), tmp_path, path)


def test_heads_are_read_in_whole_floats(tmp_path: Path) -> None:
    path = adapter(tmp_path / "adapter.safetensors", {})
    heads, made = token_heads(path), tensors({})
    np.testing.assert_array_equal(heads.projection, made["tokens.projection"])
    np.testing.assert_array_equal(heads.weight, made["tokens.weight"])
    assert heads.bias == 0.25
    assert heads.projection.dtype == heads.weight.dtype == np.float32
    assert adapter_sha256(path) == sha256(path.read_bytes()).hexdigest()


def test_weights_of_tokens_by_hand() -> None:
    heads = TokenHeads(np.eye(2, dtype=np.float32), np.array([1, -1], np.float32), bias=1.0)
    # Softplus of 0 and of log 3 is log 2 and log 4: one token counts twice as much.
    states = np.array([[0.5, 1.5], [np.log(3), 1.0]], np.float32)
    assert heads.weights(states).tolist() == pytest.approx([1 / 3, 2 / 3])
    assert heads.weights(states).dtype == np.float32
    # A token that says nothing counts nothing, and a large value stays finite.
    assert heads.weights(np.array([[-99, 0], [999, 0]], np.float32)).tolist() == [0, 1]
