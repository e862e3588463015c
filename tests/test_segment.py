"""Segments merged: what was in several is found in one, and what was gone is not."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import index.segment
from corpus.answered import AnsweredQuestion
from corpus.article import Article
from index.building import build
from index.contents import Contents, Part, contents_of
from index.cutting import cut
from index.merging import merged
from index.report import silent
from index.segment import Segment, read_segment, write_segment
from index.vector_cache import VectorCache
from tests.fake_embedder import FakeEmbedder
from tests.invented import ALL, BAKERY, FERRY, LIBRARY_VAN, MUSEUM

ASKED = replace(MUSEUM, questions=(AnsweredQuestion("Qui vote ?", "fr", 90, 120),))
GERMAN = Article(title="Hafen", text="Der Hafen zählt die Wellen.", language="de")


@pytest.fixture
def cache(tmp_path: Path, embedder: FakeEmbedder) -> VectorCache:
    return VectorCache(tmp_path / "vectors.db", embedder)


def segment(cache: VectorCache, articles: Sequence[Article]) -> Segment:
    return build([(article, cut(article)) for article in articles], cache, silent)


def seen(contents: Contents, embedder: FakeEmbedder) -> dict[str, object]:
    """All that a searcher sees, without the numbers of rows."""
    found: dict[str, object] = {}
    for query in ("cahier vert", "captain quay letters", "Hafen", "Qui vote ?"):
        for name in ("vectors", "questions"):
            rows, cosines = getattr(contents, name).search(embedder.query(query), 99)
            if name == "questions":
                rows = contents.question_rows[rows]
            ids = [contents.passages[row].id for row in rows]
            found[f"{name} {query}"] = dict(zip(ids, cosines.tolist(), strict=True))
        for language, lexical in contents.lexical.items():
            scores = lexical.scores(["cahi", "captain", "quay", "hafen", "vot"])
            ids = [contents.passages[row].id for row in contents.rows_by_language[language]]
            found[f"{language} {query}"] = dict(zip(ids, scores.tolist(), strict=True))
    tokens = embedder.query_tokens("cahier vert captain quay letters visiteurs votent Hafen")
    for passage in contents.passages:
        match = contents.late_interaction(tokens, passage)
        found[passage.id] = contents.sentences_of(passage).tolist()
        found[f"terms {passage.id}"] = contents.terms_of(passage)
        found[f"late {passage.id}"] = (match.passage, match.shortfall, match.sentences.tolist())
    return found


@pytest.mark.parametrize("read", [False, True], ids=["in memory", "from disk"])
def test_merged_segments_are_one_of_what_is_left(
    cache: VectorCache, embedder: FakeEmbedder, tmp_path: Path, read: bool
) -> None:
    empty = Article(title="Vide", text="- ")
    several = [
        (segment(cache, [BAKERY, FERRY, GERMAN]), frozenset({FERRY.id, GERMAN.id})),
        (segment(cache, [empty]), frozenset[str]()),
        (segment(cache, [ASKED, LIBRARY_VAN]), frozenset[str]()),
    ]
    one = merged(several)
    if read:
        write_segment(one, tmp_path)
        one = read_segment(tmp_path)
    whole = segment(cache, [BAKERY, ASKED, LIBRARY_VAN])
    expected = seen(contents_of([Part(whole, frozenset())]), embedder)
    assert seen(contents_of([Part(one, frozenset())]), embedder) == expected
    assert seen(contents_of([Part(each, gone) for each, gone in several]), embedder) == expected
    assert list(one.postings) == ["en", "fr"]


def test_the_same_articles_make_the_same_files(cache: VectorCache, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_segment(segment(cache, [ASKED, GERMAN]), tmp_path / name)
    one, two = (
        {path.name: path.read_bytes() for path in sorted((tmp_path / name).iterdir())}
        for name in ("one", "two")
    )
    assert one == two
    assert not any(name.endswith((".pkl", ".pickle")) for name in one)


def test_a_large_segment_is_searched_in_cells(
    cache: VectorCache, embedder: FakeEmbedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.segment, "EXACT_UP_TO", 500)
    articles = [
        Article(title=f"Article {n}", text=f"Le quai numéro {n} est bleu.", language="fr")
        for n in range(600)
    ]
    write_segment(segment(cache, articles), tmp_path)
    large = read_segment(tmp_path)
    assert large.cells is not None
    assert large.searched is large.cells
    small = segment(cache, ALL)
    assert small.searched is small.vectors
    gone = frozenset({articles[7].id})
    contents = contents_of([Part(large, gone), Part(small, frozenset())])
    assert len(contents.vectors) == 599 + len(ALL)
    for article in (articles[8], BAKERY):
        (passage,) = cut(article)
        text = f"{article.title}\n{article.text[passage.start : passage.end]}"
        rows, _ = contents.vectors.search(embedder.query(text), 3)
        assert article.id in {contents.passages[row].article_id for row in rows}
    assert np.array_equal(
        merged([(large, gone)]).vectors.matrix, np.delete(large.vectors.matrix, 7, 0)
    )
