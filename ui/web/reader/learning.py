"""Passages to learn: what somebody selects in the reader, or opened it at, becomes a card."""

from corpus.article import Article
from corpus.wording import KnownError
from index.passage import Span
from qa.quoting import locate
from qa.training.review.reviews import Reviews
from ui.web.doors.visitor import visitor
from ui.web.reader.place import Place

_LONGEST = 5_000  # characters of a selection


def learn(reviews: Reviews, article: Article, place: Place, data: object) -> bool:
    """Mark it for the visitor; whether that is new.

    Raises KnownError where there is nothing to mark.
    """
    said = data if isinstance(data, dict) else {}
    if said.get("beside"):
        raise KnownError(
            en="What is selected is not in the article’s text. Select words of the text, or "
            "nothing for the highlighted passage.",
            fr="Ce qui est sélectionné n’est pas dans le texte de l’article. Sélectionnez des mots "
            "du texte, ou rien pour le passage surligné.",
        )
    span = _selected(article, str(said.get("selected", ""))[:_LONGEST], str(said.get("from", "")))
    if span is None and place.spans:
        span = place.spans[0]
    if span is None:
        raise KnownError(
            en="Select the words that you want to remember first.",
            fr="Sélectionnez d’abord les mots que vous voulez retenir.",
        )
    person = visitor().id
    before = {each.card for each in reviews.marked(person)}
    return reviews.mark(person, article, *span) not in before


def _selected(article: Article, words: str, block: str) -> Span | None:
    """The selection, as the browser has it, in the article's own text."""
    if not words.strip():
        return None
    start = int(block) if block.isdecimal() and len(block) < 10 else 0
    found = locate(words, article.text[start:])
    if found is None:
        raise KnownError(
            en="This selection goes through several paragraphs, or cuts a word. Select whole words "
            "of one paragraph.",
            fr="Cette sélection s’étend sur plusieurs paragraphes ou coupe un mot. Sélectionnez "
            "des mots entiers d’un seul paragraphe.",
        )
    return Span(start + found.start, start + found.end)
