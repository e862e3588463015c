"""Whether a text names a source, and which positions of a dispute it mentions."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from corpus.article import Record
from corpus.characters import folded, without_accents
from corpus.exchange.person_names import parsed_name
from qa.positions.dispute import Dispute, Option
from qa.positions.rules import canonical

_SHORT = 3  # letters; a last name or a title of fewer is a word more often than a name
_SHORT_FORMS = {"Chief Customer Officer": "CCO", "Customer Experience": "CX"}
_INITIALS = 3  # words at least of what is known by its initials, too
# What a publisher has in brackets is its kind or its address as often as its name in full.
_NO_NAME = re.compile(r"blog|podcast|[^ ]*\.[^ ]*", re.IGNORECASE)
INTRODUCES = r"(?:selon|d['’]apres|according\s+to)\s+(?:les? |la |the |l['’])?"  # a source


def names_source(text: str, article: Record) -> bool:
    """By an author, the publisher, a name in short of either, or the title."""
    titles = (article.title, article.original_title)
    return any(_has(folded(title), folded(text)) for title in titles if len(title) > _SHORT) or any(
        stands_in(name, text) for name in names_of(article)
    )


def names_of(article: Record) -> tuple[str, ...]:
    """Whom one may name for it: authors, also by the last name, and the publisher."""
    lasts = (
        last
        for author in article.authors
        if len(last := parsed_name(author, article.publisher).last) > _SHORT
    )
    wholes = (*article.authors, article.publisher)
    every = (*(name for whole in wholes for name in _ways(whole)), *lasts)
    return tuple(dict.fromkeys(filter(None, every)))


def _ways(name: str) -> Iterator[str]:
    """The name of somebody or of an organisation, whole and in short."""
    yield name
    plain, _, bracketed = name.rstrip(")").partition(" (")
    first, _, rest = plain.partition(", ")
    yield plain
    yield first
    for further in (bracketed, rest):
        if further and not _NO_NAME.fullmatch(further):
            yield further
    for whole, short in _SHORT_FORMS.items():
        if whole in first:
            yield first.replace(whole, short)
    capitals = [word[0] for word in re.findall(r"[^\W\d_][\w'’]*", first) if word[0].isupper()]
    if len(capitals) >= _INITIALS and parsed_name(first).organisation:
        yield "".join(capitals)


def stands_in(name: str, text: str) -> bool:
    """Whether a text has the name as one: with its capitals, or introduced as a source."""
    plain = without_accents(text)
    if without_accents(name).casefold() not in plain.casefold():
        return False
    return re.search(rf"(?<!\w)(?:{written(name)})(?!\w)", plain) is not None


@lru_cache(maxsize=5_000)
def written(name: str) -> str:
    """A pattern of the name in a text without accents; small letters only after "selon"."""
    words = [_capitals_kept(word) for word in without_accents(name).split()]
    spaced = r"\s+".join(words)
    return rf"{spaced}|(?i:{INTRODUCES}{spaced})"


def _capitals_kept(word: str) -> str:
    """Its first letter and what is no longer than an acronym as they are, the rest in any case."""
    if len(word) <= _SHORT:
        return re.escape(word)
    return f"{re.escape(word[0])}(?i:{re.escape(word[1:])})"


def mentioned(sentences: tuple[str, ...], dispute: Dispute) -> frozenset[str]:
    """Ids of the options that some sentence speaks of, be it to reject them."""
    texts = [canonical(sentence) for sentence in sentences]
    return frozenset(
        option.id for option in dispute.options if any(_speaks(text, option) for text in texts)
    )


def _speaks(text: str, option: Option) -> bool:
    labels = (canonical(option.label.en), canonical(option.label.fr))
    if any(label in text for label in labels):
        return True
    return any(replace(rule, even_denied=True).holds(text) for rule in option.says)


def _has(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
