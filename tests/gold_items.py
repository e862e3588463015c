"""Gold items over the invented articles, with what a test cares about."""

from typing import Any

from corpus.article import Article
from eval.gold import Expected, GoldItem, GoldPosition, GoldSpan, Kind, span_hash
from eval.measures.said import Said
from qa.answer import Citation, Sentence


def span(article: Article, words: str) -> GoldSpan:
    """Where `words` stand in the article."""
    start = article.text.index(words)
    end = start + len(words)
    return GoldSpan(
        article=article.id,
        start=start,
        end=end,
        sha256=span_hash(article.text, start, end),
        language=article.language,
    )


def gold(id_: str, *spans: GoldSpan, **known: Any) -> GoldItem:
    """An English question; `answer` and `positions` are given as in the file."""
    answer = Expected(**known.pop("answer", {}))
    positions = tuple(GoldPosition(**each) for each in known.pop("positions", ()))
    usual: dict[str, Any] = {"question": "Who?", "language": "en", "kind": Kind.OTHER}
    return GoldItem(**{**usual, **known}, id=id_, spans=spans, answer=answer, positions=positions)


def cited(number: int, article: Article, words: str) -> Citation:
    start = article.text.index(words)
    return Citation(
        number=number,
        article_id=article.id,
        passage_id=f"{article.id}:0-{len(article.text)}",
        start=start,
        end=start + len(words),
        quote=words,
        language=article.language,
    )


def said(*pairs: tuple[str, Citation]) -> Said:
    """Sentences, each with the one citation that backs it."""
    return Said(
        tuple(Sentence(text, (citation.number,)) for text, citation in pairs),
        tuple(citation for _, citation in pairs),
    )
