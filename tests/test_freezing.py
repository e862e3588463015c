"""A frozen answer thaws into exactly what it was, through JSON text."""

import json
from dataclasses import replace

import pytest

from corpus.answered import AnsweredQuestion
from corpus.article import BasedOn, Kind
from corpus.filters import Filters
from corpus.topics import Topic
from corpus.wording import KnownError, Wording
from index.library import Library
from index.passage import Hit, Passage, Span
from qa.answer import Answer, Considered, Reason
from qa.chain import answer_chain
from qa.freezing import Documents, Frozen, frozen_documents, thawed
from qa.question import Question, Turn
from tests.fake_desk import ENGLISH, FRENCH, HOSTILE, contested
from tests.invented import ALL
from tests.test_chain import ASKED, OFF_TOPIC

AT = "2026-11-22T09:30:00+00:00"
FILTERS = Filters(
    languages=frozenset({"fr", "en"}),
    since="2016",
    until="2020-06",
    kinds=frozenset({Kind.STUDY, Kind.VENDOR}),
    topics=frozenset({Topic.CCO_ROLE}),
    publishers=frozenset({"Revue d’essai"}),
    authors=frozenset({"Exemple"}),
    collections=frozenset({"Conseil"}),
)
WHOLE = replace(
    FRENCH,
    note_date="2026-01-02",
    corrected=("title",),
    collections=("À lire", "Conseil"),
    removed=("Menu", "S’abonner !"),
    based_on=BasedOn.ABSTRACT,
    questions=(AnsweredQuestion("Qui ?", "fr", 4, 20),),
)
PASSAGE = Passage(ENGLISH.id, 23, 164, "en", "The reporting line", (Span(23, 105), Span(105, 163)))


def through_json(question: Question, answer: Answer) -> Frozen:
    documents = frozen_documents(question, answer)
    return thawed("a1", AT, Documents(*json.loads(json.dumps(documents))))


def shapes() -> dict[str, tuple[Question, Answer]]:
    plain = Question("Who should the CCO report to?")
    said = contested(plain)
    asked_again = Question("And why?", (Turn(plain.text, said.text), Turn("Où ?", "")), FILTERS)
    refused = Answer(
        question="Œuvre ? 😀", searched_as="Œuvre ?", language="fr", reason=Reason.TOO_WEAK,
        nearest=(Hit(PASSAGE, 0.1 + 0.2, {"dense": 1e-9, "lexical": 12.0}),),
        considered=(Considered(PASSAGE, ENGLISH.title, 1 / 3),), articles=(ENGLISH,),
        confidence=0.123456789012345678, answerer="extractive", generation=7,
        fingerprint="f" * 64, timings_ms={"total": 84.2, "retrieve": 41.0},
    )  # fmt: skip
    return {
        "contested, with what was dropped": (plain, said),
        "follow-up within filters": (asked_again, contested(asked_again)),
        "refused": (Question(refused.question), refused),
        "excluded": (
            Question("Qui ?", filters=FILTERS),
            replace(
                refused,
                reason=Reason.EXCLUDED_BY_FILTERS,
                excluded_by=FILTERS.described(),
            ),
        ),
        "chat model": (
            plain,
            replace(said, answerer="chat:ollama:x", note=Wording("It failed.", "Il a échoué.")),
        ),
        "an article with everything": (plain, replace(said, articles=(WHOLE, ENGLISH, HOSTILE))),
    }


@pytest.mark.parametrize("shape", shapes())
def test_nothing_is_lost(shape: str) -> None:
    question, answer = shapes()[shape]
    assert through_json(question, answer) == Frozen("a1", AT, question, answer)


@pytest.mark.parametrize("text", [ASKED, OFF_TOPIC])
def test_nothing_is_lost_of_what_the_chain_says(library: Library, text: str) -> None:
    library.add_articles(ALL)
    question = Question(text)
    answer = answer_chain(library).invoke(question)
    assert answer.considered
    assert through_json(question, answer) == Frozen("a1", AT, question, answer)


def test_articles_are_documents_of_their_own() -> None:
    question, answer = shapes()["contested, with what was dropped"]
    documents = frozen_documents(question, answer)
    assert documents.answer["articles"] == [FRENCH.id, ENGLISH.id]
    assert FRENCH.text not in json.dumps(documents.answer, ensure_ascii=False)
    assert [document["text"] for document in documents.articles.values()] == [
        FRENCH.text,
        ENGLISH.text,
    ]


def test_what_a_newer_version_wrote_is_refused_with_a_sentence() -> None:
    documents = frozen_documents(*shapes()["refused"])
    newer = documents._replace(answer={**documents.answer, "version": 2})
    with pytest.raises(KnownError, match=r"newer cxlit\. Update cxlit") as refusal:
        thawed("a1", AT, newer)
    assert "plus récent" in refusal.value.wording.fr


def test_what_cannot_be_read_is_refused_with_a_sentence() -> None:
    documents = frozen_documents(*shapes()["refused"])
    said = {**documents.answer["answer"], "confidence": "high"}
    damaged = [
        documents._replace(answer={**documents.answer, "answer": said}),
        documents._replace(answer={"version": 1}),
        documents._replace(answer={**documents.answer, "articles": 3}),
        documents._replace(articles={}),
        documents._replace(articles={ENGLISH.id: {"title": "No text"}}),
    ]
    for each in damaged:
        with pytest.raises(KnownError, match=r"cannot be read\. Ask") as refusal:
            thawed("a1", AT, each)
        assert "illisible" in refusal.value.wording.fr
