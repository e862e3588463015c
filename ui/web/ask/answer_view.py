"""An answer as HTML: its sentences, why it abstained, its sources, how it was made."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.article import Article
from corpus.wording import InterfaceLanguage, Wording
from index.passage import Hit, Passage
from qa.answer import Answer, Citation, Sentence
from ui.confidence import confidence_in_words
from ui.positions import unmarked
from ui.web import texts
from ui.web.ask import answer_words
from ui.web.ask.cards import Card, cards, found_cards
from ui.web.ask.conversation import Conversation
from ui.web.ask.positions_view import positions_context
from ui.web.markup import render


class Words(NamedTuple):
    """Words of a sentence that are in one language, and the citation that follows them."""

    text: str
    language: str
    cited: int | None = None


class Weighed(NamedTuple):
    """A passage that was considered, and the citations that are from it."""

    passage: Passage
    title: str
    quoted: tuple[int, ...]

    @property
    def places(self) -> str:
        return f"{self.passage.start}-{self.passage.end}"


def pending_html(
    question: str,
    language: InterfaceLanguage,
    found: Sequence[Hit] | None = None,
    articles: Sequence[Article] = (),
) -> str:
    """What stands in the answer's place while it is made, with what was found as soon as it is."""
    return render(
        "pending.html",
        language,
        w=answer_words,
        question=question,
        found=found,
        cards=found_cards(found or (), articles),
    )


def found_html(
    question: str, language: InterfaceLanguage, found: Sequence[Hit], articles: Sequence[Article]
) -> str:
    """The passages found, in the place of the sources: one reads them meanwhile."""
    return render(
        "sources.html",
        language,
        w=answer_words,
        heading=answer_words.PASSAGES_FOUND,
        cards=found_cards(found, articles),
        trail="",
        question=question,
        outside=False,
        answer_language="",
    )


def answer_html(
    conversation: Conversation,
    language: InterfaceLanguage,
    *,
    may_add: bool = False,
    past: bool = False,
    ids: str = "",
) -> str:
    """The last answer of the conversation; nothing before the first question.

    `may_add`: whoever reads it may add a source where there is no answer. `past`: it is of
    another day, and leads on to nothing. `ids` begin the ids of its places on the page.
    """
    if not conversation:
        return ""
    last = _context(conversation, len(conversation) - 1, ids)
    return render("answer.html", language, past=past, may_add=may_add, **last)


def announced_html(conversation: Conversation, language: InterfaceLanguage) -> str:
    """That the last answer is there, in one sentence for those who do not see it."""
    if not conversation:
        return ""
    answer = conversation[-1].answer
    said = answer_words.ABSTAINED_THERE
    if not answer.abstained:
        said = texts.filled(
            answer_words.THERE,
            quotes=_tally(answer, cards(answer)),
            sure=confidence_in_words(answer.confidence),
            figure=_figure(answer),
        )
    return render("announced.html", language, said=said)


def sources_html(conversation: Conversation, language: InterfaceLanguage, *, ids: str = "") -> str:
    """The sources of the last answer, or the nearest passages where there is none."""
    if not conversation:
        return ""
    last = _context(conversation, len(conversation) - 1, ids)
    return render("sources.html", language, **last)


def earlier_html(conversation: Conversation, language: InterfaceLanguage) -> str:
    """These exchanges folded up, latest first."""
    if not conversation:
        return ""
    past = [_context(conversation, number) for number in reversed(range(len(conversation)))]
    return render("earlier.html", language, exchanges=past, w=answer_words)


def _context(conversation: Conversation, at: int, ids: str = "") -> dict[str, object]:
    answer, filters, _ = conversation[at]
    number = f"{ids}{at}"
    sources = cards(answer)
    articles = {article.id: article for article in answer.articles}
    cited = {c.number: articles[c.article_id] for c in answer.citations}
    return {
        "w": answer_words,
        "number": number,
        "answer": answer,
        "filters": filters,
        "sentences": [
            (words(sentence, answer), unmarked(sentence.text, sentence.citations))
            for sentence in answer.sentences
        ],
        "map": positions_context(answer, number),
        "quotes": [(citation, articles[citation.article_id]) for citation in answer.citations],
        "titles": {n: article.title for n, article in cited.items()},
        "trail": trail_of(answer),
        "question": answer.searched_as or answer.question,
        "cards": sources,
        "heading": _sources_heading(answer),
        "outside": bool(answer.excluded_by),
        "answer_language": answer.language,
        "tally": _tally(answer, sources),
        "confidence": texts.filled(
            answer_words.CONFIDENCE,
            word=confidence_in_words(answer.confidence),
            figure=_figure(answer),
        ),
        "confidence_means": texts.filled(
            answer_words.TOO_LOW if answer.abstained else answer_words.CONFIDENCE_MEANS,
            figure=_figure(answer),
        ),
        "weighed": _weighed(answer),
        "answerer": _answerer(answer.answerer),
    }


def trail_of(answer: Answer) -> str:
    """The citations in order, for the reader to go through: "article:start-end" each."""
    return " ".join(f"{c.article_id}:{c.start}-{c.end}" for c in answer.citations)


def _sources_heading(answer: Answer) -> Wording:
    if answer.excluded_by:
        return texts.OUTSIDE_FILTERS
    return texts.NEAREST if answer.abstained else texts.SOURCES


def _weighed(answer: Answer) -> list[Weighed]:
    """What was considered, with the citations that begin in it."""
    return [
        Weighed(
            each.passage,
            each.title,
            tuple(
                c.number
                for c in answer.citations
                if c.article_id == each.passage.article_id
                and each.passage.start <= c.start < each.passage.end
            ),
        )
        for each in answer.considered
    ]


def words(sentence: Sentence, answer: Answer) -> list[Words]:
    """The sentence cut where it goes over into a quote in another language and back.

    A screen reader pronounces each piece in its own language. A sentence that names its
    citations itself is cut after each of them.
    """
    if sentence.citations and not unmarked(sentence.text, sentence.citations):
        return _cut_at_numbers(sentence.text, answer.language)
    cited = [citation for citation in answer.citations if citation.number in sentence.citations]
    pieces = [Words(sentence.text, answer.language)]
    for citation in cited:
        if citation.language and citation.language != answer.language:
            pieces = [piece for whole in pieces for piece in _cut(whole, citation)]
    return pieces


def _cut_at_numbers(text: str, language: str) -> list[Words]:
    # Words and numbers by turns; the words after the last number have none.
    *numbered, last = re.split(r" ?\[(\d+)\]", text)
    pairs = zip(numbered[::2], numbered[1::2], strict=True)
    return [*(Words(before, language, int(n)) for before, n in pairs), Words(last, language)]


def _cut(whole: Words, citation: Citation) -> list[Words]:
    before, found, after = whole.text.partition(citation.quote)
    if not found:
        return [whole]
    pieces = (
        Words(before, whole.language),
        Words(found, citation.language),
        Words(after, whole.language),
    )
    return [piece for piece in pieces if piece.text]


def _tally(answer: Answer, sources: tuple[Card, ...]) -> Wording:
    quotes = texts.counted(len(answer.citations), texts.QUOTES_ONE, texts.QUOTES_MANY)
    articles = texts.counted(len(sources), texts.ARTICLES_ONE, texts.ARTICLES_MANY)
    return texts.filled(texts.QUOTES_FROM, quotes=quotes, articles=articles)


def _figure(answer: Answer) -> int:
    """The confidence of 100; never 0 or 100, as nothing is that sure."""
    return min(max(round(answer.confidence * 100), 1), 99)


def _answerer(name: str) -> Wording:
    """Chat models are named "chat:provider:model"; everything else only quotes."""
    kind, _, model = name.partition(":")
    return texts.filled(texts.CHAT_MODEL, name=model) if kind == "chat" else texts.EMBEDDED
