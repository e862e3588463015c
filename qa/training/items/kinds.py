"""How many wrong options a kind shows, and the two words by which a statement is judged."""

from corpus.wording import Wording
from qa.training.item import ItemKind

TRUTH = Wording(en="True", fr="Vrai")
FALSEHOOD = Wording(en="False", fr="Faux")
TRUE = frozenset(TRUTH)

USUAL = 3
# Fewest and most. Of figures that could all be right there are seldom more, and two do as well as
# three: Rodriguez (2005), "Three options are optimal for multiple-choice items".
WRONG_OPTIONS = {
    ItemKind.TRUE_FALSE: (1, 1),
    ItemKind.POSITION: (2, 4),
    ItemKind.FIGURE: (2, USUAL),
    ItemKind.LIST: (2, USUAL),
}


def wrong_options(kind: ItemKind) -> tuple[int, int]:
    return WRONG_OPTIONS.get(kind, (USUAL, USUAL))
