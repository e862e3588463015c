"""Articles as a person reads them in a terminal: in a list, or one with all that is known."""

from collections.abc import Iterable

from corpus.article import Article, BasedOn, Record
from corpus.filters import KIND_NAMES
from corpus.topics import TOPIC_NAMES
from corpus.wording import Wording
from ui.speech import interface_language
from ui.terminal import echo, say

_BASED_ON = {
    BasedOn.FULL_TEXT: Wording(en="the full text", fr="le texte intégral"),
    BasedOn.EXCERPT: Wording(en="an excerpt", fr="un extrait"),
    BasedOn.ABSTRACT: Wording(en="an abstract", fr="un résumé"),
}
_FIELDS = {
    "title": Wording(en="title", fr="titre"),
    "original_title": Wording(en="original title", fr="titre original"),
    "authors": Wording(en="authors", fr="auteurs"),
    "publisher": Wording(en="publisher", fr="éditeur"),
    "date": Wording(en="date", fr="date"),
    "language": Wording(en="language", fr="langue"),
    "url": Wording(en="url", fr="url"),
    "kind": Wording(en="kind", fr="genre"),
    "topics": Wording(en="topics", fr="thèmes"),
}


def print_articles(records: Iterable[Record]) -> None:
    """Two lines an article: its id and title, and what is known of it."""
    spoken = interface_language()
    for record in records:
        kind = KIND_NAMES[record.kind].in_language(spoken) if record.kind else ""
        known = (", ".join(record.authors), record.publisher, record.date, record.language, kind)
        shelves = [f"[{name}]" for name in record.collections]
        about = " · ".join(part for part in (*known, *shelves, record.source) if part)
        echo(f"{record.id}  {record.title}\n{'':16}  {about}")


def print_article(article: Article) -> None:
    """What is known of an article, then its text."""
    print_known(article)
    echo(f"\n{article.text}")


def print_known(record: Record) -> None:
    """Everything but the text, a line each; what is not known is left out."""
    spoken = interface_language()
    corrected = [_FIELDS[name].in_language(spoken) for name in record.corrected if name in _FIELDS]
    known = (
        ("id", record.id),
        (_FIELDS["original_title"].in_language(spoken), record.original_title),
        (_FIELDS["authors"].in_language(spoken), ", ".join(record.authors)),
        (_FIELDS["publisher"].in_language(spoken), record.publisher),
        (_FIELDS["date"].in_language(spoken), record.date),
        (_FIELDS["language"].in_language(spoken), record.language),
        (_FIELDS["url"].in_language(spoken), record.url),
        (
            _FIELDS["kind"].in_language(spoken),
            KIND_NAMES[record.kind].in_language(spoken) if record.kind else "",
        ),
        (
            _FIELDS["topics"].in_language(spoken),
            ", ".join(TOPIC_NAMES[topic].in_language(spoken) for topic in record.topics),
        ),
        (
            say(en="based on", fr="d’après"),
            _BASED_ON[record.based_on].in_language(spoken) if record.based_on else "",
        ),
        (say(en="note of", fr="note du"), record.note_date),
        ("collections", ", ".join(record.collections)),
        (say(en="corrected by hand", fr="corrigé à la main"), ", ".join(corrected)),
        ("source", record.source),
    )
    echo(record.title)
    for name, value in known:
        if value:
            echo(f"{name}: {value}")
