"""Everything that the page says by itself, in both languages.

Texts with a blank take it by `str.format`, through `filled`. French follows French typography:
no-break spaces before « : ; ? ! » and inside the quotation marks.
"""

from corpus.article import Kind
from corpus.wording import Wording
from qa.answer import Reason


def filled(wording: Wording, **blanks: object) -> Wording:
    """The same text with its blanks filled in, in both languages."""
    return Wording(en=wording.en.format(**blanks), fr=wording.fr.format(**blanks))


def counted(number: int, one: Wording, many: Wording) -> Wording:
    """`one` or `many` with its {n}; zero is singular in French and plural in English."""
    en = one.en if number == 1 else many.en
    fr = one.fr if number < 2 else many.fr
    return Wording(en=en.format(n=number), fr=fr.format(n=number))


# The frame of the page
TAGLINE = Wording(
    "Customer-experience literature, quoted word for word",
    "La littérature de l’expérience client, citée mot pour mot",
)
LANGUAGE = Wording("Language of the interface", "Langue de l’interface")
TAB_ASK = Wording("Ask", "Interroger")
TAB_ARTICLES = Wording("Articles", "Articles")

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
FOLLOW_UP_HINT = Wording("Ask a follow-up", "Question de suivi")
ASK = Wording("Ask", "Demander")
NEW_CONVERSATION = Wording("New conversation", "Nouvelle conversation")
EXAMPLES = Wording("Questions to start with", "Des questions pour commencer")
SEARCHING = Wording("Searching the library…", "Recherche dans la bibliothèque…")
NO_QUESTION = Wording("Type a question first.", "Écrivez d’abord une question.")
SEARCHED_AS = Wording("Searched as", "Recherché sous la forme")
EARLIER = Wording("Earlier in this conversation", "Plus tôt dans cette conversation")

# The answer
POSITIONS = Wording("The sources disagree", "Les sources divergent")
ABSTAINED = Wording(
    "The library does not answer this question.", "La bibliothèque ne répond pas à cette question."
)
REASONS = {
    Reason.NOTHING_FOUND: Wording(
        "No passage deals with it. Try other words, or add an article that treats the subject.",
        "Aucun passage n’en traite. Essayez d’autres mots, ou ajoutez un article sur le sujet.",
    ),
    Reason.TOO_WEAK: Wording(
        "Passages come near it, but none says enough for an answer that could be backed by a "
        "quote. They are below, so that you can judge for yourself.",
        "Des passages s’en approchent, mais aucun n’en dit assez pour une réponse appuyée sur "
        "une citation. Les voici, pour que vous puissiez en juger.",
    ),
    Reason.EXCLUDED_BY_FILTERS: Wording(
        "Your filters set aside the passages that could answer. Widen them and ask again.",
        "Vos filtres écartent les passages qui pourraient répondre. Élargissez-les et "
        "reposez la question.",
    ),
}
NEAREST = Wording("The nearest passages", "Les passages les plus proches")
SOURCES = Wording("Sources", "Sources")
QUOTE_LINK = Wording("Go to quote {n}: {title}", "Aller à la citation {n} : {title}")
OPEN_ARTICLE = Wording("Open in the article", "Ouvrir dans l’article")
OPEN_QUOTE = Wording("Open quote {n} in the article", "Ouvrir la citation {n} dans l’article")
OPEN_PASSAGE = Wording("Open this passage in the article", "Ouvrir ce passage dans l’article")
ORIGINAL = Wording("Original page", "Page d’origine")
NEW_WINDOW = Wording("opens in a new window", "s’ouvre dans une nouvelle fenêtre")

# How sure, and how it was made
CONFIDENCE = Wording("Confidence", "Confiance")
CONFIDENT = Wording("high", "élevée")
FAIRLY_CONFIDENT = Wording("moderate", "moyenne")
NOT_CONFIDENT = Wording("low", "faible")
HOW_MADE = Wording("How this answer was made", "Comment cette réponse a été faite")
ANSWERER = Wording("Answered by", "Réponse rédigée par")
EMBEDDED = Wording(
    "the embedded answerer, which only quotes", "le moteur intégré, qui ne fait que citer"
)
CHAT_MODEL = Wording(
    "the chat model {name}, each sentence checked against its quotes",
    "le modèle de langage {name}, chaque phrase vérifiée sur ses citations",
)
CONFIDENCE_FIGURE = Wording("Confidence score", "Score de confiance")
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
    "weigh": Wording("weighing", "pesée"),
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
QUOTES_FROM = Wording("{quotes.en} from {articles.en}", "{quotes.fr} de {articles.fr}")

# What is known of an article
LANGUAGES = {"en": Wording("English", "anglais"), "fr": Wording("French", "français")}
IN_THE_ORIGINAL = {
    "en": Wording("in English in the original", "en anglais dans l’original"),
    "fr": Wording("in French in the original", "en français dans l’original"),
}
OTHER_ORIGINAL = Wording(
    "in another language in the original", "dans une autre langue dans l’original"
)
KINDS = {
    Kind.STUDY: Wording("study", "étude"),
    Kind.OPINION: Wording("opinion", "point de vue"),
    Kind.VENDOR: Wording("vendor", "éditeur ou prestataire"),
    Kind.NOTE: Wording("reading note", "note de lecture"),
}
UNDATED = Wording("undated", "sans date")

# The reader
READER = Wording("Article", "Article")
CLOSE = Wording("Close the article", "Fermer l’article")

# The articles
LIBRARY = Wording("The library", "La bibliothèque")
LIBRARY_EMPTY = Wording(
    "The library is empty. Add a first article above: questions are answered from what is here.",
    "La bibliothèque est vide. Ajoutez un premier article ci-dessus : "
    "les réponses viennent de ce qui s’y trouve.",
)
ADD_TITLE = Wording("Add articles", "Ajouter des articles")
DROP = Wording(
    "Drop files here, or click to choose them",
    "Déposez des fichiers ici, ou cliquez pour les choisir",
)
FORMATS = Wording(
    "Text, Markdown, HTML, PDF or Word, up to {size} each",
    "Texte, Markdown, HTML, PDF ou Word, {size} au plus chacun",
)
MEGABYTES = Wording("{n} MB", "{n} Mo")
TOO_BIG = Wording(
    "{name} was not taken: a file may have {size} at most. Split it, or save it as plain text.",
    "{name} n’a pas été pris : un fichier peut faire {size} au plus. "
    "Divisez-le, ou enregistrez-le en texte brut.",
)
ADDRESS = Wording("Or add a web page", "Ou ajouter une page web")
ADDRESS_HINT = Wording("https://…", "https://…")
ADD = Wording("Add", "Ajouter")
BAD_ADDRESS = Wording(
    "This is not a web address: it must begin with http:// or https://.",
    "Ce n’est pas une adresse web : elle doit commencer par http:// ou https://.",
)
STAGES = {
    "read": Wording("Reading", "Lecture"),
    "embed": Wording("Indexing passages", "Indexation des passages"),
    "publish": Wording("Publishing the new index", "Publication du nouvel index"),
}
WORKING = Wording("Working", "Traitement")
STEP = Wording("{done} of {total}", "{done} sur {total}")
ADDED = Wording("Added", "Ajoutés")
UPDATED = Wording("Updated", "Mis à jour")
UNCHANGED = Wording("Already there, unchanged", "Déjà présents, inchangés")
SKIPPED = Wording("Not taken", "Non retenus")
NEAR_DUPLICATES = Wording("Look alike", "Se ressemblent")
RESEMBLES = Wording(
    "{title} resembles {other} ({percent} % in common). Keep both only if they "
    "say different things.",
    "{title} ressemble à {other} ({percent} % en commun). Ne gardez les deux que "
    "s’ils disent des choses différentes.",
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
REMOVED = Wording("{title} was removed.", "{title} a été retiré.")

# When something fails
UNEXPECTED = Wording(
    "Something went wrong on our side; nothing was lost. Try again, and if it happens again, "
    "look at the messages of the command that serves this page.",
    "Un problème est survenu de notre côté ; rien n’est perdu. Réessayez et, si cela se "
    "reproduit, regardez les messages de la commande qui sert cette page.",
)
