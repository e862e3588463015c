"""Sentences as candidates: each feature, worked out by hand."""

from dataclasses import replace
from math import log

import pytest

from corpus.answered import AnsweredQuestion
from corpus.article import Article
from index.coverage import Coverage
from index.hybrid import ALIKE
from index.library import Library
from index.passage import Hit
from index.snapshot import Snapshot
from qa.asking import Asks
from qa.candidates import Candidate, Feature, candidates
from qa.evidence import Evidence

LIGHTHOUSE = Article(
    title="Le phare",
    text="Le gardien compte 12 bateaux chaque matin.\n\nOù dorment les mouettes ?\n\nIl lit.",
    language="fr",
    locator="/phare",
)
KITE = Article(
    title="Kites",
    text="A kite is a toy that the wind holds. Children need one because the beach is long.",
    language="en",
    locator="/kite",
)


@pytest.fixture
def snapshot(library: Library) -> Snapshot:
    library.add_articles([LIGHTHOUSE, KITE])
    return library.snapshot()


def weighed(snapshot: Snapshot, question: str, asks: Asks, language: str = "fr") -> list[Candidate]:
    """Candidates of all passages; the lighthouse's is the best hit, 0.5 ahead."""
    score = {LIGHTHOUSE.id: 3.0, KITE.id: 2.5}
    evidence = tuple(
        Evidence(Hit(passage, score[passage.article_id]), snapshot.article(passage.article_id))
        for passage in snapshot.contents.passages
    )
    coverage = Coverage(question, language, snapshot.thesaurus, snapshot.contents)
    return candidates(question, language, asks, coverage, evidence, snapshot)


def feature(found: list[Candidate], name: Feature) -> list[float]:
    return [candidate.features[name] for candidate in found]


def test_every_sentence_of_the_evidence_in_its_order(snapshot: Snapshot) -> None:
    assert [candidate.text for candidate in weighed(snapshot, "Le phare ?", Asks.OTHER)] == [
        "Le gardien compte 12 bateaux chaque matin.",
        "Où dorment les mouettes ?",
        "Il lit.",
        "A kite is a toy that the wind holds.",
        "Children need one because the beach is long.",
    ]


def test_features_that_come_from_the_words(snapshot: Snapshot) -> None:
    found = weighed(snapshot, "Le phare ?", Asks.OTHER)
    assert feature(found, "passage") == [0, 0, 0, -0.5, -0.5]
    assert feature(found, "is_question") == [0, 1, 0, 0, 0]
    assert feature(found, "short") == [0, 1, 1, 0, 0]  # under six words: 7, 5, 2, 9, 8
    assert feature(found, "length") == pytest.approx([log(7), log(5), log(2), log(9), log(8)])


def test_cosines_are_those_of_question_and_sentence(snapshot: Snapshot) -> None:
    question = "Le gardien compte-t-il les bateaux ?"
    found = weighed(snapshot, question, Asks.OTHER)
    embed = snapshot.embedder.query
    cosines = [float(embed(question) @ embed(candidate.text)) for candidate in found]
    assert feature(found, "sentence") == pytest.approx(cosines, abs=2e-3)  # float16


def test_late_interaction_is_that_of_question_and_sentence(snapshot: Snapshot) -> None:
    question = "gardien bateaux"
    tokens = snapshot.embedder.query_tokens(question)
    found = weighed(snapshot, question, Asks.OTHER)
    matches = [snapshot.contents.late_interaction(tokens, p) for p in snapshot.contents.passages]
    assert feature(found, "late") == [float(late) for m in matches for late in m.sentences]
    # Both words are in the first sentence, and in none of the others.
    first, *others = feature(found, "late")
    assert first > 0.8 > 0.6 > max(others)
    # What a passage lacks, each of its sentences says.
    lighthouse, kite = (match.shortfall for match in matches)
    assert [each.shortfall for each in found] == [lighthouse] * 3 + [kite] * 2
    assert lighthouse == 0 < kite


@pytest.mark.parametrize(("language", "across"), [("fr", [0, 0, 0, 1, 1]), ("en", [1, 1, 1, 0, 0])])
def test_a_sentence_in_another_language_says_so(
    snapshot: Snapshot, language: str, across: list[float]
) -> None:
    found = weighed(snapshot, "phare ?", Asks.OTHER, language)
    assert feature(found, "across") == across


def test_a_question_that_a_paragraph_is_known_to_answer(library: Library) -> None:
    asked = "Combien de navires sont comptés ?"
    paragraph = AnsweredQuestion(asked, "fr", 0, LIGHTHOUSE.text.index("\n"))
    library.add_articles([replace(LIGHTHOUSE, questions=(paragraph,)), KITE])
    found = weighed(library.snapshot(), asked, Asks.OTHER)
    assert feature(found, "known") == pytest.approx([1 - ALIKE, 0, 0, 0, 0], abs=1e-5)


def test_coverage_counts_the_sentence_with_its_title_and_context_the_whole_passage(
    snapshot: Snapshot,
) -> None:
    # Each of the two words is in one of one French passages: both weigh the same.
    found = weighed(snapshot, "gardien mouettes", Asks.OTHER)
    assert feature(found, "coverage") == pytest.approx([0.5, 0.5, 0, 0, 0])
    assert [candidate.context for candidate in found] == pytest.approx([1, 1, 1, 0, 0])
    assert [candidate.coverage for candidate in found[:2]] == pytest.approx([0.5, 0.5])
    titled = weighed(snapshot, "phare", Asks.OTHER)
    assert feature(titled, "coverage") == pytest.approx([1, 1, 1, 0, 0])


@pytest.mark.parametrize(
    ("asks", "shows"),
    [
        (Asks.FIGURE, [1, 0, 0, 0, 0]),  # "12"
        (Asks.DATE, [0, 0, 0, 0, 0]),
        (Asks.REASON, [0, 0, 0, 0, 1]),  # "because"
        (Asks.DEFINITION, [0, 0, 0, 1, 0]),  # "is a"
        (Asks.YES_NO, [0, 0, 0, 0, 0]),
        (Asks.OTHER, [0, 0, 0, 0, 0]),
    ],
)
def test_what_shows_what_is_asked(snapshot: Snapshot, asks: Asks, shows: list[float]) -> None:
    assert feature(weighed(snapshot, "Le phare ?", asks), "shows") == shows


@pytest.mark.parametrize(
    ("asks", "text", "shows"),
    [
        (Asks.FIGURE, "La moitié des clients revient.", True),
        (Asks.FIGURE, "Two thirds come back.", True),
        (Asks.FIGURE, "Personne ne revient.", False),
        (Asks.DATE, "Le poste date de 2017.", True),
        (Asks.DATE, "Il y a 20170 clients.", False),
        (Asks.REASON, "Il part car il attend.", True),
        (Asks.REASON, "Il garde sa carte.", False),
        (Asks.DEFINITION, "Le mot désigne un bateau.", True),
        (Asks.PERSON, "Il dépend de Paul.", True),
        (Asks.PERSON, "Il dépend du DG.", True),
        (Asks.PERSON, "Il ne dépend de personne.", False),
        (Asks.YES_NO, "Il doit y siéger.", True),
        (Asks.YES_NO, "Elle ne le voit presque jamais.", True),
        (Asks.YES_NO, "Elle le voit souvent.", False),
    ],
)
def test_signs_of_each_kind(library: Library, asks: Asks, text: str, shows: bool) -> None:
    library.add_articles([Article(title="Essai", text=text, language="fr", locator="/e")])
    snapshot = library.snapshot()
    (passage,) = snapshot.contents.passages
    evidence = (Evidence(Hit(passage, 1.0), snapshot.article(passage.article_id)),)
    coverage = Coverage("essai", "fr", snapshot.thesaurus, snapshot.contents)
    (only,) = candidates("essai", "fr", asks, coverage, evidence, snapshot)
    assert feature([only], "shows") == [float(shows)]


def test_a_list_wants_the_thing_that_is_named_first(snapshot: Snapshot) -> None:
    found = weighed(snapshot, "Quels bateaux le gardien compte-t-il ?", Asks.LIST)
    assert feature(found, "shows") == [1, 0, 0, 0, 0]


def test_no_evidence_no_candidates(snapshot: Snapshot) -> None:
    coverage = Coverage("phare", "fr", snapshot.thesaurus, snapshot.contents)
    assert candidates("phare", "fr", Asks.OTHER, coverage, (), snapshot) == []
