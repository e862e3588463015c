"""Articles and answers that are made of hostile texts, between them of all."""

from collections.abc import Sequence
from typing import Any

from corpus.article import Article, Kind
from corpus.wording import Wording
from index.passage import Hit, Passage
from qa.answer import Answer, Citation, Considered, Dropped, Position, Reason, Sentence
from qa.question import Question
from tests.hostile import EVERY_HOSTILE_TEXT

# Half a character cannot be stored; see `corpus.cleaning` and `ui.web.machines.arguments`.
TEXTS = [text.encode("utf-8", "replace").decode() for text in EVERY_HOSTILE_TEXT]
_IN_AN_ARTICLE = 24
CITED = 4  # articles in an answer
_SAID = 15  # other texts in an answer
_ADDRESSES = [text for text in TEXTS if ":" in text and "<" not in text]


def _article(number: int, texts: Sequence[str]) -> Article:
    one_line = [" ".join(text.split()) or "-" for text in texts]
    blocks = [
        f"## {line}\n\n{text}\n\n- {line}" for line, text in zip(one_line, texts, strict=True)
    ]
    return Article(
        title=" ".join(one_line)[:600], original_title=one_line[0], text="\n\n".join(blocks),
        authors=tuple(one_line), publisher=one_line[1], date=f"20{number:02}-03",
        language=texts[2][:40] if number % 2 else "en", url=_ADDRESSES[number % len(_ADDRESSES)],
        kind=list(Kind)[number % len(Kind)], collections=tuple(one_line), source=texts[3],
        locator=texts[4],
    )  # fmt: skip


ARTICLES = [
    _article(number, TEXTS[-_IN_AN_ARTICLE:] if len(texts) < _IN_AN_ARTICLE else texts)
    for number, texts in enumerate(
        TEXTS[at : at + _IN_AN_ARTICLE] for at in range(0, len(TEXTS), _IN_AN_ARTICLE)
    )
]


def typed(length: int) -> list[str]:
    """All of them, in lines of so many characters."""
    lines, line = [], ""
    for text in TEXTS:
        text = " ".join(text.split())
        if line and len(line) + len(text) >= length:
            lines.append(line)
            line = ""
        line = f"{line} {text}"[:length]
    return [*lines, line]


def passage_of(article: Article) -> Passage:
    return Passage(article.id, 0, len(article.text), article.language, article.title)


def answered(question: Question, turn: int) -> Answer:
    """Quotes from a few of them, from others at each turn, or a refusal that shows them."""
    articles = tuple(ARTICLES[(turn * CITED + n) % len(ARTICLES)] for n in range(CITED))
    texts = [TEXTS[(turn * _SAID + n) % len(TEXTS)] for n in range(_SAID)]
    told = tuple(Wording(text, text) for text in texts)
    answer: dict[str, Any] = {
        "question": question.text, "searched_as": f"{question.text} {texts[0]}", "language": "en",
        "articles": articles, "confidence": 0.8, "answerer": texts[1], "generation": 1,
        "fingerprint": texts[2], "note": told[3],
        "dropped": tuple(map(Dropped, texts, told)),
        "considered": tuple(Considered(passage_of(a), a.title, 0.5) for a in articles),
    }  # fmt: skip
    if "refuse" in question.text:
        nearest = tuple(Hit(passage_of(article), 0.4) for article in articles)
        reason = Reason.EXCLUDED_BY_FILTERS
        return Answer(**answer, reason=reason, nearest=nearest, excluded_by=told)
    citations = tuple(_cited(article, n) for n, article in enumerate(articles, start=1))
    sides = (
        Position(side, (n, n + 1), text, 2, (2001, 2009), ("en", text), (Kind.STUDY,))
        for n, side, text in zip((1, 2, 3), told, texts, strict=False)
    )
    return Answer(
        **answer,
        citations=citations,
        sentences=tuple(Sentence(f"{texts[c.number]} {c.quote}", (c.number,)) for c in citations),
        positions=tuple(sides),
    )


def _cited(article: Article, number: int) -> Citation:
    end = len(article.text) // 2
    passage = passage_of(article)
    return Citation(
        number, article.id, passage.id, 3, end, article.text[3:end], article.language
    )  # fmt: skip
