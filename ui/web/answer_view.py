"""An answer as HTML: its sentences, why it abstained, its sources, how it was made."""

import re
from typing import NamedTuple

from corpus.wording import InterfaceLanguage, Wording
from qa.answer import Answer, Citation, Position, Sentence
from ui.positions import facts, heading, source_count, unmarked
from ui.web import texts
from ui.web.cards import Card, cards
from ui.web.conversation import Conversation
from ui.web.markup import render

# Where the words for a confidence change: display only, the figure is in the details.
_HIGH, _MODERATE = 0.75, 0.5


class Words(NamedTuple):
    """Words of a sentence that are in one language, and the citation that follows them."""

    text: str
    language: str
    cited: int | None = None


class Side(NamedTuple):
    """One position as it is shown."""

    label: Wording
    citations: tuple[int, ...]
    sources: int
    about: tuple[Wording, ...]  # how many sources, when, in which languages, of which kinds


def pending_html(question: str, language: InterfaceLanguage) -> str:
    """What stands in the answer's place while it is being found."""
    return render("pending.html", language, question=question)


def answer_html(conversation: Conversation, language: InterfaceLanguage) -> str:
    """The last answer of the conversation; nothing before the first question."""
    if not conversation:
        return ""
    last = _context(conversation, len(conversation) - 1)
    return render("answer.html", language, past=None, **last)


def sources_html(conversation: Conversation, language: InterfaceLanguage) -> str:
    """The sources of the last answer, or the nearest passages where there is none."""
    if not conversation:
        return ""
    return render("sources.html", language, **_context(conversation, len(conversation) - 1))


def earlier_html(conversation: Conversation, language: InterfaceLanguage) -> str:
    """These exchanges folded up, latest first."""
    if not conversation:
        return ""
    past = [_context(conversation, number) for number in reversed(range(len(conversation)))]
    return render("earlier.html", language, exchanges=past)


def _context(conversation: Conversation, number: int) -> dict[str, object]:
    answer, filters = conversation[number]
    sources = cards(answer)
    titles = {article.id: article.title for article in answer.articles}
    return {
        "number": number,
        "answer": answer,
        "filters": filters,
        "sentences": [
            (words(sentence, answer), unmarked(sentence.text, sentence.citations))
            for sentence in answer.sentences
        ],
        "sides": [_side(position) for position in answer.positions],
        "sides_heading": heading([position.option for position in answer.positions]),
        "titles": {citation.number: titles[citation.article_id] for citation in answer.citations},
        "cards": sources,
        "tally": _tally(answer, sources),
        "confidence": _confidence(answer.confidence),
        "answerer": _answerer(answer.answerer),
    }


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


def _side(position: Position) -> Side:
    about = facts(position.years, position.languages, position.kinds)
    counted = (source_count(position.sources), *about) if position.sources else about
    return Side(position.label, position.citations, position.sources, counted)


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


def _confidence(value: float) -> Wording:
    if value >= _HIGH:
        return texts.CONFIDENT
    return texts.FAIRLY_CONFIDENT if value >= _MODERATE else texts.NOT_CONFIDENT


def _answerer(name: str) -> Wording:
    """Chat models are named "chat:provider:model"; everything else only quotes."""
    kind, _, model = name.partition(":")
    return texts.filled(texts.CHAT_MODEL, name=model) if kind == "chat" else texts.EMBEDDED
