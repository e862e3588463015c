"""Recommendations that are kept, checked, commented on and deleted."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus.training.recommendation_store import RecommendationStore, StoredRecommendation
from corpus.wording import KnownError
from index.library import Library
from qa.chat import ChatAnswerer
from qa.training.debate.advocate.assessment import Criterion, Standing
from qa.training.debate.advocate.recommendation import LONGEST, Recommendation
from qa.training.debate.debates import Debates
from tests.position_articles import DISAGREEING, LIGHTHOUSE, MARKET
from tests.recommending import DISPUTE, attached
from tests.scripted_chat import ScriptedChat, reply

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
QUOTE = LIGHTHOUSE.text.split(". ")[0] + "."


@pytest.fixture
def store(library: Library, home: Path) -> RecommendationStore:
    library.add_articles(DISAGREEING)
    return RecommendationStore(home / "library.db")


@pytest.fixture
def debates(library: Library, store: RecommendationStore) -> Debates:
    return Debates(store, library, lambda: AT)


@pytest.fixture
def written(library: Library, store: RecommendationStore) -> Recommendation:
    piece = attached(LIGHTHOUSE, "reports directly", library.snapshot())
    return Recommendation(
        dispute=DISPUTE, option="chief-executive", text=f"So be it: “{QUOTE}”", attached=(piece,)
    )


def test_what_is_checked_is_kept_with_its_assessment(
    debates: Debates, written: Recommendation
) -> None:
    draft = debates.check("p1", written)
    assert draft.at == "2026-11-22T09:30:00+00:00"
    assert draft.is_checked
    assert debates.draft("p1", DISPUTE) == draft  # as it is read back, places and all
    assert debates.of("p1") == (draft,)
    assert draft.assessment
    assert draft.assessment.of(Criterion.BACKED).standing is Standing.MET


def test_each_person_has_a_draft_of_their_own(debates: Debates, written: Recommendation) -> None:
    debates.write("p1", written)
    assert debates.draft("p2", DISPUTE) is None
    debates.write("p2", replace(written, text="Otherwise."))
    debates.delete("p2", DISPUTE)
    assert debates.of("p2") == ()
    kept = debates.draft("p1", DISPUTE)
    assert kept and kept.recommendation == written


def test_an_assessment_stays_when_the_text_changes(
    debates: Debates, written: Recommendation
) -> None:
    debates.check("p1", written)
    changed = debates.write("p1", replace(written, text="Otherwise."))
    assert changed.assessment and not changed.is_checked
    assert debates.draft("p1", DISPUTE) == changed


def test_what_cannot_be_judged_yet_is_kept(debates: Debates, written: Recommendation) -> None:
    with pytest.raises(KnownError):
        debates.check("p1", replace(written, option=""))
    kept = debates.draft("p1", DISPUTE)
    assert kept and kept.recommendation.text == written.text and kept.assessment is None


def test_too_much_is_refused_and_the_last_state_stays(
    debates: Debates, written: Recommendation
) -> None:
    debates.write("p1", written)
    with pytest.raises(KnownError, match="20000 at most"):
        debates.write("p1", replace(written, text="a" * (LONGEST + 1)))
    with pytest.raises(KnownError, match="At most 30 passages"):
        debates.write("p1", replace(written, attached=written.attached * 31))
    with pytest.raises(KnownError, match="no contested question"):
        debates.write("p1", replace(written, dispute="weather"))
    with pytest.raises(KnownError, match="no position “nope”"):
        debates.write("p1", replace(written, option="nope"))
    kept = debates.draft("p1", DISPUTE)
    assert kept and kept.recommendation == written


def test_a_document_of_another_version_is_left_alone(
    debates: Debates, store: RecommendationStore
) -> None:
    store.keep("p1", StoredRecommendation(DISPUTE, "2027-01-01T00:00:00+00:00", {"version": 99}))
    assert debates.of("p1") == ()
    with pytest.raises(KnownError, match="another version of cxlit"):
        debates.draft("p1", DISPUTE)
    assert len(store.of("p1")) == 1


def test_stances_say_where_to_find_passages(debates: Debates) -> None:
    first, second = debates.stances(DISPUTE, "fr")
    assert first.option and first.option.id == "chief-executive" and len(first.statements) == 2
    assert second.option and second.option.id == "marketing"


def test_without_a_chat_model_nobody_comments(debates: Debates, written: Recommendation) -> None:
    assert not debates.comments
    assert debates.comment(written) is None


def commented(library: Library, store: RecommendationStore, model: ScriptedChat) -> Debates:
    return Debates(store, library, lambda: AT, ChatAnswerer(model, "scripted:model"))


def test_a_comment_is_checked_like_an_answer(
    library: Library, store: RecommendationStore, written: Recommendation
) -> None:
    against = MARKET.text.split(". ")[0] + "."
    model = ScriptedChat(
        reply=reply(
            ("The chief customer officer reports directly to the chief executive.", "P1", QUOTE),
            ("The chief customer officer never reports to the CEO.", "P1", QUOTE),
            (f"A critic answers: “{against}”", "P2", against),
            ("Six in ten agree.", "P9", "Six in ten agree."),
        )
    )
    comment = commented(library, store, model).comment(written)
    assert comment and comment.model == "chat:scripted:model"
    assert [sentence.citations for sentence in comment.sentences] == [(1,), (2,)]
    assert [citation.quote for citation in comment.citations] == [QUOTE, against]
    assert [article.id for article in comment.articles] == [LIGHTHOUSE.id, MARKET.id]
    told = str(model.told[0][1].content)
    assert written.text in told and against in told


def test_a_model_that_fails_costs_only_its_comment(
    library: Library, store: RecommendationStore, written: Recommendation
) -> None:
    silent = commented(library, store, ScriptedChat(reply=reply(not_answered=True)))
    comment = silent.comment(written)
    assert comment and not comment.sentences and comment.note
    failing = commented(library, store, ScriptedChat(failure=RuntimeError("secret")))
    comment = failing.comment(written)
    assert comment and comment.note and "secret" not in comment.note.en
    assert failing.check("p1", written).is_checked
