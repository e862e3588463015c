"""What the kinds of quiz items, and what is computed of them, are called."""

from corpus.wording import Wording
from qa.training.cohort.item_statistics import Flag, Index
from qa.training.item import ItemKind

KINDS = {
    ItemKind.FIGURE: Wording("Figure", "Chiffre"),
    ItemKind.WHO_SAID: Wording("Who said it", "Qui l’a dit"),
    ItemKind.DEFINITION: Wording("Definition", "Définition"),
    ItemKind.LIST: Wording("List to complete", "Liste à compléter"),
    ItemKind.TRUE_FALSE: Wording("True or false", "Vrai ou faux"),
    ItemKind.CLOZE: Wording("Gap to fill", "Texte à trou"),
    ItemKind.SOURCE: Wording("Which source", "Quelle source"),
    ItemKind.POSITION: Wording("Which position", "Quelle position"),
}
FLAGS = {
    Flag.ALL_RIGHT: Wording("everybody right", "tout le monde juste"),
    Flag.ALL_WRONG: Wording("everybody wrong", "tout le monde faux"),
    Flag.NEGATIVE: Wording("negative discrimination", "discrimination négative"),
}
INDEXES = {
    Index.POINT_BISERIAL: Wording("point-biserial", "point-bisérial"),
    Index.UPPER_LOWER: Wording("upper–lower index", "indice haut-bas"),
}
