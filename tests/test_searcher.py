"""The contract of every searcher, and what each of them alone promises."""

from collections.abc import Iterator

import numpy as np
import pytest

import index.hybrid
from corpus.article import Article
from corpus.filters import Filters
from index.analysis import terms
from index.building import passage_text
from index.fusion import FusedSearcher
from index.hybrid import CANDIDATES, SIGNALS, WEIGHTS
from index.library import Library
from index.passage import Hit
from index.scope import Scope, scope_of
from index.searcher import Searcher
from index.snapshot import Snapshot
from tests.fake_embedder import FakeEmbedder
from tests.invented import ALL, BAKERY, FERRY, LIBRARY_VAN, MUSEUM
from tests.test_lexical import bm25

HALF = 2**-11  # what half precision, in which vectors are kept, may change of a cosine
EVERY = ("dense", "lexical", "fused", "hybrid")
QUERIES = [
    ("cahier vert, boulangerie, réclamation, boulangerie", "fr", BAKERY),
    ("Who reads the letters about noise on the ferry?", "en", FERRY),
    ("gardien musée grille jeton", "fr", MUSEUM),
    ("loan cards of the van driver", "en", LIBRARY_VAN),
]


def more_articles() -> list[Article]:
    """Enough passages that a list of hits is never the whole library."""
    texts = {
        "fr": "Le guichet {n} ouvre à {m} heures et la file y compte {n} personnes. "
        "On y vend des timbres et des billets.",
        "en": "Window {n} opens at {m} and the queue there has {n} people. "
        "It sells stamps and tickets.",
    }
    return [
        Article(
            title=f"Note {language} {n}",
            text=text.format(n=n + 30, m=n * 7),
            language=language,
            source=f"{language}{n}",
            locator=f"/{language}{n}",
        )
        for language, text in texts.items()
        for n in range(20)
    ]


def inside(snapshot: Snapshot, *languages: str) -> Scope:
    return scope_of(Filters(languages=frozenset(languages)), snapshot)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    library = Library(tmp_path_factory.mktemp("home"), FakeEmbedder(), starter=False)
    library.add_articles([*ALL, *more_articles()])
    yield library.snapshot()
    library.close()


@pytest.fixture(params=EVERY)
def searcher(request: pytest.FixtureRequest, snapshot: Snapshot) -> Searcher:
    found: Searcher = getattr(snapshot, request.param)
    return found


@pytest.fixture(params=EVERY)
def searcher_of_nothing(request: pytest.FixtureRequest, library: Library) -> Searcher:
    found: Searcher = getattr(library.snapshot(), request.param)
    return found


each_query = pytest.mark.parametrize(("query", "language", "answer"), QUERIES)


def ids(hits: list[Hit]) -> list[str]:
    return [hit.passage.id for hit in hits]


@each_query
def test_the_article_with_the_words_comes_first(
    searcher: Searcher, query: str, language: str, answer: Article
) -> None:
    assert searcher.search(query, 5, language)[0].passage.article_id == answer.id


@each_query
def test_hits_are_passages_of_the_library_best_first_and_once(
    searcher: Searcher, snapshot: Snapshot, query: str, language: str, answer: Article
) -> None:
    hits = searcher.search(query, 12, language)
    assert all(hit.passage in snapshot.contents.passages for hit in hits)
    assert len(set(ids(hits))) == len(hits) <= 12
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(hit.found_by for hit in hits)


@each_query
def test_fewer_hits_are_the_first_of_more(
    searcher: Searcher, query: str, language: str, answer: Article
) -> None:
    twelve = searcher.search(query, 12, language)
    for k in (1, 3, 11):
        assert ids(searcher.search(query, k, language)) == ids(twelve)[:k]


@each_query
def test_the_same_query_has_the_same_hits(
    searcher: Searcher, query: str, language: str, answer: Article
) -> None:
    assert searcher.search(query, 10, language) == searcher.search(query, 10, language)


@pytest.mark.parametrize("within", [{"fr"}, {"en"}, {"fr", "en"}, {"en", "de"}])
@each_query
def test_within_restricts_to_some_rows(
    searcher: Searcher,
    query: str,
    language: str,
    answer: Article,
    within: set[str],
    snapshot: Snapshot,
) -> None:
    hits = searcher.search(query, 30, language, inside(snapshot, *within))
    assert {hit.passage.language for hit in hits} <= within
    assert (answer.language in within) == (answer.id in {hit.passage.article_id for hit in hits})


@pytest.mark.parametrize("k", [1, 10, 1_000])
def test_an_empty_library_has_no_hits(searcher_of_nothing: Searcher, k: int) -> None:
    assert searcher_of_nothing.search("la boulangerie", k, "fr") == []


def test_nothing_is_found_where_nothing_is_allowed(searcher: Searcher, snapshot: Snapshot) -> None:
    assert searcher.search("la boulangerie", 10, "fr", inside(snapshot, "de")) == []


def test_no_hits_are_asked_for(searcher: Searcher) -> None:
    assert searcher.search("la boulangerie", 0, "fr") == []


@pytest.mark.parametrize("query", ["", "   ", "?!", "de la et", "\x00", "😀", "a" * 5_000])
def test_an_odd_query_is_no_error(searcher: Searcher, query: str) -> None:
    hits = searcher.search(query, 3, "fr")
    assert len(set(ids(hits))) == len(hits) <= 3


def test_more_hits_than_passages(snapshot: Snapshot) -> None:
    every = {passage.id for passage in snapshot.contents.passages}
    for searcher in (snapshot.dense, snapshot.fused, snapshot.hybrid):
        assert set(ids(searcher.search("le quai", 1_000, "fr"))) == every


@each_query
def test_dense_scores_are_cosines(
    snapshot: Snapshot, embedder: FakeEmbedder, query: str, language: str, answer: Article
) -> None:
    by_id = {article.id: article for article in snapshot.articles()}
    passages = snapshot.contents.passages
    texts = [passage_text(by_id[p.article_id], p) for p in passages]
    cosines = np.stack([embedder.query(text) for text in texts]) @ embedder.query(query)
    hits = snapshot.dense.search(query, 5, language)
    assert [hit.score for hit in hits] == pytest.approx(
        sorted(cosines.tolist())[::-1][:5], abs=HALF
    )
    for hit in hits:
        row = snapshot.contents.row_of[hit.passage.id]
        assert hit.found_by == {"dense": pytest.approx(float(cosines[row]), abs=HALF)}


def test_lexical_scores_are_bm25_where_the_thesaurus_is_silent(snapshot: Snapshot) -> None:
    query = "cahier boulangerie"
    assert snapshot.thesaurus.concepts_in(query, "fr") == []
    by_id = {article.id: article for article in snapshot.articles()}
    passages = [p for p in snapshot.contents.passages if p.language == "fr"]
    documents = [terms(passage_text(by_id[p.article_id], p), "fr") for p in passages]
    scores = bm25(documents, terms(query, "fr"))
    expected = {p.id: score for p, score in zip(passages, scores, strict=True) if score}
    hits = snapshot.lexical.search(query, 100, "fr", inside(snapshot, "fr"))
    assert {hit.passage.id: hit.score for hit in hits} == pytest.approx(expected, abs=1e-5)
    assert all(hit.found_by == {"lexical": hit.score} for hit in hits)


def test_lexical_finds_nothing_without_a_common_word(snapshot: Snapshot) -> None:
    assert snapshot.lexical.search("xylophone zinzolin", 10, "fr") == []


def test_lexical_crosses_languages_through_the_thesaurus(snapshot: Snapshot) -> None:
    # No French word of the question is in the English text; "conseil d'administration" is
    # "board of directors" in the thesaurus.
    hits = snapshot.lexical.search("conseil d'administration", 5, "fr", inside(snapshot, "en"))
    assert FERRY.id in {hit.passage.article_id for hit in hits}
    assert (
        snapshot.lexical.search("conseil d'administration", 5, "de", inside(snapshot, "en")) == []
    )


@each_query
def test_fusion_keeps_what_each_list_said(
    snapshot: Snapshot, query: str, language: str, answer: Article
) -> None:
    dense = {h.passage.id: h.score for h in snapshot.dense.search(query, 100, language)}
    lexical = {h.passage.id: h.score for h in snapshot.lexical.search(query, 100, language)}
    fused = snapshot.fused.search(query, 100, language)
    assert set(ids(fused)) == dense.keys() | lexical.keys()
    for hit in fused:
        assert hit.found_by.get("dense") == dense.get(hit.passage.id)
        assert hit.found_by.get("lexical") == lexical.get(hit.passage.id)


@each_query
def test_hybrid_weighs_what_each_signal_says(
    snapshot: Snapshot, embedder: FakeEmbedder, query: str, language: str, answer: Article
) -> None:
    asked, tokens = embedder.query(query), embedder.query_tokens(query)
    fused = {h.passage.id: h for h in snapshot.fused.search(query, 100, language)}
    cosines = {h.passage.id: h.score for h in snapshot.dense.search(query, 100, language)}
    most = max(hit.found_by.get("lexical", 0.0) for hit in fused.values())
    hits = snapshot.hybrid.search(query, CANDIDATES, language)
    assert len(hits) >= 40
    for hit in hits:
        found, own = hit.found_by, hit.passage.language == language
        match = snapshot.contents.late_interaction(tokens, hit.passage)
        sentences = snapshot.contents.sentences_of(hit.passage) @ asked
        words = fused[hit.passage.id].found_by.get("lexical", 0.0) / most
        assert found["late"] == match.passage
        assert found["late_sentence"] == max(match.sentences)
        assert found["dense"] == pytest.approx(cosines[hit.passage.id], abs=1e-6)
        assert found["sentence"] == pytest.approx(max(sentences.tolist()))
        assert found["lexical" if own else "lexical_across"] == pytest.approx(words)
        assert found["lexical_across" if own else "lexical"] == 0
        assert found["coverage_across" if own else "coverage"] == 0
        assert found["across"] == (0 if own else 1)
        assert found["known"] == 0  # no article comes with questions
        assert hit.score == pytest.approx(sum(WEIGHTS[name] * found[name] for name in SIGNALS))


def test_hybrid_leaves_the_rest_of_the_fusion_in_its_order(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.hybrid, "CANDIDATES", 5)
    fused = ids(snapshot.fused.search("guichet timbres", 30, "fr"))
    found = snapshot.hybrid.search("guichet timbres", 30, "fr")
    assert set(ids(found)[:5]) == set(fused[:5])
    assert ids(found)[5:] == fused[5:]
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)


class Listed:
    """A searcher with a fixed list of hits."""

    def __init__(self, hits: list[Hit]) -> None:
        self.hits = hits

    def search(self, query: str, k: int, language: str, within: Scope = None) -> list[Hit]:
        return self.hits[:k]


def test_fusion_puts_first_what_both_lists_put_first(snapshot: Snapshot) -> None:
    one, two, three = [p for p in snapshot.contents.passages if p.language == "fr"][:3]
    fused = FusedSearcher(
        Listed([Hit(two, 0.9), Hit(one, 0.8), Hit(three, 0.7)]),
        Listed([Hit(two, 9.0), Hit(three, 3.0)]),
    )
    assert fused.search("", 3, "fr")[0].passage == two


def test_words_of_another_language_do_not_outvote_meaning(snapshot: Snapshot) -> None:
    passages = snapshot.contents.passages
    french = [p for p in passages if p.language == "fr"][:2]
    english = [p for p in passages if p.language == "en"][:2]

    def order(language: str) -> list[str]:
        fused = FusedSearcher(
            Listed([Hit(french[0], 0.9), Hit(english[0], 0.85)]),
            Listed([Hit(french[1], 5.0), Hit(english[1], 4.0)]),
        )
        return ids(fused.search("", 4, language))

    # Asked in French, the French passage that only words found stands above the English one.
    asked_in_french = order("fr")
    assert asked_in_french.index(french[1].id) < asked_in_french.index(english[1].id)
    # Asked in English, a French passage found by meaning stands above one found by words.
    asked_in_english = order("en")
    assert asked_in_english.index(french[0].id) < asked_in_english.index(french[1].id)
