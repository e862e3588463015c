"""What the history, and the bar under an answer, say by themselves."""

from corpus.wording import Wording

TAB = Wording("History", "Historique")

# Under an answer
ACTIONS = Wording("Keep and share this answer", "Garder et partager cette réponse")
FAVOURITE = Wording("Favourite", "Favori")
FAVOURITE_OF = Wording("Favourite: {question}", "Favori\u00a0: {question}")
COPY = Wording("Copy with quotes", "Copier avec les citations")
COPIED = Wording("Copied, with the quotes.", "Réponse copiée, avec les citations.")
COPY_BY_HAND = Wording(
    "This browser does not let the page copy: the text is selected, press Ctrl+C (⌘C on a Mac).",
    "Ce navigateur n’autorise pas la copie\u00a0: le texte est sélectionné, appuyez sur Ctrl+C "
    "(⌘C sur Mac).",
)
LINK = Wording("Link", "Lien")
LINK_TO = Wording("Link to this answer", "Lien vers cette réponse")
LINK_COPY = Wording("Copy the link", "Copier le lien")
LINK_COPIED = Wording("The link is copied.", "Lien copié.")
LINK_PROMISE = Wording(
    "Whoever has access to this page can open it. The answer stays as it is today, with "
    "its quotes.",
    "Toute personne qui a accès à cette page peut l’ouvrir. La réponse reste telle qu’elle "
    "est aujourd’hui, avec ses citations.",
)
IS_SHARED = Wording(
    "Its link opens for whoever has access to this page.",
    "Son lien s’ouvre pour toute personne qui a accès à cette page.",
)
STOP_SHARING = Wording("Stop sharing", "Ne plus partager")
UNSHARED = Wording(
    "The link no longer opens for others.", "Le lien ne s’ouvre plus pour les autres."
)
MEMO = Wording("Board memo", "Note au comité")
MEMO_AS = Wording("Board memo as {form}", "Note au comité de direction au format {form}")
MEMO_FORMS = {"docx": "Word", "pdf": "PDF", "markdown": "Markdown"}
REFERENCES = Wording("References", "Références")
REFERENCES_AS = Wording("References as {form}", "Références au format {form}")
REFERENCES_FORMS = {"bibtex": "BibTeX", "ris": "RIS"}

# What is copied
COPY_ABSTAINED = Wording(
    "The library does not answer this question.", "La bibliothèque ne répond pas à cette question."
)
COPY_SOURCES = Wording("Sources", "Sources")
COPY_QUOTE = Wording("“{quote}”", "«\u00a0{quote}\u00a0»")
COPY_UNDATED = Wording("undated", "sans date")
COPY_FROM = Wording("cxlit, {date}", "cxlit, {date}")

# The list
SEARCH = Wording("Search your questions and answers", "Rechercher dans vos questions et réponses")
WHICH = Wording("Show", "Afficher")
ALL = Wording("Everything", "Tout")
FAVOURITES = Wording("Favourites", "Favoris")
HEADING = Wording("Your history", "Votre historique")
COUNT_ONE = Wording("{n} answer", "{n} réponse")
COUNT_MANY = Wording("{n} answers", "{n} réponses")
TODAY = Wording("Today", "Aujourd’hui")
YESTERDAY = Wording("Yesterday", "Hier")
UNANSWERED = Wording("not answered", "sans réponse")
SHARED = Wording("link shared", "lien partagé")
SELECT = Wording("Select: {question}", "Sélectionner\u00a0: {question}")
OPEN = Wording("Open the answer: {question}", "Ouvrir la réponse\u00a0: {question}")
DELETE = Wording("Delete", "Supprimer")
DELETE_ONE = Wording(
    "Delete from the history: {question}", "Supprimer de l’historique\u00a0: {question}"
)
DELETE_ALL = Wording("Delete the whole history", "Supprimer tout l’historique")
DELETE_QUESTION = Wording(
    "Delete this answer for good? Its link will no longer open.",
    "Supprimer définitivement cette réponse\u00a0? Son lien ne s’ouvrira plus.",
)
DELETE_SEVERAL_ONE = Wording(
    "Delete the selected answer for good? Its link will no longer open.",
    "Supprimer définitivement la réponse sélectionnée\u00a0? Son lien ne s’ouvrira plus.",
)
DELETE_SEVERAL_MANY = Wording(
    "Delete the {n} selected answers for good? Their links will no longer open.",
    "Supprimer définitivement les {n} réponses sélectionnées\u00a0? Leurs liens ne s’ouvriront "
    "plus.",
)
DELETE_ALL_QUESTION = Wording(
    "Delete everything for good, favourites and shared links too?",
    "Tout supprimer définitivement, favoris et liens partagés compris\u00a0?",
)
DELETE_YES = Wording("Yes, delete", "Oui, supprimer")
DELETE_NO = Wording("Keep", "Garder")
DELETED_ONE = Wording("{n} answer was deleted.", "{n} réponse a été supprimée.")
DELETED_MANY = Wording("{n} answers were deleted.", "{n} réponses ont été supprimées.")
SELECTED_ONE = Wording("{n} selected", "{n} sélectionnée")
SELECTED_MANY = Wording("{n} selected", "{n} sélectionnées")
SELECTION = Wording("With what is selected", "Avec la sélection")
UNSELECT = Wording("Clear the selection", "Annuler la sélection")
NONE_YET = Wording(
    "Nothing here yet. Ask a question: its answer is kept here with its quotes, as they "
    "are that day. Nobody else sees it unless you share it or give your opinion on it. "
    "Unanswered questions are also listed, without your name, under “State of the library”.",
    "Rien pour l’instant. Posez une question\u00a0: sa réponse est gardée ici avec ses "
    "citations, telles qu’elles sont ce jour-là. Personne d’autre ne la voit, sauf si vous "
    "la partagez ou donnez votre avis. Les questions restées sans réponse figurent aussi, "
    "sans votre nom, dans l’onglet «\u00a0État de la bibliothèque\u00a0».",
)
NONE_FOUND = Wording(
    "Nothing in your history has all these words. Try fewer of them.",
    "Rien dans votre historique ne contient tous ces mots. Essayez avec moins de mots.",
)
NO_FAVOURITES = Wording(
    "No favourites here. The star beside an answer makes it one.",
    "Aucun favori ici. L’étoile à côté d’une réponse l’ajoute aux favoris.",
)
OFF = Wording(
    "The history is off here (CXLIT_HISTORY=0): an answer is kept only if you make it a "
    "favourite, share it or give your opinion on it.",
    "L’historique est désactivé ici (CXLIT_HISTORY=0)\u00a0: une réponse n’est gardée que si "
    "vous l’ajoutez aux favoris, la partagez ou donnez votre avis.",
)

# An answer that was opened
BACK = Wording("Back to the history", "Retour à l’historique")
GIVEN = Wording(
    "Answered on {date} at {time}. You see it as it was then, quotes included.",
    "Réponse du {date} à {time}, telle qu’elle était alors, citations comprises.",
)
FROM_ANOTHER = Wording("It was shared with you.", "Elle a été partagée avec vous.")
AGAIN = Wording("Ask again today", "Reposer la question aujourd’hui")
STANDS = Wording(
    "Its sources have not changed in the library since.",
    "Depuis, ses sources n’ont pas changé dans la bibliothèque.",
)
SINCE = Wording("Since then", "Depuis")
GONE = Wording(
    "is no longer in the library: its text as it was then is shown.",
    "n’est plus dans la bibliothèque\u00a0: le texte affiché est celui d’alors.",
)
CHANGED_ONE = Wording(
    "{n} source has changed; the quotes are from its text as it was then. Today’s text:",
    "{n} source a changé\u00a0; les citations viennent du texte d’alors. "
    "Texte d’aujourd’hui\u00a0:",
)
CHANGED_MANY = Wording(
    "{n} sources have changed; the quotes are from their texts as they were then. Today’s texts:",
    "{n} sources ont changé\u00a0; les citations viennent des textes d’alors. Textes "
    "d’aujourd’hui\u00a0:",
)
NEWER_ONE = Wording(
    "An article added since deals with this question:",
    "Un article ajouté depuis traite de cette question\u00a0:",
)
NEWER_MANY = Wording(
    "{n} articles added since deal with this question:",
    "{n} articles ajoutés depuis traitent de cette question\u00a0:",
)
NOT_COMPARED = Wording(
    "It could not be checked whether its sources have changed since.",
    "Impossible de vérifier si ses sources ont changé depuis.",
)
