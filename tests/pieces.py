"""Evidence made from a few written lines."""

from corpus.article import Article
from index.passage import Hit, Passage, Span
from qa.evidence import Evidence


def piece(
    text: str,
    *,
    before: str = "",
    sentences: tuple[str, ...] = (),
    language: str = "fr",
    title: str = "La place du client",
    authors: tuple[str, ...] = (),
    publisher: str = "",
    date: str = "",
) -> Evidence:
    """One passage, `text`, of an article in which `before` stands in front of it."""
    article = Article(
        title=title,
        text=before + text,
        language=language,
        authors=authors,
        publisher=publisher,
        date=date,
    )
    spans = tuple(
        Span(start, start + len(sentence))
        for sentence in sentences or (text,)
        for start in (article.text.index(sentence),)
    )
    passage = Passage(article.id, len(before), len(article.text), language, sentences=spans)
    return Evidence(Hit(passage, 1.0), article)
