"""Libraries of any size, made of the starter library's own sentences.

Embedding 100,000 passages takes hours; their vectors are therefore made up, but not at random:
a generated sentence has the real vector of the sentence that it copies, moved a little, and a
passage the mean of its sentences. So real questions meet cosines as they are in life, every
step of an answer has its usual work, and BM25 has real words, though fewer different ones than
a real library of that size: its posting lists are longer, its scores slower to add up.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from corpus.article import Article
from corpus.catalogue import Catalogue
from index.building import Cut, build, digest
from index.cutting import cut
from index.encoding import PassageEncoding, PassageText, Vectors, unit_rows
from index.generation import write_generation
from index.library import Library
from index.manifest import Indexed
from index.publishing import Generations
from index.report import silent
from index.sentences import split_sentences
from index.vector_cache import Told, VectorCache

PARAGRAPHS = 15  # in an article, each of which becomes a passage
WORDS = 110  # in a paragraph, about
AWAY = 0.3  # length of what is added to a unit vector: cosine 0.96 to where it was
LANGUAGES = ("fr", "fr", "en")  # of the articles, in turn
CHARACTERS = 4  # of a token, about
TOKEN_BYTES = 64  # of a packed token vector
NO_SIGNATURE = bytes(512)  # nothing is added to these libraries that could resemble them


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
    found: dict[str, tuple[str, Vectors]] = {}
    contents = snapshot.contents
    for passage in contents.passages:
        vectors = contents.sentences_of(passage)
        text = snapshot.article(passage.article_id).text
        for span, vector in zip(passage.sentences, vectors, strict=True):
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
    cuts = _cut_articles(passages, basis)
    segment = build(cuts, _MadeUp(basis), silent)
    known = {article.id: Indexed(digest(article), len(cut)) for article, cut in cuts}
    generations = Generations(home / "index")

    def write(folder: Path) -> None:
        write_generation(folder, fingerprint, [], folder, [(segment, known)])

    generations.write(1, write)
    catalogue = Catalogue(home / "library.db")
    catalogue.stage(1, [(article, NO_SIGNATURE) for article, _ in cuts], ())
    generations.publish(1)
    catalogue.confirm(1, keep_from=0)
    catalogue.close()


def _cut_articles(passages: int, basis: Basis) -> list[Cut]:
    cuts: list[Cut] = []
    supply = _articles(basis)
    missing = passages
    while missing:
        article = next(supply)
        cuts.append((article, cut(article)[:missing]))
        missing -= len(cuts[-1][1])
    return cuts


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
        self._made = basis.vectors
        self._random = np.random.default_rng(1)
        self._row = {sentence: row for row, sentence in enumerate(basis.sentences)}

    @property
    def dimension(self) -> int:
        return int(self._made.shape[1])

    def queries(self, texts: Sequence[str], progress: Told | None = None) -> Vectors:
        return self._moved(texts)

    def encodings(
        self, texts: Sequence[PassageText], progress: Told | None = None
    ) -> list[PassageEncoding]:
        return [self._encoding(text) for text in texts]

    def _encoding(self, read: PassageText) -> PassageEncoding:
        sentences = [read.text[start:end] for start, end in read.sentences]
        vectors = self._moved([read.text, *sentences])
        # As many tokens as the model would make, at random: MaxSim has its usual work.
        counts = [max(1, len(sentence) // CHARACTERS) for sentence in sentences]
        size = (sum(counts), TOKEN_BYTES)
        return PassageEncoding(
            vector=vectors[0],
            sentences=vectors[1:].astype(np.float16),
            tokens=self._random.integers(0, 256, size, np.uint8),
            places=np.repeat(np.arange(len(counts)), counts).astype(np.uint8),
        )

    def _moved(self, texts: Sequence[str]) -> Vectors:
        """Of each text the vector that it copies, moved a little."""
        moved = self._random.standard_normal((len(texts), self.dimension), np.float32)
        moved *= AWAY / self.dimension**0.5
        if texts:
            moved += np.stack([self._mean(text) for text in texts])
        return unit_rows(moved)

    def _mean(self, text: str) -> Vectors:
        """Of the sentences in a text; its title, which is made up too, counts for nothing."""
        lines = (
            line if line in self._row else line.partition(" — ")[2] for line in text.split("\n")
        )
        rows = [self._row[line] for line in lines if line in self._row]
        mean = self._made[rows or [0]].mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean), np.float32)
