"""Ten thousand articles, made of paragraphs of the public question sets, and made-up vectors."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np

from corpus.article import Article
from corpus.starter import starter_sources
from eval.bench.workplace import DATASETS
from index.embedding import separately
from index.encoding import (
    NOWHERE,
    PassageEncoding,
    PassageText,
    QueryTokens,
    Vectors,
    unit_rows,
)
from index.intake import read_all
from index.report import silent
from index.token_vectors import pack

SETS = {
    "fr": ("piaf_fr", "afriqa_fr", "nomiracl_fr"),
    "en": ("cx_en_digitalgov_cc0", "nomiracl_en"),
}
TOKEN_DIMENSION = 128  # of the embedded model's token vectors
LANGUAGES = ("fr", "fr", "en")  # of the articles, in turn
WORDS = 110  # in a paragraph, at least: shorter texts are joined
PARAGRAPHS = 4  # in an article; most become a passage, long ones two


class HashedEmbedder:
    """Unit vectors that a hash of the text decides: they say nothing about its meaning."""

    fingerprint = "hashed"
    dimension = 384

    def __init__(self) -> None:
        self._table = np.random.default_rng(0).standard_normal((4096, self.dimension), np.float32)

    def query(self, text: str) -> Vectors:
        return self.passages([text]).reshape(-1)

    def query_tokens(self, text: str) -> QueryTokens:
        words = text.split() or [text]
        even = np.full(len(words), 1 / len(words), np.float32)
        return QueryTokens(self._tokens(words), even)

    def encode(
        self, texts: Sequence[PassageText], progress: Callable[[int], None] | None = None
    ) -> list[PassageEncoding]:
        """As many tokens as the embedded model makes of such a text, about."""
        whole = separately(self, texts, progress)
        return [self._with_tokens(one, text) for one, text in zip(whole, texts, strict=True)]

    def _with_tokens(self, encoding: PassageEncoding, read: PassageText) -> PassageEncoding:
        words = list(re.finditer(r"\S{1,5}", read.text))
        starts = [match.start() for match in words]
        firsts = [sentence.start for sentence in read.sentences]
        places = np.searchsorted(firsts, starts, side="right") - 1
        return replace(
            encoding,
            tokens=pack(self._tokens([match[0] for match in words])),
            places=np.where(places < 0, NOWHERE, places).astype(np.uint8),
        )

    def _tokens(self, words: Sequence[str]) -> Vectors:
        return unit_rows(self.passages(words)[:, :TOKEN_DIMENSION])

    def queries(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        return self.passages(texts, progress)

    def passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        digests = b"".join(hashlib.sha256(text.encode()).digest()[:6] for text in texts)
        rows = np.frombuffer(digests, "<u2").reshape(len(texts), 3) % len(self._table)
        made = self._table[rows].sum(axis=1)
        if progress:
            progress(len(texts))
        return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), np.float32)


def made_of() -> str:
    """Where the paragraphs come from, for the table."""
    names = [name for several in SETS.values() for name in several if _path(name).exists()]
    return f"the sets {', '.join(names)}" if names else "the starter library"


def articles(count: int, start: int = 0) -> list[Article]:
    """`count` articles, no two alike; `start` leaves out those that were made before."""
    return list(islice(_articles(), start, start + count))


def _articles() -> Iterator[Article]:
    """Without end: each joins paragraphs that are drawn anew, with numbers of its own."""
    random = np.random.default_rng(0)
    pool = {language: _paragraphs(language) for language in SETS}
    number = 0
    while True:
        language = LANGUAGES[number % len(LANGUAGES)]
        drawn = random.choice(len(pool[language]), PARAGRAPHS, replace=False)
        blocks = [
            f"## {number}.{at}\n\n{pool[language][row]} ({number}.{at})"
            for at, row in enumerate(drawn, start=1)
        ]
        yield Article(
            title=f"Article {number:05d}",
            text="\n\n".join(blocks),
            language=language,
            publisher=f"Publisher {number % 40}",
            date=str(1996 + number % 30),
            source=f"{number:05d}.md",
            locator=f"scale:{number}",
        )
        number += 1


def _paragraphs(language: str) -> list[str]:
    """Of at least WORDS words each; headings, which would make one of all of it, are left out."""
    found: list[str] = []
    short = ""
    for text in _texts(language):
        for paragraph in text.split("\n"):
            if paragraph.startswith("#"):
                continue
            short = f"{short} {paragraph.removeprefix('- ')}".strip()
            if len(short.split()) >= WORDS:
                found.append(short)
                short = ""
    if len(found) < PARAGRAPHS:
        raise ValueError(
            f"{PARAGRAPHS} paragraphs are needed in {language}, there are {len(found)}"
        )
    return found


def _texts(language: str) -> Iterator[str]:
    paths = [path for name in SETS[language] if (path := _path(name)).exists()]
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]
    if not paths:
        read, _ = read_all(starter_sources(), allow_private_addresses=False, progress=silent)
        yield from (article.text for _, article in read if article.language == language)


def _path(name: str) -> Path:
    return DATASETS / name / "corpus.jsonl"
