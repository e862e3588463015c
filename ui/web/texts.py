"""Everything that the page says by itself, in both languages.

Texts with a blank take it by `str.format`, through `filled`. French follows French typography:
no-break spaces before « : ; ? ! » and inside the quotation marks.
"""

from corpus.article import BasedOn
from corpus.language import LANGUAGE_NAMES
from corpus.wording import Wording
from qa.answer import Reason
from ui.web.articles.article_list import Order


def filled(wording: Wording, **blanks: object) -> Wording:
    """The same text with its blanks filled in, in both languages."""
    return Wording(en=wording.en.format(**blanks), fr=wording.fr.format(**blanks))


def counted(number: int, one: Wording, many: Wording, **blanks: object) -> Wording:
    """`one` or `many` with its {n}; zero is singular in French and plural in English."""
    en = one.en if number == 1 else many.en
    fr = one.fr if number < 2 else many.fr
    return filled(Wording(en, fr), n=number, **blanks)


# The frame of the page
TAGLINE = Wording(
    "Customer-experience literature, quoted word for word",
    "La littérature de l’expérience client, citée mot pour mot",
)
LANGUAGE = Wording("Language of the interface", "Langue de l’interface")
TAB_ASK = Wording("Ask", "Interroger")
TAB_ARTICLES = Wording("Articles", "Articles")
TAB_HEALTH = Wording("State of the library", "État de la bibliothèque")

# Asking
HERO = Wording("What does the literature say?", "Que dit la littérature ?")
HERO_PROMISE = Wording(
    "Every sentence of an answer is backed by an exact quote, one click away in its article. "
    "When the library does not answer, it says so.",
    "Chaque phrase d’une réponse s’appuie sur une citation exacte, à un clic dans son article. "
    "Quand la bibliothèque ne répond pas, elle le dit.",
)
QUESTION = Wording("Your question", "Votre question")
QUESTION_HINT = Wording("In English or in French", "En français ou en anglais")
FOLLOW_UP_HINT = Wording("Ask a follow-up", "Question suivante")
ASK = Wording("Ask", "Interroger")
NEW_CONVERSATION = Wording("New conversation", "Nouvelle conversation")
EXAMPLES = Wording("Questions to start with", "Pour commencer")
SEARCHING = Wording("Searching the library…", "Recherche dans la bibliothèque…")
NO_QUESTION = Wording("Type a question first.", "Écrivez d’abord une question.")
SEARCHED_AS = Wording("Searched as", "Question comprise comme")
EARLIER = Wording("Earlier in this conversation", "Plus tôt dans cette conversation")

# Filters
FILTERS = Wording("Filters", "Filtres")
FILTERS_SET = Wording("Only", "Uniquement")
CLEAR_FILTERS = Wording("Clear the filters", "Effacer les filtres")
PASSAGE_LANGUAGE = Wording("Language of the passages", "Langue des passages")
KIND = Wording("Kind of source", "Genre de source")
TOPIC = Wording("Topic", "Thème")
ALL_TOPICS = Wording("All topics", "Tous les thèmes")
PUBLISHER = Wording("Publisher", "Éditeur")
AUTHOR = Wording("Author", "Auteur")

# Suggestions
SUGGESTIONS = Wording(
    "Questions that the library answers", "Des questions auxquelles la bibliothèque répond"
)
SUGGESTIONS_TOPIC = Wording("Topic of the questions", "Thème des questions")
OTHER_QUESTIONS = Wording("Other questions", "D’autres questions")

# The answer
ABSTAINED = Wording(
    "The library does not answer this question.", "La bibliothèque ne répond pas à cette question."
)
REASONS = {
    Reason.NOTHING_FOUND: Wording(
        "No passage deals with it. Try other words; otherwise an article on the subject is "
        "missing.",
        "Aucun passage n’en traite. Essayez d’autres mots ; sinon, il manque un article sur le "
        "sujet.",
    ),
    Reason.TOO_WEAK: Wording(
        "Passages come near it, but none says enough for an answer that could be backed by a "
        "quote. They are shown below, so that you can judge for yourself.",
        "Des passages s’en approchent, mais aucun n’en dit assez pour une réponse appuyée sur "
        "une citation. Les voici, pour que vous puissiez en juger.",
    ),
    Reason.EXCLUDED_BY_FILTERS: Wording(
        "The passages that could answer are outside your filters. They are shown below, marked so.",
        "Les passages qui pourraient répondre sont en dehors de vos filtres. Les voici, "
        "signalés comme tels.",
    ),
}
WITHIN_FILTERS = Wording("The library was searched only for", "Recherche limitée à")
YOUR_FILTERS = Wording("Your filters", "Vos filtres")
OUTSIDE_FILTERS = Wording("Outside your filters", "En dehors de vos filtres")
ASK_WITHOUT_FILTERS = Wording("Ask again without filters", "Reposer la question sans filtres")
NEAREST = Wording("The nearest passages", "Les passages les plus proches")
SOURCES = Wording("Sources", "Sources")
QUOTE_LINK = Wording("Go to quote {n}: {title}", "Aller à la citation {n} : {title}")
OPEN_ARTICLE = Wording("Open in the article", "Ouvrir dans l’article")
OPEN_QUOTE = Wording("Open quote {n} in the article", "Ouvrir la citation {n} dans l’article")
OPEN_PASSAGE = Wording("Open this passage in the article", "Ouvrir ce passage dans l’article")
ORIGINAL = Wording("Original page", "Page d’origine")
NEW_WINDOW = Wording("opens in a new window", "s’ouvre dans une nouvelle fenêtre")

# How sure, and how it was made
ANSWERER = Wording("Answered by", "Réponse produite par")
EMBEDDED = Wording(
    "the embedded answerer, which only quotes", "le moteur intégré, qui ne fait que citer"
)
CHAT_MODEL = Wording(
    "the chat model {name}, each sentence checked against its quotes",
    "le modèle de langage {name}, chaque phrase étant vérifiée d’après ses citations",
)
DROPPED_ONE = Wording(
    "{n} drafted sentence was refused by the citation check",
    "{n} phrase proposée a été refusée par la vérification des citations",
)
DROPPED_MANY = Wording(
    "{n} drafted sentences were refused by the citation check",
    "{n} phrases proposées ont été refusées par la vérification des citations",
)
TIME = Wording("Time", "Durée")
TIMED_PARTS = {
    "total": Wording("in all", "au total"),
    "understand": Wording("reading the question", "lecture de la question"),
    "retrieve": Wording("search", "recherche"),
    "weigh": Wording("weighing the passages", "examen des passages"),
    "positions": Wording("comparing positions", "comparaison des positions"),
    "answer": Wording("answering", "réponse"),
}
INDEX = Wording("Index", "Index")
INDEX_STATE = Wording(
    "generation {generation}, fingerprint {fingerprint}",
    "génération {generation}, empreinte {fingerprint}",
)
QUOTES_ONE = Wording("{n} quote", "{n} citation")
QUOTES_MANY = Wording("{n} quotes", "{n} citations")
ARTICLES_ONE = Wording("{n} article", "{n} article")
ARTICLES_MANY = Wording("{n} articles", "{n} articles")
QUOTES_FROM = Wording("{quotes.en} from {articles.en}", "{quotes.fr} dans {articles.fr}")

# What is known of an article
LANGUAGES = LANGUAGE_NAMES
IN_THE_ORIGINAL = {
    "en": Wording("in English in the original", "en anglais dans l’original"),
    "fr": Wording("in French in the original", "en français dans l’original"),
}
OTHER_ORIGINAL = Wording(
    "in another language in the original", "dans une autre langue dans l’original"
)
IN_THE_NOTE = {
    "en": Wording("in English in the reading note", "en anglais dans la note de lecture"),
    "fr": Wording("in French in the reading note", "en français dans la note de lecture"),
}
OTHER_NOTE = Wording(
    "in another language in the reading note", "dans une autre langue dans la note de lecture"
)
BASED_ON = {
    None: Wording("reading note", "note de lecture"),
    BasedOn.FULL_TEXT: Wording(
        "reading note, based on the full text", "note de lecture, d’après le texte intégral"
    ),
    BasedOn.EXCERPT: Wording(
        "reading note, based on an excerpt", "note de lecture, d’après un extrait"
    ),
    BasedOn.ABSTRACT: Wording(
        "reading note, based on the abstract", "note de lecture, d’après le résumé"
    ),
}
ORIGINAL_TITLE = Wording("Original title", "Titre original")
UNDATED = Wording("undated", "sans date")

# The reader
READER = Wording("Article", "Article")
CLOSE = Wording("Close the article", "Fermer l’article")

# The articles
LIBRARY = Wording("The library", "La bibliothèque")
LIBRARY_EMPTY = Wording(
    "The library is empty. Add a first article above: answers are drawn from what is here.",
    "La bibliothèque est vide. Ajoutez un premier article ci-dessus : les réponses sont "
    "tirées des articles qu’elle contient.",
)
ADD_TITLE = Wording("Add articles", "Ajouter des articles")
DROP = Wording(
    "Drop files here, or click to choose them",
    "Déposez des fichiers ici, ou cliquez pour les choisir",
)
FORMATS = Wording(
    "Text, Markdown, HTML, PDF or Word, up to {size} each, or a ZIP of such files",
    "Texte, Markdown, HTML, PDF ou Word ({size} au plus par fichier), ou une archive ZIP",
)
MEGABYTES = Wording("{n} MB", "{n} Mo")
TOO_BIG = Wording(
    "{name} was not added: a file can have {size} at most. Split it, or save it as plain text.",
    "{name} n’a pas été ajouté : un fichier ne peut pas dépasser {size}. Divisez-le, ou "
    "enregistrez-le en texte brut.",
)
ADDRESSES = Wording("Or web pages, one address a line", "Ou des pages web, une adresse par ligne")
ADDRESS_HINT = Wording("https://…", "https://…")
PREVIEW = Wording("Preview", "Aperçu")
NO_ADDRESS = Wording("Write a web address first.", "Écrivez d’abord une adresse web.")
ADDRESS_LINE = Wording("Line", "Ligne")
STAGES = {
    "read": Wording("Reading", "Lecture"),
    "question": Wording("Writing questions", "Rédaction des questions"),
    "embed": Wording("Indexing passages", "Indexation des passages"),
    "publish": Wording("Publishing the new index", "Publication du nouvel index"),
}
WORKING = Wording("Working", "Traitement")
STEP = Wording("{done} of {total}", "{done} sur {total}")
ADDED = Wording("Added", "Ajoutés")
UPDATED = Wording("Updated", "Mis à jour")
UNCHANGED = Wording("Already there, unchanged", "Déjà présents, inchangés")
SKIPPED = Wording("Left out", "Non retenus")
NEAR_DUPLICATES = Wording("Articles that resemble each other", "Articles qui se ressemblent")
RESEMBLES = Wording(
    "“{title}” resembles “{other}” ({percent}% in common). Keep both only if they "
    "say different things.",
    "« {title} » ressemble à « {other} » ({percent} % en commun). Ne gardez les deux "
    "que s’ils disent des choses différentes.",
)
PASSAGES_ONE = Wording("{n} passage", "{n} passage")
PASSAGES_MANY = Wording("{n} passages", "{n} passages")
READ = Wording("Read {title}", "Lire {title}")
REMOVE = Wording("Remove", "Retirer")
REMOVE_TITLE = Wording("Remove {title}", "Retirer {title}")
REMOVE_QUESTION = Wording(
    "Remove it? Answers will no longer quote it.",
    "Le retirer ? Les réponses ne le citeront plus.",
)
REMOVE_YES = Wording("Yes, remove it", "Oui, le retirer")
REMOVE_NO = Wording("Keep it", "Le garder")
REMOVED = Wording("“{title}” was removed.", "« {title} » a été retiré.")

UNDO = Wording("Undo", "Annuler")
RESTORED_ONE = Wording("{n} article is back.", "{n} article a été rétabli.")
RESTORED_MANY = Wording("{n} articles are back.", "{n} articles ont été rétablis.")

# Before articles are added
PREVIEW_TITLE = Wording("Before they are added", "Avant de les ajouter")
PREVIEW_PROMISE = Wording(
    "Nothing has been changed yet. This is what was read.",
    "Rien n’a encore été modifié. Voici ce qui a été lu.",
)
WILL_BE_ADDED = Wording("new", "nouveau")
WILL_BE_UPDATED = Wording("new version", "nouvelle version")
IS_UNCHANGED = Wording("already there, unchanged", "déjà présent, inchangé")
FIRST_PASSAGES = Wording("First passages", "Premiers passages")
REMOVED_LINES_ONE = Wording(
    "{n} line taken out of the text (title, byline, menus…)",
    "{n} ligne retirée du texte (titre, signature, menus…)",
)
REMOVED_LINES_MANY = Wording(
    "{n} lines taken out of the text (title, byline, menus…)",
    "{n} lignes retirées du texte (titre, signature, menus…)",
)
MORE_ONE = Wording("and {n} more", "et {n} autre")
MORE_MANY = Wording("and {n} more", "et {n} autres")
ADD_ONE = Wording("Add {n} article", "Ajouter {n} article")
ADD_MANY = Wording("Add {n} articles", "Ajouter {n} articles")
CANCEL = Wording("Cancel", "Annuler")
CLOSE_PREVIEW = Wording("Close", "Fermer")
NOTHING_TO_ADD = Wording("There is nothing to add.", "Il n’y a rien à ajouter.")
CANCELLED = Wording("Nothing was added.", "Rien n’a été ajouté.")

# Finding one's way in the list
SEARCH = Wording(
    "Search by title, author or publisher", "Rechercher un titre, un auteur ou un éditeur"
)
SORTED_BY = Wording("Sort by", "Trier par")
ORDERS = {
    Order.DATE: Wording("date of publication", "date de parution"),
    Order.TITLE: Wording("title", "titre"),
    Order.ADDED: Wording("last added", "derniers ajouts"),
}
FOUND_ONE = Wording("{n} of {total} articles", "{n} article sur {total}")
FOUND_MANY = Wording("{n} of {total} articles", "{n} articles sur {total}")
NONE_FOUND = Wording(
    "No article matches. Try other words, or clear the filters.",
    "Aucun article ne correspond. Essayez d’autres mots, ou effacez les filtres.",
)
PAGES = Wording("Pages of the list", "Pages de la liste")
PREVIOUS = Wording("Previous", "Page précédente")
NEXT = Wording("Next", "Page suivante")
RANGE = Wording("{first} to {last} of {total}", "{first} à {last} sur {total}")

# Correcting and updating
CORRECT = Wording("Correct", "Corriger")
CORRECT_TITLE = Wording("Correct what is known of {title}", "Corriger la fiche de {title}")
TITLE = Wording("Title", "Titre")
AUTHORS = Wording("Authors, separated by “;”", "Auteurs, séparés par « ; »")
DATE = Wording("Date (2016-06-02, 2016-06 or 2016)", "Date (2016-06-02, 2016-06 ou 2016)")
ARTICLE_LANGUAGE = Wording("Language (fr, en …)", "Langue (fr, en…)")
URL = Wording("Web address", "Adresse web")
NO_KIND = Wording("unknown", "inconnu")
TOPICS = Wording("Topics", "Thèmes")
COLLECTIONS = Wording("Collections, separated by “;”", "Collections, séparées par « ; »")
CORRECTION_KEPT = Wording(
    "Your corrections stay when the source is read again.",
    "Vos corrections sont conservées quand la source est relue.",
)
SAVE = Wording("Save", "Enregistrer")
CORRECTED = Wording("“{title}” was corrected.", "La fiche de « {title} » est corrigée.")
NO_TITLE = Wording(
    "An article needs a title. Write one; cancel to get the old one back.",
    "Un article doit avoir un titre. Écrivez-en un, ou annulez pour retrouver l’ancien.",
)
NOTHING_CHANGED = Wording("Nothing was changed.", "Rien n’a été modifié.")
UPDATE = Wording("Update", "Mettre à jour")
UPDATE_TITLE = Wording("Read the source of {title} again", "Relire la source de {title}")
UPDATED_ONE = Wording(
    "“{title}” had changed and is up to date now.",
    "« {title} » avait changé et est maintenant à jour.",
)
STILL_SAME = Wording(
    "The source of “{title}” has not changed.",
    "La source de « {title} » n’a pas changé.",
)

# Taking the library elsewhere
EXCHANGE = Wording("The whole library", "Toute la bibliothèque")
EXCHANGE_PROMISE = Wording(
    "One ZIP file holds every article with all that is known about it. Any cxlit library "
    "can import it.",
    "Un seul fichier ZIP contient tous les articles et leurs fiches. Toute autre "
    "bibliothèque cxlit peut l’importer.",
)
EXPORT = Wording("Export", "Exporter")
IMPORT = Wording("Import a ZIP", "Importer un ZIP")
BIBLIOGRAPHY = Wording("Bibliography of this list", "Bibliographie de cette liste")
DOWNLOAD_AS = Wording(
    "Download the bibliography as {form}", "Télécharger la bibliographie au format {form}"
)

# The state of the library
REFRESH = Wording("Refresh", "Actualiser")
COUNTING = Wording("Looking through the library…", "Analyse de la bibliothèque…")

# When something fails
UNEXPECTED = Wording(
    "Something went wrong on our side; nothing was lost. Try again. If it happens again, "
    "tell whoever runs cxlit: the messages of cxlit serve say why.",
    "Un problème est survenu de notre côté ; rien n’est perdu. Réessayez. S’il se "
    "reproduit, prévenez la personne qui administre cxlit : les messages de cxlit serve en "
    "donnent la cause.",
)
