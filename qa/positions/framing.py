"""The first sentence of a contested answer: the positions and how many sources take each."""

from collections.abc import Sequence

from qa.answer import Position, Sentence

MOST = 5  # positions named; the map below the answer shows them all


def framing(positions: Sequence[Position], language: str) -> Sentence:
    """Sentence of our own; all that it counts is among its citations.

    `positions`: those with an option, the most frequent first.
    """
    named = positions[:MOST]
    if language == "fr":
        lead = "Les sources divergent" if len(positions) > 1 else "Les sources trouvées s'accordent"
        colon, separator = " : ", " ; "
    else:
        lead = "Sources differ" if len(positions) > 1 else "The sources that were found agree"
        colon, separator = ": ", "; "
    parts = [_counted(position, language, first=not at) for at, position in enumerate(named)]
    citations = dict.fromkeys(number for position in named for number in position.citations)
    return Sentence(f"{lead}{colon}{separator.join(parts)}.", tuple(citations))


def _counted(position: Position, language: str, *, first: bool) -> str:
    """As "directly to the CEO (4 sources) [1][2][3][4]"; the word once, the figure each time."""
    word = f" source{'s' if position.sources > 1 else ''}" if first else ""
    numbers = "".join(f"[{number}]" for number in position.citations)
    return f"{position.label.in_language(language)} ({position.sources}{word}) {numbers}"
