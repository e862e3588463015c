"""Feedback made into gold questions.

A gold question is asked of the whole library as it is today. So what a draft offers stands in
articles as they are today, and what has changed since the answer was given is left out and told.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence

from corpus.article import Article
from corpus.feedback import Complaint, Feedback
from corpus.wording import KnownError
from eval.draft import Candidate, Draft
from eval.gold import GoldItem, GoldSet, GoldSpan, Kind, check_fits, gold_bytes, span_hash
from index.holdings import Holdings
from index.passage import Passage, Span
from qa.answer import Answer, Reason
from qa.asking import Asks, what_is_asked
from qa.following import self_contained
from qa.freezing import Frozen
from qa.positions.recognition import HOW
from qa.question import Question

MOST_PASSAGES = 8  # whose sentences are offered; all that were found would be a page of boxes
REVIEWED = "reviewed"  # name of the gold set of all questions made of feedback

_KINDS = {
    Asks.FIGURE: Kind.FIGURE,
    Asks.DATE: Kind.DATE,
    Asks.PERSON: Kind.WHO,
    Asks.YES_NO: Kind.YES_NO,
    Asks.LIST: Kind.LIST,
    Asks.REASON: Kind.WHY,
    Asks.DEFINITION: Kind.DEFINITION,
}


def draft(feedback: Feedback, frozen: Frozen, article: Callable[[str], Article]) -> Draft:
    """`article` gives an article of today; it raises KnownError where there is none any more."""
    answer = frozen.answer
    today, lost = _today(answer, article)
    refuses = _should_refuse(feedback, answer)
    trusted = feedback.good or feedback.complaints == (Complaint.INCOMPLETE,)
    cited = [
        _candidate(today[c.article_id], Span(c.start, c.end), c.language, True, trusted)
        for c in answer.citations
        if c.article_id in today
    ]
    places = {
        c.number: f"{c.article_id}:{c.start}-{c.end}"
        for c in answer.citations
        if c.article_id in today
    }
    language = "fr" if answer.language == "fr" else "en"
    return Draft(
        question=_question(frozen, language),
        candidates=tuple(_once((*cited, *_others(answer, today)))),
        refuses=refuses,
        lost=lost,
        filtered=bool(frozen.question.filters),
        sides=tuple(
            (
                position.label.in_language(language),
                tuple(places[n] for n in position.citations if n in places),
            )
            for position in answer.positions
        ),
    )


def reviewed_set(items: Sequence[GoldItem]) -> GoldSet:
    """These questions as if they had been read from a file."""
    return GoldSet(REVIEWED, hashlib.sha256(gold_bytes(items)).hexdigest(), tuple(items))


def still_fitting(
    items: Sequence[GoldItem], library: Holdings
) -> tuple[tuple[GoldItem, ...], tuple[GoldItem, ...]]:
    """The questions whose passages are as they were, and the others."""
    fitting: list[GoldItem] = []
    others: list[GoldItem] = []
    for item in items:
        try:
            check_fits([item], library)
            fitting.append(item)
        except KnownError:
            others.append(item)
    return tuple(fitting), tuple(others)


def _question(frozen: Frozen, language: str) -> GoldItem:
    """Earlier questions belong to it only when it leans on them."""
    asked, answer = frozen.question, frozen.answer
    leans = self_contained(asked) != self_contained(Question(asked.text))
    previous = tuple(turn.question for turn in asked.history) if leans else ()
    words = "\n".join((*previous, asked.text))
    return GoldItem(
        id=f"feedback-{hashlib.sha256(words.encode()).hexdigest()[:12]}",
        question=asked.text,
        language="fr" if language == "fr" else "en",
        kind=_kind(asked.text, bool(previous), answer),
        spans=(),
        previous=previous,
        # Should it be refused, the library was misled once: the subject is there.
        near_miss=not answer.abstained,
    )


def _kind(question: str, follows: bool, answer: Answer) -> Kind:
    if follows:
        return Kind.FOLLOW_UP
    if answer.positions:
        return Kind.CONTESTED
    asks = what_is_asked(question)
    if asks not in _KINDS and HOW.search(question.casefold()):
        return Kind.HOW
    return _KINDS.get(asks, Kind.OTHER)


def _should_refuse(feedback: Feedback, answer: Answer) -> bool:
    if Complaint.SHOULD_HAVE_REFUSED in feedback.complaints:
        return True
    # What filters excluded is there when the same question is asked without them.
    if not answer.abstained or answer.reason is Reason.EXCLUDED_BY_FILTERS:
        return False
    # Who only finds the nearest passages beside the point does not say that there is an answer.
    silent = not feedback.good and not feedback.complaints
    return not silent and Complaint.SHOULD_HAVE_ANSWERED not in feedback.complaints


def _today(
    answer: Answer, article: Callable[[str], Article]
) -> tuple[dict[str, Article], tuple[str, ...]]:
    """The articles that are as they were, and the titles of those that are not.

    An id stands for the words alone; offsets count white space, too.
    """
    before = {each.id: each for each in answer.articles}
    titles = {each.passage.article_id: each.title for each in answer.considered}
    titles |= {each.id: each.title for each in answer.articles}
    today: dict[str, Article] = {}
    lost: list[str] = []
    for article_id, title in titles.items():
        try:
            found = article(article_id)
        except KnownError:
            lost.append(title)
            continue
        if article_id in before and before[article_id].text != found.text:
            lost.append(title)
        else:
            today[article_id] = found
    return today, tuple(lost)


def _others(answer: Answer, today: dict[str, Article]) -> Iterator[Candidate]:
    """The sentences of what was found, whether the answer quotes it or not."""
    found = [each.passage for each in answer.considered] or [h.passage for h in answer.nearest]
    for passage in found[:MOST_PASSAGES]:
        if passage.article_id in today:
            for span in _sentences(passage):
                yield _candidate(today[passage.article_id], span, passage.language, False, False)


def _sentences(passage: Passage) -> Sequence[Span]:
    return passage.sentences or (Span(passage.start, passage.end),)


def _once(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The first of those that share characters: a quote, and its sentence in a passage."""
    taken: list[GoldSpan] = []
    for candidate in candidates:
        span = candidate.span
        if candidate.quote.strip() and not any(_meet(span, other) for other in taken):
            taken.append(span)
            yield candidate


def _meet(one: GoldSpan, other: GoldSpan) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _candidate(article: Article, span: Span, language: str, cited: bool, ticked: bool) -> Candidate:
    gold = GoldSpan(
        article=article.id,
        start=span.start,
        end=span.end,
        sha256=span_hash(article.text, span.start, span.end),
        language=language,
    )
    return Candidate(gold, article.title, gold.words(article), cited, ticked)
