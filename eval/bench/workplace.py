"""What every measurement is given: a folder of its own, the model, and how much to do."""

import os
from dataclasses import dataclass
from pathlib import Path

from index.embedding import Embedder

PROJECT = Path(__file__).parents[2]
SEEDS = PROJECT.parent / "shared" / "seeds"  # five real articles, where they are at hand
DATASETS = PROJECT.parent / "shared" / "data"


@dataclass(frozen=True, slots=True)
class Workplace:
    """All that a measurement writes is below `folder`, which is temporary."""

    folder: Path
    models: Path  # where the embedded model is unpacked
    embedder: Embedder
    quick: bool = False  # sizes that only show that the measurement works

    def home(self, name: str) -> Path:
        """A library folder that nobody else uses."""
        path = self.folder / name
        path.mkdir(parents=True)
        return path

    def environment(self, home: Path) -> dict[str, str]:
        """For a `cxlit` process: the person's own settings are out of it."""
        own = {name: value for name, value in os.environ.items() if not name.startswith("CXLIT_")}
        return {
            **own,
            "CXLIT_HOME": str(home),
            "CXLIT_CACHE": str(self.models),
            "CXLIT_LANGUAGE": "en",
            "TMPDIR": str(self.folder),
            "GRADIO_TEMP_DIR": str(self.folder / "gradio"),
        }
