"""What the filter panel says, beyond what it shares with the rest of the page."""

from corpus.wording import Wording

PUBLISHED = Wording("Year of publication", "Année de parution")
SINCE = Wording("From", "Depuis")
UNTIL = Wording("Until", "Jusqu’en")
YEARS_THERE = Wording(
    "The dated articles are from {first} to {last}.", "Les articles datés vont de {first} à {last}."
)
YEAR_THERE = Wording(
    "All dated articles are from {first}.", "Tous les articles datés sont de {first}."
)
NOT_A_YEAR = Wording(
    "“{typed}” is not a year. Write its four digits, for example 2016; until then the period is "
    "not limited.",
    "« {typed} » n’est pas une année. Écrivez ses quatre chiffres, par exemple "
    "2016 ; d’ici là, la période n’est pas limitée.",
)
TOPICS = Wording("Topics", "Thèmes")
COLLECTIONS = Wording("Collections", "Collections")
TALLY = Wording("{n} chosen", "{n} choix")
PART_OF_A_NAME = Wording(
    "A part of the name is enough; the Enter key adds it.",
    "Une partie du nom suffit ; la touche Entrée l’ajoute.",
)
CHOSEN_NAMES = Wording("Only these names", "Uniquement ces noms")

# What is set
SET_SINCE = Wording("since {year}", "depuis {year}")
SET_UNTIL = Wording("until {year}", "jusqu’en {year}")
REMOVE_FILTER = Wording("Remove: {filter}", "Retirer : {filter}")
LEFT_ONE = Wording("{n} of {total} articles", "{n} article sur {total}")
LEFT_MANY = Wording("{n} of {total} articles", "{n} articles sur {total}")
LEFT_NONE = Wording(
    "none of {total} articles: remove a filter", "aucun article sur {total} : retirez un filtre"
)
