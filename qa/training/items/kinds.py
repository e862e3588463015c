"""How many wrong options a kind shows, and the two words by which a statement is judged."""

from corpus.wording import Wording
from qa.training.item import ItemKind

TRUTH = Wording(en="True", fr="Vrai")
FALSEHOOD = Wording(en="False", fr="Faux")
TRUE = frozenset(TRUTH)

USUAL = 3
WRONG_OPTIONS = {ItemKind.TRUE_FALSE: (1, 1), ItemKind.POSITION: (2, 4)}  # fewest and most


def wrong_options(kind: ItemKind) -> tuple[int, int]:
    return WRONG_OPTIONS.get(kind, (USUAL, USUAL))
