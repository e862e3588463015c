"""Libraries of any size, made of the starter library's own sentences.

Embedding 100,000 passages takes hours; their vectors are therefore made up, but not at random:
a generated sentence has the real vector of the sentence that it copies, moved a little, and a
passage the mean of its sentences. So real questions meet cosines as they are in life, every
step of an answer has its usual work, and BM25 has real words, though fewer different ones than
a real library of that size: its posting lists are longer, its scores slower to add up.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.catalogue import Catalogue
from index.building import build
from index.cutting import cut
from index.embedding import Vectors
from index.generation import write_contents
from index.library import Library
from index.passage import Passage
from index.publishing import Generations
from index.report import silent
from index.sentences import split_sentences
from index.vector_cache import VectorCache

PARAGRAPHS = 15  # in an article, each of which becomes a passage
WORDS = 110  # in a paragraph, about
AWAY = 0.3  # length of what is added to a unit vector: cosine 0.96 to where it was
LANGUAGES = ("fr", "fr", "en")  # of the articles, in turn
CHUNK = 10_000  # vectors made at a time


@dataclass(frozen=True)
class Basis:
    """Real sentences by language, and their real vectors in the order of `sentences`."""

    sentences: tuple[str, ...]
    languages: tuple[str, ...]
    vectors: Vectors

    def __post_init__(self) -> None:
        if missing := set(LANGUAGES) - set(self.languages):
            raise ValueError(f"no sentence to build from in: {', '.join(sorted(missing))}")


def basis_of(library: Library) -> Basis:
    """The whole sentences of a library, each of which is found again when a text is cut."""
    snapshot = library.snapshot()
    found: dict[str, tuple[str, NDArray[np.float16]]] = {}
    vectors = iter(snapshot.contents.sentence_vectors)
    for passage in snapshot.contents.passages:
        text = snapshot.article(passage.article_id).text
        for span, vector in zip(passage.sentences, vectors, strict=False):
            sentence = text[span.start : span.end]
            if passage.language in LANGUAGES and _stays_whole(sentence, passage.language):
                found[sentence] = (passage.language, vector)
    return Basis(
        tuple(found),
        tuple(language for language, _ in found.values()),
        np.array([vector for _, vector in found.values()], np.float32),
    )


def make_library(home: Path, passages: int, basis: Basis, fingerprint: str) -> None:
    """Make the library in another process, so that its memory does not weigh on this one."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        process.submit(_make, home, passages, basis, fingerprint).result()


def _make(home: Path, passages: int, basis: Basis, fingerprint: str) -> None:
    articles, cuts = _cut_articles(passages, basis)
    contents = build(articles, cuts, _MadeUp(basis), silent)
    generations = Generations(home / "index")
    generations.write(1, lambda folder: write_contents(contents, folder, fingerprint))
    catalogue = Catalogue(home / "library.db")
    catalogue.stage(1, [(article, b"") for article in articles], ())
    generations.publish(1)
    catalogue.confirm(1, keep_from=0)
    catalogue.close()


def _cut_articles(
    passages: int, basis: Basis
) -> tuple[list[Article], dict[str, tuple[Passage, ...]]]:
    articles: list[Article] = []
    cuts: dict[str, tuple[Passage, ...]] = {}
    supply = _articles(basis)
    missing = passages
    while missing:
        article = next(supply)
        cuts[article.id] = cut(article)[:missing]
        articles.append(article)
        missing -= len(cuts[article.id])
    return articles, cuts


def _articles(basis: Basis) -> Iterator[Article]:
    """Without end."""
    random = np.random.default_rng(0)
    of_language: dict[str, list[str]] = {}
    for sentence, language in zip(basis.sentences, basis.languages, strict=True):
        of_language.setdefault(language, []).append(sentence)
    for number, language in enumerate(cycle(LANGUAGES), start=1):
        paragraphs = [_paragraph(of_language[language], random) for _ in range(PARAGRAPHS)]
        yield Article(
            title=f"Synthetic {number:06d}",
            text="\n\n".join(paragraphs),
            language=language,
            source=f"synthetic-{number:06d}.md",
            locator=f"synthetic:{number}",
        )


def _paragraph(sentences: Sequence[str], random: np.random.Generator) -> str:
    """Different sentences, one a line: by the line their vectors are found again."""
    chosen: list[str] = []
    words = 0
    for row in random.permutation(len(sentences)):
        if words >= WORDS:
            break
        chosen.append(sentences[row])
        words += len(sentences[row].split())
    return "\n".join(chosen)


def _stays_whole(sentence: str, language: str) -> bool:
    return (
        sentence[0].isupper()
        and sentence.endswith(".")
        and "\n" not in sentence
        and len(split_sentences(sentence, language)) == 1
    )


class _MadeUp(VectorCache):
    """Stands where the cache of real vectors would: has one for every text."""

    def __init__(self, basis: Basis) -> None:  # no file is opened
        self._vectors = basis.vectors
        self._row = {sentence: row for row, sentence in enumerate(basis.sentences)}

    def passages(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> Vectors:
        random = np.random.default_rng(1)
        dimension = self._vectors.shape[1]
        made = np.empty((len(texts), dimension), np.float32)
        for start in range(0, len(texts), CHUNK):
            some = texts[start : start + CHUNK]
            moved = random.standard_normal((len(some), dimension), np.float32)
            moved *= AWAY / dimension**0.5
            moved += np.stack([self._mean(text) for text in some])
            made[start : start + CHUNK] = moved / np.linalg.norm(moved, axis=1, keepdims=True)
        return made

    def _mean(self, text: str) -> Vectors:
        """Of the sentences in a text; its title, which is made up too, counts for nothing."""
        lines = (
            line if line in self._row else line.partition(" — ")[2] for line in text.split("\n")
        )
        rows = [self._row[line] for line in lines if line in self._row]
        mean = self._vectors[rows or [0]].mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean), np.float32)
