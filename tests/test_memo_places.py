"""Places of quotes: the heading above, and which paragraph."""

from corpus.article import Article
from ui.memo.places import Place, place

TEXT = "First.\n\n## One\n\nSecond.\n\n- a\n- b\n\n### Two › three\n\nThird."
ARTICLE = Article(title="Title", text=TEXT)


def test_places() -> None:
    assert place(ARTICLE, 0) == Place("", 1, 4)
    assert place(ARTICLE, TEXT.index("Second")) == Place("One", 2, 4)
    assert place(ARTICLE, TEXT.index("- b")) == Place("One", 3, 4)
    assert place(ARTICLE, TEXT.index("ird.")) == Place("Two › three", 4, 4)


def test_a_quote_in_a_heading_belongs_to_the_paragraph_before() -> None:
    assert place(ARTICLE, TEXT.index("One")) == Place("One", 1, 4)
    assert place(Article(title="Title", text="## Only"), 0) == Place("Only", 1, 1)
