"""What the search tab says."""

from enum import StrEnum

from corpus.wording import InterfaceLanguage, Wording


class SearchOrder(StrEnum):
    """How the passages that were found are sorted."""

    RELEVANCE = "relevance"
    DATE = "date"  # newest first, undated ones last


TAB = Wording("Search", "Rechercher")
TITLE = Wording("Find passages", "Trouver des passages")
PROMISE = Wording(
    "The passages themselves, word for word, without an answer drawn from them. Words in "
    "one language also find passages in the other.",
    "Les passages eux-mêmes, mot pour mot, sans réponse rédigée. Des mots français "
    "trouvent aussi des passages en anglais, et inversement.",
)
QUERY = Wording("A few words or a question", "Quelques mots ou une question")
SEARCH = Wording("Search", "Rechercher")
ORDER = Wording("Sort by", "Trier par")
ORDERS = {
    SearchOrder.RELEVANCE: Wording("relevance", "pertinence"),
    SearchOrder.DATE: Wording("date, newest first", "date, récents d’abord"),
}
EXAMPLES_TITLE = Wording("For example", "Par exemple")
EXAMPLES: dict[InterfaceLanguage, tuple[str, ...]] = {
    "en": (
        "reporting line of the CCO",
        "criticism of the NPS",
        "the first hundred days",
        "what a bad experience costs",
    ),
    "fr": (
        "rattachement du CCO",
        "critiques du NPS",
        "les cent premiers jours",
        "le coût d’une mauvaise expérience",
    ),
}
NO_QUERY = Wording(
    "Type a few words or a question first.", "Écrivez d’abord quelques mots ou une question."
)

# What was found
FOUND_ONE = Wording("{n} passage", "{n} passage")
FOUND_MANY = Wording("{n} passages", "{n} passages")
CLOSEST = Wording("The {n} closest passages", "Les {n} passages les plus proches")
FROM = Wording("{found.en} from {articles.en}", "{found.fr} dans {articles.fr}")
BY_DATE = Wording("{found.en}, newest first", "{found.fr}, du plus récent au plus ancien")
NO_WORDS = Wording(
    "None of them contains your words or what the field calls the same: these come closest "
    "in meaning.",
    "Aucun ne contient vos mots ni leurs équivalents du métier : voici les plus proches "
    "par le sens.",
)
RANK = Wording("Relevance: no. {rank}", "Pertinence : n° {rank}")
WHOLE = Wording("Show the whole passage", "Montrer tout le passage")
LESS = Wording("Show the extract", "Revenir à l’extrait")
OPEN = Wording("Open in the article", "Ouvrir dans l’article")
OPEN_TITLE = Wording(
    "Open passage {place} in “{title}”", "Ouvrir le passage {place} dans « {title} »"
)
MORE = Wording("Show {n} more", "Afficher {n} de plus")
NOTHING_INSIDE = Wording(
    "No passage matches your filters. Clear them, or remove one of those above.",
    "Aucun passage ne correspond à vos filtres. Effacez-les, ou retirez l’un de ceux "
    "indiqués plus haut.",
)
NOTHING_AT_ALL = Wording(
    "No passage was found. Try other words, in French or in English; otherwise an article "
    "on the subject is missing.",
    "Aucun passage trouvé. Essayez d’autres mots, en français ou en anglais ; sinon, il "
    "manque un article sur le sujet.",
)
