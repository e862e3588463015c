"""The embedded model as it comes, to measure what our adapter brings."""

import shutil
import tempfile
from pathlib import Path

from index.e5 import NAME, packaged_weights
from index.e5_format import unpack
from index.embedding import Embedder, SentenceTransformerEmbedder


def unadapted(models: Path) -> Embedder:
    """Unpacked into a folder of its own under `models`, at the first call."""
    folder = models / f"{NAME}-unadapted"
    if not folder.is_dir():
        models.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(dir=models, prefix="unpacking-"))
        try:
            unpack(packaged_weights(), aside)
            aside.rename(folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    return SentenceTransformerEmbedder(str(folder), models)
