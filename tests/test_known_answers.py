"""Questions that passages are known to answer: they find the passage, and the place in it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.answered import AnsweredQuestion
from corpus.article import Article
from corpus.filters import Filters
from index.hybrid import ALIKE
from index.library import Library
from index.passage import Span
from index.scope import scope_of
from index.snapshot import Snapshot
from qa.evidence import Evidence
from qa.known_answers import known_answers
from tests.fake_embedder import FakeEmbedder
from tests.invented import BAKERY, FERRY

ASKED = "Combien de pigeons voyageurs la poste emploie-t-elle ?"
OTHER = "Pourquoi les girafes dorment-elles debout ?"


def answering(article: Article, words: str, *questions: str) -> Article:
    """The article, known to answer the questions where `words` stand."""
    start = article.text.index(words)
    answered = tuple(AnsweredQuestion(q, "fr", start, start + len(words)) for q in questions)
    return replace(article, questions=(*article.questions, *answered))


def first_words(article: Article, sentence: int) -> str:
    return [line for line in article.text.split("\n") if line][sentence]


PLACE = first_words(FERRY, -1)
KNOWING = answering(FERRY, PLACE, ASKED, OTHER)


@pytest.fixture
def snapshot(tmp_path: Path) -> Iterator[Snapshot]:
    library = Library(tmp_path, FakeEmbedder(), starter=False)
    library.add_articles([BAKERY, KNOWING])
    yield library.snapshot()
    library.close()


def test_a_question_finds_the_passage_that_answers_one_like_it(snapshot: Snapshot) -> None:
    # Not a word of the question is in the text: nothing else could find it.
    (hit, *_) = snapshot.by_question.search(ASKED, 5, "fr")
    assert hit.passage.article_id == FERRY.id
    assert hit.passage.start <= FERRY.text.index(PLACE) < hit.passage.end
    assert hit.score == pytest.approx(1.0, abs=1e-5)
    known = {h.passage.id: h.found_by["known"] for h in snapshot.hybrid.search(ASKED, 20, "fr")}
    assert known.pop(hit.passage.id) == pytest.approx(1 - ALIKE, abs=1e-5)
    assert set(known.values()) <= {0.0}  # of what is known to answer nothing of the kind


def test_a_passage_is_found_once_by_its_best_question(snapshot: Snapshot) -> None:
    hits = snapshot.by_question.search(OTHER, 5, "fr")
    assert len({hit.passage.id for hit in hits}) == len(hits) == 1


def test_filters_hold_for_questions_too(snapshot: Snapshot) -> None:
    french = scope_of(Filters(languages=frozenset({"de"})), snapshot)
    assert snapshot.by_question.search(ASKED, 5, "fr", french) == []


def test_articles_without_questions_are_never_found_by_one(tmp_path: Path) -> None:
    library = Library(tmp_path, FakeEmbedder(), starter=False)
    library.add_articles([BAKERY, FERRY])
    assert library.snapshot().by_question.search(ASKED, 5, "fr") == []
    library.close()


def test_the_place_that_answers_is_known(snapshot: Snapshot) -> None:
    evidence = tuple(
        Evidence(hit, snapshot.article(hit.passage.article_id))
        for hit in snapshot.dense.search(ASKED, 20, "fr")
    )
    known = known_answers(snapshot.embedder.query(ASKED), evidence, snapshot)
    start = FERRY.text.index(PLACE)
    (((place, alike),),) = known.values()
    assert place == Span(start, start + len(PLACE))
    assert alike == pytest.approx(1 - ALIKE, abs=1e-5)


def test_nothing_is_known_where_no_question_is_alike(snapshot: Snapshot) -> None:
    evidence = tuple(
        Evidence(hit, snapshot.article(hit.passage.article_id))
        for hit in snapshot.dense.search("ferry", 20, "en")
    )
    unlike = snapshot.embedder.query("xylophone zinzolin quartz")
    assert known_answers(unlike, evidence, snapshot) == {}
    assert known_answers(unlike, (), snapshot) == {}
