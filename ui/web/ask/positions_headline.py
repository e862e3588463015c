"""What a position map shows, in one sentence or two."""

from collections.abc import Sequence
from typing import NamedTuple

from corpus.wording import Wording
from ui.positions import source_count
from ui.web.ask import positions_words as words
from ui.web.texts import counted

_SHARED = 3  # so many equally frequent positions are named


class Taken(NamedTuple):
    """A position and how many independent sources take it."""

    label: Wording
    sources: int


def headline(taken: Sequence[Taken], sources: int, unassigned: int) -> Wording:
    """`taken` the most frequent first; `sources` take them together, `unassigned` take none."""
    if not taken:
        return counted(unassigned, words.UNASSIGNED_ONE, words.UNASSIGNED_MANY)
    all_sources = counted(sources, words.SOURCES_ONE, words.SOURCES_MANY)
    if len(taken) == 1:
        only = words.ONLY_ONE if sources == 1 else words.ONLY_MANY
        return in_both(only, sources=all_sources, label=taken[0].label)
    positions = counted(len(taken), words.POSITIONS_ONE, words.POSITIONS_MANY)
    how_many = in_both(words.COUNTED, sources=all_sources, positions=positions)
    most = [position for position in taken if position.sources == taken[0].sources]
    which = words.NONE_MOST if most == list(taken) or len(most) > _SHARED else _most(most)
    return Wording(f"{how_many.en} {which.en}", f"{how_many.fr} {which.fr}")


def _most(most: Sequence[Taken]) -> Wording:
    n = source_count(most[0].sources)
    if len(most) == 1:
        return in_both(words.MOST, label=most[0].label, n=n)
    labels = Wording(
        "; ".join(position.label.en for position in most),
        "\u00a0; ".join(position.label.fr for position in most),
    )
    return in_both(words.MOST_SHARED, n=n, labels=labels)


def in_both(wording: Wording, **blanks: Wording) -> Wording:
    """The text with its blanks filled in, each in the language of the text."""
    return Wording(
        wording.en.format(**{name: blank.en for name, blank in blanks.items()}),
        wording.fr.format(**{name: blank.fr for name, blank in blanks.items()}),
    )
