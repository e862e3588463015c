"""What a question names and an article lacks, by hand."""

import pytest

from corpus.article import Article
from qa.named import Named

PORT = Article(
    title="Le port",
    text="Le port les attend avec ses douze grues, en Allemagne comme ici.",
    authors=("Ann Lee",),
    publisher="Harbour News",
    language="fr",
)


@pytest.mark.parametrize(
    ("question", "absent"),
    [
        ("Que font les grues ?", 0.0),  # names nothing
        ("Que dit Zola des grues ?", 1.0),
        ("Que dit Ann Lee, de Harbour News, du Port ?", 0.0),
        ("What do cranes do in Germany?", 0.0),  # whatever the language
        ("Que dit Zola des grues en Allemagne ?", 1 / 2),
        ("Combien de grues sur 12 attendent ?", 0.0),
        ("Combien de grues sur 13 attendent en France ?", 1.0),
        ("Les grues de Zola, de Forrester, d'Ann Lee ?", 2 / 4),
    ],
)
def test_share_that_the_article_lacks(question: str, absent: float) -> None:
    assert Named.by(question).absent_from(PORT) == pytest.approx(absent)
