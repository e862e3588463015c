"""A library for one evaluation, gone afterwards; nobody's own library is changed or measured."""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from corpus.finding import find_sources
from eval.dataset import read_documents
from index.embedding import Embedder
from index.library import Library
from index.report import Progress, silent


@contextmanager
def temporary_library(embedder: Embedder, cache: Path) -> Iterator[Library]:
    """An empty library; `cache` is the folder of vectors that were computed before."""
    with (
        tempfile.TemporaryDirectory(prefix="cxlit-eval-") as home,
        closing(Library(Path(home), embedder, starter=False, cache=cache)) as library,
    ):
        yield library


def add_corpus(library: Library, corpus: Path, progress: Progress = silent) -> None:
    """Add a corpus.jsonl, the folder that holds one, or a folder of articles.

    Raises KnownError when a corpus.jsonl is missing or a line of it is no document.
    """
    documents = corpus / "corpus.jsonl" if corpus.is_dir() else corpus
    if corpus.is_dir() and not documents.is_file():
        sources, _ = find_sources([str(corpus)])
        library.add(sources, progress=progress)
    else:
        library.add_articles(list(read_documents(documents).values()), progress=progress)
