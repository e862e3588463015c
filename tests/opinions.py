"""Opinions of answers, frozen ones over the invented articles."""

from collections.abc import Callable
from typing import Any

from corpus.article import Article
from corpus.feedback import Complaint, Feedback
from index.holdings import no_such_article
from index.passage import Hit, Passage, Span
from qa.answer import Answer, Considered, Reason, Sentence
from qa.freezing import Frozen
from qa.question import Question
from tests.gold_items import cited
from tests.invented import BAKERY, FRENCH

ASKED = "Qui relit le cahier vert de la boulangerie ?"
QUOTE = cited(1, BAKERY, FRENCH[1])


def library_of(*articles: Article) -> Callable[[str], Article]:
    by_id = {article.id: article for article in articles}

    def article(article_id: str) -> Article:
        if article_id not in by_id:
            raise no_such_article(article_id)
        return by_id[article_id]

    return article


def passage(article: Article, *sentences: str) -> Passage:
    """From the first to the last of these sentences."""
    starts = [article.text.index(words) for words in sentences]
    spans = tuple(Span(at, at + len(w)) for at, w in zip(starts, sentences, strict=True))
    return Passage(article.id, spans[0].start, spans[-1].end, article.language, "", spans)


def frozen(asked: Question | str = ASKED, **known: Any) -> Frozen:
    question = Question(asked) if isinstance(asked, str) else asked
    usual: dict[str, Any] = {
        "question": question.text, "searched_as": question.text, "language": "fr",
        "sentences": (Sentence(FRENCH[1], (1,)),), "citations": (QUOTE,),
        "considered": (Considered(passage(BAKERY, *FRENCH[:3]), BAKERY.title, 0.9),),
        "articles": (BAKERY,), "confidence": 0.8, "answerer": "extractive", "generation": 1,
        "fingerprint": "f",
    }  # fmt: skip
    return Frozen("a1", "2026-11-22T09:30:00+00:00", question, Answer(**{**usual, **known}))


def abstained(reason: Reason = Reason.TOO_WEAK, asked: Question | str = ASKED) -> Frozen:
    near = Hit(passage(BAKERY, *FRENCH[:3]), 0.4)
    return frozen(asked, reason=reason, nearest=(near,), sentences=(), citations=(), considered=())


def opinion(*complaints: Complaint, good: bool = False) -> Feedback:
    return Feedback(id="f1", person="local", answer="a1", good=good, complaints=complaints)
