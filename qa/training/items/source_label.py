"""How a question names a source: who it is by, who published it, and when."""

from corpus.article import Record
from corpus.characters import folded

MOST_NAMED = 2  # authors; of more, the first one stands for all


def source_label(record: Record) -> str:
    """As "Jane Roe (Forrester, 2016)" or "Forrester (2016)"; "" where nobody is known."""
    who = _authors(record) or record.publisher
    return label(who, record) if who else ""


def label(who: str, record: Record) -> str:
    """The same for somebody whom the source `record` quotes, or who wrote it."""
    year = str(record.year or "")
    if _is_publisher(who, record):
        who, publisher = record.publisher, ""
    else:
        publisher = record.publisher if folded(record.publisher) not in folded(who) else ""
    known = ", ".join(filter(None, (publisher, year)))
    if not known:
        return who
    return f"{who[:-1]}, {known})" if who.endswith(")") else f"{who} ({known})"


def _authors(record: Record) -> str:
    authors = record.authors
    if len(authors) > MOST_NAMED:
        return f"{authors[0]} et al."
    joint = " et " if record.language == "fr" else " and "
    return joint.join(authors)


def _is_publisher(name: str, record: Record) -> bool:
    """Whether `name` is the publisher, or the beginning of its name."""
    plain, publisher = folded(name), folded(record.publisher)
    return publisher == plain or publisher.startswith(f"{plain} ")
