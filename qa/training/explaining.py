"""Why an answer is right or wrong, in one sentence."""

from corpus.wording import Wording
from qa.training.item import Item, ItemKind

_TRUE = 0  # where "true" stands among the options


def why(item: Item) -> Wording:
    """What the item itself has to say; else what the marked words of its source say.

    The right option stands in it as it is, in the item's language.
    """
    if item.why:
        return item.why
    en, fr = _SENTENCES[item.kind]
    if item.kind is ItemKind.TRUE_FALSE and item.key == _TRUE:
        en, fr = _TRUE_SENTENCE
    right = item.right.rstrip(".")
    return Wording(en.format(right), fr.format(right))


_SENTENCES = {
    ItemKind.FIGURE: ("The figure in the source is {}.", "Le chiffre de la source est {}."),
    ItemKind.WHO_SAID: ("The source attributes it to {}.", "La source l’attribue à {}."),
    ItemKind.SOURCE: ("The source is {}.", "La source est {}."),
    ItemKind.POSITION: (
        "The marked words take this position: “{}”.",
        "Les mots surlignés prennent cette position\u00a0: «\u00a0{}\u00a0».",
    ),
    ItemKind.DEFINITION: (
        "The term that the source defines is “{}”.",
        "Le terme que la source définit est «\u00a0{}\u00a0».",
    ),
    ItemKind.CLOZE: (
        "The words of the source are “{}”.",
        "Les mots de la source sont «\u00a0{}\u00a0».",
    ),
    ItemKind.LIST: (
        "In the source, the list also names this: “{}”.",
        "Dans la source, la liste comprend aussi ceci\u00a0: «\u00a0{}\u00a0».",
    ),
    ItemKind.TRUE_FALSE: (
        "The source says otherwise, in the marked words.",
        "La source dit autre chose, dans les mots surlignés.",
    ),
}
_TRUE_SENTENCE = (
    "The source says just that, in the marked words.",
    "C’est bien ce que dit la source, dans les mots surlignés.",
)
