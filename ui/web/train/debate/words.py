"""What the devil's advocate says."""

from corpus.wording import Wording
from qa.training.debate.advocate.assessment import Criterion, Standing

# The questions
TITLE = Wording("Defend a recommendation", "Défendre une recommandation")
PROMISE = Wording(
    "Take a question on which the field disagrees, recommend one position to your board, and "
    "attach the passages that bear it out. The devil’s advocate checks it by rule against the "
    "whole library: quotes, figures, the other side.",
    "Prenez une question qui divise le métier, recommandez une position à votre comité, et "
    "joignez les passages qui l’étayent. L’avocat du diable la vérifie, par des règles, dans toute "
    "la bibliothèque\u00a0: citations, chiffres, thèse adverse.",
)
YOURS = Wording("Begun", "Commencées")
OTHERS = Wording("Contested questions", "Questions débattues")
KEPT_ON = Wording("last kept on {date}", "gardée le {date}")
NOT_CHECKED = Wording("not checked yet", "pas encore vérifiée")

# Writing
BACK = Wording("All questions", "Toutes les questions")
POSITION = Wording("I recommend", "Je recommande")
TEXT = Wording("Your recommendation", "Votre recommandation")
TEXT_HINT = Wording(
    "What you recommend, why, what speaks against it, and why you decide so all the same. Quote "
    "between quotation marks, name your sources.",
    "Ce que vous recommandez, pourquoi, ce qui s’y oppose, et pourquoi vous tranchez ainsi malgré "
    "tout. Citez entre guillemets, nommez vos sources.",
)
CHECK = Wording("Check my recommendation", "Vérifier ma recommandation")
CHECKING = Wording("Checking…", "Vérification en cours…")
DELETE = Wording("Delete it", "La supprimer")
DELETE_QUESTION = Wording(
    "Delete this recommendation, its passages and its assessment for good?",
    "Supprimer définitivement cette recommandation, ses passages et son évaluation\u00a0?",
)
DELETE_YES = Wording("Delete", "Supprimer")
DELETE_NO = Wording("Keep it", "La garder")
DELETED = Wording("The recommendation is deleted.", "La recommandation est supprimée.")

# Passages
ATTACHED = Wording("Passages attached", "Passages joints")
NONE_ATTACHED = Wording(
    "None yet. Search below, or take one from what the library says.",
    "Aucun pour l’instant. Cherchez ci-dessous, ou prenez-en un dans ce que dit la bibliothèque.",
)
REMOVE = Wording("Remove", "Retirer")
REMOVE_FROM = Wording(
    "Remove the passage of “{title}”", "Retirer le passage de «\u00a0{title}\u00a0»"
)
READ = Wording("Read in the article", "Lire dans l’article")
READ_IN = Wording("Read in “{title}”", "Lire dans «\u00a0{title}\u00a0»")
ATTACH = Wording("Attach", "Joindre")
ATTACH_FROM = Wording("Attach the passage of {title}", "Joindre le passage de {title}")
IS_ATTACHED = Wording("Attached", "Joint")
DONE_ATTACHED = Wording(
    "Attached: {title}. Your text is kept.", "Joint\u00a0: {title}. Texte gardé."
)
DONE_REMOVED = Wording("The passage is removed.", "Le passage est retiré.")
FIND = Wording("Find passages", "Trouver des passages")
QUERY = Wording("Search the library", "Chercher dans la bibliothèque")
SEARCH = Wording("Search", "Rechercher")
FOUND_NONE = Wording(
    "Nothing was found. Try other words, in French or in English.",
    "Aucun résultat. Essayez d’autres mots, en français ou en anglais.",
)
NO_QUERY = Wording("Type a few words first.", "Écrivez d’abord quelques mots.")
STANCES = Wording("What the library says on it", "Ce qu’en dit la bibliothèque")
NO_STANCES = Wording(
    "The library holds no source that takes a position on it.",
    "La bibliothèque ne contient aucune source qui prenne position.",
)
OTHER = Wording("takes none of these positions", "ne prend aucune de ces positions")

# The assessment
ASSESSMENT = Wording("What the devil’s advocate says", "Ce qu’en dit l’avocat du diable")
CHANGED_SINCE = Wording(
    "You have changed something since. Check it again.",
    "Vous avez modifié quelque chose depuis. Vérifiez à nouveau.",
)
YOU_WRITE = Wording("You write", "Vous écrivez")
STANDINGS = {
    Standing.MISSING: Wording("missing", "à revoir"),
    Standing.PARTLY: Wording("partly", "en partie"),
    Standing.UNCHECKED: Wording("not checked", "non vérifié"),
    Standing.MET: Wording("met", "acquis"),
}
MARKS = {
    Standing.MISSING: "✗",
    Standing.PARTLY: "◐",
    Standing.UNCHECKED: "–",
    Standing.MET: "✓",
}
CHECKED = Wording("Checked: {listed}.", "Vérifiée\u00a0: {listed}.")
TALLIES = {
    Standing.MET: Wording("{n} met", "{n} acquis"),
    Standing.UNCHECKED: Wording("{n} not checked", "{n} non vérifié"),
    Standing.PARTLY: Wording("{n} partly", "{n} en partie"),
    Standing.MISSING: Wording("{n} missing", "{n} à revoir"),
}
CRITERIA = {
    Criterion.QUOTES: Wording("Quotes are genuine", "Citations exactes"),
    Criterion.BACKED: Wording("Your position is backed", "Position étayée"),
    Criterion.COVERED: Wording("Other positions are seen", "Autres positions vues"),
    Criterion.CONTRARY: Wording("The strongest objection is answered", "Objection la plus forte"),
    Criterion.SOURCES: Wording("Several independent sources", "Sources indépendantes"),
    Criterion.FIGURES: Wording("Figures are right", "Chiffres exacts"),
    Criterion.FAITHFUL: Wording("Sources are not turned round", "Sources respectées"),
}
COMMENT = Wording("The chat model adds ({model})", "Le modèle de langage ajoute ({model})")
COMMENT_CHECKED = Wording(
    "Each sentence passed the same check as any answer: it is borne out by its quote.",
    "Chaque phrase a passé la même vérification que toute réponse\u00a0: sa citation la confirme.",
)
COMMENTING = Wording("The chat model is reading it…", "Le modèle de langage la lit…")
