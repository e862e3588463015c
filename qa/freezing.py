"""A frozen answer: as it was given, with all the evidence behind it.

As a document it is JSON that says in which version it is written. The articles are documents of
their own, as many answers cite the same ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from corpus.article import Article
from corpus.wording import KnownError
from qa.answer import Answer
from qa.question import Question

VERSION = 1

_QUESTION = TypeAdapter(Question)
_ANSWER = TypeAdapter(Answer)
_ARTICLE = TypeAdapter(Article)

Document = Mapping[str, Any]  # JSON


@dataclass(frozen=True, slots=True)
class Frozen:
    """An answer, the question that it answers and when it was given (UTC, ISO 8601)."""

    id: str
    at: str
    question: Question
    answer: Answer


class Documents(NamedTuple):
    """A frozen answer, and its articles by id."""

    answer: Document
    articles: Mapping[str, Document]


def frozen_documents(question: Question, answer: Answer) -> Documents:
    """Everything that `thawed` needs to give the two back as they were."""
    document = {
        "version": VERSION,
        "question": _QUESTION.dump_python(question, mode="json"),
        "answer": _ANSWER.dump_python(answer, mode="json", exclude={"articles"}),
        "articles": [article.id for article in answer.articles],
    }
    articles = {a.id: _ARTICLE.dump_python(a, mode="json") for a in answer.articles}
    return Documents(document, articles)


def thawed(id_: str, at: str, documents: Documents) -> Frozen:
    """Raises KnownError for a document that this version cannot read."""
    document, articles = documents
    if document.get("version") != VERSION:
        raise KnownError(
            en="This answer was kept by a newer cxlit. Update cxlit to open it.",
            fr="Cette réponse a été gardée par un cxlit plus récent. Mettez cxlit à jour pour "
            "l’ouvrir.",
        )
    try:
        question = _QUESTION.validate_python(document["question"])
        answer = _ANSWER.validate_python(document["answer"])
        cited = tuple(_ARTICLE.validate_python(articles[each]) for each in document["articles"])
    except (KeyError, TypeError, ValidationError) as error:
        raise _unreadable() from error
    return Frozen(id_, at, question, replace(answer, articles=cited))


def _unreadable() -> KnownError:
    return KnownError(
        en="What was kept of this answer cannot be read. Ask the question again, and delete it "
        "from the history.",
        fr="Ce qui a été gardé de cette réponse est illisible. Posez de nouveau la question, et "
        "supprimez l’entrée de l’historique.",
    )
