"""Whether a text names a source, and which positions of a dispute it mentions."""

import re
from dataclasses import replace

from corpus.article import Article
from corpus.characters import folded
from corpus.exchange.person_names import parsed_name
from qa.positions.dispute import Dispute, Option
from qa.positions.rules import canonical

_SHORT = 3  # letters; a last name of fewer is a word more often than a name


def names_source(text: str, article: Article) -> bool:
    """By the last name of an author, the publisher, or the title."""
    lasts = (parsed_name(author, article.publisher).last for author in article.authors)
    if any(len(last) > _SHORT and _has(last, text) for last in lasts):
        return True
    # An organisation signs with its whole name.
    whole = (*article.authors, article.publisher, article.title, article.original_title)
    return any(_has(folded(name), folded(text)) for name in whole if len(name) > _SHORT)


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
