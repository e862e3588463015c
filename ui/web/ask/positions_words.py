"""What the position map says by itself, in both languages."""

from corpus.wording import Wording

ONE_SOURCE = Wording("One source speaks on it", "Une seule source se prononce")
NO_POSITION = Wording(
    "No known position is taken", "Aucune source ne prend l’une des positions connues"
)

# The headline: how many, and which most often
SOURCES_ONE = Wording(
    "{n} independent source takes a position", "{n} source indépendante prend position"
)
SOURCES_MANY = Wording(
    "{n} independent sources take a position", "{n} sources indépendantes prennent position"
)
POSITIONS_ONE = Wording("{n} position", "{n} position")
POSITIONS_MANY = Wording("{n} positions", "{n} positions")
COUNTED = Wording("{sources}; {positions} in all.", "{sources} ; {positions} en tout.")
MOST = Wording("The most frequent: {label} ({n}).", "La plus fréquente : {label} ({n}).")
MOST_SHARED = Wording(
    "The most frequent, {n} each: {labels}.", "Les plus fréquentes, {n} chacune : {labels}."
)
NONE_MOST = Wording(
    "None is more frequent than another.", "Aucune n’est plus fréquente qu’une autre."
)
ONLY_ONE = Wording("{sources}: {label}.", "{sources} : {label}.")
ONLY_MANY = Wording("{sources}, all the same one: {label}.", "{sources}, toutes la même : {label}.")
UNASSIGNED_ONE = Wording(
    "{n} independent source speaks on it and takes none of the known positions.",
    "{n} source indépendante en parle sans prendre aucune des positions connues.",
)
UNASSIGNED_MANY = Wording(
    "{n} independent sources speak on it and take none of the known positions.",
    "{n} sources indépendantes en parlent sans prendre aucune des positions connues.",
)
SEVERAL_EACH = Wording(
    "A source that takes several positions counts once in each.",
    "Une source qui prend plusieurs positions compte une fois dans chacune.",
)

ONCE_EACH = Wording(
    "The articles of one author (or of one publisher, where no author is named) count as one "
    "source.",
    "Les articles d’un même auteur (ou d’un même éditeur, faute d’auteur nommé) comptent pour "
    "une seule source.",
)

# The picture
SOURCE = Wording("source", "source")
SOURCES = Wording("sources", "sources")
UNDATED = Wording("undated", "sans date")
NONE_DATED = Wording("None of these sources has a date.", "Aucune de ces sources n’est datée.")
KEY = Wording(
    "Each mark is a source: its shape says what kind, its number is that of the quote, and the "
    "letters are the language of the source, even where the quote is from a reading note in "
    "another one.",
    "Chaque repère est une source : sa forme en indique le genre, son numéro est celui de "
    "la citation, et les lettres donnent la langue de la source, même si la citation vient d’une "
    "note de lecture dans une autre langue.",
)
MARK = Wording("Quote {n}: {title} ({facts})", "Citation {n} : {title} ({facts})")
QUOTES_ONE = Wording("Read the quote", "Lire la citation")
QUOTES_MANY = Wording("Read the {n} quotes", "Lire les {n} citations")

# The table
TABLE = Wording("As a table", "Sous forme de tableau")
CAPTION = Wording(
    "Independent sources of each position", "Sources indépendantes de chaque position"
)
POSITION = Wording("Position", "Position")
COUNT = Wording("Sources", "Sources")
QUOTE = Wording("Quote", "Citation")
SOURCE_TITLE = Wording("Title", "Titre")
YEAR = Wording("Year", "Année")
KIND = Wording("Kind", "Genre")
LANGUAGE = Wording("Language", "Langue")
UNKNOWN = Wording("not known", "non précisé")
